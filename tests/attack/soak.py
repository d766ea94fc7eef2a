"""A server under readers, writers and attackers for a long time: what it holds in the end.

    PYTHONPATH=tests .venv/bin/python -m attack.soak --minutes 60

Four readers, two writers and one attacker at a time (those of `attack.crowd`, and idle sockets) go
on until the time is over. Every minute memory and descriptors of the server are printed, and those
of its workshop's processes. The answers are counted by their status: none may be 5xx but 503, which
says that too much is asked at once. Ends with 1 where some were.
"""

from __future__ import annotations

import argparse
import json
import random
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any
from urllib.parse import quote

from attack import crowd, sockets
from attack.site import API, NAMES, Site, serving

_READERS, _WRITERS = 4, 2
_NDJSON = {"Content-Type": "application/x-ndjson"}
_JSON = {"Content-Type": "application/json"}
_WORDS = ("سد", "پل", '"سد پر"', "سد OR پل", "پر*", "NOT باران", "لیلا فرهمند")
_HELD = 15.0  # seconds that an attack is held open
_LAST = 60.0  # seconds for everybody to get their last answer


class Crowd:
    """Everybody who asks, and what they were answered."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.answers: Counter[tuple[str, int]] = Counter()
        self.waits: dict[str, list[tuple[float, str]]] = {}
        self.attacked = "none"
        self.ended = threading.Event()
        self._lock = threading.Lock()

    def ask(self, who: str, path: str, data: bytes | None = None, **headers: str) -> bytes:
        began = time.monotonic()
        status, body = self.site.ask(path, data, headers, 60)
        with self._lock:
            self.answers[who, status] += 1
            wait = time.monotonic() - began, f"{status}, under {self.attacked}"
            self.waits.setdefault(kind(path, data), []).append(wait)
        return body

    def read(self, seed: int) -> None:
        source = random.Random(seed)
        while not self.ended.is_set():
            words = quote(source.choice(_WORDS))
            paths = (
                *(f"{API}/search?words={words}", f"/?words={words}", f"{API}/search/facets"),
                *(f"/articles/n{source.randrange(60)}", f"{API}/speakers", f"{API}/health"),
                *(f"{API}/export?words={words}", f"{API}/articles/n{source.randrange(60)}"),
            )
            self.ask("reader", source.choice(paths))
            self.ended.wait(0.05)

    def write(self, seed: int) -> None:
        source = random.Random(seed)
        while not self.ended.is_set():
            lines = [
                {"id": f"w{source.randrange(500)}", "text": self._text(source)} for _ in range(3)
            ]
            body = "".join(json.dumps(line) + "\n" for line in lines).encode()
            self.ask("writer", f"{API}/ingest", body, **_NDJSON)
            found = self.ask("writer", f"{API}/statements?limit=5")
            with suppress(ValueError, KeyError, IndexError):
                statement = json.loads(found)["items"][0]["id"]
                correction = json.dumps({"statement": statement, "kind": "not-a-statement"})
                self.ask("writer", f"{API}/corrections", correction.encode(), **_JSON)
            self.ask("writer", f"{API}/extract", json.dumps(lines[0]).encode(), **_JSON)
            self.ended.wait(0.2)

    @staticmethod
    def _text(source: random.Random) -> str:
        name, number = source.choice(NAMES), source.randrange(1000)
        return f"{name} گفت: سد {number} پر است.\nاو افزود: باران {number} روز بارید."

    def attack(self, seed: int) -> None:
        source = random.Random(seed)
        attacks: dict[str, Any] = {**crowd.ATTACKS, "idle sockets": idle}
        while not self.ended.is_set():
            self.attacked = source.choice(list(attacks))
            attack = attacks[self.attacked]
            with suppress(OSError, ValueError, KeyError, IndexError), attack(self.site):
                self.answers["attacks", 0] += 1
                self.ended.wait(_HELD)


def kind(path: str, data: bytes | None) -> str:
    """What is asked, without its words and ids: ``GET /articles/…``."""
    parts = path.partition("?")[0].removeprefix(API).split("/")
    shown = "/".join(parts[:2]) + "/…" * (len(parts) > 2)
    return f"{'POST' if data else 'GET'} {shown}" + " of the API" * path.startswith(API)


@contextmanager
def idle(site: Site) -> Iterator[None]:
    """Sockets that are opened and say nothing."""
    made = sockets.idle(site, 200)
    try:
        yield
    finally:
        for one in made:
            with closing(one):
                pass


def held(site: Site) -> str:
    """Return what the server and its workshop's processes hold."""
    pid = site.process.pid
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    sizes = []
    for child in children:
        with suppress(OSError, IndexError):
            pages = Path(f"/proc/{child}/statm").read_text().split()[1]
            sizes.append(int(pages) * 4 // 1024)
    return (
        f"{site.megabytes()} MB, {site.descriptors()} descriptors; "
        f"{len(children)} processes of {sizes} MB"
    )


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m attack.soak")
    parser.add_argument("--minutes", type=float, default=60)
    asked = parser.parse_args()
    with serving("--rate", "0", articles=200, characters=20_000) as site:
        everybody = Crowd(site)
        print(f"  before: {held(site)}", flush=True)
        threads = [
            *(threading.Thread(target=everybody.read, args=(n,)) for n in range(_READERS)),
            *(threading.Thread(target=everybody.write, args=(n,)) for n in range(_WRITERS)),
            threading.Thread(target=everybody.attack, args=(9,)),
        ]
        for thread in threads:
            thread.daemon = True
            thread.start()
        began = time.monotonic()
        while (gone := time.monotonic() - began) < asked.minutes * 60:
            everybody.ended.wait(min(60.0, asked.minutes * 60 - gone))
            print(f"  {(time.monotonic() - began) / 60:.0f} min: {held(site)}", flush=True)
        everybody.ended.set()
        until = time.monotonic() + _LAST
        for thread in threads:
            thread.join(max(0.0, until - time.monotonic()))
        time.sleep(10)  # what stalled is let go
        print(f"  after, at rest: {held(site)}", flush=True)
        code, seconds = site.stop()
    print(f"  stopped with {code} in {seconds:.1f} s", flush=True)
    print(f"  answers: {dict(sorted(everybody.answers.items()))}")
    for asked_for, waits in sorted(everybody.waits.items()):
        waits.sort()
        worst, why = waits[-1]
        print(
            f"  {asked_for}: median {waits[len(waits) // 2][0]:.2f} s, worst {worst:.2f} s ({why})"
        )
    failed = any(status >= 500 and status != 503 for _, status in everybody.answers)
    raise SystemExit(failed or code != 0)


if __name__ == "__main__":
    main()
