"""Two shares over time as points with their intervals: what a template draws as SVG. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gofteh.server.pages.axes import BASE, TOP, Across, Axes, Tick
from gofteh.server.pages.figures import Figures, Share
from gofteh.server.pages.language import Words
from gofteh.server.pages.periods import labelled

_MARGIN = 40
_APART = 3.0  # between the two points of one period
_TICKS = (0.0, 0.25, 0.5, 0.75, 1.0)


@dataclass(frozen=True, slots=True)
class Point:
    """A share and its interval: places in the drawing's units, and what it says."""

    x: float
    y: float
    low: float
    high: float
    said: str


@dataclass(frozen=True, slots=True)
class ShareChart:
    """Points of the direct and of the unnamed share, and their axes."""

    direct: tuple[Point, ...]
    unnamed: tuple[Point, ...]
    axes: Axes


def share_chart(rows: Sequence[Figures], words: Words) -> ShareChart | None:
    """Return the chart of an outlet's periods; ``None`` where there are less than two."""
    periods = [row.period for row in rows if row.period]
    if len(periods) < 2 or len(periods) != len(rows):
        return None
    places = Across.of(len(rows), _MARGIN, words)
    return ShareChart(
        direct=tuple(
            _point(places.centre(i, -_APART), row, row.direct, words) for i, row in enumerate(rows)
        ),
        unnamed=tuple(
            _point(places.centre(i, _APART), row, row.unnamed, words) for i, row in enumerate(rows)
        ),
        axes=places.axes(
            across=(Tick(places.centre(i), periods[i].short) for i in labelled(periods)),
            up=(Tick(_y(share), words.percent(share)) for share in _TICKS),
        ),
    )


def _y(share: float) -> float:
    return round(BASE - share * (BASE - TOP), 1)


def _point(x: float, row: Figures, share: Share | None, words: Words) -> Point:
    found = share or Share(0, 1)  # periods without statements have no row
    low, high = found.interval
    said = f"{row.name}: {words.share(found.share, low, high)}"
    return Point(x, _y(found.share), _y(low), _y(high), said)
