"""Markup that crawlers leave in texts: Markdown, tags, entities, as edits of the view alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

# Tags that end a line of text; all others stand inside one.
_BLOCK = r"p|br|div|li|ul|ol|h[1-6]|tr|table|blockquote|figure|figcaption|section|article"
_INLINE = r"a|b|strong|i|em|u|s|span|font|sup|sub|small|img|td|th|hr|script|style|iframe|video"
_MARKUP = re.compile(
    rf"""
      (?P<block></?(?:{_BLOCK})\b[^<>]{{0,2000}}>)
    | (?P<inline></?(?:{_INLINE})\b[^<>]{{0,2000}}>)
    | (?P<entity>&(?:[A-Za-z][A-Za-z0-9]{{1,30}}|\#\d{{1,7}}|\#[xX][0-9A-Fa-f]{{1,6}});)
    | (?P<image>!\[[^\[\]\n]{{0,300}}\]\([^()\s]{{0,2000}}\))
    | (?P<link>\[(?P<label>[^\[\]\n]{{1,300}})\]\((?:[^()\s]{{0,2000}})\))
    | (?P<heading>(?m:^)\#{{1,6}}[ ])
    | (?P<strong>\*\*|__)
    | (?P<escape>_x000[Dd]_)
    """,
    re.VERBOSE,
)
# A text without any of these needs no search by the long expression above. This one begins with a
# set of characters, which is searched for fast.
_SIGNS = re.compile(r"[<&\[*#_](?:(?<!_)|_|x000)")


def markup_edits(raw: str) -> Iterator[tuple[int, int, str]]:
    """Yield ``(start, end, replacement)`` for each piece of markup, in order, not overlapping.

    A replacement is what a reader would see: a line break for ``<br>``, a letter for an entity.
    """
    if not _SIGNS.search(raw):
        return
    for match in _MARKUP.finditer(raw):
        kind = match.lastgroup if match.lastgroup != "label" else "link"
        if kind == "link":
            yield match.start(), match.start("label"), ""
            yield match.end("label"), match.end(), ""
        elif kind == "entity":
            seen = unescape(match.group())
            if len(seen) <= 2 and not seen.startswith("&#"):
                yield match.start(), match.end(), seen
        elif kind == "escape":
            yield match.start(), match.end(), " "
        else:
            yield match.start(), match.end(), "\n" if kind == "block" else ""
