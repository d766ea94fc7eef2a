"""How often a client may ask: a bucket for each, that fills at a steady rate."""

from __future__ import annotations

import ipaddress
import math
import time
from collections import OrderedDict
from collections.abc import Callable

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from gofteh.server.errors import Problem, shown
from gofteh.server.settings import Limits

# So many clients are remembered; the one not heard of for the longest time is forgotten first.
_CLIENTS = 10_000
# What costs more than reading a page, in requests.
_COSTS = {
    "/api/v1/extract": 5.0,
    "/api/v1/repair": 5.0,
    "/api/v1/ingest": 10.0,
    "/api/v1/export": 10.0,
}
# A customer's whole network in IPv6.
_NETWORK = 64


class Buckets:
    """What each client has left."""

    def __init__(self, rate: float, burst: float, now: Callable[[], float]) -> None:
        self._rate, self._burst, self._now = rate, burst, now
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def take(self, client: str, cost: float) -> float:
        """Take a request's cost; return what is left, below zero where it was not enough."""
        now = self._now()
        left, at = self._left.pop(client, (self._burst, now))
        left = min(self._burst, left + (now - at) * self._rate)
        enough = left >= cost
        self._left[client] = (left - cost if enough else left, now)
        if len(self._left) > _CLIENTS:
            self._left.popitem(last=False)
        return left - cost

    def wait(self, left: float) -> int:
        """Return after how many seconds a client that lacks so much may ask again."""
        return max(1, math.ceil(-left / self._rate))

    def __len__(self) -> int:
        return len(self._left)


class RateLimit:
    """Answers 429 to a client that asks too often; tells all how much is left."""

    def __init__(
        self, app: ASGIApp, limits: Limits, now: Callable[[], float] = time.monotonic
    ) -> None:
        self._app, self._limits = app, limits
        self._buckets = Buckets(limits.rate, limits.burst, now) if limits.rate else None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or tell when to come again."""
        if scope["type"] != "http" or self._buckets is None:
            await self._app(scope, receive, send)
            return
        left = self._buckets.take(client_of(scope), _COSTS.get(scope["path"], 1.0))
        told = {
            "RateLimit-Limit": str(self._limits.burst),
            "RateLimit-Remaining": str(max(0, int(left))),
        }

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(told)
            await send(message)

        if left >= 0:
            await self._app(scope, receive, with_headers)
            return
        wait = self._buckets.wait(left)
        message = f"too many requests. Ask again in {wait} seconds."
        problem = Problem(429, "too-many-requests", message, headers={"Retry-After": str(wait)})
        await shown(Request(scope), problem)(scope, receive, with_headers)


def client_of(scope: Scope) -> str:
    """Return what a client is counted by: its address, in IPv6 its network."""
    host = scope["client"][0] if scope.get("client") else ""
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return str(host)
    if address.version == 4:
        return str(address)
    return str(ipaddress.ip_network((address, _NETWORK), strict=False))
