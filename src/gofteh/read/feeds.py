"""RSS, Atom and JSON feeds: what they list, and an article for every entry that carries text."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from html import unescape
from typing import Any

from gofteh.read.dates import TEHRAN, parse_date
from gofteh.read.encodings import decode
from gofteh.read.entries import parted, printed_date, well_named
from gofteh.read.errors import ReadError
from gofteh.read.guard import refuse_monsters
from gofteh.read.inline import fields_of, tags_as_text
from gofteh.read.jsonfeed import json_feed
from gofteh.read.listed import Listed, Listing
from gofteh.read.metadata import absolute, short_name
from gofteh.read.pages import fragment_text
from gofteh.read.places import placed
from gofteh.read.sniff import is_json_feed
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
    feed = listed_feed(data)
    extra = {"mojibake": feed.mojibake} if feed.mojibake else {}
    for number, entry in enumerate(feed.entries, 1):
        if isinstance(entry, ReadError):
            found: Article | Failure = entry.failure(f"{item}:{number}")
        elif not entry.text:
            error = ReadError("missing-text", "the entry has neither content nor description")
            found = error.failure(f"{item}:{number}", entry.id)
        else:
            found = _article(entry, feed.outlet, extra)
        yield placed(found, Unit.ENTRY, number)


def listed_feed(data: bytes, address: str | None = None) -> Listing:
    """Return what a feed (RSS, Atom, JSON Feed) lists; links are taken from ``address`` on.

    Raises ``ReadError`` where the data is no feed, or one without entries (``empty``).
    """
    decoded = decode(data)
    if is_json_feed(decoded.text):
        listing = json_feed(decoded.text, address)
    else:
        outlet, entries = _entries(decoded.text)
        found = tuple(
            entry if isinstance(entry, ReadError) else _listed(entry, printed, address)
            for entry, printed in entries
        )
        listing = Listing(outlet, found)
    return replace(listing, mojibake=decoded.mojibake)


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
    fields = fields_of(markup)
    seen = [tags_as_text(part, fields) for part in (before, *parts)]
    if seen != [before, *parts]:
        before, *parts = seen
        markup = "".join((*seen, after))
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
    """Return the date as it is printed, with its offset; the parser knows it in UTC alone.

    Where it can be read by the parser alone, it is the moment on a clock in Tehran.
    """
    own = parse_date(unescape(printed or ""))
    if own:
        return own
    parsed = _word(entry, "published") or _word(entry, "updated")
    if parsed is None or parsed[:4] < _FIRST_YEAR:
        return None
    moment = dt.datetime.fromisoformat(parsed)
    return (moment.astimezone(TEHRAN) if moment.tzinfo else moment).isoformat()


def _listed(entry: Mapping[str, Any], printed: str | None, address: str | None) -> Listed:
    link = _word(entry, "link") or _word(entry, "id") or ""
    updated = _word(entry, "updated")
    return Listed(
        url=absolute(link, address),
        id=_word(entry, "id"),
        title=fragment_text(_word(entry, "title") or "").replace("\n", " ") or None,
        published=_published(entry, printed),
        updated=updated if updated and updated[:4] >= _FIRST_YEAR else None,
        text=_text(entry),
    )


def _article(entry: Listed, outlet: str | None, extra: Mapping[str, Any]) -> Article:
    return Article(
        text=entry.text,
        title=entry.title,
        id=entry.id or "",
        url=entry.url,
        outlet=outlet,
        published=entry.published,
        extra=extra,
    )


def _text(entry: Mapping[str, Any]) -> str:
    """Return the longest of what the entry offers as its text, content before description.

    Spaces do not count: the parser makes descriptions of short contents, and puts some at tags.
    """
    contents = entry.get("content") or ()
    offers = [_word(one, "value") for one in contents if isinstance(one, Mapping)]
    offers += [_word(entry, "description"), _word(entry, "summary")]
    texts = (fragment_text(offer) for offer in offers if offer)
    return max(texts, key=lambda text: len("".join(text.split())), default="")


def _word(mapping: Mapping[str, Any], name: str) -> str | None:
    value = mapping.get(name)
    return value if isinstance(value, str) and value.strip() else None
