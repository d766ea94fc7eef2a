"""The database that a command works on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from gofteh.cli.console import CannotStartError

if TYPE_CHECKING:
    import datetime as dt

    from gofteh.store import Query, Store

Db = Annotated[
    str,
    typer.Option(
        "--db",
        metavar="DB",
        envvar="GOFTEH_DB",
        help="A SQLite file or a postgresql:// address.",
    ),
]
Outlets = Annotated[
    list[str] | None, typer.Option("--outlet", metavar="NAME", help="Of this outlet; repeatable.")
]
Since = Annotated[
    str | None,
    typer.Option("--since", metavar="DATE", help="From this day, month or year: 1402/05, 2023."),
]
Until = Annotated[
    str | None, typer.Option("--until", metavar="DATE", help="To the end of this day, month, year.")
]
Durable = Annotated[
    bool,
    typer.Option("--durable", help="Each change is on the disk before it is told done; slower."),
]
DEFAULT = "gofteh.db"


@contextmanager
def opened(place: str, *, make: bool = False, durable: bool = False) -> Iterator[Store]:
    """Yield the store at a place; what goes wrong with it ends the command with a reason."""
    from gofteh.store import QueryError, StoreError, open_store

    try:
        with open_store(place, make=make, durable=durable) as store:
            yield store
    except (StoreError, QueryError) as error:
        raise CannotStartError(str(error)) from error


def first_day(text: str | None) -> dt.date | None:
    """Return the first day of what ``--since`` says."""
    return _days(text)[0] if text else None


def last_day(text: str | None) -> dt.date | None:
    """Return the last day of what ``--until`` says."""
    return _days(text)[1] if text else None


def _days(text: str) -> tuple[dt.date, dt.date]:
    from gofteh.store import days_of

    try:
        return days_of(text)
    except ValueError as error:
        raise CannotStartError(str(error)) from error


def article_query(
    words: str, outlets: list[str] | None, since: str | None, until: str | None
) -> Query:
    """Return the query for whole articles."""
    from gofteh.store import Query

    return Query(words, outlets=tuple(outlets or ()), since=first_day(since), until=last_day(until))
