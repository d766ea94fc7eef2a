"""How sure a statement is: what its rules have been worth on annotated articles."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files


@cache
def _table() -> dict[str, dict[str, float]]:
    text = files("gofteh.statements").joinpath("data", "confidence.json").read_text("utf-8")
    table: dict[str, dict[str, float]] = json.loads(text)
    return table


def content_confidence(rule: str) -> float:
    """Return how often a rule's contents were right on annotated articles.

    Counted by ``train/confidence/calibrate.py``; a choice among proposals knows better.
    """
    content = _table()["content"]
    return content.get(rule, content["*"])


def speaker_confidence(sieve: str) -> float:
    """Return how often a sieve's speaker was right on annotated articles, where the content was.

    Counted by ``train/reader/choose.py`` on articles whose outlets the reader was not taught.
    """
    speaker = _table()["speaker"]
    return speaker.get(sieve, speaker["*"])
