"""``gofteh serve``: the pages and the API over a database."""

from __future__ import annotations

import os
import signal
import socket
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from gofteh.cli.console import CannotStartError, Exit, ending_well, processes, say
from gofteh.cli.stores import DEFAULT, Durable, opened
from gofteh.extras import require

if TYPE_CHECKING:
    from gofteh.server.settings import Settings

# Bytes of a socket's path: what every system allows, less what the name of one adds to the folder.
_SOCKET = 103 - len("/pymp-12345678/listener-12345678")
# What ends a server; the last is a terminal that was closed.
_STOPS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)

# What every command that listens is told.
Host = Annotated[str, typer.Option("--host", metavar="HOST", help="The address to listen on.")]
AllowHost = Annotated[
    list[str] | None,
    typer.Option(
        "--allow-host",
        metavar="NAME",
        help="A name by which the server may be asked, behind a proxy say; repeatable.",
    ),
]
Rate = Annotated[
    float,
    typer.Option("--rate", min=0, help="Requests a second for each client; 0: any number."),
]


def serve_command(
    db: Annotated[
        str | None,
        typer.Option(
            "--db",
            metavar="DB",
            envvar="GOFTEH_DB",
            help=f"A SQLite file or a postgresql:// address; {DEFAULT} if none is named.",
        ),
    ] = None,
    host: Host = "127.0.0.1",
    port: Annotated[
        int, typer.Option("--port", "-p", min=0, max=65535, help="0 for any that is free.")
    ] = 8460,
    allow_host: AllowHost = None,
    rate: Rate = 20.0,
    jobs: Annotated[
        int,
        typer.Option("--jobs", "-j", min=1, help="Processes that extract what comes in bulk."),
    ] = 1,
    durable: Durable = False,
    public_url: Annotated[
        str | None,
        typer.Option(
            "--public-url",
            metavar="URL",
            help="Where people see this server: for links in feeds and messages.",
        ),
    ] = None,
    smtp: Annotated[
        str | None,
        typer.Option(
            "--smtp",
            metavar="URL",
            envvar="GOFTEH_SMTP",
            help="What e-mail goes through: smtps://USER:PASSWORD@HOST, smtp+starttls://…, smtp://…",
        ),
    ] = None,
    mail_from: Annotated[
        str, typer.Option("--mail-from", metavar="ADDRESS", help="Whom its e-mail is from.")
    ] = "gofteh@localhost",
    private_hooks: Annotated[
        bool,
        typer.Option("--private-hooks", help="Let webhooks lead to private networks too."),
    ] = False,
    demo: Annotated[
        bool,
        typer.Option("--demo", help="Show the demo articles; what is changed goes at the end."),
    ] = False,
) -> None:
    """Serve the pages and the API until Ctrl-C.

    Listens to this machine alone unless told otherwise; others need tokens (gofteh token).
    Exits with 0 when stopped, with 2 when it could not start.
    """
    with ending_well():
        require("server")
        from gofteh.server.settings import Limits, Settings

        if demo and db is not None and "GOFTEH_DB" not in os.environ:
            raise CannotStartError("--demo has a database of its own: leave --db out.")
        _require_room_for_sockets(tempfile.gettempdir())
        with _database(db or DEFAULT, demo=demo) as place:
            hosts = tuple(name.lower() for name in allow_host or ())
            limits = Limits(rate=rate)
            told = (public_url, smtp, mail_from, private_hooks)
            settings = Settings(
                *(place, host, port, hosts, demo, processes(jobs), durable, limits, *told)
            )
            _require_mail(settings)
            require_tokens(settings)
            _run(settings)
    raise typer.Exit(Exit.DONE)


@contextmanager
def _database(place: str, *, demo: bool) -> Iterator[str]:
    """Yield the place of the database; that of the demo is made now and goes at the end."""
    if not demo:
        yield place
        return
    from gofteh.batch.extracting import extract_all
    from gofteh.read import read_articles

    with tempfile.TemporaryDirectory(prefix="gofteh-demo-") as folder:
        path = str(Path(folder) / "demo.db")
        with opened(path, make=True) as store:
            for _ in store.ingest(read_articles([str(demo_pages())]), extract_all):
                pass
        yield path


def demo_pages() -> Path:
    """Return the folder of the demo pages: in the package, or beside it in a checkout."""
    package = Path(__file__).resolve().parents[1]
    for folder in (package / "examples" / "pages", package.parents[1] / "examples" / "pages"):
        if folder.is_dir():
            return folder
    raise CannotStartError("the demo pages are not installed. Run it in a checkout of gofteh.")


def _require_room_for_sockets(folder: str) -> None:
    if len(os.fsencode(folder)) > _SOCKET:
        raise CannotStartError(
            f"the server's processes talk through sockets, and those in {folder} would have too "
            f"long a path. Name a folder of at most {_SOCKET} bytes: TMPDIR=/tmp gofteh serve …"
        )


def _require_mail(settings: Settings) -> None:
    from gofteh.alerts.mail import MailError
    from gofteh.server.app import telling_of

    if settings.public and not settings.public.lower().startswith(("http://", "https://")):
        raise CannotStartError("--public-url begins with http:// or https://.")
    try:
        telling_of(settings)
    except MailError as error:
        raise CannotStartError(str(error)) from error


def require_tokens(settings: Settings) -> None:
    """Raise `CannotStartError` where others could ask and no token says who may."""
    with opened(settings.db, make=True) as store:
        has_tokens = bool(store.tokens())
        if settings.is_local and not has_tokens and store.had_tokens():
            say(
                "gofteh: all tokens were revoked, so this server answers nobody. "
                "Make one: gofteh token add NAME --role reader"
            )
    if settings.is_local or has_tokens:
        return
    raise CannotStartError(
        f"others could ask this server ({settings.host}), and no token says who may. "
        f"Make one first: gofteh token add NAME --role reader --db {_shown(settings.db)}"
    )


def _shown(db: str) -> str:
    return "…" if "://" in db else db


def _run(settings: Settings) -> None:
    from gofteh.server.app import create_app
    from gofteh.server.listener import GONE, listener

    # A service manager stops a server so; what was made for it goes then, too.
    for number in _STOPS:
        if signal.getsignal(number) is not signal.SIG_IGN:  # under nohup a hang-up is nothing
            signal.signal(number, signal.default_int_handler)
    app = create_app(settings)
    listeners = listening(settings.host.strip("[]"), settings.port)
    app.state.workshop.start()
    server = listener(app, settings)
    with suppress(KeyboardInterrupt):
        server.run(listeners)
    for one in listeners:
        one.close()
    if server.should_exit:
        signal.alarm(GONE)  # what is left is quick, unless it hangs
    if not server.started:
        raise typer.Exit(Exit.CANNOT_START)


def listening(host: str, port: int) -> list[socket.socket]:
    """Return a socket for each address of a host: what is in use is told before any work is done.

    Whoever asks before the server is ready waits for it.
    """
    made: list[socket.socket] = []
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
        for family, address in dict.fromkeys((family, place) for family, *_, place in found):
            made.append(socket.create_server(address[:2], family=family))
    except OSError as error:
        for one in made:
            one.close()
        why = (error.strerror or str(error)).partition(" (while")[0].lower()
        raise CannotStartError(
            f"cannot listen on {host}, port {port}: {why}. Name others: --host, --port."
        ) from error
    return made
