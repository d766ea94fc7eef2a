"""RSS and Atom feeds: an article for every entry that carries text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import Any

from gofteh.read.dates import parse_date
from gofteh.read.encodings import decode
from gofteh.read.errors import ReadError
from gofteh.read.guard import refuse_monsters
from gofteh.read.metadata import short_name
from gofteh.read.pages import fragment_text
from gofteh.records import Article, Failure

_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_PRINTED = re.compile(r"<(?:pubDate|published|dc:date)>([^<]{4,80})<", re.IGNORECASE)
_ENTITIES = re.compile(r"<!ENTITY", re.IGNORECASE)


def read_feed(data: bytes, item: str) -> Iterator[Article | Failure]:
    """Yield an article or a failure (named ``item:entry``, from 1) for every entry.

    The text is the entry's content, or its description where it has no content.
    Raises ``ReadError`` where the data is no feed.
    """
    decoded = decode(data)
    feed = _parsed(decoded.text)
    outlet = short_name(str(feed.feed.get("title") or "")) or None
    extra = {"mojibake": decoded.mojibake} if decoded.mojibake else {}
    printed = _printed_dates(decoded.text, len(feed.entries))
    for number, entry in enumerate(feed.entries, 1):
        try:
            yield _article(entry, outlet, printed[number - 1], extra)
        except ReadError as error:
            yield error.failure(f"{item}:{number}", _word(entry, "id"))


def _parsed(text: str) -> Any:
    import fastfeedparser  # type: ignore[import-untyped]
    from lxml import etree  # type: ignore[import-untyped]

    if _ENTITIES.search(text):
        raise ReadError(
            "unsafe-xml", "the feed declares entities of its own; such feeds are refused"
        )
    refuse_monsters(text)
    try:
        # As text the encoding is settled: a declaration would be believed before the letters.
        feed = fastfeedparser.parse(_DECLARATION.sub("", text).encode("utf-8", "replace"))
    except (ValueError, KeyError, TypeError, AttributeError, etree.LxmlError) as error:
        raise ReadError("not-a-feed", f"neither RSS nor Atom: {str(error)[:200]}") from error
    if not feed.entries:
        raise ReadError("empty", "the feed has no entries")
    return feed


def _printed_dates(text: str, entries: int) -> list[str | None]:
    """Return the dates as printed, where every entry has one: the parser drops Jalali ones."""
    printed: list[str | None] = [unescape(match.group(1)) for match in _PRINTED.finditer(text)]
    return printed if len(printed) == entries else [None] * entries


def _article(
    entry: Mapping[str, Any], outlet: str | None, printed: str | None, extra: Mapping[str, Any]
) -> Article:
    title = fragment_text(_word(entry, "title") or "").replace("\n", " ") or None
    text = _text(entry)
    if not text:
        raise ReadError("missing-text", "the entry has neither content nor description")
    return Article(
        text=text,
        title=title,
        id=_word(entry, "id") or "",
        url=_word(entry, "link"),
        outlet=outlet,
        published=_word(entry, "published") or _word(entry, "updated") or parse_date(printed or ""),
        extra=extra,
    )


def _text(entry: Mapping[str, Any]) -> str:
    """Return the longest of what the entry offers as its text."""
    contents = entry.get("content") or ()
    offers = [_word(one, "value") for one in contents if isinstance(one, Mapping)]
    offers += [_word(entry, "description"), _word(entry, "summary")]
    return max((fragment_text(offer) for offer in offers if offer), key=len, default="")


def _word(mapping: Mapping[str, Any], name: str) -> str | None:
    value = mapping.get(name)
    return value if isinstance(value, str) and value.strip() else None
