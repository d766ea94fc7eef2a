"""Charts as geometry: what a template draws as SVG. Pure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from gofteh.server.pages.axes import BASE, TOP, WIDTH, Across, Axes, Tick
from gofteh.server.pages.language import Words
from gofteh.server.pages.periods import Period, labelled, periods_of
from gofteh.store import OutletProfile

_MARGIN = 36
_GAP = 0.22  # share of a bar's place left empty
_WIDEST = 40.0
_FEW = 4  # so few periods have room for the year beside the month


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar: its place in the drawing's units; ``period`` is what it leads to."""

    x: float
    y: float
    width: float
    height: float
    label: str
    value: str
    period: Period | None = None


@dataclass(frozen=True, slots=True)
class Timeline:
    """Bars over time.

    ``described`` says in words what it shows; ``periods`` are what its table lists.
    """

    bars: tuple[Bar, ...]
    axes: Axes
    periods: tuple[Period, ...]
    yearly: bool
    described: str


def timeline(days: Iterable[tuple[dt.date | None, int]], words: Words) -> Timeline | None:
    """Return the chart of counts by day; ``None`` where no day is known.

    Days before the Jalali calendar are slips and count as unknown.
    """
    periods, yearly = periods_of(days, words)
    return _drawn(periods, words, yearly=yearly) if periods else None


def _drawn(periods: Sequence[Period], words: Words, *, yearly: bool) -> Timeline:
    step, top = _scale(max(period.count for period in periods))
    places = Across.of(len(periods), _MARGIN, words)
    rise = (BASE - TOP) / top
    few = len(periods) <= _FEW
    axes = places.axes(
        across=(
            Tick(places.centre(i), periods[i].label if few else periods[i].short)
            for i in labelled(periods)
        ),
        up=(
            Tick(round(BASE - value * rise, 1), words.number(value))
            for value in range(0, top + 1, step)
        ),
    )
    bars = _bars(periods, places, rise, words)
    return Timeline(bars, axes, tuple(periods), yearly, _described(periods, words))


def _bars(periods: Sequence[Period], places: Across, rise: float, words: Words) -> tuple[Bar, ...]:
    """A bar for each period with a count, ``rise`` units high for each."""
    width = min(places.room * (1 - _GAP), _WIDEST)
    return tuple(
        Bar(
            round(places.centre(i) - width / 2, 1),
            round(BASE - period.count * rise, 1),
            round(width, 1),
            round(period.count * rise, 1),
            period.label,
            words.number(period.count),
            period,
        )
        for i, period in enumerate(periods)
        if period.count
    )


def _described(periods: Sequence[Period], words: Words) -> str:
    most = max(periods, key=lambda period: period.count)
    return str(
        words.say(
            "timeline-desc",
            since=periods[0].label,
            until=periods[-1].label,
            most=words.number(most.count),
            when=most.label,
        )
    )


def _scale(most: int) -> tuple[int, int]:
    """Return the step between the lines of a scale, and where it ends."""
    size = 1
    while True:
        for factor in (1, 2, 5):
            step = factor * size
            if most <= step * 4:
                return step, step * -(-most // step)
        size *= 10


_SIDE = 28  # room beside the bars, for half of a label below them
_ROW = 50
_NAME = 22  # from a row's top to the line its name stands on
_BARS = 29  # and to its bars
_TICKS = (0, 0.25, 0.5, 0.75, 1)


@dataclass(frozen=True, slots=True)
class Row:
    """An outlet's name above its two shares, bars that begin at the same line."""

    name: str
    name_y: float
    direct: Bar
    unnamed: Bar


@dataclass(frozen=True, slots=True)
class Shares:
    """Outlets one below the other; shares grow from where a line of text begins."""

    rows: tuple[Row, ...]
    across: tuple[Tick, ...]
    names_at: float
    names_anchor: str
    base: float
    height: float
    width: int = WIDTH


def shares(outlets: Sequence[OutletProfile], words: Words) -> Shares | None:
    """Return the chart of direct and unnamed shares; ``None`` without outlets."""
    if not outlets:
        return None
    rtl, room = words.dir == "rtl", WIDTH - 2 * _SIDE
    line = WIDTH - _SIDE if rtl else _SIDE

    def place(share: float) -> float:
        return round(line - share * room if rtl else line + share * room, 1)

    def bar(share: float, y: float, key: str) -> Bar:
        start = min(line, place(share))
        return Bar(start, y, round(share * room, 1), 0, str(words.say(key)), words.percent(share))

    rows = tuple(
        Row(
            words.outlet(outlet.name),
            y + _NAME,
            bar(outlet.direct / outlet.statements, y + _BARS, "direct-share"),
            bar(outlet.unnamed / outlet.statements, y + _BARS + 11, "unnamed-share"),
        )
        for y, outlet in ((index * _ROW, outlet) for index, outlet in enumerate(outlets))
    )
    base = len(outlets) * _ROW + 6
    return Shares(
        rows=rows,
        across=tuple(Tick(place(share), words.percent(share)) for share in _TICKS),
        names_at=line,
        names_anchor="end" if rtl else "start",
        base=base,
        height=base + 30,
    )
