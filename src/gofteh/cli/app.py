"""The commands of ``gofteh`` under their names."""

from __future__ import annotations

from typing import Annotated

import typer

from gofteh.cli.check import backup_command, check_command
from gofteh.cli.correct import correct_command
from gofteh.cli.evaluate import evaluate_command
from gofteh.cli.explain import explain_command
from gofteh.cli.export import export_command
from gofteh.cli.extract import extract_command
from gofteh.cli.forget import forget_command
from gofteh.cli.ingest import ingest_command
from gofteh.cli.link import link_command
from gofteh.cli.mcp import mcp_command
from gofteh.cli.read import read_command
from gofteh.cli.repair import repair_command
from gofteh.cli.schema import schema_command
from gofteh.cli.search import search_command
from gofteh.cli.serve import serve_command
from gofteh.cli.token import token_app
from gofteh.cli.verify import verify_command
from gofteh.cli.watch import watch_command
from gofteh.cli.wordings import wordings_command
from gofteh.version import __version__

app = typer.Typer(
    name="gofteh",
    help="Who said what, in Persian news: every statement with its speaker and exact place.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"gofteh {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    _version: Annotated[
        bool,
        typer.Option("--version", callback=_show_version, is_eager=True, help="Print the version."),
    ] = False,
) -> None:
    """Who said what, in Persian news: every statement with its speaker and exact place."""


app.command("extract")(extract_command)
app.command("read")(read_command)
app.command("repair")(repair_command)
app.command("explain")(explain_command)
app.command("verify")(verify_command)
app.command("evaluate")(evaluate_command)
app.command("link")(link_command)
app.command("schema")(schema_command)
app.command("ingest")(ingest_command)
app.command("search")(search_command)
app.command("wordings")(wordings_command)
app.command("export")(export_command)
app.command("correct")(correct_command)
app.command("forget")(forget_command)
app.command("check")(check_command)
app.command("backup")(backup_command)
app.command("serve")(serve_command)
app.command("mcp")(mcp_command)
app.command("watch")(watch_command)
app.add_typer(token_app, name="token")
