"""What the store asks of a database: SQL with ``?``, transactions, and an index of terms.

The SQL of the other modules runs on both databases as it is. Only what full-text search makes
them differ in, and how they connect, is in `gofteh.store.sqlite` and `gofteh.store.postgres`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from enum import StrEnum
from functools import wraps
from importlib.resources import files
from typing import Any, ParamSpec, Protocol, TypeVar

from gofteh.errors import GoftehError
from gofteh.store.moments import LAST_KEY
from gofteh.store.query import Node, QueryError

Row = tuple[Any, ...]

# The newest migration that this gofteh knows.
SCHEMA_VERSION = 6


class StoreError(GoftehError):
    """The database cannot be used as asked; the message says what to do."""


class TooLongError(StoreError):
    """A query took longer than the store was told to wait."""


class BusyError(StoreError):
    """Another writer was at work for longer than the store was told to wait."""


class DamagedError(StoreError):
    """The database's content is not what was written."""


class Index(StrEnum):
    """The two full-text indexes."""

    STATEMENTS = "statement_search"
    ARTICLES = "article_search"


@dataclass(frozen=True, slots=True)
class Entry:
    """What one row is found by: terms of its words, of who speaks, and its tags."""

    key: int
    words: tuple[str, ...]
    who: tuple[str, ...]
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """What to look for: words anywhere, words in who speaks, and tags.

    Every group of ``tags`` must hold one that the row has; ``first`` and ``last`` bound the key.
    ``person`` is the row key of who said it over all articles; tags of the names narrow it down.
    """

    words: Node | None = None
    who: Node | None = None
    tags: tuple[tuple[str, ...], ...] = ()
    first: int = 0
    last: int = LAST_KEY
    person: int | None = None

    def said_by(self, key: str) -> tuple[str, tuple[int, ...]]:
        """Return a condition on the row of a statement, ``key``, and the condition's values."""
        if self.person is None:
            return "", ()
        return f"AND {_SAID_BY.format(key)} ", (self.person,)


_SAID_BY = (
    "EXISTS (SELECT 1 FROM statement said JOIN naming by_whom ON by_whom.article = said.article "
    "AND by_whom.number = said.voice WHERE said.key = {} AND by_whom.person = ?)"
)


class Database(Protocol):
    """One connection. Not to be shared between threads."""

    @property
    def refusals(self) -> tuple[type[Exception], ...]:
        """The exceptions that the values of one row cause."""

    def rows(self, sql: str, values: Sequence[Any] = ()) -> list[Row]:
        """Return all rows of a query (of a statement with RETURNING, too)."""

    def many(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        """Run a statement once for each row of values."""

    def writing(self) -> AbstractContextManager[None]:
        """Be the only writer until the block ends: all of it is kept, or none."""

    def reading(self) -> AbstractContextManager[None]:
        """See one unchanging state of the database until the block ends."""

    def index(self, index: Index, entries: Iterable[Entry]) -> None:
        """Add rows to an index."""

    def unindex(self, index: Index, entries: Iterable[Entry]) -> None:
        """Take rows out of an index, with the very terms they were added with."""

    def clear(self, index: Index) -> None:
        """Take all rows out of an index."""

    def matching(
        self, index: Index, match: Match, limit: int, *, oldest: bool = False
    ) -> list[int]:
        """Return the keys of what matches, newest (or oldest) first."""

    def ranked(self, index: Index, match: Match, limit: int) -> list[int]:
        """Return the keys of what matches, the most relevant first, the newer among equals."""

    def beginning(self, column: str, start: str) -> tuple[str, tuple[str, ...]]:
        """Return the condition that a column's text begins so, by its index, and its values."""

    def frequencies(self, index: Index, terms: Sequence[str]) -> dict[str, int]:
        """Return how many rows have each of some terms, those that none has left out.

        What costs little: a database may stop counting at some number, and may still count rows
        that were deleted.
        """

    def wait_at_most(self, seconds: float) -> None:
        """Give up each query (`TooLongError`), and the wait for another writer, after so long."""

    def interrupt(self) -> None:
        """Break off the query at work; may be called from another thread."""

    def state(self) -> str:
        """Return a mark that is another one once any other connection has changed anything.

        Marks of two connections cannot be compared, nor do changes of its own count.
        """

    def compact(self) -> None:
        """Give back the space of what was deleted, so that no trace of it is left."""

    def integrity(self) -> list[str]:
        """Return what the database itself finds wrong with its files; of a server's, nothing."""

    def backup(self, target: str) -> None:
        """Copy everything into a new file, while others read and write."""

    def close(self) -> None:
        """Let go of the connection."""


Given = ParamSpec("Given")
Made = TypeVar("Made")


def told_if_damaged(read: Callable[Given, Made]) -> Callable[Given, Made]:
    """Let a function that makes records of rows tell by `DamagedError` what no record is made of.

    What gofteh writes can be read again; where it cannot, something else wrote over it.
    """

    @wraps(read)
    def told(*args: Given.args, **more: Given.kwargs) -> Made:
        try:
            return read(*args, **more)
        except QueryError:
            raise
        except (ValueError, KeyError, IndexError, TypeError) as error:
            message = f"what is stored cannot be read ({error}). Run gofteh check."
            raise DamagedError(message) from error

    return told


def migrations(dialect: str, since: int) -> list[tuple[int, str]]:
    """Return the numbers and scripts of the migrations after ``since``, in order."""
    folder = files("gofteh.store") / "migrations" / dialect
    found = sorted((int(path.name[:4]), path) for path in folder.iterdir())
    return [(number, path.read_text("utf-8")) for number, path in found if number > since]


def too_long() -> TooLongError:
    """Return the error for a query that was given up."""
    return TooLongError("the query takes too long. Ask for less: more words, fewer days.")


def too_new(found: int) -> StoreError:
    """Return the error for a database that a newer gofteh has made."""
    return StoreError(
        f"this database has schema {found}, this gofteh knows up to {SCHEMA_VERSION}. "
        "Update gofteh."
    )
