"""How large the body of a request may be, and how slowly it may come."""

from __future__ import annotations

import asyncio
import time

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from gofteh.server.errors import Problem, shown
from gofteh.server.settings import Limits

# The lines of an ingest are limited one by one instead.
_UNBOUNDED = frozenset(("/api/v1/ingest",))
_MOST_DIGITS = 15


class RequestLimits:
    """Answers 413 or 408 where a body is too large or too slow; tells all how large it may be.

    What is done with a request is bounded elsewhere, by its size (`Limits.characters`) and by
    time (`Limits.query`): a thread at work cannot be stopped from here.
    """

    def __init__(self, app: ASGIApp, limits: Limits) -> None:
        self._app, self._limits = app, limits

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on within its limits."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message)["Gofteh-Body-Limit"] = str(self._limits.body)
            await send(message)

        problem = self._problem(scope)
        if problem is None:
            await self._app(scope, self._counted(scope, receive), with_headers)
        else:
            await shown(Request(scope), problem)(scope, receive, with_headers)

    def _problem(self, scope: Scope) -> Problem | None:
        told = Headers(scope=scope).get("content-length", "0")
        if not told.isascii() or not told.isdecimal():
            return Problem(400, "bad-length", "Content-Length is no number.")
        if scope["path"] in _UNBOUNDED:
            return None
        is_large = len(told) > _MOST_DIGITS or int(told) > self._limits.body
        return self._too_large() if is_large else None

    def _counted(self, scope: Scope, receive: Receive) -> Receive:
        bounded = scope["path"] not in _UNBOUNDED
        began, size, ended = time.monotonic(), 0, False

        async def counted() -> Message:
            nonlocal size, ended
            if ended:  # all is here; what comes next is that the client leaves
                return await receive()
            message = await self._received(receive, began if bounded else None)
            ended = not message.get("more_body", False)
            size += len(message.get("body", b""))
            if size > self._limits.body and bounded:
                raise self._too_large()
            return message

        return counted

    async def _received(self, receive: Receive, began: float | None) -> Message:
        """Return the next piece. Raises `Problem` where it does not come in time."""
        left = self._limits.idle
        if began is not None:
            left = min(left, began + self._limits.upload - time.monotonic())
        try:
            return await asyncio.wait_for(receive(), left)
        except TimeoutError:
            raise Problem(408, "too-slow", "the body came too slowly. Send it again.") from None

    def _too_large(self) -> Problem:
        text = f"the body is larger than {self._limits.body} bytes. Send less, or use ingest."
        return Problem(413, "too-large", text)
