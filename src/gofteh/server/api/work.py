"""Work that keeps a processor busy: only so much of it at once, so that readers are not kept."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import Request

from gofteh.server.errors import Problem


class Gate:
    """Lets so many in at once; the others wait for a while, and take no thread meanwhile."""

    def __init__(self, most: int, patience: float) -> None:
        self._permits = asyncio.Semaphore(most)
        self._patience = patience

    @asynccontextmanager
    async def entered(self) -> AsyncIterator[None]:
        """Be one of those inside. Raises `Problem` 429 where there is no room for too long."""
        try:
            await asyncio.wait_for(self._permits.acquire(), self._patience)
        except TimeoutError:
            message = "too much is extracted, repaired, exported or stored now. Ask again soon."
            raise Problem(429, "busy", message, headers={"Retry-After": "2"}) from None
        try:
            yield
        finally:
            self._permits.release()


def heavy(request: Request) -> Gate:
    """Return the gate for extraction, repair and export."""
    gate: Gate = request.app.state.heavy
    return gate


def ingests(request: Request) -> Gate:
    """Return the gate for bulk ingests, which last as long as their clients send."""
    gate: Gate = request.app.state.ingests
    return gate
