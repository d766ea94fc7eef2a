"""Charts as geometry: what a template draws as SVG. Pure; times run with the language.

Time runs from right to left in Persian, on the Jalali calendar, and from left to right in
English, on the Gregorian one.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from persiantools.jdatetime import JalaliDate

from gofteh.server.pages.language import Language, Words, jalali_of
from gofteh.store import OutletProfile

WIDTH, HEIGHT = 720, 204
_LEFT, _RIGHT, _TOP, _BOTTOM = 36, 36, 14, 40
_GAP = 0.22  # share of a bar's place left empty
_WIDEST = 40.0
# Months up to so many; beyond them years.
_MONTHS = 48
_LABELS = 8
_FEW = 4  # so few have room for the year beside the month
_APART = 3  # periods between the first label and the next


@dataclass(frozen=True, slots=True)
class Period:
    """A month or a year with what was counted in it; ``since`` and ``until`` go into a search."""

    label: str
    short: str
    since: dt.date
    until: dt.date
    count: int


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
class Tick:
    """A label and the place where it stands."""

    at: float
    label: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """Bars over time. ``across`` are labels of the time, ``up`` of the counts.

    ``described`` says in words what it shows; ``periods`` are what its table lists.
    """

    bars: tuple[Bar, ...]
    across: tuple[Tick, ...]
    up: tuple[Tick, ...]
    periods: tuple[Period, ...]
    yearly: bool
    described: str
    counts_at: float
    counts_anchor: str
    left: float = _LEFT
    right: float = WIDTH - _RIGHT
    base: float = HEIGHT - _BOTTOM
    top: float = _TOP
    width: int = WIDTH
    height: int = HEIGHT


def timeline(days: Iterable[tuple[dt.date | None, int]], words: Words) -> Timeline | None:
    """Return the chart of counts by day; ``None`` where no day is known.

    Days before the Jalali calendar are slips and count as unknown.
    """
    periods, yearly = periods_of(days, words)
    return _drawn(periods, words, yearly=yearly) if periods else None


def periods_of(
    days: Iterable[tuple[dt.date | None, int]], words: Words
) -> tuple[list[Period], bool]:
    """Return the months, or where they are many the years, of counts by day; whether years."""
    dated = [(day, count) for day, count in days if day is not None and jalali_of(day)]
    if not dated:
        return [], False
    calendar = _Calendar(words)
    monthly = list(calendar.periods(dated, months=True, limit=_MONTHS))
    return monthly or list(calendar.periods(dated, months=False)), not monthly


class _Calendar:
    """The months and years of a language."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._jalali = words.language is Language.FA

    def periods(
        self, dated: Sequence[tuple[dt.date, int]], *, months: bool, limit: int | None = None
    ) -> Iterator[Period]:
        """Yield all periods from the first day to the last, the empty ones too.

        Yields nothing where there are more than ``limit``.
        """
        counts: dict[int, int] = {}
        for day, count in dated:
            number = self._number(day, months)
            counts[number] = counts.get(number, 0) + count
        numbers = range(min(counts), max(counts) + 1)
        if limit is None or len(numbers) <= limit:
            yield from (self._period(number, months, counts.get(number, 0)) for number in numbers)

    def _number(self, day: dt.date, months: bool) -> int:
        if self._jalali:
            jalali = JalaliDate(day)  # type: ignore[no-untyped-call]
            year, month = jalali.year, jalali.month
        else:
            year, month = day.year, day.month
        return year * 12 + month - 1 if months else year

    def _period(self, number: int, months: bool, count: int) -> Period:
        year, month = divmod(number, 12) if months else (number, 0)
        following = divmod(number + 1, 12) if months else (number + 1, 0)
        since = self._first(year, month)
        until = self._first(*following) - dt.timedelta(days=1)
        shown = self._words.digits(str(year))
        if not months:
            return Period(shown, shown, since, until, count)
        name = self._words.day(since).split()[1]
        return Period(f"{name} {shown}", name if month else shown, since, until, count)

    def _first(self, year: int, month: int) -> dt.date:
        if not self._jalali:
            return dt.date(year, month + 1, 1)
        found: dt.date = JalaliDate(year, month + 1, 1).to_gregorian()  # type: ignore[no-untyped-call]
        return found


def _drawn(periods: Sequence[Period], words: Words, *, yearly: bool) -> Timeline:
    most = max(period.count for period in periods)
    step, top = _scale(most)
    place = (WIDTH - _LEFT - _RIGHT) / len(periods)
    width = min(place * (1 - _GAP), _WIDEST)
    rise = (HEIGHT - _TOP - _BOTTOM) / top
    base = HEIGHT - _BOTTOM

    def centre(index: int) -> float:
        at = _LEFT + place * (index + 0.5)
        return round(WIDTH - at if words.dir == "rtl" else at, 1)

    bars = tuple(
        Bar(
            round(centre(i) - width / 2, 1),
            round(base - period.count * rise, 1),
            round(width, 1),
            round(period.count * rise, 1),
            period.label,
            words.number(period.count),
            period,
        )
        for i, period in enumerate(periods)
        if period.count
    )
    up = tuple(
        Tick(round(base - value * rise, 1), words.number(value))
        for value in range(0, top + 1, step)
    )
    few = len(periods) <= _FEW
    across = tuple(
        Tick(centre(i), periods[i].label if few else periods[i].short) for i in labelled(periods)
    )
    rtl = words.dir == "rtl"
    return Timeline(
        *(bars, across, up, tuple(periods), yearly, _described(periods, words)),
        counts_at=WIDTH - _RIGHT + 6 if rtl else _LEFT - 6,
        counts_anchor="start" if rtl else "end",
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


def labelled(periods: Sequence[Period]) -> list[int]:
    """Return which periods get a label: all if few, else years' beginnings, thinned out."""
    if len(periods) <= _LABELS:
        return list(range(len(periods)))
    years = [i for i, (before, after) in enumerate(pairwise(periods), 1) if _turns(before, after)]
    wanted = years if len(years) > 1 else list(range(len(periods)))
    if wanted[0] >= _APART:
        wanted = [0, *wanted]
    return wanted[:: -(-len(wanted) // _LABELS)]


def _turns(before: Period, after: Period) -> bool:
    return before.label.split()[-1] != after.label.split()[-1]


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
            outlet.name,
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
