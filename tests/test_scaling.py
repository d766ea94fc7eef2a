"""Hostile texts of many distinct names, offices and frames are read in time that grows linearly.

Work is counted in executed lines, not seconds: twice the text may cost little more than twice
the lines, on any machine.
"""

import random
import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest

from gofteh.pipeline import extract

_LETTERS = "ابپتجچدرزسشصطعفقکگلمنهوی"
_SMALL = 150


def words(seed: int) -> Callable[[], str]:
    """A source of words that no table and no other word knows."""
    chosen = random.Random(seed)
    return lambda: "".join(chosen.choice(_LETTERS) for _ in range(7))


HOSTILE: dict[str, Callable[[Callable[[], str]], str]] = {
    "names": lambda w: f"{w()} {w()}، رئیس {w()}، گفت: {w()} {w()} است.\n",
    "surnames": lambda w: f"علی {w()} گفت: {w()} {w()} است. {w()} افزود: {w()} بود.\n",
    "offices": lambda w: f"رئیس سازمان {w()} {w()} اعلام کرد که {w()} {w()} است.\n",
    "bodies": lambda w: f"این اداره گفت: {w()} است. شرکت {w()} {w()} را {w()} دانست.\n",
    "labels": lambda w: f"علی {w()}: {w()} {w()} {w()} {w()} {w()} است.\n",
    "declarations": lambda w: f"متن نامه {w()} به شرح زیر است:\n{w()} {w()} {w()} است.\n",
    "inline": lambda w: f"متن پیام {w()} به شرح زیر است: {w()} {w()} {w()} است.\n",
    "nouns": lambda w: f"ادعای {w()} مبنی بر {w()} {w()} است و ",
    "nested": lambda w: f"وزیر گفت: رئیس بانک {w()} گفت ",
    "pronouns": lambda w: f"وی گفت: {w()} {w()} است.\n",
    "open quotes": lambda w: f"وی گفت: «{w()} {w()} است.\n",
    "questions": lambda w: f"گفت‌وگو با {w()}\n{w()} {w()}؟\n{w()} {w()} است.\n",
    "clauses": lambda w: f"{w()} {w()} کرد و {w()}، ",
    "frames": lambda w: f"به گفته {w()} {w()}، {w()} است. ",
    "passives": lambda w: f"از سوی {w()} اعلام شد که {w()} است و ",
    "participles": lambda w: f"{w()} با بیان این‌که {w()} است، ",
    "documents": lambda w: f"در گزارش {w()} آمده است که {w()} است. ",
}


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
        extract(text)
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize("kind", HOSTILE)
def test_twice_the_hostile_text_costs_little_more_than_twice_the_work(kind: str) -> None:
    word = words(7)
    sentences = [HOSTILE[kind](word) for _ in range(2 * _SMALL)]
    extract(sentences[0])  # tables are compiled on first use
    small, large = lines_run("".join(sentences[:_SMALL])), lines_run("".join(sentences))
    assert large < 3 * small
