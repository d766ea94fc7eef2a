"""Read from a real server with many readers at once; print errors, times and memory.

    python benchmarks/search.py fill PLACE 1000000
    python benchmarks/serve.py PLACE [--readers 50] [--seconds 60] [--pause 0]

Starts ``gofteh serve`` on the store at PLACE. Every reader asks for one thing after the other,
``--pause`` seconds apart: searches of a newsroom (`search.queries`), then statements, articles,
speakers and facets of what was found. Memory is that of the server's process alone.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import socket
import statistics
import subprocess
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx2

from gofteh.store import Query
from news import News
from search import queries

_API = "/api/v1"
# Of a hundred things that a reader asks for.
_MIX = {"search": 60, "statement": 12, "article": 12, "facets": 6, "speaker": 5, "speakers": 5}
_STARTUP = 120.0  # on a busy machine
_LOOK = 5.0


@dataclass
class Seen:
    """What the readers met."""

    seconds: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    statuses: Counter[str] = field(default_factory=Counter)
    memory: list[tuple[float, float]] = field(default_factory=list)  # seconds, MB


@contextmanager
def served(place: str) -> Iterator[tuple[str, int]]:
    """Yield the address and process id of a server."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "gofteh.cli", "serve", "--db", place, "--rate", "0"]
    server = subprocess.Popen([*command, "--port", str(port)], stderr=subprocess.DEVNULL,
                              stdout=subprocess.DEVNULL)  # fmt: skip
    address = f"http://127.0.0.1:{port}"
    try:
        until = time.monotonic() + _STARTUP
        while time.monotonic() < until:
            with suppress(httpx2.TransportError):
                httpx2.get(f"{address}{_API}/health").raise_for_status()
                break
            time.sleep(0.1)
        yield address, server.pid
    finally:
        server.terminate()
        server.wait()


def asked(query: Query) -> dict[str, Any]:
    """Return the parameters of a query."""
    found = {
        "words": query.words,
        "speaker_name": query.speaker_name,
        "outlet": list(query.outlets),
        "manner": list(query.manners),
        "act": list(query.acts),
        "min_confidence": query.min_confidence,
        "since": query.since and query.since.isoformat(),
        "until": query.until and query.until.isoformat(),
        "order": query.order.value,
    }
    return {name: value for name, value in found.items() if value}


class Reader:
    """One reader with a connection of their own."""

    def __init__(self, number: int, address: str, searches: list[dict[str, Any]]) -> None:
        self._source = random.Random(number)
        self._client = httpx2.AsyncClient(base_url=address + _API, timeout=60)
        self._searches = searches
        self._found: list[dict[str, Any]] = []

    async def read(self, seen: Seen, until: float, pause: float) -> None:
        """Ask until the time is over."""
        kinds, weights = list(_MIX), list(_MIX.values())
        async with self._client:
            while time.monotonic() < until:
                kind = self._source.choices(kinds, weights)[0] if self._found else "search"
                began = time.perf_counter()
                try:
                    answer = await self._ask(kind)
                    status = str(answer.status_code)
                except httpx2.HTTPError as error:
                    status = type(error).__name__
                seen.seconds[kind].append(time.perf_counter() - began)
                seen.statuses[status] += 1
                if kind == "search" and status == "200":
                    self._found = json.loads(answer.content)["items"] or self._found
                if pause:
                    await asyncio.sleep(self._source.uniform(0, 2 * pause))

    async def _ask(self, kind: str) -> httpx2.Response:
        if kind in ("search", "facets"):
            path = "/search" if kind == "search" else "/search/facets"
            params = dict(self._source.choice(self._searches))
            if kind == "facets":
                params.pop("order", None)
            return await self._client.get(path, params=params)
        one = self._source.choice(self._found)
        if kind == "speaker" and one["across"]:
            return await self._client.get(f"/speakers/{one['across']['id']}")
        if kind == "statement":
            return await self._client.get(f"/statements/{one['id']}")
        if kind == "article":
            return await self._client.get(f"/articles/{one['article']['id']}")
        return await self._client.get("/speakers")


async def load(address: str, pid: int, readers: int, seconds: float, pause: float) -> Seen:
    """Let the readers read; return what they met."""
    seen = Seen()
    searches = [asked(query) for query in queries(News()).values()]
    began = time.monotonic()
    until = began + seconds

    async def watch() -> None:
        while (now := time.monotonic()) < until:
            seen.memory.append((now - began, memory(pid)))
            await asyncio.sleep(_LOOK)

    people = [Reader(number, address, searches) for number in range(readers)]
    await asyncio.gather(watch(), *(one.read(seen, until, pause) for one in people))
    seen.memory.append((time.monotonic() - began, memory(pid)))
    return seen


def memory(pid: int) -> float:
    """Return the resident memory of a process in MB."""
    pages = int(Path(f"/proc/{pid}/statm").read_text("ascii").split()[1])
    return pages * 4096 / 1e6


def tell(seen: Seen, seconds: float) -> None:
    """Print what was met."""
    everything = [one for times in seen.seconds.values() for one in times]
    print(f"{len(everything)} requests, {len(everything) / seconds:.0f} a second")
    print("statuses:", dict(seen.statuses))
    print(f"{'ms':10}{'requests':>10}{'median':>9}{'p95':>9}{'p99':>9}{'worst':>9}")
    for name, times in [("all", everything), *sorted(seen.seconds.items())]:
        cuts = statistics.quantiles(times * 2 if len(times) == 1 else times, n=100)
        row = (statistics.median(times), cuts[94], cuts[98], max(times))
        print(f"{name:10}{len(times):>10}" + "".join(f"{one * 1e3:>9.0f}" for one in row))
    print("memory, MB:", ", ".join(f"{at:.0f} s {size:.0f}" for at, size in seen.memory))


def options(doc: str, readers: int, pause: float) -> argparse.ArgumentParser:
    """Return what a load is told: where, how many readers, how long, and how they pause."""
    parser = argparse.ArgumentParser(description=doc.partition("\n")[0])
    parser.add_argument("place")
    parser.add_argument("--readers", type=int, default=readers)
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--pause", type=float, default=pause)
    return parser


def main() -> None:
    """Start a server, load it, tell how it went."""
    given = options(__doc__, readers=50, pause=0.0).parse_args()
    with served(given.place) as (address, pid):
        seen = asyncio.run(load(address, pid, given.readers, given.seconds, given.pause))
        tell(seen, given.seconds)


if __name__ == "__main__":
    main()
