"""The axes of charts over time: where periods and values stand, and their labels. Pure.

Time runs with the language's script: from right to left in Persian, from left to right in English.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from gofteh.server.pages.language import Words

WIDTH, HEIGHT = 720, 204
TOP, BASE = 14, HEIGHT - 40
# Between the drawing's edge and the labels of the values.
_GAP = 6


@dataclass(frozen=True, slots=True)
class Tick:
    """A label and the place where it stands."""

    at: float
    label: str


@dataclass(frozen=True, slots=True)
class Axes:
    """A drawing's edges in its own units, and the labels along them.

    ``across`` are labels of periods, ``up`` of values; these stand at ``values_at``, on the side
    where time begins.
    """

    across: tuple[Tick, ...]
    up: tuple[Tick, ...]
    left: float
    right: float
    values_at: float
    values_anchor: str
    top: float = TOP
    base: float = BASE
    width: int = WIDTH
    height: int = HEIGHT


@dataclass(frozen=True, slots=True)
class Across:
    """The places of a number of periods across a drawing, between its margins."""

    number: int
    margin: float
    rtl: bool

    @classmethod
    def of(cls, number: int, margin: float, words: Words) -> Across:
        """Return the places of periods in the direction of a language."""
        return cls(number, margin, words.dir == "rtl")

    @property
    def room(self) -> float:
        """The width of one period's place."""
        return (WIDTH - 2 * self.margin) / self.number

    def centre(self, index: int, aside: float = 0.0) -> float:
        """Return where a period's centre stands, moved ``aside`` in the direction of time."""
        at = self.margin + self.room * (index + 0.5) + aside
        return round(WIDTH - at if self.rtl else at, 1)

    def axes(self, across: Iterable[Tick], up: Iterable[Tick]) -> Axes:
        """Return the axes with these labels."""
        margin, end = self.margin, WIDTH - self.margin
        return Axes(
            tuple(across), tuple(up), left=margin, right=end,
            values_at=end + _GAP if self.rtl else margin - _GAP,
            values_anchor="start" if self.rtl else "end",
        )  # fmt: skip
