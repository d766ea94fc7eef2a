"""What the watch knows, in the store's database: addresses, hosts, and whose turn it is.

Every change stands within a transaction of the caller's (``db.writing()``), so that a process
that dies at any moment leaves a state from which the next one goes on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum, StrEnum

from gofteh.store.database import Database
from gofteh.watch.addresses import host_of, robots_of

_COLUMNS = (
    "key, url, kind, state, host, at, hops, top, next_at, failures, checks, etag, modified, mark, "
    "entry, article"
)


# The longest that rules may be under way by redirects, in seconds.
_ELSEWHERE = 600.0


class Rank(IntEnum):
    """What goes first on a host. What is stored without being asked for has no host (``''``)."""

    ROBOTS = 0
    SOURCE = 1
    PAGE = 2
    ENTRY = 3


class State(StrEnum):
    """How far an article's address is."""

    WAITING = "waiting"  # it was never read
    READ = "read"
    GONE = "gone"
    FORBIDDEN = "forbidden"  # by robots.txt
    GIVEN_UP = "given-up"


@dataclass(frozen=True, slots=True)
class Address:
    """One address that is watched: a row of ``watch_address``."""

    key: int
    url: str
    kind: str
    state: str
    host: str
    at: str
    hops: int
    top: str | None
    next_at: float | None
    failures: int
    checks: int
    etag: str | None
    modified: str | None
    mark: str | None
    entry: str | None
    article: str | None


@dataclass(frozen=True, slots=True)
class Host:
    """A host: when it may be asked next, how often it failed in a row, and its rules."""

    host: str
    next_at: float = 0.0
    failures: int = 0
    robots: str | None = None
    robots_until: float = 0.0


@dataclass(frozen=True, slots=True)
class Turn:
    """Whose turn it is on a host, and when; without an address, when to look again."""

    at: float
    address: Address | None = None


def host(db: Database, name: str) -> Host:
    """Return a host; one that was never asked is new."""
    sql = "SELECT host, next_at, failures, robots, robots_until FROM watch_host WHERE host = ?"
    found = db.rows(sql, (name,))
    return Host(*found[0]) if found else Host(name)


def put_host(db: Database, one: Host) -> None:
    """Keep what is known of a host."""
    db.rows(
        "INSERT INTO watch_host (host, next_at, failures, robots, robots_until) "
        "VALUES (?, ?, ?, ?, ?) ON CONFLICT (host) DO UPDATE SET next_at = excluded.next_at, "
        "failures = excluded.failures, robots = excluded.robots, "
        "robots_until = excluded.robots_until",
        (one.host, one.next_at, one.failures, one.robots, one.robots_until),
    )


def hosts_at_work(db: Database) -> list[str]:
    """Return all hosts with something to do, now or later."""
    sql = "SELECT DISTINCT host FROM watch_address WHERE next_at IS NOT NULL"
    return [name for (name,) in db.rows(sql)]


def address(db: Database, url: str) -> Address | None:
    """Return an address that is known."""
    found = db.rows(f"SELECT {_COLUMNS} FROM watch_address WHERE url = ?", (url,))
    return Address(*found[0]) if found else None


def first_of(db: Database, host: str, rank: Rank, *, without: Sequence[int] = ()) -> Address | None:
    """Return the address of a host and rank that is due first, if any; not those held by keys."""
    found = db.rows(
        f"SELECT {_COLUMNS} FROM watch_address WHERE host = ? AND rank = ? "
        "AND next_at IS NOT NULL ORDER BY next_at LIMIT ?",
        (host, int(rank), len(without) + 1),
    )
    return next((Address(*row) for row in found if row[0] not in without), None)


def turn(db: Database, name: str, now: float, held: Sequence[int]) -> Turn | None:
    """Return whose turn it is on a host; ``None`` where it has nothing to do.

    Robots rules come first: as long as they are not known, nothing else is asked.
    """
    if not name:
        entry = first_of(db, name, Rank.ENTRY, without=held)
        return Turn(entry.next_at or 0.0, entry) if entry else None
    robots = first_of(db, name, Rank.ROBOTS)
    if robots and (robots.next_at or 0.0) <= now:
        return Turn(robots.next_at or 0.0, robots)
    waiting = [first_of(db, name, rank, without=held) for rank in (Rank.SOURCE, Rank.PAGE)]
    due = [one for one in waiting if one and (one.next_at or 0.0) <= now]
    if not due:
        times = [one.next_at or 0.0 for one in (robots, *waiting) if one]
        return Turn(min(times)) if times else None
    known = host(db, name)
    if known.robots is None or known.robots_until <= now:
        return _rules_first(db, due[0], now)
    return Turn(now, due[0])


