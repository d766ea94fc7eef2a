"""How large a request may be, how slowly it may come, how long its answer may take."""

from __future__ import annotations

import asyncio

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from gofteh.server.errors import Problem, shown
from gofteh.server.settings import Limits

INGEST, EXPORT = "/api/v1/ingest", "/api/v1/export"
# Lines are limited one by one instead, and what is in work shows that it goes on.
_UNBOUNDED = frozenset((INGEST,))
_UNHURRIED = frozenset((INGEST, EXPORT))


class RequestLimits:
    """Answers 413, 408 or 503 where a request is too large, too slow, or takes too long."""

    def __init__(self, app: ASGIApp, limits: Limits) -> None:
        self._app, self._limits = app, limits

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on within its limits."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        started = False

        async def watched(message: Message) -> None:
            nonlocal started
            started = True
            await send(message)

        try:
            self._check_length(scope)
            await self._within_time(scope, self._counted(scope, receive), watched)
        except Problem as problem:
            if started:
                raise
            await shown(Request(scope), problem)(scope, receive, send)

    def _check_length(self, scope: Scope) -> None:
        told = Headers(scope=scope).get("content-length", "0")
        if not told.isascii() or not told.isdecimal():
            raise Problem(400, "bad-length", "Content-Length is no number.")
        if scope["path"] not in _UNBOUNDED and (len(told) > 18 or int(told) > self._limits.body):
            raise self._too_large()

    def _counted(self, scope: Scope, receive: Receive) -> Receive:
        unbounded = scope["path"] in _UNBOUNDED
        size = 0
        ended = False

        async def counted() -> Message:
            nonlocal size, ended
            if ended:  # all is here; what comes next is that the client leaves
                return await receive()
            try:
                message = await asyncio.wait_for(receive(), self._limits.idle)
            except TimeoutError:
                text = f"nothing came of the body for {self._limits.idle:g} seconds."
                raise Problem(408, "too-slow", text) from None
            ended = not message.get("more_body", False)
            size += len(message.get("body", b""))
            if size > self._limits.body and not unbounded:
                raise self._too_large()
            return message

        return counted

    async def _within_time(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["path"] in _UNHURRIED:
            await self._app(scope, receive, send)
            return
        try:
            async with asyncio.timeout(self._limits.answer) as clock:

                async def begun(message: Message) -> None:
                    clock.reschedule(None)  # the answer has begun; it may be read slowly
                    await send(message)

                await self._app(scope, receive, begun)
        except TimeoutError:
            text = f"no answer was found within {self._limits.answer:g} seconds. Ask for less."
            raise Problem(503, "too-long", text) from None

    def _too_large(self) -> Problem:
        text = f"the body is larger than {self._limits.body} bytes. Send less, or use ingest."
        return Problem(413, "too-large", text)
