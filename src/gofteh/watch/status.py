"""How the watch is doing: what the terminal, the server's page and OpenMetrics show."""

from __future__ import annotations

from dataclasses import dataclass

from gofteh.store.database import Database, Row

_TOLD = 300


@dataclass(frozen=True, slots=True)
class SourceStatus:
    """A source that is watched. Times are seconds since 1970; ``next_at`` is ``None`` for never.

    ``articles`` counts those that it listed, ``read`` those that are stored; ``asked``,
    ``unchanged`` and ``failed`` count requests for the source itself since it was first watched.
    """

    url: str
    next_at: float | None
    fine_at: float | None
    last_at: float | None
    problem: str | None
    asked: int
    unchanged: int
    failed: int
    articles: int
    read: int
    waiting: int
    given_up: int


@dataclass(frozen=True, slots=True)
class Status:
    """The watch as a whole: its sources, and requests of every kind."""

    sources: tuple[SourceStatus, ...]
    hosts: int
    requests: int
    failures: int
    versions: int


def status(db: Database) -> Status:
    """Return how the watch is doing; without any, a status of nothing."""
    with db.reading():
        counts: dict[str, dict[str, int]] = {}
        sql = (
            "SELECT top, state, count(*) FROM watch_address WHERE kind = 'page' GROUP BY top, state"
        )
        for top, state, number in db.rows(sql):
            counts.setdefault(top, {})[state] = number
        found = db.rows(
            "SELECT url, next_at, fine_at, last_at, problem, asked, unchanged, failed "
            "FROM watch_address WHERE kind = 'source' AND parent IS NULL AND next_at IS NOT NULL "
            "ORDER BY url"
        )
        (hosts,) = db.rows("SELECT count(*) FROM watch_host")[0]
        requests, failures = db.rows("SELECT sum(asked), sum(failed) FROM watch_address")[0]
        (versions,) = db.rows("SELECT count(*) FROM article_version")[0]
    sources = tuple(_source(row, counts.get(row[0], {})) for row in found)
    return Status(sources, hosts, int(requests or 0), int(failures or 0), versions)


def _source(row: Row, states: dict[str, int]) -> SourceStatus:
    url, next_at, fine_at, last_at, problem, asked, unchanged, failed = row
    times = (next_at, fine_at, last_at)
    return SourceStatus(url, *times, problem, asked, unchanged, failed, *_pages(states))


def _pages(states: dict[str, int]) -> tuple[int, int, int, int]:
    read, waiting = states.get("read", 0), states.get("waiting", 0)
    total = sum(states.values())
    return total, read + states.get("gone", 0), waiting, states.get("given-up", 0)
