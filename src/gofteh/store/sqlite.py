"""SQLite: one file in WAL mode, full-text search with FTS5."""

from __future__ import annotations

import json
import os
import sqlite3
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from gofteh.store.database import (
    SCHEMA_VERSION,
    BusyError,
    DamagedError,
    Entry,
    Index,
    Match,
    Row,
    StoreError,
    migrations,
    too_long,
    too_new,
)
from gofteh.store.fts5 import expression

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
_VERSION = "PRAGMA user_version"
# "goft": what file(1) and others may know a gofteh database by.
_OURS = 0x676F6674
# The lowest byte of an error code is its kind, the others say more.
_PRIMARY = 0xFF
_BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
_DECODING = -1
_BACKUP_PAGES = 4096
_RESTORE = "Run gofteh check --db to see how much, and put a backup in its place."
_ADVICE = {
    sqlite3.SQLITE_READONLY: "It may not be written: check the rights of the file and its folder.",
    sqlite3.SQLITE_FULL: "The disk is full: make room and try again.",
    sqlite3.SQLITE_CANTOPEN: "Check that it is a file, and the rights of its folder.",
}
# Steps of SQLite's machine between two looks at the clock: some milliseconds.
_STEPS = 100_000
_COLUMNS = {Index.STATEMENTS: ("words", "who", "tags"), Index.ARTICLES: ("words", "tags")}
# Relevance: what was said counts most, who said it less, tags nothing.
_WEIGHTS = {Index.STATEMENTS: "1.0, 0.5, 0.0", Index.ARTICLES: "1.0, 0.0"}


