"""The server as it runs: over standard input and output, or over HTTP under the server's guards."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from socket import socket

from mcp.server.transport_security import TransportSecuritySettings
from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from gofteh.mcp.assistant import make_server, tools_of
from gofteh.mcp.tools import Tools
from gofteh.roles import Role
from gofteh.server.errors import Problem, shown
from gofteh.server.listener import listener
from gofteh.server.security.access import admitted
from gofteh.server.security.limits import RequestLimits
from gofteh.server.security.origin import OwnOrigin
from gofteh.server.security.rate import RateLimit
from gofteh.server.settings import Settings
from gofteh.server.workshop import WorkFailedError

PATH = "/mcp"


def run_over_stdio(settings: Settings) -> None:
    """Answer the one who started this process, until standard input ends."""
    with _tools(settings) as tools:
        make_server(tools).run("stdio")


def run_over_http(settings: Settings, listeners: Sequence[socket]) -> bool:
    """Answer whoever asks on these sockets, until told to stop; return whether it ever did."""
    with _tools(settings) as tools:
        server = listener(make_app(settings, tools), settings)
        with suppress(KeyboardInterrupt):
            server.run(list(listeners))
    return server.started


def make_app(settings: Settings, tools: Tools) -> ASGIApp:
    """Return the application: guarded as the REST API is; a token of any role lets read."""
    app = make_server(tools).streamable_http_app(
        streamable_http_path=PATH,
        json_response=True,
        stateless_http=True,  # no call depends on the one before
        max_request_body_size=settings.limits.body,
        # `OwnOrigin` does that, for the names that this server was told of too.
        transport_security=TransportSecuritySettings(enable_dns_rebinding_protection=False),
    )
    app.state.settings, app.state.stores = settings, tools.stores
    app.add_middleware(Admission)
    # The last added is asked first.
    app.add_middleware(RequestLimits, limits=settings.limits)
    app.add_middleware(RateLimit, limits=settings.limits)
    app.add_middleware(OwnOrigin, settings=settings)
    return app


class Admission:
    """Lets in who may read: anybody on this machine while there is no token, else with one."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or tell why not."""
        if scope["type"] == "http":
            request = Request(scope)
            try:
                await admitted(request, Role.READER)
            except Problem as problem:
                await shown(request, problem)(scope, receive, send)
                return
        await self._app(scope, receive, send)


@contextmanager
def _tools(settings: Settings) -> Iterator[Tools]:
    """Yield the tools; the process that extracts is made ready meanwhile, and ended behind."""
    tools = tools_of(settings)
    threading.Thread(target=_ready, args=(tools,), daemon=True).start()
    try:
        yield tools
    finally:
        tools.close()


def _ready(tools: Tools) -> None:
    with suppress(WorkFailedError):  # the call that needs it tells why
        tools.workshop.start()
