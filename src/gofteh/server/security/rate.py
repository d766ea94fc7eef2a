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
# Work of so many seconds counts as one request: a client gets half a processor in the long run.
_REQUEST_SECONDS = 0.025
_CHARGE = "gofteh.charge"
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

    def charge(self, client: str, cost: float) -> None:
        """Take what a request turned out to cost; nobody comes to owe more than a full bucket."""
        left, at = self._left.pop(client, (self._burst, self._now()))
        self._left[client] = (max(-self._burst, left - cost), at)

    def left(self, client: str) -> float:
        """Return what a client has left."""
        return self._left.get(client, (self._burst, 0.0))[0]

    def wait(self, left: float) -> int:
        """Return after how many seconds a client that lacks so much may ask again."""
        return max(1, math.ceil(-left / self._rate))

    def __len__(self) -> int:
        return len(self._left)


class RateLimit:
    """Answers 429 to a client that asks too often, or for too much; tells all how much is left."""

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
        buckets, client = self._buckets, client_of(scope)
        left = buckets.take(client, 1.0)
        scope[_CHARGE] = lambda seconds: buckets.charge(client, seconds / _REQUEST_SECONDS)

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                told = {
                    "RateLimit-Limit": str(self._limits.burst),
                    "RateLimit-Remaining": str(max(0, int(buckets.left(client)))),
                }
                MutableHeaders(scope=message).update(told)
            await send(message)

        if left >= 0:
            await self._app(scope, receive, with_headers)
            return
        wait = self._buckets.wait(left)
        message = f"too many requests. Ask again in {wait} seconds."
        problem = Problem(429, "too-many-requests", message, headers={"Retry-After": str(wait)})
        await shown(Request(scope), problem)(scope, receive, with_headers)


def charge(scope: Scope, seconds: float) -> None:
    """Charge a request's client for work, once it is known how long it took."""
    charged = scope.get(_CHARGE)
    if charged is not None:
        charged(seconds)


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
