"""What a source sent, read: the articles that it lists, and further lists."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from dataclasses import asdict, dataclass

from gofteh.read.errors import ReadError
from gofteh.read.feeds import listed_feed
from gofteh.read.fetch import Answer
from gofteh.read.listed import Listed, Listing
from gofteh.read.options import ReadOptions
from gofteh.read.sections import read_section
from gofteh.read.sitemaps import is_sitemap, read_sitemap
from gofteh.read.streams import packed_start
from gofteh.watch.addresses import canonical
from gofteh.watch.plan import Kind, Source, Text

_DIGITS = 16
# Lists that one list may name, the newest first.
_MOST_LISTS = 50
_MOST_TEXT = 200_000


@dataclass(frozen=True, slots=True)
class Found:
    """An article that a source lists; ``mark`` changes when the list tells of a change."""

    url: str
    mark: str
    entry: str


@dataclass(frozen=True, slots=True)
class Look:
    """What one look at a source gave: ``whole`` unless its articles were too many at once."""

    found: tuple[Found, ...] = ()
    lists: tuple[str, ...] = ()
    broken: int = 0
    whole: bool = True


def look(answer: Answer, source: Source, options: ReadOptions, now: float) -> Look:
    """Return what a source lists. Raises ``ReadError`` where it is no list."""
    try:
        listing, dated = _listing(answer, source, options)
    except ReadError as error:
        if error.code == "empty" and answer.data.strip():
            return Look()  # a list in which nothing stands today
        raise
    good = [one for one in listing.entries if isinstance(one, Listed)]
    entries = [one for one in good if not dated or _is_new(one, source, now)]
    found = {one.url: one for entry in entries if (one := _found(entry, listing, source))}
    chosen = tuple(found.values())[: source.most]
    return Look(
        chosen,
        _newest_lists(listing, source, now),
        broken=len(listing.entries) - len(good),
        whole=len(chosen) == len(found),
    )


def _listing(answer: Answer, source: Source, options: ReadOptions) -> tuple[Listing, bool]:
    """Return a listing, and whether it goes back for years."""
    if source.kind is Kind.SECTION:
        return read_section(answer.data, answer.url, answer.charset, source.links), False
    if is_sitemap(packed_start(answer.data)):
        return read_sitemap(answer.data, answer.url, options.max_document), True
    try:
        return listed_feed(answer.data, answer.url), False
    except ReadError as error:
        if answer.media_type == "text/html":
            message = f"a web page, no feed; kind = 'section' reads its links ({error.message})"
            raise ReadError("not-a-feed", message) from error
        raise


def _found(entry: Listed, listing: Listing, source: Source) -> Found | None:
    url = canonical(entry.url) if entry.url else None
    if url is None or (source.text is Text.FEED and not entry.text):
        return None
    told = asdict(entry) | {
        "text": entry.text[:_MOST_TEXT],
        "outlet": source.outlet or listing.outlet,
        "mojibake": listing.mojibake,
    }
    return Found(url, _mark(entry), json.dumps(told, ensure_ascii=False).replace("\\u0000", ""))


def _mark(entry: Listed) -> str:
    """Return a hash of what a list tells of an article, its date of publication apart."""
    told = json.dumps([entry.title, entry.updated, entry.text])
    return hashlib.sha256(told.encode("ascii")).hexdigest()[:_DIGITS]


def _is_new(entry: Listed, source: Source, now: float) -> bool:
    date = entry.updated or entry.published
    return date is None or _seconds(date) >= now - source.newest


def _newest_lists(listing: Listing, source: Source, now: float) -> tuple[str, ...]:
    new = [(url, at) for url, at in listing.lists if not at or _seconds(at) >= now - source.newest]
    new.sort(key=lambda one: one[1] or "", reverse=True)
    return tuple(dict.fromkeys(url for one, _ in new if (url := canonical(one))))[:_MOST_LISTS]


def _seconds(date: str) -> float:
    """Return the end of a day, or a moment, in seconds since 1970."""
    moment = dt.datetime.fromisoformat(date)
    if len(date) <= len("2023-07-23"):
        moment += dt.timedelta(days=1)
    return (moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)).timestamp()
