"""The confidence of a statement: how often its rules were right on annotated articles."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def _table() -> dict[str, Any]:
    text = files("gofteh.statements").joinpath("data", "confidence.json").read_text("utf-8")
    table: dict[str, Any] = json.loads(text)
    return table


def content_confidence(rule: str) -> float:
    """Return how often a rule's contents were right on annotated articles.

    Counted by ``train/confidence/calibrate.py``. Where a choice among proposals has worked out a
    probability, that is used instead.
    """
    content: dict[str, float] = _table()["content"]
    return content.get(rule, content["*"])


def speaker_confidence(sieve: str) -> float:
    """Return how often a sieve's speaker was right on annotated articles, where the content was.

    Counted by ``train/reader/choose.py`` on articles whose outlets the reader was not taught.
    """
    speaker: dict[str, float] = _table()["speaker"]
    return speaker.get(sieve, speaker["*"])


def statement_confidence(content: float, sieve: str, *, chosen: bool) -> float:
    """Return how probable it is that content and speaker are both right.

    ``content`` is the probability of the content; ``chosen``: a choice among proposals gave it, not
    the rule. Its product with the sieve's share is mapped to the share of right statements at that
    product, measured on articles whose outlets the reader was not taught
    (``train/reader/choose.py``).
    """
    raw = content * speaker_confidence(sieve)
    return round(interpolated(_table()["worth"]["chosen" if chosen else "grammar"], raw), 3)


def interpolated(knots: Sequence[Sequence[float]], x: float) -> float:
    """Return the value at ``x`` by linear interpolation between knots, constant beyond the ends.

    Knots are pairs of a place and a value, as JSON has them, in the order of their places.
    """
    k = bisect_right([at for at, _ in knots], x)
    if k == 0 or k == len(knots):
        return knots[k - (k == len(knots))][1]
    (x0, y0), (x1, y1) = knots[k - 1], knots[k]
    return y0 + (y1 - y0) * (x - x0) / (x1 - x0)
