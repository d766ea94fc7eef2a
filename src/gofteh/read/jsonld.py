"""What a page says about its article in JSON-LD, however carelessly it was written."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from selectolax.lexbor import LexborHTMLParser

_ARTICLE_TYPES = re.compile(r"(?:Article|BlogPosting|Report|LiveBlogPosting)$")
_MOST_SCRIPTS = 50
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


def described(page: LexborHTMLParser) -> Described:
    """Return the page's description of its article, empty if it has none that can be read."""
    for node in _nodes(page):
        if any(_ARTICLE_TYPES.search(kind) for kind in _strings(node.get("@type"))):
            return _description(node)
    return Described()


def _description(node: Mapping[str, Any]) -> Described:
    fields = {key.lower(): value for key, value in node.items()}  # "headLine" is met, too
    return Described(
        headline=_string(fields.get("headline")) or _string(fields.get("name")),
        body=_string(fields.get("articlebody")),
        published=_string(fields.get("datepublished")) or _string(fields.get("datecreated")),
        publisher=_name(fields.get("publisher")) or _name(fields.get("sourceorganization")),
        url=_string(fields.get("url")) or _address(fields.get("mainentityofpage")),
    )


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
