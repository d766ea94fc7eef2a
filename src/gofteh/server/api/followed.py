"""The shapes of answers about saved searches and the watch."""

from __future__ import annotations

from typing import Any

from gofteh.server.api.shapes import Shape, shape_of
from gofteh.watch.status import Status


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


Watch = shape_of(Status, "Watch")
