"""Hostile texts of many distinct names, offices and frames are read in time that grows linearly.

Work is counted in executed lines, not seconds: twice the text may cost little more than twice
the lines, on any machine.
"""

import sys
from types import FrameType
from typing import Any

import pytest
from benchmarks.hostile import SENTENCES, words

from gofteh.pipeline import extract

_SMALL = 150


def lines_run(text: str) -> int:
    """How many lines of Python an extraction executes."""
    count = 0

    def trace(_frame: FrameType, event: str, _argument: object) -> Any:
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        extract(text, reader="grammar")
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize("kind", SENTENCES)
def test_twice_the_hostile_text_costs_little_more_than_twice_the_work(kind: str) -> None:
    word = words(7)
    sentences = [SENTENCES[kind](word) for _ in range(2 * _SMALL)]
    extract(sentences[0])  # tables are compiled on first use
    small, large = lines_run("".join(sentences[:_SMALL])), lines_run("".join(sentences))
    assert large < 3 * small
