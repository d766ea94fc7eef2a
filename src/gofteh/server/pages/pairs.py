"""Which two statements of a person are worth reading side by side. Pure; knows no request."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

from gofteh.lexicon.common import COMMON
from gofteh.store import StoredStatement
from gofteh.text.terms import terms_of

# So many words in common, or two statements are of different things.
_ALIKE = 3
_SHORTEST = 3
# Days after which somebody speaks of a thing anew.
_MONTHS = 90


def partner(one: StoredStatement, others: Sequence[StoredStatement]) -> StoredStatement | None:
    """Return the statement of another day that is most about the same, else the furthest one.

    Of those about the same, some months away if there are any. Undated ones count as another day
    where they stand in another article. ``None`` where all ``others`` are of the same day.
    """
    words = _words(one)
    apart = [(other, _distance(one, other)) for other in others if _is_apart(one, other)]
    weighed = [(other, days, _alike(words, _words(other))) for other, days in apart]
    best = max(
        weighed,
        key=lambda told: (told[2] > 0 and told[1] >= _MONTHS, told[2], told[1]),
        default=None,
    )
    return best[0] if best else None


def _is_apart(one: StoredStatement, other: StoredStatement) -> bool:
    if one.article.day and other.article.day:
        return one.article.day != other.article.day
    return one.article.id != other.article.id


def _distance(one: StoredStatement, other: StoredStatement) -> int:
    if one.article.day and other.article.day:
        return abs((one.article.day - other.article.day).days)
    return 0


def _words(stored: StoredStatement) -> frozenset[str]:
    """The words of a statement that tell what it is about."""
    keys = terms_of(stored.said).keys
    return frozenset(key for key in keys if len(key) >= _SHORTEST and key not in COMMON)


def _alike(words: frozenset[str], others: frozenset[str]) -> float:
    """How much two statements are about the same, from 0 to 1 (Ochiai's coefficient)."""
    shared = len(words & others)
    return shared / sqrt(len(words) * len(others)) if shared >= _ALIKE else 0.0
