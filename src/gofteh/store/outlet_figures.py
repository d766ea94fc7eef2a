"""Figures of outlets that cost more than their tallies: by day, and what others had before."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from gofteh.records import Manner, SpeakerKind
from gofteh.store.database import Database
from gofteh.store.moments import MINUTES_A_DAY, NUMBER_BITS, day_of_number
from gofteh.store.read import outlet_key

_A_DAY = MINUTES_A_DAY << NUMBER_BITS


@dataclass(frozen=True, slots=True)
class OutletDay:
    """Numbers of an outlet's statements on a day; of the undated, ``day`` is ``None``."""

    day: dt.date | None
    statements: int
    direct: int
    unnamed: int


def outlet_days(db: Database, name: str) -> tuple[OutletDay, ...]:
    """Return an outlet's statements by day, the oldest first; reads each of its rows."""
    key = outlet_key(db, name)
    rows = db.rows(
        f"SELECT key / {_A_DAY}, count(*), sum(CASE WHEN manner = ? THEN 1 ELSE 0 END), "
        "sum(CASE WHEN kind = ? THEN 1 ELSE 0 END) FROM statement "
        "WHERE outlet = ? GROUP BY 1 ORDER BY 1",
        (Manner.DIRECT.value, SpeakerKind.UNNAMED.value, key),
    )
    return tuple(OutletDay(day_of_number(day), *map(int, counts)) for day, *counts in rows)


def taken_over(db: Database) -> dict[str, int]:
    """Return of how many articles of each outlet the text is most likely another outlet's.

    What the linking found among the stored articles: a text whose origin is not stored counts
    as the outlet's own, so the numbers are lower bounds; so does one that it had before itself.
    """
    rows = db.rows(
        "SELECT o.name, count(*) FROM copy c JOIN article a ON a.key = c.article "
        "JOIN article origin ON origin.id = c.origin JOIN outlet o ON o.key = a.outlet "
        "WHERE origin.outlet <> a.outlet AND NOT EXISTS (SELECT 1 FROM copy other "
        "JOIN article own ON own.key = other.article WHERE other.reprint = c.reprint "
        "AND own.outlet = a.outlet AND own.key < a.key) GROUP BY o.name"
    )
    return {name: int(number) for name, number in rows}
