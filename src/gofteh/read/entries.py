"""A feed's markup made fit for its parser: HTML's names, bare signs, entries one by one.

XML knows five names; feeds are written by people who know HTML's. A parser that meets ``&zwnj;``
ends the text there, and one that meets a broken entry loses the next ones with it.
"""

from __future__ import annotations

import re
from html import escape
from html.entities import html5
from itertools import pairwise

# Data that never ends is the rest: to look for its end at each of its beginnings takes for ever.
_SIGN = re.compile(r"<!\[CDATA\[.*?(?:\]\]>|\Z)|&(?P<name>#?\w{1,32};)?", re.DOTALL)
_XML_NAMES = frozenset("amp; lt; gt; quot; apos;".split())
_NUMBERED = re.compile(r"#(?:\d{1,7}|[xX][0-9A-Fa-f]{1,6});")
_ENTRY = re.compile(r"<(?P<tag>item|entry)\b[^<>]{0,2000}>")
_PRINTED = tuple(
    re.compile(
        rf"<(?:[\w.-]{{1,40}}:)?{name}\b[^<>]{{0,200}}>\s*(?:<!\[CDATA\[)?([^<\]]{{4,80}})",
        re.IGNORECASE,
    )
    for name in ("pubDate", "published", "date", "issued", "created", "updated", "modified")
)


def well_named(markup: str) -> str:
    """Return XML in which names of HTML are the letters they stand for, and bare signs escaped."""
    return _SIGN.sub(_named, markup)


def _named(sign: re.Match[str]) -> str:
    name = sign["name"]
    if not sign.group().startswith("&"):
        return sign.group()  # what is marked as data holds no names
    if name is None:
        return "&amp;"
    if name in _XML_NAMES or _NUMBERED.fullmatch(name):
        return sign.group()
    return escape(html5[name]) if name in html5 else f"&amp;{name}"  # &LT; is no tag


def parted(markup: str) -> tuple[str, list[str], str]:
    """Return what stands before a feed's entries, each entry, closed, and what ends the feed.

    An entry ends where the next one begins, whatever is broken in it.
    """
    starts = list(_ENTRY.finditer(markup))
    if not starts:
        return markup, [], ""
    tag = starts[0]["tag"]
    starts = [start for start in starts if start["tag"] == tag]
    closing = f"</{tag}>"
    last = markup.rfind(closing)
    end = last + len(closing) if last > starts[-1].start() else len(markup)
    borders = [*(start.start() for start in starts), end]
    entries = [_closed(markup[a:b], closing) for a, b in pairwise(borders)]
    return markup[: starts[0].start()], entries, markup[end:]


def _closed(entry: str, closing: str) -> str:
    inner, found, _ = entry.rpartition(closing)
    return inner + closing if found else entry + closing


def printed_date(entry: str) -> str | None:
    """Return the date of an entry as it is printed: of publication before that of a change."""
    return next((found.group(1) for form in _PRINTED if (found := form.search(entry))), None)
