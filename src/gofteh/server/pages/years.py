"""The years of results, to narrow them to, and of all statements, to choose days from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from gofteh.server.pages.language import Words
from gofteh.store import Count, Query, Store, days_of

# Years are told from the newest on, so many at most: of a slip like 1202 the rest is not asked.
_MOST = 40
_CHOICE = 100


@dataclass(frozen=True, slots=True)
class Year:
    """A year by the calendar of the page, and how many statements of it there are."""

    year: int
    count: Count


def years(store: Store, query: Query, words: Words) -> tuple[Year, ...]:
    """Return the years that have results, the newest first."""
    days = dict(_bounds(store, query, words))
    found = map(Year, days, store.counts(query, tuple(days.values())))
    return tuple(one for one in found if one.count.number)


def _bounds(
    store: Store, query: Query, words: Words
) -> Iterator[tuple[int, tuple[dt.date, dt.date]]]:
    """Yield each year with its first and last day within those of all results."""
    days = store.days(query)
    if days is None:
        return
    oldest, newest = map(words.year_of, days)
    for year in range(newest, max(oldest, newest - _MOST) - 1, -1):
        try:
            since, until = days_of(f"{year:04}")
        except ValueError:  # beyond what dates are written in
            continue
        yield year, (max(since, days[0]), min(until, days[1]))


def choice_of_years(store: Store, words: Words) -> tuple[int, ...]:
    """Return the years to choose days from: those of all statements, the newest first."""
    days = store.days()
    if days is None:
        return ()
    oldest, newest = map(words.year_of, days)
    return tuple(range(newest, max(oldest, newest - _CHOICE) - 1, -1))
