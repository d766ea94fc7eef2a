"""Whether two tellings are one statement: a score from the words they share, and a relation.

The weights were fitted by logistic regression (L2) on pairs judged by hand (half of them; see
docs/linking.md): no single one decides.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from gofteh.families.records import Relation, Telling
from gofteh.persons.weights import weight_of

_BIAS = -3.55
_WEIGHTS = {
    "contained": 1.93,  # weight of the common words by that of the shorter telling
    "common": 1.57,  # the same by that of both together
    "run": 1.74,  # neighbouring words that the shorter has in common with the longer
    "one speaker": 0.52,
    "two speakers": -0.48,
    "days": -1.14,  # ln(1 + days between the two), 3 at most
    "short": -0.30,  # one of fewer than five words that tell something
    "number": -0.81,  # the shorter holds a number that the longer does not
    "amount": 0.52,  # ln(1 + weight of the common words)
}
_MOST_DAYS = 3.0
_SHORT = 5
_MINUTES_A_DAY = 1440
# Whoever says the same more days later says it again: no outlet prints words so old as news.
_OCCASION = 7
# All the words of one, and little else in the other.
_SAME_CONTAINED, _SAME_COMMON = 0.95, 0.8
# One is a part where it is so much shorter, or less so and wholly in the other.
_PART_LENGTH, _WHOLE_LENGTH = 0.6, 0.85
_IDENTICAL = 0.9


@dataclass(frozen=True, slots=True)
class Match:
    """How one telling stands to another; joined where ``score`` is above 0 (log-odds)."""

    relation: Relation
    score: float
    contained: float = 0.0


def compare(one: Telling, other: Telling) -> Match:
    """Return how two tellings stand to one another; symmetrical.

    ``repeat``: the words would join them, but the same speaker says them days later, or anybody
    more than a week later.
    """
    features = _features(one, other)
    score = _BIAS + sum(_WEIGHTS[name] * value for name, value in features.items())
    if score > 0 and _days_apart(one, other) <= _OCCASION:
        return Match(_joined(one, other, features), score, features["contained"])
    again = features["one speaker"] == 1 and score - _WEIGHTS["days"] * features["days"] > 0
    return Match(Relation.REPEAT if again else Relation.OTHER, score)


def _features(one: Telling, other: Telling) -> dict[str, float]:
    a, b = frozenset(one.words), frozenset(other.words)
    shared, least = _weight(a & b), min(_weight(a), _weight(b))
    pairs_a, pairs_b = (frozenset(zip(t.words, t.words[1:], strict=False)) for t in (one, other))
    short, long = (one, other) if len(one.words) <= len(other.words) else (other, one)
    known = bool(one.speaker and other.speaker)
    return {
        "contained": shared / max(1.0, least),
        "common": shared / max(1.0, _weight(a | b)),
        "run": len(pairs_a & pairs_b) / max(1, min(len(pairs_a), len(pairs_b))),
        "one speaker": float(known and one.speaker == other.speaker),
        "two speakers": float(known and one.speaker != other.speaker),
        "days": _days(one, other),
        "short": float(min(len(a), len(b)) < _SHORT),
        "number": float(bool(_numbers(short.words) - _numbers(long.words))),
        "amount": math.log1p(shared),
    }


def _weight(words: Iterable[str]) -> float:
    return sum(map(weight_of, words))


def _numbers(words: Iterable[str]) -> set[str]:
    return {word for word in words if any(map(str.isdigit, word))}


def _days(one: Telling, other: Telling) -> float:
    return min(_MOST_DAYS, math.log1p(_days_apart(one, other)))


def _days_apart(one: Telling, other: Telling) -> float:
    """Days between two tellings; 0 where one has no date."""
    if not (one.minute and other.minute):
        return 0.0
    return abs(one.minute - other.minute) / _MINUTES_A_DAY


def _joined(one: Telling, other: Telling, features: dict[str, float]) -> Relation:
    sizes = sorted((len(one.words), len(other.words)))
    if features["contained"] >= _SAME_CONTAINED and features["common"] >= _SAME_COMMON:
        return Relation.SAME
    whole = features["contained"] >= _SAME_CONTAINED
    if sizes[0] < (_WHOLE_LENGTH if whole else _PART_LENGTH) * sizes[1]:
        return Relation.PART
    return Relation.SAME if features["common"] >= _IDENTICAL else Relation.EDITED
