"""``gofteh ingest``: articles into a database, read and extracted on the way."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from gofteh.cli.console import (
    CannotStartError,
    Exit,
    ending_well,
    processes,
    progress,
    require_inputs,
    say,
)
from gofteh.cli.inputs import AllowPrivate
from gofteh.cli.stores import DEFAULT, Db, Durable, opened

if TYPE_CHECKING:
    from gofteh.read import ReadOptions
    from gofteh.store import Ingested, Outcome


def ingest_command(
    inputs: Annotated[
        list[str] | None,
        typer.Argument(metavar="INPUT…", help="Articles, as for extract; - for standard input."),
    ] = None,
    db: Db = DEFAULT,
    refresh: Annotated[
        bool,
        typer.Option("--refresh", help="Also read again what an older gofteh has stored."),
    ] = False,
    jobs: Annotated[
        int, typer.Option("--jobs", "-j", min=0, help="Processes; 0 for one a core.")
    ] = 1,
    durable: Durable = False,
    allow_private: AllowPrivate = False,
    persian_only: Annotated[
        bool,
        typer.Option("--persian-only", help="Pass over archived pages in other languages."),
    ] = False,
) -> None:
    """Read articles, find who said what, and store it. Safe to repeat and to interrupt.

    Exits with 0 when all was stored, with 1 when some items failed (each is named), with 2 when
    it could not start.
    """
    from gofteh.read import ReadOptions

    with ending_well():
        if not inputs and not refresh:
            raise CannotStartError("nothing to ingest. Name an INPUT, or - for standard input.")
        require_inputs(inputs or [])
        failed = _run(
            inputs or [],
            db,
            processes(jobs),
            refresh=refresh,
            reading=ReadOptions(allow_private=allow_private, persian_only=persian_only),
            durable=durable,
        )
    raise typer.Exit(Exit.SOME_FAILED if failed else Exit.DONE)


def _run(
    inputs: list[str], db: str, jobs: int, *, refresh: bool, reading: ReadOptions, durable: bool
) -> int:
    """Ingest; return how many items failed."""
    from gofteh.batch.extracting import extract_all, extract_article
    from gofteh.read import read_articles
    from gofteh.store import Outcome
    from gofteh.text.levels import Level

    work = partial(extract_article, repaired=Level.SPACING)
    extract = partial(extract_all, jobs=jobs, work=work)
    articles = read_articles(inputs, options=reading)
    totals = dict.fromkeys(Outcome, 0)
    with (
        opened(db, make=True, durable=durable) as store,
        progress("articles", shown=True) as counter,
    ):
        statements = _tell(counter.over(store.ingest(articles, extract)), totals)
        if refresh:
            statements += _tell(counter.over(store.reextract(extract)), totals)
    say(
        f"{totals[Outcome.STORED]} articles stored with {statements} statements, "
        f"{totals[Outcome.KNOWN]} known, {totals[Outcome.FAILED]} failed → {_shown(db)}"
    )
    return totals[Outcome.FAILED]


def _tell(done: Iterable[Ingested], totals: dict[Outcome, int]) -> int:
    """Count what was done and name each failure; return the number of statements."""
    from gofteh.store import Outcome

    statements = again = 0
    stored: set[int] = set()  # a number takes less room than an id
    for one in done:
        again += one.outcome is Outcome.STORED and hash(one.id) in stored
        if one.outcome is Outcome.STORED:
            stored.add(hash(one.id))
        totals[one.outcome] += 1
        statements += one.statements
        if one.failure:
            say(f"gofteh: {one.failure.item}: {one.failure.message} [{one.failure.code}]")
    if again:
        say(f"gofteh: {again} articles took the place of others of the same id, read before them")
    return statements


def _shown(db: str) -> str:
    """Return a database's place without a password."""
    scheme, found, rest = db.partition("://")
    return f"{scheme}://…@{rest.rpartition('@')[2]}" if found and "@" in rest else db
