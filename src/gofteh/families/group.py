"""Which tellings are one statement: those with keys in common are compared, and make families.

Only tellings that share a key are compared. Under a key there is a fixed number of slots: a telling
falls into one of them, in place of the one that was there. So mostly the newest are kept, and the
cost of one more telling does not grow with how many there are.
"""

from __future__ import annotations

import heapq
import zlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from gofteh.families.compare import Match, compare
from gofteh.families.records import Relation, Telling
from gofteh.families.words import FEWEST_WORDS, keys_of

# How many slots a key has; with how many tellings one is compared, most keys in common first.
PER_KEY = 64
COMPARED = 24
# A telling joins its closest family by any score (log-odds) above 0. A further family is made one
# with it only by more than this: the second where nearly all of the shorter telling's words, this
# share of their weight, are in the longer.
_BINDING, _BINDING_WHOLE = 0.8, 0.3
_WHOLE = 0.9


class Index(Protocol):
    """Tellings by key."""

    def near(self, keys: Sequence[int]) -> Iterable[Telling]:
        """Return tellings that share keys, most in common first."""

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
        # Most keys are one telling's alone: its number, without a dictionary of slots.
        self._keys: dict[int, int | dict[int, int]] = {}

    def near(self, keys: Sequence[int]) -> Iterable[Telling]:
        """Return tellings that share keys, most in common first, the older among equals."""
        found = Counter[int]()
        for key in keys:
            slots = self._keys.get(key, {})
            found.update(slots.values() if isinstance(slots, dict) else (slots,))
        ranked = most_common(found)
        return [self._tellings[number] for number in ranked]

    def add(self, telling: Telling, keys: Sequence[int]) -> None:
        """Keep a telling."""
        number = len(self._tellings)
        self._tellings.append(telling)
        for key in keys:
            before = self._keys.setdefault(key, number)
            if isinstance(before, int) and before != number:
                before = {slot_of(key, self._tellings[before].id): before}
                self._keys[key] = before
            if isinstance(before, dict):
                before[slot_of(key, telling.id)] = number


def most_common(found: Mapping[int, int]) -> list[int]:
    """Return the numbers counted most, `COMPARED` at most, the lesser among equals first."""
    several = [number for number, count in found.items() if count > 1]
    several.sort(key=lambda number: (-found[number], number))
    if len(several) < COMPARED:  # most share a single key: those are not sorted, but picked
        once = (number for number, count in found.items() if count == 1)
        several += heapq.nsmallest(COMPARED - len(several), once)
    return several[:COMPARED]


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
    others = [other for other in near if other.article != telling.article]
    matches = [(compare(telling, other), other.id) for other in others]
    joined = sorted((m for m in matches if m[0].relation.joins), key=lambda m: -m[0].score)
    links = [id_ for n, (match, id_) in enumerate(joined) if n == 0 or _binds(match)]
    repeats = tuple(id_ for match, id_ in matches if match.relation is Relation.REPEAT)
    return Placement(tuple(links), joined[0][0].relation if joined else Relation.OTHER, repeats)


def _binds(match: Match) -> bool:
    """Whether a match is sure enough to make one family of two."""
    return match.score > (_BINDING if match.contained < _WHOLE else _BINDING_WHOLE)


class Families:
    """Which tellings are one family, by the links between them (a union-find)."""

    def __init__(self) -> None:
        self._parents: dict[str, str] = {}

    def of(self, id_: str) -> str:
        """Return the id of a telling that stands for its family."""
        root = id_
        while (parent := self._parents.get(root, root)) != root:
            root = parent
        while (parent := self._parents.get(id_, id_)) != root:
            self._parents[id_] = root
            id_ = parent
        return root

    def join(self, one: str, other: str) -> None:
        """Make one family of two; the id of ``other``'s stands for it."""
        self._parents[self.of(one)] = self.of(other)
