"""Sitemaps (sitemaps.org) and news sitemaps: the addresses that they list, and further sitemaps."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

from gofteh.read.dates import parse_date
from gofteh.read.encodings import decode
from gofteh.read.entries import well_named
from gofteh.read.errors import ReadError
from gofteh.read.guard import refuse_monsters
from gofteh.read.listed import Listed, Listing
from gofteh.read.metadata import absolute
from gofteh.read.streams import read_all, unpacked

# What the protocol allows in one file.
_MOST = 50_000
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_ENTITIES = re.compile(r"<!ENTITY", re.IGNORECASE)
_SITEMAP = re.compile(r"<(?:\w+:)?(?:urlset|sitemapindex)\b")
_SNIFFED = 4096


def is_sitemap(start: bytes) -> bool:
    """Return whether something unpacked begins as a sitemap does."""
    return bool(_SITEMAP.search(start[:_SNIFFED].decode("latin-1")))


def read_sitemap(data: bytes, address: str, limit: int) -> Listing:
    """Return what a sitemap lists, in its order; packed ones are unpacked up to ``limit`` bytes.

    Raises ``ReadError`` where it is none. One that breaks off keeps what stands before.
    """
    text = decode(read_all(unpacked(io.BytesIO(data)), limit)).text
    if _ENTITIES.search(text):
        raise ReadError("unsafe-xml", "the sitemap declares entities of its own; it is refused")
    markup = well_named(_DECLARATION.sub("", text))
    refuse_monsters(markup)
    entries: list[Listed] = []
    lists: list[tuple[str, str | None]] = []
    for name, told in _places(markup):
        url = absolute(told.get("loc"), address)
        changed = parse_date(told.get("lastmod") or "")
        if url and name == "sitemap":
            lists.append((url, changed))
        elif url:
            date = parse_date(told.get("publication_date") or "")
            entries.append(Listed(url, None, told.get("title"), date, changed))
    if not entries and not lists:
        raise ReadError("empty", "the sitemap lists no address")
    return Listing(None, tuple(entries), tuple(lists))


def _places(markup: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield each ``url`` and ``sitemap`` element with the words in it, by their local names."""
    from lxml import etree  # type: ignore[import-untyped]

    source = io.BytesIO(markup.encode("utf-8", "replace"))
    options: dict[str, Any] = {"resolve_entities": False, "no_network": True, "load_dtd": False}
    try:
        found = etree.iterparse(source, events=("end",), recover=True, **options)
        for number, (_, element) in enumerate(_of_interest(found)):
            if number >= _MOST:
                return
            inner = (one for one in element.iter() if isinstance(one.tag, str))
            told = {_local(one.tag): (one.text or "").strip() for one in inner}
            yield _local(element.tag), {name: text for name, text in told.items() if text}
            element.clear()
    except etree.LxmlError as error:
        raise ReadError("not-a-sitemap", f"no XML: {str(error)[:200]}") from error


def _of_interest(found: Any) -> Iterator[tuple[str, Any]]:
    for event, element in found:
        if isinstance(element.tag, str) and _local(element.tag) in ("url", "sitemap"):
            yield event, element


def _local(tag: str) -> str:
    return tag.rpartition("}")[2].rpartition(":")[2]
