"""Saved searches: kept, asked of what came in since, and what is to be told of it.

Each article that came in is looked at once for each search, in the transaction that keeps the hits
and what is to be told. A statement is a hit of a search once, whatever later extractions call it.
"""

from __future__ import annotations

import datetime as dt
import json
import secrets
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from typing import Any

from gofteh.errors import GoftehError
from gofteh.store.audit import Change, note
from gofteh.store.database import Database, Row, told_if_damaged
from gofteh.store.entries import batches, marks
from gofteh.store.query import parse
from gofteh.store.search import Order, Query, within

_ID_BYTES, _SECRET_BYTES = 8, 24
# Articles that one transaction looks at.
_LOOKED_AT = 200
_MOST_SEARCHES = 500


class SavedError(GoftehError, ValueError):
    """A search that cannot be saved; the message says why."""


class Way(StrEnum):
    """How somebody is told."""

    WEBHOOK = "webhook"
    EMAIL = "email"


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A search under a name. ``hits`` counts what it has found since it was saved.

    ``secret`` signs what its webhook is sent (`gofteh.alerts.webhook`).
    """

    id: str
    name: str
    query: Query
    author: str | None
    created: str
    webhook: str | None = None
    secret: str | None = None
    email: str | None = None
    hits: int = 0


@dataclass(frozen=True, slots=True)
class Delivery:
    """What one search has to tell in one way: ids of statements."""

    id: str
    search: SavedSearch
    way: Way
    statements: tuple[str, ...]
    failures: int


def save(db: Database, search: SavedSearch, made: Change) -> SavedSearch:
    """Keep a search; from now on it looks at what comes in. Raises `SavedError`, `QueryError`."""
    for words in (search.query.words, search.query.speaker_name):
        parse(words)
    secret = f"whsec_{secrets.token_urlsafe(_SECRET_BYTES)}" if search.webhook else None
    kept = replace(search, id=secrets.token_hex(_ID_BYTES), secret=secret, created=made.moment)
    with db.writing():
        (number,) = db.rows("SELECT count(*) FROM saved_search")[0]
        if number >= _MOST_SEARCHES:
            raise SavedError(f"there are {_MOST_SEARCHES} saved searches. Delete some first.")
        if db.rows("SELECT 1 FROM saved_search WHERE name = ?", (kept.name,)):
            raise SavedError(f"there is a saved search {kept.name!r}. Choose another name.")
        db.rows(
            "INSERT INTO saved_search (id, name, query, author, created, webhook, secret, email, "
            "seen) VALUES (?, ?, ?, ?, ?, ?, ?, ?, (SELECT coalesce(max(number), 0) FROM arrival))",
            (
                *(kept.id, kept.name, query_text(kept.query), kept.author, kept.created),
                *(kept.webhook, kept.secret, kept.email),
            ),
        )
        note(db, replace(made, item=kept.id, detail=kept.name))
    return kept


def delete(db: Database, id_: str, made: Change) -> bool:
    """Delete a search with its hits; return whether there was one."""
    with db.writing():
        gone = db.rows("DELETE FROM saved_search WHERE id = ? RETURNING name", (id_,))
        for (name,) in gone:
            note(db, replace(made, item=id_, detail=name))
    return bool(gone)


_COLUMNS = "s.id, s.name, s.query, s.author, s.created, s.webhook, s.secret, s.email"


def searches(db: Database, id_: str | None = None) -> tuple[SavedSearch, ...]:
    """Return all saved searches by name, or the one of an id."""
    chosen = "" if id_ is None else "WHERE s.id = ? "
    found = db.rows(
        f"SELECT {_COLUMNS}, (SELECT count(*) FROM saved_hit h WHERE h.search = s.id) "
        f"FROM saved_search s {chosen}ORDER BY s.name",
        () if id_ is None else (id_,),
    )
    return tuple(map(_search, found))


@told_if_damaged
def _search(row: Row) -> SavedSearch:
    id_, name, query, author, created, webhook, secret, email, hits = row
    whole = text_query(query)
    return SavedSearch(id_, name, whole, author, created, webhook, secret, email, hits)


def query_text(query: Query) -> str:
    """Return a query as JSON."""
    told = {k: v for k, v in asdict(query).items() if v not in ("", None, (), 0.0)}
    return json.dumps(told, ensure_ascii=False, default=str)


def text_query(text: str) -> Query:
    """Return the query of a JSON text. Raises ``ValueError`` where it is none."""
    told: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in json.loads(text).items()
    }
    for name in ("since", "until"):
        if name in told:
            told[name] = dt.date.fromisoformat(told[name])
    return Query(**told | {"order": Order(told.get("order", Order.NEWEST))})


# --- what came in ---------------------------------------------------------------------------------


def arrived(db: Database, ids: Sequence[str]) -> None:
    """Write down, within their transaction, which articles came in or were changed.

    Nothing is written where no search asks for it.
    """
    if ids and db.rows("SELECT 1 FROM saved_search LIMIT 1"):
        db.many("INSERT INTO arrival (article_id) VALUES (?)", [(id_,) for id_ in ids])


def look(db: Database, now: str, seconds: float) -> int:
    """Ask the saved searches of what came in since they last looked; return the number of hits.

    ``now`` is the moment as text, ``seconds`` in seconds since 1970. Looks at `_LOOKED_AT`
    articles at most: more than nothing left is told by another call.
    """
    hits = 0
    while _is_behind(db):
        with db.writing():
            for search_id, query, seen in db.rows("SELECT id, query, seen FROM saved_search"):
                found = _look(db, search_id, text_query(query), seen, now)
                hits += len(found)
                if found:
                    _tell(db, search_id, found, now, seconds)
            db.rows(
                "DELETE FROM arrival WHERE number <= (SELECT coalesce(min(seen), "
                "(SELECT coalesce(max(number), 0) FROM arrival)) FROM saved_search)"
            )
    return hits


def _is_behind(db: Database) -> bool:
    last, first = db.rows("SELECT (SELECT max(number) FROM arrival), min(seen) FROM saved_search")[
        0
    ]
    return first is not None and last is not None and first < last


def _look(db: Database, search: str, query: Query, seen: int, now: str) -> list[str]:
    """Look at the next articles for one search; return the ids of its new hits."""
    sql = "SELECT number, article_id FROM arrival WHERE number > ? ORDER BY number LIMIT ?"
    came = db.rows(sql, (seen, _LOOKED_AT))
    if not came:
        return []
    articles = list(dict.fromkeys(id_ for _, id_ in came))
    keys = [key for span in _spans(db, articles) for key in within(db, query, *span)]
    new: list[str] = []
    for part in batches(keys):
        rows = db.rows(
            f"SELECT s.id, a.id FROM statement s JOIN article a ON a.key = s.article "
            f"WHERE s.key IN ({marks(part)}) AND NOT EXISTS (SELECT 1 FROM saved_hit h "
            "WHERE h.search = ? AND (h.statement = s.id OR h.statement IN "
            "(SELECT f.id FROM former_statement f WHERE f.now = s.id)))",
            (*part, search),
        )
        sql = "INSERT INTO saved_hit (search, statement, article_id, moment) VALUES (?, ?, ?, ?)"
        db.many(sql, [(search, id_, article, now) for id_, article in rows])
        new += [id_ for id_, _ in rows]
    db.rows("UPDATE saved_search SET seen = ? WHERE id = ?", (came[-1][0], search))
    return new


def _spans(db: Database, articles: Sequence[str]) -> Iterable[tuple[int, int]]:
    """Yield the first and last key of each article's statements, which stand together."""
    for part in batches(articles):
        yield from db.rows(
            "SELECT min(s.key), max(s.key) FROM statement s JOIN article a ON a.key = s.article "
            f"WHERE a.id IN ({marks(part)}) GROUP BY a.key ORDER BY 1",
            part,
        )