def _rules_first(db: Database, due: Address, now: float) -> Turn:
    """Return the turn of a host's rules, woken if need be; they may be on their way elsewhere."""
    url = robots_of(due.at)
    known = next((one for one in _robots_of_host(db, due.host) if one.next_at is not None), None)
    if known is None:
        with db.writing():
            known = wake_robots(db, url, now)
    if known.host != due.host:
        return Turn(now + _ELSEWHERE)  # it is looked at again when the rules are there
    return Turn(known.next_at or now, known)


def _robots_of_host(db: Database, name: str) -> list[Address]:
    urls = [f"{scheme}://{name}/robots.txt" for scheme in ("https", "http")]
    return [one for url in urls if (one := address(db, url)) and one.kind == "robots"]


def wake_robots(db: Database, url: str, now: float) -> Address:
    """Have a robots.txt asked for now and return its address."""
    found = db.rows(
        "INSERT INTO watch_address (url, kind, rank, host, at, next_at, found_at) "
        "VALUES (?, 'robots', 0, ?, ?, ?, ?) ON CONFLICT (url) DO UPDATE SET "
        f"next_at = excluded.next_at, at = excluded.at, host = excluded.host RETURNING {_COLUMNS}",
        (url, host_of(url), url, now, now),
    )
    return Address(*found[0])


def put_source(
    db: Database, url: str, now: float, *, top: str | None = None, parent: int | None = None
) -> int:
    """Have a source asked, now if it is new or was left out; return its key."""
    found = db.rows(
        "INSERT INTO watch_address (url, kind, rank, host, at, next_at, found_at, top, parent) "
        "VALUES (?, 'source', 1, ?, ?, ?, ?, ?, ?) ON CONFLICT (url) DO UPDATE SET "
        "kind = 'source', rank = 1, top = excluded.top, parent = excluded.parent, "
        "next_at = coalesce(watch_address.next_at, excluded.next_at) RETURNING key",
        (url, host_of(url), url, now, now, top or url, parent),
    )
    return int(found[0][0])


def leave_out(db: Database, tops: Sequence[str]) -> None:
    """Ask no source any more whose top is not among these; their articles are still read."""
    known = [url for (url,) in db.rows("SELECT DISTINCT top FROM watch_address WHERE rank = 1")]
    gone = [(url,) for url in known if url not in tops]
    db.many("UPDATE watch_address SET next_at = NULL WHERE top = ? AND rank = 1", gone)


def put_page(
    db: Database, url: str, now: float, *, source: Address, mark: str, entry: str, rank: Rank
) -> bool:
    """Have an article read that a source lists; return whether it is new.

    One that is known is read again, once, where the list tells of a change (``mark``).
    """
    at_host = "" if rank is Rank.ENTRY else host_of(url)
    made = db.rows(
        "INSERT INTO watch_address (url, kind, rank, host, at, next_at, found_at, top, parent, "
        "mark, entry) VALUES (?, 'page', ?, ?, ?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (url) DO NOTHING RETURNING key",
        (url, int(rank), at_host, url, now, now, source.top, source.key, mark, entry),
    )
    if not made:
        db.rows(
            "UPDATE watch_address SET mark = ?, entry = ?, next_at = ?, checks = 0, failures = 0, "
            "rank = ?, host = ?, at = url, hops = 0 "
            "WHERE url = ? AND kind = 'page' AND parent = ? AND mark <> ?",
            (mark, entry, now, int(rank), at_host, url, source.key, mark),
        )
    return bool(made)


def update(db: Database, key: int, **changes: object) -> None:
    """Change columns of an address."""
    names = ", ".join(f"{name} = ?" for name in changes)
    db.rows(f"UPDATE watch_address SET {names} WHERE key = ?", (*changes.values(), key))


def count(db: Database, key: int, *names: str) -> None:
    """Count one more of something that was asked of an address."""
    added = ", ".join(f"{name} = {name} + 1" for name in names)
    db.rows(f"UPDATE watch_address SET {added} WHERE key = ?", (key,))


def is_taken(db: Database, article: str) -> bool:
    """Return whether an article is stored as that of some address."""
    return bool(db.rows("SELECT 1 FROM watch_address WHERE article = ? LIMIT 1", (article,)))


def is_waiting(db: Database, url: str) -> bool:
    """Return whether an address is that of a listed article that was not read yet."""
    sql = "SELECT 1 FROM watch_address WHERE url = ? AND kind = 'page' AND state = 'waiting'"
    return bool(db.rows(sql, (url,)))
