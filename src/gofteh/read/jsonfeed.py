"""JSON Feed (jsonfeed.org, versions 1 and 1.1): what it lists."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from gofteh.read.dates import parse_date
from gofteh.read.errors import ReadError
from gofteh.read.listed import Listed, Listing
from gofteh.read.metadata import absolute, short_name
from gofteh.read.pages import fragment_text


def json_feed(text: str, address: str | None) -> Listing:
    """Return what a JSON Feed lists. Raises ``ReadError`` where it is none."""
    try:
        feed = json.loads(text.lstrip("\ufeff"))
    except (ValueError, RecursionError) as error:
        raise ReadError("not-a-feed", f"no JSON Feed: {str(error)[:200]}") from error
    items = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(items, list):
        raise ReadError("not-a-feed", "the JSON Feed has no list of items")
    if not items:
        raise ReadError("empty", "the feed has no entries")
    outlet = short_name(_word(feed, "title") or "") or None
    return Listing(outlet, tuple(_listed(item, address) for item in items))


def _listed(item: Any, address: str | None) -> Listed | ReadError:
    if not isinstance(item, dict):
        return ReadError("bad-entry", "the entry is no object")
    id_ = str(item["id"]) if item.get("id") is not None else None
    link = _word(item, "url") or _word(item, "external_url") or id_ or ""
    text = _word(item, "content_html") or ""
    return Listed(
        url=absolute(link, address),
        id=id_,
        title=fragment_text(_word(item, "title") or "").replace("\n", " ") or None,
        published=parse_date(_word(item, "date_published") or ""),
        updated=parse_date(_word(item, "date_modified") or ""),
        text=(fragment_text(text) if text else _word(item, "content_text"))
        or _word(item, "summary")
        or "",
    )


def _word(mapping: Mapping[str, Any], name: str) -> str | None:
    value = mapping.get(name)
    return value if isinstance(value, str) and value.strip() else None
