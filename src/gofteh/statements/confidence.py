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


def confidence(rule: str, sieve: str) -> float:
    """Return the probability that content and speaker are both right.

    It is the product of two shares counted by ``train/confidence/calibrate.py``: how often the
    content rule was right, and how often the speaker sieve was, where the content was.
    """
    content, speaker = _table()["content"], _table()["speaker"]
    return round(content.get(rule, content["*"]) * speaker.get(sieve, speaker["*"]), 3)


def content_confidence(rule: str) -> float:
    """Return the share of a rule's contents that were right on annotated articles."""
    content = _table()["content"]
    return content.get(rule, content["*"])
