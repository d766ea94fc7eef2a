"""Which tellings are one statement: those with keys in common are compared.

Under a key a fixed number of tellings is kept, the newest; of those that share keys the likeliest
are compared. So the cost of one more telling does not grow with how many there are.
"""

from __future__ import annotations

import heapq
import math
import zlib
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, Protocol, TypeVar

from gofteh.families.compare import Match, compare, is_out_of_question
from gofteh.families.postings import Postings
from gofteh.families.records import Relation, Telling
from gofteh.families.words import FEWEST_WORDS, keys_of

# How many tellings a key keeps; how many are looked at (the keys of the fewest first), and of those
# come into question; with how many one is compared, and after how many in a row that are something
# else no more. Of the links between 7,866 statements of the news, 98 in 100 are to one of the first
# seven.
PER_KEY = 64
_LOOKED_AT = 400
MOST_NEAR = 48
COMPARED = 12
_IN_VAIN = 3
# That one key of 29 tellings speaks for two being one is too little.
_TELLING_LITTLE = 1.5
# A telling is linked to its closest by any score (log-odds) above 0, to further ones only by more
# than this: the second where most of the shorter telling's words, this share of their weight, are
# in the longer.
_BINDING, _BINDING_WHOLE = 0.5, 0.2
_WHOLE = 0.85


# Numbers, or whatever else tells the order of tellings.
Ordered = TypeVar("Ordered", bound=Any)


class Index(Protocol):
    """Tellings by key."""

    def near(self, keys: Sequence[int]) -> Iterable[Telling]:
        """Return tellings that share keys, those for which most speaks first."""

    def add(self, telling: Telling, keys: Sequence[int]) -> None:
        """Keep a telling."""


@dataclass(frozen=True, slots=True)
class Placement:
    """Ids of the tellings that one is the same statement as, the closest first; and of repeats.

    ``relation`` is that to the closest.
    """

    links: tuple[str, ...] = ()
    relation: Relation = Relation.OTHER
    repeats: tuple[str, ...] = ()


class MemoryIndex:
    """An index in memory."""

    def __init__(self) -> None:
        self._tellings: list[Telling] = []
        self._postings = Postings(PER_KEY)

    def near(self, keys: Sequence[int]) -> Iterable[Telling]:
        """Return tellings that share keys, those for which most speaks first."""
        blocks = filter(None, map(self._postings.at, keys))
        return (self._tellings[number] for number in nearest(blocks))

    def add(self, telling: Telling, keys: Sequence[int]) -> None:
        """Keep a telling."""
        self._postings.add(len(self._tellings), keys)
        self._tellings.append(telling)


def nearest(blocks: Iterable[Collection[Ordered]]) -> list[Ordered]:
    """Return what stands under several keys (a block each), that for which most speaks first.

    A key speaks for those under it by how few they are. What only a common key speaks for is left
    out, and the commonest keys are not looked at where others have enough. Of equals the greater
    comes first, so the newer telling: older ones that are alike are mostly of other occasions.
    """
    told: dict[Ordered, float] = {}
    looked_at = 0
    for block in sorted(blocks, key=len):
        if looked_at > _LOOKED_AT:
            break
        looked_at += len(block)
        weight = math.log(2 * PER_KEY / len(block))
        for one in block:
            told[one] = told.get(one, 0.0) + weight
    ranked = [(weight, one) for one, weight in told.items() if weight > _TELLING_LITTLE]
    return [one for _, one in heapq.nlargest(MOST_NEAR, ranked)]


def slot_of(key: int, id_: str) -> int:
    """Return the slot of a key into which a telling falls; in each key it falls anew."""
    return zlib.crc32(f"{key} {id_}".encode()) % PER_KEY


def place(telling: Telling, index: Index) -> Placement:
    """Return to which earlier tellings one is linked, and add it to the index."""
    if len(telling.words) < FEWEST_WORDS:
        return Placement()
    keys = keys_of(telling.words, telling.speaker)
    found = place_among(telling, index.near(keys))
    index.add(telling, keys)
    return found


def place_among(telling: Telling, near: Iterable[Telling]) -> Placement:
    """Return to which of these tellings, of other articles, one is linked.

    The closest is always a link, others only where their score binds two families: a long telling
    may hold several statements, and would make one family of them all.
    """
    matches = _compared(telling, near)
    joined = [row for row in reversed(matches) if row[0].relation.joins]  # of equals the older
    joined.sort(key=lambda row: (-row[0].score, row[1].minute))
    links = [other.id for n, (match, other) in enumerate(joined) if n == 0 or _binds(match)]
    repeats = tuple(one.id for match, one in matches if match.relation is Relation.REPEAT)
    return Placement(tuple(links), joined[0][0].relation if joined else Relation.OTHER, repeats)


def _compared(telling: Telling, near: Iterable[Telling]) -> list[tuple[Match, Telling]]:
    """Compare with those that come into question, until too many in a row are something else."""
    matches: list[tuple[Match, Telling]] = []
    in_vain = 0
    others = (other for other in near if not is_out_of_question(telling, other))
    for other in islice(others, COMPARED):
        match = compare(telling, other)
        matches.append((match, other))
        in_vain = in_vain + 1 if match.relation is Relation.OTHER else 0
        if in_vain == _IN_VAIN:
            break
    return matches


def _binds(match: Match) -> bool:
    """Whether a match is sure enough to make one family of two."""
    return match.score > (_BINDING if match.contained < _WHOLE else _BINDING_WHOLE)
