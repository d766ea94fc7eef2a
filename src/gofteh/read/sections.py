"""Section pages: the links on them that lead to articles."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser

from gofteh.read.encodings import decode
from gofteh.read.guard import tame
from gofteh.read.listed import Listed, Listing
from gofteh.read.metadata import absolute, short_name

# What a link to an article looks like where nobody told: a headline on it, and a number or a
# long name in its address. Menus and tags have neither.
_FEWEST_WORDS = 4
_ARTICLE = re.compile(r"\d{4,}|/[^/]{25,}/?$")
_MOST = 300


def read_section(
    data: bytes, address: str, charset: str | None = None, links: re.Pattern[str] | None = None
) -> Listing:
    """Return the articles that a page links to, in its order.

    ``links`` tells their addresses; without it, they are those of the same site that look like it.
    Raises ``ReadError`` for an empty or binary page.
    """
    page = LexborHTMLParser(tame(decode(data, charset).text))
    found: dict[str, Listed] = {}
    for node in page.css("a[href]"):
        url = absolute(node.attributes.get("href"), address)
        title = " ".join(node.text(separator=" ").split()) or node.attributes.get("title") or ""
        url = url.partition("#")[0] if url else None
        if url and (links.search(url) if links else _is_article(url, address, title)):
            known = found.get(url)
            if known is None or len(title) > len(known.title or ""):  # a picture, then a headline
                found[url] = Listed(url, title=title or None)
        if len(found) >= _MOST:
            break
    name = page.css_first("title")
    return Listing(short_name(name.text()) or None if name else None, tuple(found.values()))


def _is_article(url: str, address: str, title: str) -> bool:
    there, here = urlsplit(url), urlsplit(address)
    same = (there.hostname or "").removeprefix("www.") == (here.hostname or "").removeprefix("www.")
    return (
        same
        and url != address
        and len(title.split()) >= _FEWEST_WORDS
        and bool(_ARTICLE.search(there.path))
    )
