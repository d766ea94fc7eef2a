"""Whether two tellings are one statement: a score from the words they share, and a relation.

The weights were fitted by logistic regression (L2) on pairs judged by hand (half of them; see
docs/linking.md): no single one decides.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from gofteh.families.records import Relation, Telling
from gofteh.persons.weights import weights_of

_BIAS = -3.55
_WEIGHTS = {
    # A weight of words is the sum of their inverse document frequencies.
    "contained": 1.93,  # weight of the common words, as a share of the lighter telling's
    "common": 1.57,  # the same, as a share of the weight of both together
    "run": 1.74,  # share of the shorter one's pairs of neighbours that the longer has too
    "one speaker": 0.52,  # both speakers are known: the same
    "two speakers": -0.48,  # … or another
    "days": -1.14,  # ln(1 + days between the two), 3 at most
    "short": -0.30,  # one has fewer than five different stems
    "number": -0.81,  # the shorter holds a number that the longer does not
    "amount": 0.52,  # ln(1 + weight of the common words)
}
_MOST_DAYS = 3.0
_SHORT = 5
_MINUTES_A_DAY = 1440
# Tellings more days apart are of two occasions: no outlet prints older words as news.
_OCCASION = 7
# Two tellings are the same from these values of "contained" and "common" on …
_SAME_CONTAINED, _SAME_COMMON = 0.95, 0.8
# … one is a part of the other where its length is less than this share of the other's (the second
# where its words are contained in it), …
_PART_LENGTH, _WHOLE_LENGTH = 0.6, 0.85
# … else they are the same from this value of "common" on, and below it edited.
_IDENTICAL = 0.9


@dataclass(frozen=True, slots=True)
class Match:
    """How one telling is related to another; one statement if ``score`` (log-odds) is above 0.

    Of two that have so little in common that runs of words would change nothing, ``score`` is told
    without them.
    """

    relation: Relation
    score: float
    contained: float = 0.0


def compare(one: Telling, other: Telling) -> Match:
    """Return how two tellings are related, whichever is first.

    `Relation.REPEAT`: the words alone would make them one statement of one speaker, but they were
    said days apart.
    """
    words = _words_in_common(one, other)
    if (least := _score(words)) + _WEIGHTS["run"] <= 0:
        return Match(Relation.OTHER, least)  # most candidates: whatever the rest says
    features = words | _the_rest(one, other)
    score = _score(features)
    if score > 0 and _days_apart(one, other) <= _OCCASION:
        return Match(_joined(one, other, features), score, features["contained"])
    again = features["one speaker"] == 1 and score - _WEIGHTS["days"] * features["days"] > 0
    return Match(Relation.REPEAT if again else Relation.OTHER, score)


def is_out_of_question(one: Telling, other: Telling) -> bool:
    """Return whether two tellings are neither one nor a repeat, whatever their words.

    So are those of one article, and those of two speakers on two occasions.
    """
    if one.article == other.article:
        return True
    return one.speaker != other.speaker and _days_apart(one, other) > _OCCASION


def _score(features: dict[str, float]) -> float:
    return _BIAS + sum(_WEIGHTS[name] * value for name, value in features.items())


@lru_cache(maxsize=20_000)
def _weighed(words: tuple[str, ...]) -> tuple[Mapping[str, float], float]:
    """The different words with the weight of each, and the weight of all."""
    weights = weights_of(words)
    return weights, sum(weights.values())


@lru_cache(maxsize=2_000)
def _runs(words: tuple[str, ...]) -> tuple[frozenset[tuple[str, str]], frozenset[str]]:
    """The pairs of neighbours, and the numbers: only of the few that come into question."""
    return frozenset(pairwise(words)), frozenset(_numbers(words))


def _words_in_common(one: Telling, other: Telling) -> dict[str, float]:
    (a, weight_a), (b, weight_b) = _weighed(one.words), _weighed(other.words)
    shared = math.fsum(map(a.__getitem__, a.keys() & b.keys()))
    known = bool(one.speaker and other.speaker)
    return {
        "contained": shared / max(1.0, min(weight_a, weight_b)),
        "common": shared / max(1.0, weight_a + weight_b - shared),
        "one speaker": float(known and one.speaker == other.speaker),
        "two speakers": float(known and one.speaker != other.speaker),
        "short": float(min(len(a), len(b)) < _SHORT),
        "amount": math.log1p(shared),
    }


def _the_rest(one: Telling, other: Telling) -> dict[str, float]:
    short, long = (one, other) if len(one.words) <= len(other.words) else (other, one)
    (a, numbers), (b, known) = _runs(short.words), _runs(long.words)
    return {
        "run": len(a & b) / max(1, min(len(a), len(b))),
        "days": _days(one, other),
        "number": float(not numbers <= known),
    }


def _numbers(words: Iterable[str]) -> set[str]:
    # Most words are letters alone, which is told at once.
    return {word for word in words if not word.isalpha() and any(map(str.isdigit, word))}


def _days(one: Telling, other: Telling) -> float:
    return min(_MOST_DAYS, math.log1p(_days_apart(one, other)))


def _days_apart(one: Telling, other: Telling) -> float:
    """Days between two tellings; 0 where one has no date."""
    if not (one.minute and other.minute):
        return 0.0
    return abs(one.minute - other.minute) / _MINUTES_A_DAY


def _joined(one: Telling, other: Telling, features: dict[str, float]) -> Relation:
    """How two tellings of one statement are related: by how much of the words and of the length."""
    sizes = sorted((len(one.words), len(other.words)))
    if features["contained"] >= _SAME_CONTAINED and features["common"] >= _SAME_COMMON:
        return Relation.SAME
    whole = features["contained"] >= _SAME_CONTAINED
    if sizes[0] < (_WHOLE_LENGTH if whole else _PART_LENGTH) * sizes[1]:
        return Relation.PART
    return Relation.SAME if features["common"] >= _IDENTICAL else Relation.EDITED
