"""One client that asks for much, and how long the others wait (20)."""

from __future__ import annotations

import json
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager

from attack.site import API, Site, Waits, others, request, serving

_SECONDS = 90
LETTERS = "ابپتجچحخدرزسشصطعفقکگلمنوهی"


@contextmanager
def unread_exports(site: Site, number: int = 4) -> Iterator[None]:
    """Exports that are asked for, begin, and are never read."""
    with ExitStack() as stack:
        for _ in range(number):
            asked = request(f"{API}/export?format=doccano")
            made = stack.enter_context(closing(site.connect(asked)))
            made.settimeout(_SECONDS)
            made.recv(12)  # the status, and no more
        yield


@contextmanager
def waiting_writes(site: Site, number: int = 4) -> Iterator[None]:
    """Changes that wait for another writer, which takes its time."""
    body = json.dumps({"statement": _statement(site), "kind": "not-a-statement"}).encode()
    head = f"Content-Length: {len(body)}", "Content-Type: application/json"
    with closing(sqlite3.connect(site.database, isolation_level=None)) as writer, ExitStack() as s:
        writer.execute("BEGIN IMMEDIATE")
        for _ in range(number):
            asked = request(f"{API}/corrections", *head, method="POST") + body
            s.enter_context(closing(site.connect(asked)))
        yield
        writer.execute("ROLLBACK")


@contextmanager
def repeated(site: Site, path: str, number: int = 8, a_second: float = 10) -> Iterator[None]:
    """A page that is asked for again and again, by several connections at once."""
    ended = threading.Event()

    def ask() -> None:
        while not ended.is_set():
            site.ask(path, seconds=30)
            ended.wait(number / a_second)

    threads = [threading.Thread(target=ask, daemon=True) for _ in range(number)]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        ended.set()
        for thread in threads:
            thread.join(35)


@contextmanager
def long_repair(site: Site, number: int = 4) -> Iterator[None]:
    """Texts of one word of 200,000 letters, to be repaired (22)."""
    body = json.dumps({"text": "می" * 100_000}, ensure_ascii=False).encode()
    head = f"Content-Length: {len(body)}", "Content-Type: application/json"
    with ExitStack() as stack:
        for _ in range(number):
            asked = request(f"{API}/repair", *head, method="POST") + body
            stack.enter_context(closing(site.connect(asked)))
        yield


def _statement(site: Site) -> str:
    """The id of a statement that counts: a soak's corrections take others away."""
    found = json.loads(site.ask(f"{API}/statements?limit=1")[1])
    return str(found["items"][0]["id"])


def statement_pages(site: Site) -> contextmanager[None]:  # type: ignore[type-arg]
    return repeated(site, f"/statements/{_statement(site)}")  # type: ignore[return-value]


def prefixes(site: Site) -> contextmanager[None]:  # type: ignore[type-arg]
    from urllib.parse import quote

    words = " OR ".join(f"{a}{b}*" for a, b in zip(LETTERS * 3, LETTERS[3:] * 3, strict=False))
    return repeated(site, f"{API}/search?words={quote(words[:320])}")  # type: ignore[return-value]


ATTACKS: dict[str, Callable[[Site], contextmanager[None]]] = {  # type: ignore[type-arg]
    "four unread exports": unread_exports,  # type: ignore[dict-item]
    "four writes that wait": waiting_writes,  # type: ignore[dict-item]
    "ten statement pages a second": statement_pages,
    "searches of 60 prefixes": prefixes,
    "four repairs of a word of 200,000 letters": long_repair,  # type: ignore[dict-item]
}


def measured(attack: Callable[[Site], contextmanager[None]], site: Site, seconds: float) -> Waits:  # type: ignore[type-arg]
    """How long the others wait while an attack is held open."""
    with attack(site):
        time.sleep(1)  # the attack is under way
        with others(site) as waits:
            time.sleep(seconds)
    return waits


def main() -> None:
    for name, attack in ATTACKS.items():
        with serving("--rate", "0", articles=400, characters=40_000) as site:
            with others(site) as quiet:
                time.sleep(5)
            print(f"  quiet: {quiet}", flush=True)
            print(f"  {name}: {measured(attack, site, 12)}", flush=True)
