"""RSS and Atom feeds: an article for every entry that carries text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import Any

from gofteh.read.dates import parse_date
from gofteh.read.encodings import decode
from gofteh.read.entries import parted, printed_date, well_named
from gofteh.read.errors import ReadError
from gofteh.read.guard import refuse_monsters
from gofteh.read.metadata import short_name
from gofteh.read.pages import fragment_text
from gofteh.read.places import placed
from gofteh.records import Article, Failure, Unit

_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_ENTITIES = re.compile(r"<!ENTITY", re.IGNORECASE)
# What a year before this one is: a Jalali year that was taken for another.
_FIRST_YEAR = "1700"
# Characters around the entries that are parsed once more with each of them.
_MOST_AROUND = 50_000_000


def read_feed(data: bytes, item: str) -> Iterator[Article | Failure]:
    """Yield an article or a failure (named ``item:entry``, from 1) for every entry.

    The text is the entry's content, or its description where it has no content. An entry that is
    no XML is read for itself, so that it costs none but itself.
    Raises ``ReadError`` where the data is no feed.
    """
    decoded = decode(data)
    extra = {"mojibake": decoded.mojibake} if decoded.mojibake else {}
    outlet, entries = _entries(decoded.text)
    for number, (entry, printed) in enumerate(entries, 1):
        try:
            if isinstance(entry, ReadError):
                raise entry
            yield placed(_article(entry, outlet, printed, extra), Unit.ENTRY, number)
        except ReadError as error:
            key = None if isinstance(entry, ReadError) else _word(entry, "id")
            yield placed(error.failure(f"{item}:{number}", key), Unit.ENTRY, number)


def _entries(
    text: str,
) -> tuple[str | None, list[tuple[Mapping[str, Any] | ReadError, str | None]]]:
    """Return the feed's name and its entries, each with its date as printed."""
    if _ENTITIES.search(text):
        raise ReadError(
            "unsafe-xml", "the feed declares entities of its own; such feeds are refused"
        )
    # As text the encoding is settled: a declaration would be believed before the letters.
    markup = well_named(_DECLARATION.sub("", text))
    refuse_monsters(markup)
    before, parts, after = parted(markup)
    dates = [printed_date(part) for part in parts]
    if parts and not _is_xml(markup):
        return _one_by_one(before, parts, after, dates)
    feed = _parsed(markup)
    if len(dates) != len(feed.entries):
        dates = [None] * len(feed.entries)
    return _outlet(feed), list(zip(feed.entries, dates, strict=True))


def _one_by_one(
    before: str, parts: list[str], after: str, dates: list[str | None]
) -> tuple[str | None, list[tuple[Mapping[str, Any] | ReadError, str | None]]]:
    outlet: str | None = None
    entries: list[tuple[Mapping[str, Any] | ReadError, str | None]] = []
    if len(parts) * (len(before) + len(after)) > _MOST_AROUND:
        raise ReadError("too-complex", "the feed is no XML, and long around its many entries")
    for part, date in zip(parts, dates, strict=True):
        try:
            feed = _parsed(before + part + after)
            outlet = outlet or _outlet(feed)
            entries.append((feed.entries[0], date))
        except ReadError as error:
            entries.append((ReadError("bad-entry", f"broken XML: {error.message}"), date))
    return outlet, entries


def _is_xml(markup: str) -> bool:
    from lxml import etree  # type: ignore[import-untyped]

    try:
        etree.fromstring(
            markup.encode("utf-8", "replace"),
            etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False),
        )
    except etree.LxmlError:
        return False
    return True


def _parsed(markup: str) -> Any:
    import fastfeedparser  # type: ignore[import-untyped]
    from lxml import etree

    try:
        feed = fastfeedparser.parse(markup.encode("utf-8", "replace"))
    except (ValueError, KeyError, TypeError, AttributeError, etree.LxmlError) as error:
        raise ReadError("not-a-feed", f"neither RSS nor Atom: {str(error)[:200]}") from error
    if not feed.entries:
        raise ReadError("empty", "the feed has no entries")
    return feed


def _outlet(feed: Any) -> str | None:
    return short_name(str(feed.feed.get("title") or "")) or None


def _published(entry: Mapping[str, Any], printed: str | None) -> str | None:
    """Return the date that the parser read, or that is printed where it read a Jalali one."""
    parsed = _word(entry, "published") or _word(entry, "updated")
    if parsed and parsed[:4] >= _FIRST_YEAR:
        return parsed
    return parse_date(unescape(printed or ""))


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
        published=_published(entry, printed),
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
