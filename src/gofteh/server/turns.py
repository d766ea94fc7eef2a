"""How a request comes to its turn: who asks, a permit, a thread, and what its work costs.

Handlers that are plain functions use the database and draw pages: they get a permit before they
get a thread, so no thread ever waits. Handlers that are coroutines wait for clients or for the
workshop, and take permits around what costs: `in_turn`.
"""

from __future__ import annotations

import inspect
import time
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any, TypeVar

from fastapi import Request
from fastapi.concurrency import run_in_threadpool
from fastapi.routing import APIRoute
from starlette.responses import Response

from gofteh.server.errors import Problem
from gofteh.server.security.access import admitted, needed_role
from gofteh.server.security.permits import Permits
from gofteh.server.security.rate import charge, client_of
from gofteh.server.settings import Limits
from gofteh.server.stores import Stores
from gofteh.server.workshop import WorkFailedError, Workshop
from gofteh.store import Store

Made = TypeVar("Made")

_READING = frozenset(("GET", "HEAD"))
# What a task fails with because of the server's state, not because of what it is.
_BUSY = frozenset(("stopped", "cannot-start"))


@dataclass(frozen=True, slots=True)
class Turns:
    """The permits of a server, by what is done with them."""

    reads: Permits
    writes: Permits
    heavy: Permits
    fetches: Permits
    exports: Permits
    ingests: Permits

    @classmethod
    def of(cls, limits: Limits) -> Turns:
        """Return the permits that the limits give; one client gets half of each."""

        def permits(most: int) -> Permits:
            return Permits(most, max(1, most // 2), limits.query)

        return cls(
            permits(limits.reads),
            permits(limits.writes),
            permits(limits.heavy),
            permits(limits.fetches),
            permits(limits.exports),
            permits(limits.ingests),
        )


def turns_of(request: Request) -> Turns:
    """Return the server's permits."""
    found: Turns = request.app.state.turns
    return found


def asker(request: Request) -> str:
    """Return what a request's permits are counted by: its token, else its address."""
    access = getattr(request.state, "access", None)
    name = access.name if access else None
    return f"token {name}" if name else client_of(request.scope)


@asynccontextmanager
async def in_turn(request: Request, permits: Permits) -> AsyncIterator[None]:
    """Hold a permit and charge the time. Raises `Problem` 429 where none is free for too long."""
    async with permits.held(asker(request)):
        began = time.monotonic()
        try:
            yield
        finally:
            charge(request.scope, time.monotonic() - began)


async def reading(request: Request, work: Callable[[Store], Made]) -> Made:
    """Return what work reads from a store, in a thread, when its turn has come."""
    stores: Stores = request.app.state.stores

    def lent() -> Made:
        with stores.lend() as store:
            return work(store)

    permits = turns_of(request).reads if request.method in _READING else turns_of(request).writes
    async with in_turn(request, permits):
        return await run_in_threadpool(lent)


async def worked(request: Request, task: Callable[..., Made], *given: Any) -> Made:
    """Return what a task of the workshop gives. Raises `Problem` where it comes to nothing."""
    workshop: Workshop = request.app.state.workshop
    async with in_turn(request, turns_of(request).heavy):
        try:
            return await workshop.run(task, *given)
        except WorkFailedError as error:
            status = 503 if error.code in _BUSY else 422
            raise Problem(status, error.code, error.message) from error


class Turn(APIRoute):
    """A route whose requests are admitted, and get a permit, before they get a thread."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """Return the handler of a request."""
        handler = super().get_route_handler()
        role = needed_role(self.dependant)
        in_thread = not inspect.iscoroutinefunction(self.endpoint)

        async def handled(request: Request) -> Response:
            if role is not None:
                await admitted(request, role)
            if not in_thread:
                return await handler(request)
            if request.method in _READING:
                permits = turns_of(request).reads
            else:
                permits = turns_of(request).writes
                await request.body()  # no permit is held while a client sends
            async with in_turn(request, permits):
                return await handler(request)

        return handled
