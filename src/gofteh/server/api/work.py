"""Work that keeps a processor busy: only so much of it at once, so that readers are not kept."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass

import anyio.from_thread
from fastapi import Request

from gofteh.server.errors import Problem


class Gate:
    """Lets so many in at once; the others wait for a while, and take no thread meanwhile."""

    def __init__(self, most: int, patience: float) -> None:
        self._permits = asyncio.Semaphore(most)
        self._patience = patience

    async def enter(self) -> None:
        """Go in. Raises `Problem` 429 where there is no room for too long."""
        try:
            await asyncio.wait_for(self._permits.acquire(), self._patience)
        except TimeoutError:
            message = "too much is extracted, repaired, exported or stored now. Ask again soon."
            raise Problem(429, "busy", message, headers={"Retry-After": "2"}) from None

    def leave(self) -> None:
        """Make room for another."""
        self._permits.release()

    @asynccontextmanager
    async def entered(self) -> AsyncIterator[None]:
        """Be one of those inside."""
        await self.enter()
        try:
            yield
        finally:
            self.leave()


@dataclass(frozen=True, slots=True)
class GateOfThreads:
    """The same gate for handlers that run, and so wait, in a thread of the server."""

    gate: Gate

    @contextmanager
    def entered(self) -> Iterator[None]:
        """Be one of those inside."""
        anyio.from_thread.run(self.gate.enter)
        try:
            yield
        finally:
            anyio.from_thread.run_sync(self.gate.leave)


def heavy(request: Request) -> Gate:
    """Return the gate for extraction, repair and export."""
    gate: Gate = request.app.state.heavy
    return gate


def ingests(request: Request) -> Gate:
    """Return the gate for bulk ingests, which last as long as their clients send."""
    gate: Gate = request.app.state.ingests
    return gate


def gate_of(request: Request) -> GateOfThreads:
    """Return the gate for heavy work, for a handler that is no coroutine."""
    return GateOfThreads(heavy(request))
