"""Permits to work: only so many at once, and no client more than its share of them.

Who waits, waits in the event loop and takes no thread; a client that asks for everything at once
waits for itself.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from gofteh.server.errors import Problem

# Requests of one client that may wait for the same permits; more are told to come again.
_MOST_WAITING = 32


@dataclass(eq=False, slots=True)
class _Waiting:
    client: str
    granted: asyncio.Future[None]


class Permits:
    """Hands out ``most`` permits, at most ``each`` of them to one client.

    A free one goes to the client that holds the fewest, among equals to the one that waits longest.
    """

    def __init__(self, most: int, each: int, patience: float) -> None:
        self._free, self._each, self._patience = most, each, patience
        self._held: Counter[str] = Counter()
        self._waiting: list[_Waiting] = []

    @asynccontextmanager
    async def held(self, client: str) -> AsyncIterator[None]:
        """Hold a permit. Raises `Problem` 429 where none is free for too long."""
        await self.take(client)
        try:
            yield
        finally:
            self.give_back(client)

    async def take(self, client: str) -> None:
        """Take a permit, which must be given back. Raises `Problem` 429."""
        if self._free and self._held[client] < self._each:
            self._grant(client)
            return
        if sum(one.client == client for one in self._waiting) >= _MOST_WAITING:
            raise _busy()
        one = _Waiting(client, asyncio.get_running_loop().create_future())
        self._waiting.append(one)
        try:
            await asyncio.wait((one.granted,), timeout=self._patience)
        except BaseException:
            self._leave(one)
            if one.granted.done():  # granted, and left in the same moment
                self.give_back(client)
            raise
        self._leave(one)
        if not one.granted.done():
            raise _busy()

    def give_back(self, client: str) -> None:
        """Give a permit back; whoever waits for it goes on."""
        self._held[client] -= 1
        if not self._held[client]:
            del self._held[client]  # what is remembered is bounded by the permits
        self._free += 1
        while self._free and (one := self._next()) is not None:
            self._waiting.remove(one)
            self._grant(one.client)
            one.granted.set_result(None)

    def _next(self) -> _Waiting | None:
        allowed = (one for one in self._waiting if self._held[one.client] < self._each)
        return min(allowed, key=lambda one: self._held[one.client], default=None)

    def _grant(self, client: str) -> None:
        self._free -= 1
        self._held[client] += 1

    def _leave(self, one: _Waiting) -> None:
        if one in self._waiting:
            self._waiting.remove(one)


def _busy() -> Problem:
    message = "too much is asked at once. Ask again in a moment."
    return Problem(429, "busy", message, headers={"Retry-After": "2"})
