"""SQLite: one file in WAL mode, full-text search with FTS5."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

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

# RETURNING, JSON functions and FTS5's contentless tables work from here on.
_OLDEST = (3, 38)
_WAIT_SECONDS = 60.0
_CACHE_KIB = 65536
# Pages of the write-ahead log before they go into the file: index pages change again and again.
_CHECKPOINT_PAGES = 8192
# Transactions are begun by hand. A pool may hand a connection from thread to thread.
_CONNECT: dict[str, Any] = {
    "timeout": _WAIT_SECONDS,
    "isolation_level": None,
    "check_same_thread": False,
}
# Steps of SQLite's machine between two looks at the clock: some milliseconds.
_STEPS = 100_000
_COLUMNS = {Index.STATEMENTS: ("words", "who", "tags"), Index.ARTICLES: ("words", "tags")}
# Relevance: what was said counts most, who said it less, tags nothing.
_WEIGHTS = {Index.STATEMENTS: "1.0, 0.5, 0.0", Index.ARTICLES: "1.0, 0.0"}


class SqliteDatabase:
    """A connection to a SQLite file."""

    refusals = (sqlite3.IntegrityError, sqlite3.DataError, OverflowError, UnicodeError)

    def __init__(self, path: str) -> None:
        if sqlite3.sqlite_version_info < _OLDEST:
            raise StoreError(
                f"Python uses SQLite {sqlite3.sqlite_version}; gofteh needs 3.38 or newer. "
                "Use a newer Python, or a postgresql:// database."
            )
        if path != ":memory:" and not Path(path).resolve().parent.is_dir():
            raise StoreError(f"the folder of {path} does not exist. Make it first.")
        try:
            self._connection = sqlite3.connect(path, **_CONNECT)
            self._prepare()
            self._migrate()
        except sqlite3.DatabaseError as error:
            raise StoreError(f"{path} cannot be opened as a database: {error}") from error

    def _prepare(self) -> None:
        self._use_wal()
        for pragma in (
            "synchronous = NORMAL",  # in WAL mode: safe against a killed process
            "foreign_keys = ON",
            f"wal_autocheckpoint = {_CHECKPOINT_PAGES}",
            f"cache_size = -{_CACHE_KIB}",
            "temp_store = MEMORY",
        ):
            self._connection.execute(f"PRAGMA {pragma}")

    def _use_wal(self) -> None:
        """Switch to WAL; several processes that do so at once get no fair queue from SQLite."""
        deadline = time.monotonic() + _WAIT_SECONDS
        while True:
            try:
                self._connection.execute("PRAGMA journal_mode = WAL")
                return
            except sqlite3.OperationalError:
                if time.monotonic() > deadline:
                    raise
                time.sleep(0.02)

    def _migrate(self) -> None:
        if self._schema() == SCHEMA_VERSION:
            return
        with self.writing():
            found = self._schema()
            if found > SCHEMA_VERSION:
                raise too_new(found)
            for number, script in migrations("sqlite", found):
                for statement in _statements(script):
                    self._connection.execute(statement)
                self._connection.execute(f"PRAGMA user_version = {number}")

    def _schema(self) -> int:
        return int(self.rows("PRAGMA user_version")[0][0])

    def rows(self, sql: str, values: Sequence[Any] = ()) -> list[Row]:
        """Return all rows of a query."""
        self._began = time.monotonic()
        with _told():
            found: list[Row] = self._connection.execute(sql, values).fetchall()
            return found

    def many(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        """Run a statement once for each row of values."""
        self._began = time.monotonic()
        with _told():
            self._connection.executemany(sql, rows)

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Be the only writer until the block ends: all of it is kept, or none."""
        yield from self._transaction("BEGIN IMMEDIATE")

    @contextmanager
    def reading(self) -> Iterator[None]:
        """See one unchanging state until the block ends; inside a transaction, that one."""
        if self._connection.in_transaction:
            yield
        else:
            yield from self._transaction("BEGIN")

    def _transaction(self, begin: str) -> Iterator[None]:
        self.rows(begin)
        try:
            yield
            self.rows("COMMIT")
        except BaseException:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            raise

    def index(self, index: Index, entries: Iterable[Entry]) -> None:
        """Add rows to an index."""
        columns = _COLUMNS[index]
        marks = ", ?" * len(columns)
        sql = f"INSERT INTO {index} (rowid, {', '.join(columns)}) VALUES (?{marks})"
        self.many(sql, (_values(entry, columns) for entry in entries))

    def unindex(self, index: Index, entries: Iterable[Entry]) -> None:
        """Take rows out of an index, with the very terms they were added with."""
        columns = _COLUMNS[index]
        names, marks = f"{index}, rowid, {', '.join(columns)}", ", ?" * len(columns)
        sql = f"INSERT INTO {index} ({names}) VALUES ('delete', ?{marks})"
        self.many(sql, (_values(entry, columns) for entry in entries))

    def clear(self, index: Index) -> None:
        """Take all rows out of an index."""
        self.rows(f"INSERT INTO {index} ({index}) VALUES ('delete-all')")

    def matching(
        self, index: Index, match: Match, limit: int, *, oldest: bool = False
    ) -> list[int]:
        """Return the keys of what matches, newest (or oldest) first."""
        sql = (
            f"SELECT rowid FROM {index} WHERE {index} MATCH ? AND rowid BETWEEN ? AND ? "
            f"ORDER BY rowid {'ASC' if oldest else 'DESC'} LIMIT ?"
        )
        found = self.rows(sql, (_expression(match), match.first, match.last, limit))
        return [key for (key,) in found]

    def ranked(self, index: Index, match: Match, limit: int) -> list[int]:
        """Return the keys of what matches, the most relevant first, the newer among equals."""
        sql = (
            f"SELECT rowid FROM {index} WHERE {index} MATCH ? AND rowid BETWEEN ? AND ? "
            f"ORDER BY bm25({index}, {_WEIGHTS[index]}), rowid DESC LIMIT ?"
        )
        found = self.rows(sql, (_expression(match), match.first, match.last, limit))
        return [key for (key,) in found]

    def wait_at_most(self, seconds: float) -> None:
        """Give up each query after so long, with `TooLongError`."""
        self._began = time.monotonic()

        def is_over() -> bool:
            return time.monotonic() - self._began > seconds

        self._connection.set_progress_handler(is_over, _STEPS)

    def compact(self) -> None:
        """Give back the space of what was deleted, so that no trace of it is left."""
        for index in Index:
            self.rows(f"INSERT INTO {index} ({index}) VALUES ('optimize')")
        self.rows("VACUUM")
        self.rows("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        """Let go of the connection."""
        self._connection.close()


@contextmanager
def _told() -> Iterator[None]:
    """Turn what happens to a database, not to a row, into an error a user can act on."""
    try:
        yield
    except sqlite3.OperationalError as error:
        if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_INTERRUPT:
            raise too_long() from error
        raise StoreError(
            f"the database cannot be used: {error}. "
            "Check the disk's space and rights, and who else is writing."
        ) from error


def _statements(script: str) -> Iterator[str]:
    """Yield the statements of a script: ``executescript`` would end the transaction."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


def _values(entry: Entry, columns: tuple[str, ...]) -> tuple[object, ...]:
    return (entry.key, *(" ".join(getattr(entry, column)) for column in columns))


def _expression(match: Match) -> str:
    """Return the FTS5 expression of a match. Terms hold letters, digits and ``_`` alone."""
    parts = ["(" + " OR ".join(f'"{tag}"' for tag in group) + ")" for group in match.tags]
    if match.who is not None:
        parts.append(f"who : {_fts(match.who)}")
    if match.words is not None:
        parts.append(_fts(match.words))
    return " AND ".join(parts) or f'"{EVERYTHING}"'


def _fts(node: Node) -> str:
    match node:
        case Term(key, prefix):
            return f'("{key}"*)' if prefix else f'("{key}")'
        case Phrase(keys):
            return f'("{" ".join(keys)}")'
        case AnyOf(parts):
            return "(" + " OR ".join(map(_fts, parts)) + ")"
        case Without():
            return _fts(All((node,)))
        case All(parts):
            wanted = [_fts(part) for part in parts if not isinstance(part, Without)]
            banned = [_fts(part.part) for part in parts if isinstance(part, Without)]
            found = " AND ".join(wanted) or f'"{EVERYTHING}"'
            return f"(({found}) NOT ({' OR '.join(banned)}))" if banned else f"({found})"
