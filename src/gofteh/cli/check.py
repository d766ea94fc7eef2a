"""``gofteh check`` and ``gofteh backup``: a database that can be relied on."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from gofteh.cli.console import CannotStartError, Exit, ending_well, say
from gofteh.cli.stores import DEFAULT, Db, opened


def check_command(db: Db = DEFAULT) -> None:
    """Read all of a database once: its pages, its index, its counts, every article.

    Exits with 0 when all is whole, with 1 when something is not (each is named), with 2 when the
    database cannot be opened at all.
    """
    found = 0
    with ending_well(), opened(db) as store:
        for problem in store.check():
            say(f"gofteh: {problem}")
            found += 1
        say(f"{found} problems" if found else "all is whole")
    raise typer.Exit(Exit.SOME_FAILED if found else Exit.DONE)


def backup_command(
    target: Annotated[Path, typer.Argument(metavar="FILE", help="A file that is not there yet.")],
    db: Db = DEFAULT,
) -> None:
    """Copy a SQLite database into a new file, while others read and write.

    Exits with 0 when the copy is whole, with 2 when it could not be made.
    """
    with ending_well():
        if target.exists():
            raise CannotStartError(f"{target} is there already. Name a new file.")
        with opened(db) as store:
            store.backup(str(target))
        say(f"→ {target}")
    raise typer.Exit(Exit.DONE)
