"""Families out of links: what hangs together is one, as long as it is one statement, once said.

Links alone would chain: a long telling holds several statements, and each of its parts is linked to
it. So two families become one only if their tellings are alike, too, and the more of them there
are, the more they must be.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import product
from typing import TypeVar

from gofteh.families.compare import compare
from gofteh.families.records import Telling

# From the first to the last telling of one occasion, in minutes: outlets retell what was said for
# a week, as `compare` knows, and others retell those. What is told longer was said again.
SPAN = 14 * 24 * 60
# Two families are compared by so many tellings of each, half of them the first that they have.
COMPARED = 12
# How alike these must be, as the mean score (log-odds) of their pairs. A family of so many or fewer
# still holds one statement, and parts of it that have no word in common, at -2; one of so many or
# more only at 0. In between the bound rises evenly.
_SMALL, _LARGE = 12, 40
_LEAST_ALIKE, _ALIKE = -2.0, 0.0
# One pair says no more than this.
_LOWEST, _HIGHEST = -3.0, 4.0


Member = TypeVar("Member")


def is_one_occasion(minutes: Iterable[int]) -> bool:
    """Return whether tellings of these minutes (0: no date) are near enough to be one family."""
    dated = [minute for minute in minutes if minute]
    return not dated or max(dated) - min(dated) <= SPAN


def is_one_statement(some: Sequence[Telling], others: Sequence[Telling], members: int) -> bool:
    """Return whether two families are alike enough to be one of so many ``members``.

    Given are tellings that stand for each (`those_that_stand`).
    """
    scores = [compare(one, other).score for one, other in product(some, others)]
    bounded = (min(_HIGHEST, max(_LOWEST, score)) for score in scores)
    return sum(bounded) > _bound(members) * len(scores)


def those_that_stand(members: Sequence[Member]) -> Sequence[Member]:
    """Return those that stand for a family: the first and the last of its members."""
    if len(members) <= COMPARED:
        return members
    return (*members[: COMPARED // 2], *members[-COMPARED // 2 :])


def _bound(members: int) -> float:
    share = (members - _SMALL) / (_LARGE - _SMALL)
    return _LEAST_ALIKE + (_ALIKE - _LEAST_ALIKE) * min(1.0, max(0.0, share))


class Families:
    """Which tellings are one family, by the links between them."""

    def __init__(self) -> None:
        self._of: dict[str, _Family] = {}

    def of(self, id_: str) -> str:
        """Return the id of a telling that stands for its family."""
        family = self._of.get(id_)
        return family.name if family else id_

    def join(self, one: Telling, others: Iterable[Telling]) -> list[str]:
        """Make one family of a telling and of others, and return the ids of those in it now.

        Two families stay two where they are of two occasions, or of two statements. The id of the
        last that joins stands for the family.
        """
        joined: list[str] = []
        refused: set[str] = set()
        for other in others:
            name = self.of(other.id)
            if name not in refused and self._join(one, other):
                joined.append(other.id)
            else:
                refused.add(name)
        return joined

    def _join(self, one: Telling, other: Telling) -> bool:
        mine = self._of.get(one.id) or _Family(one)
        theirs = self._of.get(other.id) or _Family(other)
        if mine is theirs:
            return True
        if not mine.may_be_one_with(theirs):
            return False
        small, large = sorted((mine, theirs), key=lambda family: len(family.members))
        large.take_in(small, theirs.name)
        self._of |= dict.fromkeys((*small.members, one.id, other.id), large)
        return True


class _Family:
    """The ids of one family's tellings, those that stand for it, its first and last minute."""

    __slots__ = ("members", "minutes", "name", "standing")

    def __init__(self, telling: Telling) -> None:
        self.name = telling.id
        self.members = [telling.id]
        self.standing: Sequence[Telling] = (telling,)
        self.minutes = _ends((telling.minute,))

    def may_be_one_with(self, other: _Family) -> bool:
        if not is_one_occasion((*self.minutes, *other.minutes)):
            return False
        members = len(self.members) + len(other.members)
        # Of two tellings their link has told it.
        return members == 2 or is_one_statement(self.standing, other.standing, members)

    def take_in(self, other: _Family, name: str) -> None:
        self.name = name
        self.members += other.members
        self.standing = those_that_stand((*self.standing, *other.standing))
        self.minutes = _ends((*self.minutes, *other.minutes))


def _ends(minutes: Iterable[int]) -> tuple[int, ...]:
    dated = [minute for minute in minutes if minute]
    return (min(dated), max(dated)) if dated else ()
