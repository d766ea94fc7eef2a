"""The shapes of answers about saved searches and the watch."""

from __future__ import annotations

from typing import Any

from gofteh.server.api.shapes import Shape


class Saved(Shape):
    """A saved search; ``query`` names what it asks for, ``hits`` counts what it found since."""

    id: str
    name: str
    query: dict[str, Any]
    author: str | None
    created: str
    webhook: bool
    email: bool
    hits: int


class SavedWithSecret(Saved):
    """A search that was saved now; ``secret`` signs what its webhook is sent."""

    secret: str | None


class SavedList(Shape):
    """All saved searches, by name."""

    items: list[Saved]


class WatchedSource(Shape):
    """A source that is watched; times are seconds since 1970."""

    url: str
    next_at: float | None
    fine_at: float | None
    last_at: float | None
    problem: str | None
    asked: int
    unchanged: int
    failed: int
    articles: int
    read: int
    waiting: int
    given_up: int


class Watch(Shape):
    """The watch as a whole."""

    sources: list[WatchedSource]
    hosts: int
    requests: int
    failures: int
    versions: int