class SqliteDatabase:
    """A connection to a SQLite file."""

    refusals = (sqlite3.IntegrityError, sqlite3.DataError, OverflowError, UnicodeError)

    def __init__(self, path: str, *, durable: bool = False) -> None:
        if sqlite3.sqlite_version_info < _OLDEST:
            raise StoreError(
                f"Python uses SQLite {sqlite3.sqlite_version}; gofteh needs 3.38 or newer. "
                "Use a newer Python, or a postgresql:// database."
            )
        self._path, self._durable = path, durable
        self._read_only = path != ":memory:" and not _can_write(path)
        self._began = 0.0
        self._connection = _read_only(path) if self._read_only else _writable(path)
        try:
            with told(path):
                self._refuse_foreign()
                self._prepare()
                self._migrate()
        except BaseException:
            self._connection.close()
            raise

    def _refuse_foreign(self) -> None:
        """Raise `StoreError` for a database of another program, before anything is written."""
        (owner,), (version,) = self.rows("PRAGMA application_id")[0], self.rows(_VERSION)[0]
        tables = {name for (name,) in self.rows("SELECT name FROM sqlite_master")}
        # Before the third migration gofteh set no application id.
        ours = owner == _OURS or (owner == 0 and (not tables or {"meta", "voice"} <= tables))
        if not ours:
            raise StoreError(
                f"{self._path} is a database of another program. Name another file with --db."
            )
        if version > SCHEMA_VERSION:
            raise too_new(version)

    def _prepare(self) -> None:
        if not self._read_only:
            self._use_wal()
        for pragma in (
            # In WAL mode NORMAL is safe against a killed process; a power cut may take the last
            # changes along, unless each is waited for.
            f"synchronous = {'FULL' if self._durable else 'NORMAL'}",
            "foreign_keys = ON",
            f"wal_autocheckpoint = {_CHECKPOINT_PAGES}",
            f"cache_size = -{_CACHE_KIB}",
            "temp_store = MEMORY",  # needs no folder for temporary files
        ):
            self._connection.execute(f"PRAGMA {pragma}")

    def _use_wal(self) -> None:
        """Switch to WAL; several processes that do so at once get no fair queue from SQLite."""
        deadline = time.monotonic() + _WAIT_SECONDS
        while True:
            try:
                self._connection.execute("PRAGMA journal_mode = WAL")
                return
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode & _PRIMARY not in _BUSY or time.monotonic() > deadline:
                    raise
                time.sleep(0.02)

    def _migrate(self) -> None:
        if self._schema() == SCHEMA_VERSION:
            return
        if self._read_only:
            raise StoreError(
                f"{self._path} was made by an older gofteh and may not be written here. "
                "Open it once where it may be."
            )
        with self.writing():
            found = self._schema()
            if found > SCHEMA_VERSION:
                raise too_new(found)
            self._connection.execute(f"PRAGMA application_id = {_OURS}")
            for number, script in migrations("sqlite", found):
                for statement in _statements(script):
                    self._connection.execute(statement)
                self._connection.execute(f"PRAGMA user_version = {number}")

    def _schema(self) -> int:
        return int(self.rows(_VERSION)[0][0])

    def rows(self, sql: str, values: Sequence[Any] = ()) -> list[Row]:
        """Return all rows of a query."""
        self._began = time.monotonic()
        with told(self._path):
            found: list[Row] = self._connection.execute(sql, values).fetchall()
            return found

    def many(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        """Run a statement once for each row of values."""
        self._began = time.monotonic()
        with told(self._path):
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
        order = "rowid ASC" if oldest else "rowid DESC"
        return [key for (key,) in self.rows(*_found(index, match, order, limit))]

    def ranked(self, index: Index, match: Match, limit: int) -> list[int]:
        """Return the keys of what matches, the most relevant first, the newer among equals."""
        order = f"bm25({index}, {_WEIGHTS[index]}), rowid DESC"
        return [key for (key,) in self.rows(*_found(index, match, order, limit))]

    def beginning(self, column: str, start: str) -> tuple[str, tuple[str, ...]]:
        """Return the condition that a column's text begins so, by its index, and its values."""
        return f"{column} >= ? AND {column} < ?", (start, f"{start}\U0010ffff")

    def frequencies(self, index: Index, terms: Sequence[str]) -> dict[str, int]:
        """Return how many rows have each of some terms."""
        table = f"temp.{index}_terms"
        of = f"fts5vocab('main', '{index}', 'row')"
        self.rows(f"CREATE VIRTUAL TABLE IF NOT EXISTS {table} USING {of}")
        sql = f"SELECT term, doc FROM {table} WHERE term IN (SELECT value FROM json_each(?))"
        return dict(self.rows(sql, (json.dumps(terms),)))

    def wait_at_most(self, seconds: float) -> None:
        """Give up each query after so long, with `TooLongError`."""
        self._began = time.monotonic()

        def is_over() -> bool:
            return time.monotonic() - self._began > seconds

        self._connection.set_progress_handler(is_over, _STEPS)
        self._connection.execute(f"PRAGMA busy_timeout = {int(seconds * 1000)}")

    def interrupt(self) -> None:
        """Break off the query at work; may be called from another thread."""
        self._connection.interrupt()

    def state(self) -> str:
        """Return SQLite's own mark, which other processes change too."""
        return str(self.rows("PRAGMA data_version")[0][0])

    def integrity(self) -> list[str]:
        """Return what SQLite finds wrong with its pages, references and full-text indexes."""
        found = [text for (text,) in self.rows("PRAGMA integrity_check(20)") if text != "ok"]
        found += [
            f"a row of {table} refers to one of {other} that is not there."
            for table, _, other, _ in self.rows("PRAGMA foreign_key_check")[:20]
        ]
        for index in () if self._read_only else Index:
            try:
                self.rows(f"INSERT INTO {index} ({index}) VALUES ('integrity-check')")
            except DamagedError:
                found.append(f"the index {index} is damaged.")
        return found

    def backup(self, target: str) -> None:
        """Copy everything into a new file, while others read and write."""
        part = f"{target}.part"
        _make(part)
        copy = sqlite3.connect(part, **_CONNECT)
        try:
            with told(part):
                self._connection.backup(copy, pages=_BACKUP_PAGES, sleep=0.01)
                (found,) = copy.execute("PRAGMA quick_check(1)").fetchone()
        except BaseException:
            copy.close()
            Path(part).unlink(missing_ok=True)
            raise
        copy.close()
        if found != "ok":
            Path(part).unlink()
            raise DamagedError(f"the copy is damaged ({found}), so the database is. {_RESTORE}")
        Path(part).replace(target)

    def compact(self) -> None:
        """Give back the space of what was deleted, so that no trace of it is left."""
        for index in Index:
            self.rows(f"INSERT INTO {index} ({index}) VALUES ('optimize')")
        self.rows("VACUUM")
        self.rows("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        """Let go of the connection."""
        self._connection.close()


def _can_write(path: str) -> bool:
    """Whether a file, or a new one in its place, may be written, and its log beside it."""
    folder = Path(path).resolve().parent
    if not folder.is_dir():
        raise StoreError(f"the folder of {path} does not exist. Make it first.")
    if not Path(path).exists():
        return True
    return os.access(path, os.W_OK) and os.access(folder, os.W_OK)


def _writable(path: str) -> sqlite3.Connection:
    if path != ":memory:" and not Path(path).exists():
        _make(path)
    with told(path):
        connection: sqlite3.Connection = sqlite3.connect(path, **_CONNECT)
    return connection


def _make(path: str) -> None:
    """Make an empty file that only its owner reads: SQLite's own files beside it follow it."""
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except FileExistsError:
        return  # another process was faster
    except OSError as error:
        message = f"{path} cannot be made ({error.strerror}). Check the folder's rights and space."
        raise StoreError(message) from error


def _read_only(path: str) -> sqlite3.Connection:
    """Return a connection that writes nothing, not even beside the file if there is no log."""
    place = Path(path).resolve().as_uri()
    for how in ("mode=ro", "mode=ro&immutable=1"):
        connection: sqlite3.Connection = sqlite3.connect(f"{place}?{how}", uri=True, **_CONNECT)
        try:
            connection.execute(_VERSION).fetchone()
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
            return connection
        except sqlite3.OperationalError as error:
            connection.close()
            log = Path(f"{path}-wal")
            if "immutable" in how or (log.exists() and log.stat().st_size):
                message = (
                    f"{path} may not be written, and cannot be read so: {error}. "
                    "Its log is not empty; open it once where it may be written."
                )
                raise StoreError(message) from error
        except sqlite3.DatabaseError as error:
            connection.close()
            raise _explained(error, path) from error
    raise AssertionError("one of the two ways returns or raises")


@contextmanager
def told(path: str) -> Iterator[None]:
    """Turn what happens to a database, not to a row, into an error a user can act on."""
    try:
        yield
    except (sqlite3.IntegrityError, sqlite3.DataError, sqlite3.ProgrammingError):
        raise
    except sqlite3.DatabaseError as error:
        raise _explained(error, path) from error


def _explained(error: sqlite3.DatabaseError, path: str) -> StoreError:
    code = getattr(error, "sqlite_errorcode", None)
    kind = _DECODING if code is None and "decode" in str(error) else (code or 0) & _PRIMARY
    if kind == sqlite3.SQLITE_INTERRUPT:
        return too_long()
    if kind in _BUSY:
        return BusyError("another writer keeps the database. See who else is writing; try again.")
    if kind == sqlite3.SQLITE_NOTADB:
        return DamagedError(
            f"{path} cannot be opened as a database: it is none, or damaged. {_RESTORE}"
        )
    if kind in (sqlite3.SQLITE_CORRUPT, _DECODING):
        return DamagedError(f"{path} is damaged ({error}). {_RESTORE}")
    advice = _ADVICE.get(kind, "Check the disk's space and rights, and who else is writing.")
    return StoreError(f"{path} cannot be used as a database: {error}. {advice}")


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


def _found(index: Index, match: Match, order: str, limit: int) -> tuple[str, tuple[object, ...]]:
    """Return the query for the keys of what matches, and its values."""
    said, by = match.said_by(f"{index}.rowid")
    sql = (
        f"SELECT rowid FROM {index} WHERE {index} MATCH ? AND rowid BETWEEN ? AND ? {said}"
        f"ORDER BY {order} LIMIT ?"
    )
    return sql, (expression(match), match.first, match.last, *by, limit)
