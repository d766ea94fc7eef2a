"""Read a newsroom's pages with many readers at once; print their times and what each costs.

    python benchmarks/pages.py PLACE [--readers 20] [--seconds 60] [--pause 1] [--every 0]

Starts ``gofteh serve`` on the store at PLACE and looks up addresses of every kind of page. First
one reader alone asks for each kind a few times, and for the same again: that tells the processor
time of the server for one. Then the readers ask for one page after the other, ``--pause`` seconds
apart on average; with ``--pause 0`` the times are those of a queue. No page is kept by a reader.
With ``--every 5`` a writer changes the store every five seconds (a made-up article comes in or
goes), so that no page that the server keeps outlives that. Processor time is that of the server
and of all processes that it starts.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import re
import sys
import time
from contextlib import suppress
from pathlib import Path
from urllib.parse import quote

import httpx2

sys.path.insert(0, str(Path(__file__).resolve().parent))

from gofteh.store import open_store
from news import News, read
from serve import Seen, memory, options, served, tell

# Of a hundred pages that a newsroom asks for.
_MIX = {
    "home": 8, "search": 24, "filtered": 6, "facets": 8, "articles": 4, "statement": 16,
    "article": 10, "person": 8, "speakers": 3, "family": 5, "outlets": 2, "outlet": 2,
    "then-and-now": 1, "review": 1, "saved": 1, "corrections": 1,
}  # fmt: skip
_EACH = 30  # addresses of a kind
_ALONE = 10
_TICKS = os.sysconf("SC_CLK_TCK")


def addresses(base: str) -> dict[str, list[str]]:
    """Return addresses of each kind of page, found as a reader would find them."""
    words = News().words.items
    several = [words[n] for n in range(10, 10 + _EACH)]
    found: dict[str, list[str]] = {
        "home": ["/"],
        "search": [f"/?q={quote(word)}" for word in several],
        "filtered": [f"/?q={quote(word)}&kind=person&since=2010&until=2020" for word in several],
        "facets": [f"/facets?q={quote(word)}" for word in several],
        "articles": [f"/?scope=articles&q={quote(word)}" for word in several],
        "speakers": ["/speakers"],
        "outlets": ["/outlets"],
        "review": ["/review"],
        "saved": ["/saved"],
        "corrections": ["/corrections"],
    }
    with httpx2.Client(base_url=base, timeout=120) as client:
        pages = [client.get(path).text for path in ["/", "/speakers", "/outlets", *found["search"]]]
    for kind, pattern in (
        ("statement", r'/statements/[^"#?/]+'),
        ("article", r'/articles/[^"#?/]+'),
        ("person", r"/persons/[0-9a-f]+"),
        ("family", r"/families/[0-9a-f]+"),
        ("outlet", r'/outlet\?name=[^"&]+'),
    ):
        found[kind] = sorted({one for page in pages for one in re.findall(pattern, page)})[:_EACH]
    found["then-and-now"] = [f"{one}/then-and-now" for one in found["person"]]
    return {kind: found[kind] for kind in _MIX if found[kind]}


def spent(pid: int) -> float:
    """Return the processor seconds that a process and those that it started have used."""
    ticks: dict[int, int] = {}
    parents: dict[int, int] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):  # a process may end meanwhile
            fields = stat.read_text("ascii", "replace").rpartition(")")[2].split()
            one = int(stat.parent.name)
            parents[one], ticks[one] = int(fields[1]), sum(map(int, fields[11:15]))
    ours = {pid}
    while more := {one for one, parent in parents.items() if parent in ours} - ours:
        ours |= more
    return sum(ticks.get(one, 0) for one in ours) / _TICKS


def costs(base: str, pid: int, places: dict[str, list[str]]) -> None:
    """Print what a page of each kind costs the server where nobody else asks, first and again."""
    print(f"{'alone, ms':14}{'processor':>11}{'again':>8}{'worst wait':>12}")
    with httpx2.Client(base_url=base, timeout=120) as client:
        for kind, paths in places.items():
            fresh = [_fresh(paths[number % len(paths)], number) for number in range(_ALONE)]
            first, worst = _cost(client, pid, fresh)
            again, _ = _cost(client, pid, fresh)
            print(f"{kind:14}{first:>11.0f}{again:>8.0f}{worst:>12.0f}", flush=True)


def _fresh(path: str, number: int) -> str:
    """An address of the same page that nobody has asked for: no page knows this parameter."""
    return f"{path}{'&' if '?' in path else '?'}fresh={number}"


def _cost(client: httpx2.Client, pid: int, paths: list[str]) -> tuple[float, float]:
    """Return the milliseconds of processor time for each, and the longest wait."""
    before, waits = spent(pid), []
    for path in paths:
        began = time.perf_counter()
        client.get(path, follow_redirects=True).raise_for_status()
        waits.append(time.perf_counter() - began)
    return (spent(pid) - before) / len(paths) * 1e3, max(waits) * 1e3


async def write(place: str, seconds: float, every: float) -> None:
    """Let an article come in or go every so often, until the time is over."""
    (article,) = News(seed=1).articles(1)
    until = time.monotonic() + seconds

    def change() -> None:
        with open_store(place) as store:
            if not store.forget([article.id]):
                list(store.ingest([article], read))

    while every and time.monotonic() < until:
        await asyncio.to_thread(change)
        await asyncio.sleep(every)


async def load(
    base: str, pid: int, places: dict[str, list[str]], given: argparse.Namespace
) -> Seen:
    """Let the readers read; return what they met."""
    seen = Seen()
    until = time.monotonic() + given.seconds

    async def ask(number: int) -> None:
        source = random.Random(number)
        kinds, weights = list(places), [_MIX[kind] for kind in places]
        async with httpx2.AsyncClient(base_url=base, timeout=60) as client:
            await asyncio.sleep(source.uniform(0, given.pause))
            while time.monotonic() < until:
                kind = source.choices(kinds, weights)[0]
                began = time.perf_counter()
                answer = await client.get(source.choice(places[kind]), follow_redirects=True)
                seen.seconds[kind].append(time.perf_counter() - began)
                seen.statuses[str(answer.status_code)] += 1
                await asyncio.sleep(source.uniform(0, 2 * given.pause))

    before = spent(pid)
    readers = [ask(number) for number in range(given.readers)]
    await asyncio.gather(write(given.place, given.seconds, given.every), *readers)
    requests = sum(seen.statuses.values())
    print(f"processor: {(spent(pid) - before) / requests * 1e3:.1f} ms a request")
    seen.memory.append((given.seconds, memory(pid)))
    return seen


def main() -> None:
    """Start a server, load it, tell how it went, and how busy the machine was."""
    parser = options(__doc__, readers=20, pause=1.0)
    parser.add_argument("--every", type=float, default=0.0)
    given = parser.parse_args()
    with served(given.place) as (base, pid):
        places = addresses(base)
        print("load average before:", os.getloadavg())
        costs(base, pid, places)
        tell(asyncio.run(load(base, pid, places, given)), given.seconds)
        print("load average after:", os.getloadavg())


if __name__ == "__main__":
    main()
