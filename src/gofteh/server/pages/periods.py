"""The months or years of counts by day: what charts over time and their tables list. Pure.

They are those of the language's calendar: Jalali in Persian, Gregorian in English.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from persiantools.jdatetime import JalaliDate

from gofteh.server.pages.language import Language, Words, jalali_of

# Months up to so many; beyond them years.
_MONTHS = 48
# At most so many periods get a label.
_LABELS = 8
# The first period gets a label, too, where the first year begins so many periods behind it.
_APART = 3


@dataclass(frozen=True, slots=True)
class Period:
    """A month or a year with what was counted in it; ``since`` and ``until`` go into a search."""

    label: str
    short: str
    since: dt.date
    until: dt.date
    count: int


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


def labelled(periods: Sequence[Period]) -> list[int]:
    """Return which periods get a label: all if few, else years' beginnings, thinned out."""
    if len(periods) <= _LABELS:
        return list(range(len(periods)))
    years = [i for i, (before, after) in enumerate(pairwise(periods), 1) if _turns(before, after)]
    by_month = 1 < len(years) < len(periods) - 1
    wanted = years if by_month else list(range(len(periods)))
    if wanted[0] >= _APART:
        wanted = [0, *wanted]
    return wanted[:: -(-len(wanted) // _LABELS)]


def _turns(before: Period, after: Period) -> bool:
    return before.label.split()[-1] != after.label.split()[-1]
