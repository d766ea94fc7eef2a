"""Connections: whoever sends no request, or reads no answer, is not waited for.

uvicorn bounds connections by their number alone, so that idle ones lock everybody out. Here a new
connection takes the place of the longest idle one, first among those of its own address.
"""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from uvicorn.protocols.http.h11_impl import H11Protocol

from gofteh.server.settings import Limits, is_loopback

_TOO_SLOW = b"HTTP/1.1 408 Request Timeout\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"


def guarded(limits: Limits, *, behind_proxy: bool) -> type[H11Protocol]:
    """Return uvicorn's protocol within limits.

    Behind a proxy on this machine all connections come from one address, that of the proxy, which
    must count its clients itself.
    """
    crowd = Crowd(limits.connections, limits.connections_each, behind_proxy=behind_proxy)
    return type("Guarded", (_Guarded,), {"crowd": crowd, "limits": limits})


class Crowd:
    """All connections, oldest first, by address."""

    def __init__(self, most: int, each: int, *, behind_proxy: bool) -> None:
        self._most, self._each, self._behind_proxy = most, each, behind_proxy
        # Dictionaries keep the order in which connections came.
        self._by_address: defaultdict[str, dict[_Guarded, None]] = defaultdict(dict)
        self._number = 0

    def enter(self, one: _Guarded) -> bool:
        """Let a connection in, in the place of an idle one if need be; return whether it may."""
        mine = self._by_address[one.address]
        mine[one] = None
        self._number += 1
        bounded = not (self._behind_proxy and is_loopback(one.address))
        if bounded and len(mine) > self._each and not _dropped(mine, one):
            return False
        return self._number <= self._most or self._made_room(one)

    def _made_room(self, one: _Guarded) -> bool:
        """Drop an idle connection of the address that has the most of them."""
        crowded = sorted(self._by_address.values(), key=len, reverse=True)
        return any(_dropped(group, one) for group in crowded)

    def leave(self, one: _Guarded) -> None:
        """Forget a connection."""
        group = self._by_address.get(one.address, {})
        if one in group:
            del group[one]
            self._number -= 1
        if not group:
            self._by_address.pop(one.address, None)


def _dropped(group: Iterable[_Guarded], new: _Guarded) -> bool:
    idle = next((one for one in group if one is not new and one.is_idle), None)
    if idle is not None:
        idle.drop()
    return idle is not None


class _Guarded(H11Protocol):
    """A connection that must ask in time and take its answer in time."""

    crowd: Crowd
    limits: Limits

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.address = ""
        self._asking: asyncio.TimerHandle | None = None
        self._sending: asyncio.TimerHandle | None = None

    @property
    def is_idle(self) -> bool:
        """Whether no request is being answered."""
        return self.cycle is None or self.cycle.response_complete

    def drop(self) -> None:
        """End the connection at once, with what it has not read."""
        self.crowd.leave(self)
        self.transport.abort()

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Let it in, and wait for its first request."""
        super().connection_made(transport)
        self.address = self.client[0] if self.client else ""
        if self.crowd.enter(self):
            self._watch()
        else:
            self.drop()

    def data_received(self, data: bytes) -> None:
        """Take what came; a request that has begun must be whole in time."""
        super().data_received(data)
        self._watch()

    def connection_lost(self, exc: Exception | None) -> None:
        """Forget it."""
        self.crowd.leave(self)
        _cancel(self._asking)
        self._asking = None
        _cancel(self._sending)
        self._sending = None
        super().connection_lost(exc)

    def pause_writing(self) -> None:
        """Give the client so long to read on."""
        super().pause_writing()
        if self._sending is None:
            self._sending = self.loop.call_later(self.limits.idle, self.drop)

    def resume_writing(self) -> None:
        """Go on: the client has read."""
        _cancel(self._sending)
        self._sending = None
        super().resume_writing()

    def _watch(self) -> None:
        if not self.is_idle:
            _cancel(self._asking)
            self._asking = None
        elif self._asking is None:
            self._asking = self.loop.call_later(self.limits.header, self._too_slow)

    def on_response_complete(self) -> None:
        """Wait for the next request: a client that sends none is let go by uvicorn."""
        super().on_response_complete()
        if self.conn.trailing_data[0]:
            self._watch()

    def _too_slow(self) -> None:
        self._asking = None
        if self.is_idle and not self.transport.is_closing():
            self.transport.write(_TOO_SLOW)
            self.transport.close()


def _cancel(timer: asyncio.TimerHandle | None) -> None:
    if timer is not None:
        timer.cancel()
