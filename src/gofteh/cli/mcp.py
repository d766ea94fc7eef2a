"""``gofteh mcp``: a database for assistants, by the Model Context Protocol."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from gofteh.cli.console import Exit, ending_well, say
from gofteh.cli.serve import AllowHost, Host, Rate, listening, require_tokens
from gofteh.cli.stores import DEFAULT, Db, opened
from gofteh.extras import require

if TYPE_CHECKING:
    from gofteh.server.settings import Settings


def mcp_command(
    db: Db = DEFAULT,
    http: Annotated[
        bool, typer.Option("--http", help="Over HTTP at /mcp, instead of standard input.")
    ] = False,
    host: Host = "127.0.0.1",
    port: Annotated[
        int, typer.Option("--port", "-p", min=0, max=65535, help="0 for any that is free.")
    ] = 8461,
    allow_host: AllowHost = None,
    rate: Rate = 20.0,
) -> None:
    """Let an assistant search, quote and cite a database; it cannot change it.

    Speaks over standard input and output with the program that starts it, or over HTTP, to this
    machine alone unless there are tokens (gofteh token). Exits with 0 when stopped, with 2 when
    it could not start.
    """
    with ending_well():
        require("mcp", brings=("server",))
        from gofteh.server.settings import Limits, Settings

        with opened(db):  # a database that is not there is told now
            pass
        hosts = tuple(name.lower() for name in allow_host or ())
        settings = Settings(db, host, port, hosts, limits=Limits(rate=rate))
        if http:
            require_tokens(settings)
        started = _run(settings, http=http)
    raise typer.Exit(Exit.DONE if started else Exit.CANNOT_START)


def _run(settings: Settings, *, http: bool) -> bool:
    from gofteh.mcp.run import run_over_http, run_over_stdio

    if not http:
        if sys.stdin.isatty():
            say(
                "gofteh: an assistant starts this itself and speaks over standard input; it waits. "
                "Ctrl-C ends it, --http answers over the network."
            )
        run_over_stdio(settings)
        return True
    listeners = listening(settings.host.strip("[]"), settings.port)
    try:
        return run_over_http(settings, listeners)
    finally:
        for one in listeners:
            one.close()
