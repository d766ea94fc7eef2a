"""``gofteh forget``: articles out of a database, without a trace."""

from __future__ import annotations

from typing import Annotated

import typer

from gofteh.cli.console import CannotStartError, Exit, ending_well, say
from gofteh.cli.stores import DEFAULT, Db, first_day, opened


def forget_command(
    ids: Annotated[
        list[str] | None, typer.Argument(metavar="ID…", help="Articles, by their ids.")
    ] = None,
    before: Annotated[
        str | None,
        typer.Option("--before", metavar="DATE", help="All published before this; undated stay."),
    ] = None,
    no_compact: Annotated[
        bool,
        typer.Option("--no-compact", help="Do not rewrite the files: traces stay in them."),
    ] = False,
    db: Db = DEFAULT,
) -> None:
    """Delete articles with their statements, corrections, errors and index entries.

    Exits with 0 when done, with 1 when some ids are not there, with 2 when it could not start.
    """
    with ending_well():
        if bool(ids) == bool(before):
            raise CannotStartError("name the articles' ids, or --before a date.")
        day = first_day(before)
        with opened(db) as store:
            gone = store.forget_before(day) if day else store.forget(ids or [])
            if not no_compact:
                store.compact()
        say(f"{gone} articles forgotten")
    missing = len(set(ids or [])) - gone if ids else 0
    raise typer.Exit(Exit.SOME_FAILED if missing else Exit.DONE)
