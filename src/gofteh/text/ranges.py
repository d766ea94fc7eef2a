"""Things found again by the tokens that they cover, however many there are in an article."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

from gofteh.text.tokens import Range

Thing = TypeVar("Thing")
# Tokens are told apart by runs of so many: what lies in the same run may touch.
_RUN = 64


class RangeIndex(Generic[Thing]):
    """Things in the order in which they came, by the token ranges that ``covers`` gives of each."""

    def __init__(self, things: Iterable[Thing], covers: Callable[[Thing], Iterable[Range]]) -> None:
        self._covers = covers
        self._things: list[Thing] = []
        self._numbers: dict[int, list[int]] = {}
        for thing in things:
            self.add(thing)

    def __len__(self) -> int:
        return len(self._things)

    def add(self, thing: Thing) -> None:
        """Take one more thing in."""
        number = len(self._things)
        self._things.append(thing)
        for run in _runs(self._covers(thing)):
            self._numbers.setdefault(run, []).append(number)

    def near(self, *ranges: Range) -> list[Thing]:
        """Return all things that touch one of these ranges, and others near; in their order.

        A range without a token, between two, is touched by what covers the token behind it.
        """
        runs = _runs(ranges)
        found = {number for run in runs for number in self._numbers.get(run, ())}
        return [self._things[number] for number in sorted(found)]


def _runs(ranges: Iterable[Range]) -> set[int]:
    return {
        run
        for start, end in ranges
        for run in range(start // _RUN, max(start, end - 1) // _RUN + 1)
    }
