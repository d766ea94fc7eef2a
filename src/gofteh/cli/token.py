"""``gofteh token``: who may use a server, and what for."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

import typer

from gofteh.cli.console import CannotStartError, Exit, ending_well, say
from gofteh.cli.stores import DEFAULT, Db, last_day, opened
from gofteh.roles import Role

token_app = typer.Typer(
    help="Make, list and take back the tokens of a server.",
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
Name = Annotated[str, typer.Argument(metavar="NAME", help="Who or what it is for.")]


@token_app.command("add")
def add(
    name: Name,
    role: Annotated[
        Role,
        typer.Option("--role", help="Readers read; editors correct and ingest; admins delete."),
    ] = Role.READER,
    expires: Annotated[
        str | None,
        typer.Option("--expires", metavar="DATE", help="Good until this day ends: 1404/12/29."),
    ] = None,
    db: Db = DEFAULT,
) -> None:
    """Make a token and print it, this once: the database keeps a hash alone."""
    with ending_well(), opened(db, make=True) as store:
        from gofteh.store.tokens import TokenError

        try:
            token = store.add_token(name, role, end_of(expires))
        except TokenError as error:
            raise CannotStartError(str(error)) from error
    typer.echo(token)
    say(f"the token of {name}, {role}. It is shown this once.")
    raise typer.Exit(Exit.DONE)


@token_app.command("list")
def list_(db: Db = DEFAULT) -> None:
    """List of all tokens name, role, when they were made, end, and were last used."""
    with ending_well(), opened(db) as store:
        for token in store.tokens():
            parts = token.name, token.role, token.created, token.expires or "-", token.used or "-"
            typer.echo("\t".join(parts))
    raise typer.Exit(Exit.DONE)


@token_app.command("log")
def log(
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, help="So many, the newest.")] = 100,
    db: Db = DEFAULT,
) -> None:
    """List who changed what, the newest first: moment, token, change, what was changed."""
    with ending_well(), opened(db) as store:
        for one in store.changes(limit):
            parts = one.moment, one.token or "-", one.change, one.item or "-", one.detail or "-"
            typer.echo("\t".join(" ".join(part.split()) for part in parts))
    raise typer.Exit(Exit.DONE)


def end_of(day: str | None) -> dt.datetime | None:
    """Return the moment at which a day ends in Tehran."""
    last = last_day(day)
    if last is None:
        return None
    from gofteh.read.dates import TEHRAN

    return dt.datetime.combine(last, dt.time(23, 59, 59), TEHRAN)


@token_app.command("revoke")
def revoke(name: Name, db: Db = DEFAULT) -> None:
    """Take a token back; running servers refuse it from now on."""
    with ending_well(), opened(db) as store:
        if not store.revoke_token(name):
            raise CannotStartError(f"there is no token {name}. See: gofteh token list")
    say(f"revoked: {name}")
    raise typer.Exit(Exit.DONE)