def hits(db: Database, search: str, since: str, until: str) -> list[str]:
    """Return the ids of the statements that a search found from a moment to another, in order."""
    found = db.rows(
        "SELECT statement FROM saved_hit WHERE search = ? AND moment >= ? AND moment < ? "
        "ORDER BY moment, statement",
        (search, since, until),
    )
    return [id_ for (id_,) in found]


# --- what is to be told ---------------------------------------------------------------------------


def _tell(db: Database, search: str, found: Sequence[str], now: str, seconds: float) -> None:
    webhook, email = db.rows("SELECT webhook, email FROM saved_search WHERE id = ?", (search,))[0]
    for way, where in ((Way.WEBHOOK, webhook), (Way.EMAIL, email)):
        if where:
            db.rows(
                "INSERT INTO delivery (id, search, kind, statements, created, next_at) "
                "VALUES (?, ?, ?, ?, ?, ?)",
                (
                    *(secrets.token_hex(_ID_BYTES), search, way.value),
                    *(json.dumps(list(found)), now, seconds),
                ),
            )


def claim(db: Database, now: float, again: float) -> Delivery | None:
    """Return what is to be told next; ``None`` where nothing is.

    It comes up once more at ``again``, unless `settle` is called: whoever tells may die.
    """
    with db.writing():
        found = db.rows(
            "UPDATE delivery SET next_at = ? WHERE id = (SELECT id FROM delivery "
            "WHERE next_at <= ? ORDER BY next_at LIMIT 1) "
            "RETURNING id, search, kind, statements, failures",
            (again, now),
        )
    if not found:
        return None
    id_, search, kind, statements, failures = found[0]
    (whole,) = searches(db, search)
    return Delivery(id_, whole, Way(kind), tuple(json.loads(statements)), failures)


def settle(db: Database, id_: str, next_at: float | None, problem: str | None) -> None:
    """Write down that something was told (no ``problem``), is tried again, or is given up."""
    with db.writing():
        if next_at is None and problem is None:
            db.rows("DELETE FROM delivery WHERE id = ?", (id_,))
            return
        db.rows(
            "UPDATE delivery SET next_at = ?, problem = ?, failures = failures + 1 WHERE id = ?",
            (next_at, problem, id_),
        )


def problems(db: Database) -> dict[str, str]:
    """Return the last problem of telling what each search found, by its id, if there is one."""
    sql = "SELECT search, problem FROM delivery WHERE problem IS NOT NULL ORDER BY created"
    return dict(db.rows(sql))
