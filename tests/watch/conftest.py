"""A watch by a clock that leaps, over a small web that answers without a network."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

import pytest

from gofteh.batch.extracting import extract_all, extract_article
from gofteh.read import ReadOptions
from gofteh.read.errors import ReadError
from gofteh.read.fetch import Answer, Question
from gofteh.store import Store
from gofteh.watch.clock import Inbox
from gofteh.watch.plan import read_plan
from gofteh.watch.watcher import Watcher
from store.conftest import copies, place, server, store  # noqa: F401

BEGIN = 1_700_000_000.0
FEED = "https://news.example/rss"
Made = tuple[int, dict[str, str], str | bytes]


class LeapingClock:
    """A clock that stands still while something is under way, and leaps when nothing is."""

    def __init__(self) -> None:
        self.time = BEGIN
        self.until = BEGIN + 1e9
        self.over: Callable[[], None] = lambda: None

    def now(self) -> float:
        return self.time

    def wait(self, inbox: Inbox[Any], until: float, *, busy: bool) -> Any:
        message = inbox.get(20.0 if busy else 0.0)
        if message is None and not busy:
            self.time = max(self.time, min(until, self.until))
        if self.time >= self.until:
            self.over()
        return message


@dataclass
class Web:
    """What addresses answer, and what was asked when, with which conditions."""

    clock: LeapingClock
    answers: dict[str, Made | ReadError | Callable[[], Made]] = field(default_factory=dict)
    asked: list[tuple[float, str]] = field(default_factory=list)
    conditions: list[dict[str, str]] = field(default_factory=list)

    def ask(self, question: Question, _options: ReadOptions) -> Answer:
        self.asked.append((self.clock.now() - BEGIN, question.url))
        self.conditions.append(dict(question.headers))
        found = self.answers.get(question.url, (404, {}, ""))
        if isinstance(found, ReadError):
            raise found
        status, headers, body = found() if callable(found) else found
        data = body.encode() if isinstance(body, str) else body
        headers = {name.lower(): value for name, value in headers.items()}
        if headers.get("etag") and question.headers.get("If-None-Match") == headers["etag"]:
            status, data = 304, b""
        media = headers.get("content-type", "").partition(";")[0]
        return Answer(question.url, status, headers, data if status == 200 else b"", media)

    def addresses(self, part: str = "") -> list[str]:
        return [url for _, url in self.asked if part in url]


@dataclass
class Watching:
    """Watches a plan with a store and a web for some seconds of the clock."""

    store: Store
    clock: LeapingClock
    web: Web
    told: list[tuple[str, str]] = field(default_factory=list)

    def run(self, plan: str, seconds: float = 0.0, *, once: bool = False) -> None:
        """``once``, or for some seconds from now."""
        extract = partial(extract_all, work=partial(extract_article, reader="grammar"))
        watcher = Watcher(
            self.store, read_plan(plan), extract, clock=self.clock, chance=Random(3),
            tell=lambda url, message: self.told.append((url, message)), ask=self.web.ask,
        )  # fmt: skip
        self.clock.until = BEGIN + 1e9 if once else self.clock.time + seconds
        self.clock.over = watcher.stop
        watcher.run(once=once)

    def texts(self) -> dict[str | None, str]:
        """The texts that are stored, by address."""
        found = [one.reading.article for one in self.store.each_article()]
        assert len({one.url for one in found}) == len(found)
        return {one.url: one.text for one in found}


@pytest.fixture
def watching(store: Store) -> Watching:  # noqa: F811
    clock = LeapingClock()
    return Watching(store, clock, Web(clock))


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Watching]:
    """The same in SQLite alone, for what no database changes."""
    from gofteh.store import open_store

    with open_store(str(tmp_path / "w.db")) as opened:
        clock = LeapingClock()
        yield Watching(opened, clock, Web(clock))


def plan(url: str = FEED, **settings: str) -> str:
    """A feeds.toml with one source."""
    lines = "".join(f"{name} = {value}\n" for name, value in settings.items())
    return f"[watch]\npace = '5s'\n[[source]]\nurl = '{url}'\n{lines}"


def rss(*items: tuple[str, str], more: str = "") -> Made:
    """A feed of titles and links."""
    inner = "".join(
        f"<item><title>{title}</title><link>{link}</link>{more}</item>" for title, link in items
    )
    body = f"<rss version='2.0'><channel><title>پگاه</title>{inner}</channel></rss>"
    return 200, {"Content-Type": "application/rss+xml"}, body


def page(number: int, boats: int = 7, head: str = "") -> Made:
    """An article's page with one statement."""
    title = f"گزارش شماره {number} از جشنواره قایق‌رانی"
    text = f"مدیر جشنواره گفت که {boats} قایق در مسابقه شرکت کردند و تماشاگران خشنود بودند."
    body = f"<html><head><title>{title}</title>{head}</head><body><h1>{title}</h1><p>{text}</p>"
    return 200, {"Content-Type": "text/html; charset=utf-8"}, f"{body}</body></html>"
