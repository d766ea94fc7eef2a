"""Who a browser believes to talk to: the server's own names, and pages of its own.

A page anywhere on the web can make a browser send requests to this machine. One whose name
was made to lead here (DNS rebinding) is told by the Host header; one that sends a form or a
script's request by Origin and Sec-Fetch-Site, which scripts cannot forge.
"""

from __future__ import annotations

from collections.abc import Mapping

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from gofteh.server.errors import Problem, shown
from gofteh.server.settings import Settings, is_loopback

_READING = frozenset(("GET", "HEAD", "OPTIONS"))


class OwnOrigin:
    """Refuses requests by a foreign name, and changes that pages of other sites ask for."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app = app
        self._settings = settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or refuse it."""
        problem = self._problem(scope) if scope["type"] == "http" else None
        if problem is None:
            await self._app(scope, receive, send)
        else:
            await shown(Request(scope), problem)(scope, receive, send)

    def _problem(self, scope: Scope) -> Problem | None:
        headers = Headers(scope=scope)
        host = headers.get("host", "")
        if not is_own_host(host, self._settings):
            message = (
                f"this server is not asked by the name {name_of(host)[:100]!r}. "
                "Start it with --allow-host NAME if it should be."
            )
            return Problem(421, "foreign-host", message)
        if scope["method"] not in _READING and is_foreign(headers, host):
            message = "a page of another site may not change anything here."
            return Problem(403, "foreign-origin", message)
        return None


def is_own_host(host: str, settings: Settings) -> bool:
    """Return whether a Host header names this server.

    On an address of the network any name is taken: without a token nothing is answered there.
    """
    name = name_of(host)
    if not settings.hosts and not is_loopback(settings.host):
        return bool(name)
    return is_loopback(name) or name in settings.hosts


def name_of(host: str) -> str:
    """Return a Host header's name without the port, in small letters."""
    name = host.strip().lower()
    if name.startswith("["):
        return name.partition("]")[0] + "]"
    return name.partition(":")[0].rstrip(".")


def is_foreign(headers: Mapping[str, str], host: str) -> bool:
    """Return whether a browser says that a page of another site asks."""
    site = headers.get("sec-fetch-site")
    if site is not None:
        return site not in ("same-origin", "none")
    origin = headers.get("origin")
    return origin is not None and origin.partition("://")[2].lower() != host.strip().lower()
