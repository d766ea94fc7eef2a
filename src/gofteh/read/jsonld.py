"""What a page says about its article in JSON-LD, however carelessly it was written."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from selectolax.lexbor import LexborHTMLParser

_ARTICLE_TYPES = re.compile(r"(?:Article|BlogPosting|Report|LiveBlogPosting)$")
_MOST_SCRIPTS = 50
_WORD = re.compile(r"[^\W_]+")
_FOLD = str.maketrans("يىك", "ییک", "\u200c")
# A headline of the article shares one word in so many with its page's titles.
_SHARED = 2
_MOST_NODES = 2000
_QUOTED_NAME = re.compile(r"""["']name["']\s*:\s*["']([^"']{2,100})["']""")


@dataclass(frozen=True, slots=True)
class Described:
    """The article as its page describes it; ``None`` for what it does not say."""

    headline: str | None = None
    body: str | None = None
    published: str | None = None
    publisher: str | None = None
    url: str | None = None
    updates: tuple[tuple[str, str | None], ...] = ()


def described(page: LexborHTMLParser, titles: Sequence[str] = ()) -> Described:
    """Return the page's description of its article, empty if it has none that can be read.

    ``titles`` are what the page calls itself; a description under another headline is that of
    another article.
    """
    found = [
        _description(node)
        for node in _nodes(page)
        if any(_ARTICLE_TYPES.search(kind) for kind in _strings(node.get("@type")))
    ]
    own = (one for one in found if not one.headline or not titles or _is_own(one.headline, titles))
    return next(own, Described())


def _is_own(headline: str, titles: Sequence[str]) -> bool:
    """Whether a headline shares most of its words with one of the titles."""
    words = set(_WORD.findall(headline.translate(_FOLD)))
    for title in titles:
        others = set(_WORD.findall(title.translate(_FOLD)))
        if len(words & others) * _SHARED >= min(len(words), len(others)):
            return True
    return False


def _description(node: Mapping[str, Any]) -> Described:
    fields = {key.lower(): value for key, value in node.items()}  # "headLine" is met, too
    return Described(
        headline=_string(fields.get("headline")) or _string(fields.get("name")),
        body=_string(fields.get("articlebody")),
        published=_moment(fields.get("datepublished")) or _moment(fields.get("datecreated")),
        publisher=_name(fields.get("publisher")) or _name(fields.get("sourceorganization")),
        url=_string(fields.get("url")) or _address(fields.get("mainentityofpage")),
        updates=tuple(_updates(fields.get("liveblogupdate"))),
    )


def _updates(value: Any) -> Iterator[tuple[str, str | None]]:
    """Yield the entries of a live blog: text, and when each appeared."""
    for entry in value[:_MOST_NODES] if isinstance(value, list) else [value]:
        if isinstance(entry, dict) and (body := _string(entry.get("articleBody"))):
            yield body, _moment(entry.get("datePublished"))


def _moment(value: Any) -> str | None:
    """Return a date as it is given, seconds since 1970 as well."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(int(value))
    return _string(value)


def _nodes(page: LexborHTMLParser) -> Iterator[Mapping[str, Any]]:
    """Yield the objects of all scripts and of their graphs, outer ones first."""
    seen = 0
    for script in page.css('script[type="application/ld+json"]')[:_MOST_SCRIPTS]:
        queue = [_parsed(script.text())]
        for value in queue:
            seen += 1
            if seen > _MOST_NODES:
                return
            if isinstance(value, list):
                queue.extend(value)
            elif isinstance(value, dict):
                yield value
                queue.extend(value.get(key) for key in ("@graph", "mainEntity"))


def _parsed(text: str) -> Any:
    try:
        return json.loads(text.strip().rstrip(";"), strict=False)
    except (ValueError, RecursionError):
        return None


def _strings(value: Any) -> list[str]:
    values = value if isinstance(value, list) else [value]
    return [one for one in values if isinstance(one, str)]


def _string(value: Any) -> str | None:
    text = next((one.strip() for one in _strings(value)), "")
    return text or None


def _name(value: Any) -> str | None:
    if isinstance(value, list):
        value = next(iter(value), None)
    if isinstance(value, dict):
        return _string(value.get("name"))
    text = _string(value)
    if text and text.startswith("{"):  # an object that was printed into a string
        found = _QUOTED_NAME.search(text[:2000])
        return found.group(1) if found else None
    return text


def _address(value: Any) -> str | None:
    if isinstance(value, dict):
        return _string(value.get("@id")) or _string(value.get("url"))
    text = _string(value)
    return text if text and text.startswith("http") else None
