"""``gofteh wordings``: one statement as every outlet of a database words it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer

from gofteh.cli.console import CannotStartError, Exit, ending_well, say
from gofteh.cli.stores import DEFAULT, Db, opened

if TYPE_CHECKING:
    from gofteh.records import Change
    from gofteh.store import Member, Store, StoredStatement
    from gofteh.store.linked.runs import Run


def wordings_command(
    statement: Annotated[
        str, typer.Argument(metavar="ID", help="A statement's id, as gofteh search tells it.")
    ],
    json: Annotated[
        bool, typer.Option("--json", help="One JSON object, on a terminal too.")
    ] = False,
    db: Db = DEFAULT,
) -> None:
    """Show one statement in all outlets: who had it first, and what the others changed.

    The earliest telling comes first; the changes of the others are against it. On a terminal a
    list to read, with words that the earliest has not as {+these+}, and those it has as [-these-];
    in a pipe one JSON object, the REST API's. Exits with 0, with 2 when there is no such statement.
    """
    with ending_well(), opened(db) as store:
        found = store.statement(statement)
        if found is None:
            raise CannotStartError(
                f"there is no statement {statement!r} in {db}. gofteh search tells the ids."
            )
        if json or not sys.stdout.isatty():
            _print_json(store, found)
        else:
            _print_list(store, found)
    raise typer.Exit(Exit.DONE)


def _print_json(store: Store, found: StoredStatement) -> None:
    from gofteh.report.jsonlines import encode_line
    from gofteh.store.jsonrecords import stored_record
    from gofteh.store.linked.jsonrecords import family_record

    family = store.links.siblings(found.statement.id)
    record: dict[str, Any] = {
        "family": family_record(family) if family else None,
        "repeats": [stored_record(one) for one in store.links.repeats(found.statement.id)],
    }
    typer.echo(encode_line(record), nl=False)


def _print_list(store: Store, found: StoredStatement) -> None:
    from rich.console import Console
    from rich.text import Text

    from gofteh.report.wellformed import inline
    from gofteh.store.linked.runs import runs_of

    console = Console(highlight=False, emoji=False)
    family = store.links.siblings(found.statement.id)
    if family is None:
        _print_head(console, found, "")
        console.print(Text(inline(found.said)))
        say("no other article of this database tells it")
        return
    first = family.members[0].stored
    for member in family.members:
        runs = tuple(runs_of(first, member))
        how = "earliest" if member.stored is first else _how(member, runs)
        _print_head(console, member.stored, how)
        console.print(Text.assemble(*map(_run, runs)))
        for change in member.changes:
            console.print(_changed(change))
        console.print()
    outlets = {member.stored.article.outlet for member in family.members}
    say(f"{len(family.members)} tellings, {len(outlets)} outlets")


def _how(member: Member, runs: tuple[Run, ...]) -> str:
    """Return how a telling stands to the earliest, and where it has the words from."""
    from gofteh.store.linked.runs import Part

    edited = "part" if member.relation == "part" else "edited"
    how = "the same words" if all(run.part is Part.SAME for run in runs) else edited
    return f"{how}, from {member.origin}" if member.origin else how


def _print_head(console: Any, stored: StoredStatement, how: str) -> None:
    from rich.text import Text

    from gofteh.report.wellformed import one_line

    article = stored.article
    where = (article.outlet, article.published, stored.speaker_name, how)
    shown = " · ".join(one_line(part) for part in where if part)
    console.print(
        Text.assemble((shown, "bold"), (f" · {stored.statement.id}", "dim")), soft_wrap=True
    )


def _run(run: Run) -> Any:
    """Return a run of words as it is shown: what the earliest lacks, and what it has instead."""
    from rich.text import Text

    from gofteh.report.wellformed import inline
    from gofteh.store.linked.runs import Part

    if run.part is Part.CUT:
        return Text("[…] ", style="dim")
    if run.part is Part.SAME:
        return Text(inline(run.text))
    before = f"[-{inline(run.before.strip())}-] " if run.before.strip() else ""
    after = f"{{+{inline(run.text.strip())}+}} " if run.text.strip() else ""
    return Text.assemble((before, "red"), (after, "bold green"))


def _changed(change: Change) -> object:
    from rich.text import Text

    from gofteh.report.wellformed import one_line

    before, after = (one_line(words) or "–" for words in (change.before, change.after))
    return Text(f"{change.flag.value}: {before} → {after}", style="yellow")
