"""What feeds, sitemaps and section pages list: addresses of articles, before they are read."""

from __future__ import annotations

from dataclasses import dataclass

from gofteh.read.errors import ReadError


@dataclass(frozen=True, slots=True)
class Listed:
    """An article as a list tells of it. ``url`` is absolute where the list's own address is known.

    ``published`` and ``updated`` are ISO 8601; ``text`` is what the list itself carries of it.
    """

    url: str | None = None
    id: str | None = None
    title: str | None = None
    published: str | None = None
    updated: str | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """A list that was read: its entries, broken ones as errors, and the lists that it names.

    ``lists`` are addresses of further lists with the time of their last change, if told.
    """

    outlet: str | None = None
    entries: tuple[Listed | ReadError, ...] = ()
    lists: tuple[tuple[str, str | None], ...] = ()
    mojibake: str | None = None
