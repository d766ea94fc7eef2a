"""``gofteh token``: who may use a server, and what for."""

from __future__ import annotations

from typing import Annotated

import typer

from gofteh.cli.console import CannotStartError, Exit, ending_well, say
from gofteh.cli.stores import DEFAULT, Db, opened
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
    db: Db = DEFAULT,
) -> None:
    """Make a token and print it, this once: the database keeps a hash alone."""
    with ending_well(), opened(db, make=True) as store:
        from gofteh.store.tokens import TokenError

        try:
            token = store.add_token(name, role)
        except TokenError as error:
            raise CannotStartError(str(error)) from error
    typer.echo(token)
    say(f"the token of {name}, {role}. It is shown this once.")
    raise typer.Exit(Exit.DONE)


@token_app.command("list")
def list_(db: Db = DEFAULT) -> None:
    """List name, role and date of all tokens."""
    with ending_well(), opened(db) as store:
        for token in store.tokens():
            typer.echo(f"{token.name}\t{token.role}\t{token.created}")
    raise typer.Exit(Exit.DONE)


@token_app.command("revoke")
def revoke(name: Name, db: Db = DEFAULT) -> None:
    """Take a token back; running servers refuse it from now on."""
    with ending_well(), opened(db) as store:
        if not store.revoke_token(name):
            raise CannotStartError(f"there is no token {name}. See: gofteh token list")
    say(f"revoked: {name}")
    raise typer.Exit(Exit.DONE)
