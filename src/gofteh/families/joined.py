"""Families out of links: what hangs together is one, as long as it is one occasion."""

from __future__ import annotations

from collections.abc import Iterable

from gofteh.families.records import Telling

# From the first to the last telling of one occasion, in minutes: outlets retell what was said for
# a week, as `compare` knows, and others retell those. What is told longer was said again.
SPAN = 14 * 24 * 60


def is_one_occasion(minutes: Iterable[int]) -> bool:
    """Return whether tellings of these minutes (0: no date) are near enough to be one family."""
    dated = [minute for minute in minutes if minute]
    return not dated or max(dated) - min(dated) <= SPAN


class Families:
    """Which tellings are one family, by the links between them."""

    def __init__(self) -> None:
        self._of: dict[str, _Family] = {}

    def of(self, id_: str) -> str:
        """Return the id of a telling that stands for its family."""
        family = self._of.get(id_)
        return family.name if family else id_

    def join(self, one: Telling, other: Telling) -> bool:
        """Make one family of two, and return whether they are one now.

        They stay two where the first and the last telling are of two occasions. The id of
        ``other``'s stands for the family.
        """
        mine = self._of.get(one.id) or _Family(one)
        theirs = self._of.get(other.id) or _Family(other)
        if mine is theirs:
            return True
        if not is_one_occasion((*mine.minutes, *theirs.minutes)):
            return False
        small, large = sorted((mine, theirs), key=lambda family: len(family.members))
        large.name = theirs.name
        large.members += small.members
        large.minutes = _ends((*large.minutes, *small.minutes))
        self._of |= dict.fromkeys((*small.members, one.id, other.id), large)
        return True


class _Family:
    """The ids of one family's tellings, and the minutes of the first and the last with a date."""

    __slots__ = ("members", "minutes", "name")

    def __init__(self, telling: Telling) -> None:
        self.name = telling.id
        self.members = [telling.id]
        self.minutes = _ends((telling.minute,))


def _ends(minutes: Iterable[int]) -> tuple[int, ...]:
    dated = [minute for minute in minutes if minute]
    return (min(dated), max(dated)) if dated else ()
