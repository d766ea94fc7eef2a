"""A server over the demo articles, and a browser to look at it with."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn

from gofteh.batch.extracting import extract_all
from gofteh.cli.serve import demo_pages
from gofteh.read import read_articles
from gofteh.server.app import create_app
from gofteh.server.settings import Limits, Settings
from gofteh.store import CorrectionKind, Order, Query, open_store

# Debian's name, then others'.
_CHROMIUMS = ("chromium", "chromium-browser", "google-chrome")
_FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage")


def chromium() -> str | None:
    """The path of a Chromium; ``None`` where there is none."""
    return next(filter(None, map(shutil.which, _CHROMIUMS)), None)


@contextmanager
def browser() -> Iterator[object]:
    """Yield a headless Chromium of the system's own."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium(), args=_FLAGS)
        try:
            yield opened
        finally:
            opened.close()


def fill(place: str) -> None:
    """Put the demo articles into a database, with a saved search and a correction."""
    with open_store(place) as store:
        for done in store.ingest(read_articles([str(demo_pages())]), extract_all):
            assert done.failure is None, done.failure
        store.save_search("کم‌آبی", Query("آب"))
        oldest = store.search(Query(order=Order.OLDEST), limit=1).items[0].stored.statement
        store.correct(oldest.id, CorrectionKind.WRONG_SPEAKER, speaker="بهرام نیک‌پور")


@contextmanager
def serving(place: str) -> Iterator[str]:
    """Yield the address of a server over a database, in a thread of its own."""
    app = create_app(Settings(db=place, port=0, limits=Limits(rate=0)))
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="error"))
    started = threading.Event()
    startup = server.startup

    async def telling(*arguments: object, **named: object) -> None:
        await startup(*arguments, **named)
        started.set()

    server.startup = telling
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    try:
        assert started.wait(30), "the server did not start"
        port = server.servers[0].sockets[0].getsockname()[1]
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join(10)
