"""PostgreSQL 15 or newer: tables in the schema ``gofteh``, full-text search with tsvector.

PostgreSQL's own parser would take Persian words apart at half-spaces, so terms are handed to it
ready made.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from gofteh.passwords import without_passwords
from gofteh.store.database import (
    SCHEMA_VERSION,
    Entry,
    Index,
    Match,
    Row,
    StoreError,
    migrations,
    too_long,
    too_new,
)
from gofteh.store.query import All, AnyOf, Node, Phrase, Term, Without
from gofteh.store.tags import EVERYTHING

try:
    import psycopg
except ImportError as _error:  # an extra: most users need no server
    raise StoreError(
        "a postgresql:// database needs the driver. Install it: pip install 'gofteh[postgres]'"
    ) from _error

_OLDEST = 150000
# Any number, the same for all gofteh writers of a database.
_WRITERS = 0x676F6674
# Positions beyond this are all alike to PostgreSQL.
_LAST_POSITION = 16383
# A gap, so that no phrase runs from the words into the speaker's name.
_GAP = 10
# How often a term occurs is counted up to here.
_COUNTED = 100


class PostgresDatabase:
    """A connection to a PostgreSQL database."""

    refusals = (psycopg.IntegrityError, psycopg.DataError, psycopg.errors.ProgramLimitExceeded)

    def __init__(self, url: str) -> None:
        try:
            self._connection = psycopg.connect(url, autocommit=True, application_name="gofteh")
        except psycopg.Error as error:
            raise StoreError(without_passwords(f"cannot connect to PostgreSQL: {error}")) from None
        if self._connection.info.server_version < _OLDEST:
            raise StoreError("this PostgreSQL is older than 15. Use a newer server.")
        self.rows("SET search_path TO gofteh")
        self._migrate()

    def _migrate(self) -> None:
        if self._schema() == SCHEMA_VERSION:
            return
        with self.writing():
            self.rows("CREATE SCHEMA IF NOT EXISTS gofteh")
            found = self._schema()
            if found > SCHEMA_VERSION:
                raise too_new(found)
            for number, script in migrations("postgres", found):
                self._connection.execute(script.encode())
                self.rows(
                    "INSERT INTO meta VALUES ('schema', ?) "
                    "ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                    (str(number),),
                )

    def _schema(self) -> int:
        if self.rows("SELECT to_regclass('gofteh.meta')") == [(None,)]:
            return 0
        found = self.rows("SELECT value FROM meta WHERE name = 'schema'")
        return int(found[0][0]) if found else 0

    def rows(self, sql: str, values: Sequence[Any] = ()) -> list[Row]:
        """Return all rows of a query."""
        with _told():
            cursor = self._connection.execute(_marked(sql), values or None)
            return cursor.fetchall() if cursor.description else []

    def many(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        """Run a statement once for each row of values."""
        with _told(), self._connection.cursor() as cursor:
            cursor.executemany(_marked(sql), rows)

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Be the only writer until the block ends: all of it is kept, or none."""
        with self._connection.transaction():
            self.rows("SELECT pg_advisory_xact_lock(?)", (_WRITERS,))
            yield

    @contextmanager
    def reading(self) -> Iterator[None]:
        """See one unchanging state until the block ends; inside a transaction, that one."""
        if self._connection.info.transaction_status:
            yield
            return
        with self._connection.transaction():
            self.rows("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield

    def index(self, index: Index, entries: Iterable[Entry]) -> None:
        """Add rows to an index."""
        sql = f"INSERT INTO {index} (key, terms) VALUES (?, ?::tsvector)"
        self.many(sql, [(entry.key, _vector(entry)) for entry in entries])

    def unindex(self, index: Index, entries: Iterable[Entry]) -> None:
        """Take rows out of an index."""
        keys = [entry.key for entry in entries]
        self.rows(f"DELETE FROM {index} WHERE key = ANY(?)", (keys,))

    def clear(self, index: Index) -> None:
        """Take all rows out of an index."""
        self.rows(f"DELETE FROM {index}")

    def matching(
        self, index: Index, match: Match, limit: int, *, oldest: bool = False
    ) -> list[int]:
        """Return the keys of what matches, newest (or oldest) first."""
        sql, values = _found(index, match)
        order = "ASC" if oldest else "DESC"
        return self._keys(f"{sql} ORDER BY key {order} LIMIT ?", (*values, limit))

    def ranked(self, index: Index, match: Match, limit: int) -> list[int]:
        """Return the keys of what matches, the most relevant first, the newer among equals."""
        sql, values = _found(index, match)
        # Weights are those of D, C, B, A; 1 divides by the logarithm of the length.
        order = "ts_rank('{0, 0, 0.5, 1}', terms, ?::tsquery, 1) DESC, key DESC"
        values = (*values, _expression(match), limit)
        return self._keys(f"{sql} ORDER BY {order} LIMIT ?", values)

    def _keys(self, sql: str, values: Sequence[Any]) -> list[int]:
        # Planned anew each time: one plan for all words would be the worst for most.
        with _told():
            found = self._connection.execute(_marked(sql), values, prepare=False).fetchall()
        return [key for (key,) in found]

    def beginning(self, column: str, start: str) -> tuple[str, tuple[str, ...]]:
        """Return the condition that a column's text begins so, and its values."""
        return f"starts_with({column}, ?)", (start,)

    def frequencies(self, index: Index, terms: Sequence[str]) -> dict[str, int]:
        """Return how many rows have each of some terms, counted up to `_COUNTED`."""
        count = f"SELECT 1 FROM {index} WHERE terms @@ quote_literal(t.term)::tsquery LIMIT ?"
        sql = (
            f"SELECT t.term, (SELECT count(*) FROM ({count}) few) "
            "FROM unnest(?::text[]) AS t (term)"
        )
        found = self.rows(sql, (_COUNTED, list(terms)))
        return {term: number for term, number in found if number}

    def wait_at_most(self, seconds: float) -> None:
        """Give up each query after so long, with `TooLongError`."""
        self.rows(f"SET statement_timeout = {int(seconds * 1000)}")

    def interrupt(self) -> None:
        """Break off the query at work; may be called from another thread."""
        self._connection.cancel()

    def state(self) -> str:
        """Return what a snapshot sees: two that see the same tell the same transactions done."""
        return str(self.rows("SELECT pg_current_snapshot()::text")[0][0])

    def compact(self) -> None:
        """Give back the space of what was deleted, so that no trace of it is left."""
        self.rows("VACUUM (FULL, ANALYZE)")

    def integrity(self) -> list[str]:
        """Return nothing: the server looks after its files (``pg_amcheck``)."""
        return []

    def backup(self, target: str) -> None:
        """Raise `StoreError`: that is done with PostgreSQL's own program."""
        raise StoreError(f"a PostgreSQL database is copied with pg_dump --schema gofteh > {target}")

    def close(self) -> None:
        """Let go of the connection."""
        self._connection.close()


@contextmanager
def _told() -> Iterator[None]:
    """Turn what happens to a server, not to a row, into an error a user can act on."""
    try:
        yield
    except psycopg.errors.ProgramLimitExceeded:
        raise  # too large a row
    except psycopg.errors.QueryCanceled as error:
        raise too_long() from error
    except psycopg.OperationalError as error:
        raise StoreError(f"the PostgreSQL server cannot be used: {error}") from error


def _marked(sql: str) -> bytes:
    """Return SQL with the driver's marks; the store's own SQL has no other ``?`` or ``%``."""
    return sql.replace("?", "%s").encode()


def _vector(entry: Entry) -> str:
    """Return a tsvector's text: every term with its places and weight, tags bare."""
    places: dict[str, list[str]] = {tag: [] for tag in entry.tags}
    for position, term in enumerate(entry.words, 1):
        places.setdefault(term, []).append(f"{min(position, _LAST_POSITION)}A")
    for position, term in enumerate(entry.who, len(entry.words) + _GAP):
        places.setdefault(term, []).append(f"{min(position, _LAST_POSITION)}B")
    return " ".join(f"'{term}'{':' if at else ''}{','.join(at)}" for term, at in places.items())


def _found(index: Index, match: Match) -> tuple[str, tuple[object, ...]]:
    """Return the query for the keys of what matches, in no order, and its values."""
    said, by = match.said_by(f"{index}.key")
    sql = f"SELECT key FROM {index} WHERE terms @@ ?::tsquery AND key BETWEEN ? AND ? {said}"
    return sql, (_expression(match), match.first, match.last, *by)


def _expression(match: Match) -> str:
    """Return the tsquery of a match. Terms hold letters, digits and ``_`` alone."""
    parts = ["(" + " | ".join(f"'{tag}'" for tag in group) + ")" for group in match.tags]
    if match.who is not None:
        parts.append(_ts(match.who, "B"))
    if match.words is not None:
        parts.append(_ts(match.words, "AB"))
    return " & ".join(parts) or f"'{EVERYTHING}'"


def _ts(node: Node, weights: str) -> str:
    match node:
        case Term(key, prefix):
            return f"'{key}':{'*' if prefix else ''}{weights}"
        case Phrase(keys):
            return "(" + " <-> ".join(f"'{key}':{weights}" for key in keys) + ")"
        case Without(part):
            return f"!{_ts(part, weights)}"
        case AnyOf(parts):
            return "(" + " | ".join(_ts(part, weights) for part in parts) + ")"
        case All(parts):
            return "(" + " & ".join(_ts(part, weights) for part in parts) + ")"
