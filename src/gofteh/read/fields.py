"""Records of named fields (a JSON line, a table row) to articles."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from gofteh.read.dates import parse_date
from gofteh.read.errors import ReadError
from gofteh.records import Article
from gofteh.records.depth import MOST_LEVELS, is_too_deep

_KNOWN = frozenset(("id", "url", "outlet", "published", "title", "text"))
# Where a printed date was read into ISO 8601, the words that stood there stay beside it.
PRINTED_DATE = "published_printed"
# What gofteh wrote of an article, given to it as one.
_WITH_TEXT = "; gofteh extract --with-text writes records that can be read again"


def article_of(record: Mapping[str, Any]) -> Article:
    """Return the article of a record: ``text`` and ``title`` as given, the rest in ``extra``.

    Raises ``ReadError`` where ``text`` is missing, nothing at all stands in title and text, or
    a known field holds what it cannot hold.
    """
    if is_too_deep(record):
        message = f"the record is nested more than {MOST_LEVELS} levels deep"
        raise ReadError("too-deep", message)
    text = record.get("text")
    if text is None:
        own = "gofteh" in record and "statements" in record
        message = "the record has no field 'text'" + (_WITH_TEXT if own else "")
        raise ReadError("missing-text", message)
    title = _words(record, "title")
    if not isinstance(text, str):
        raise _bad_field("text", text)
    if not text.strip() and not (title or "").strip():
        raise ReadError("empty", "the record has neither text nor title")
    extra = {name: value for name, value in record.items() if name not in _KNOWN}
    published = _published(record, extra)
    return Article(
        text=text,
        title=title,
        id=key_of(record) or "",
        url=_scalar(record, "url"),
        outlet=_scalar(record, "outlet"),
        published=published,
        extra=extra,
    )


def key_of(record: Mapping[str, Any]) -> str | None:
    """Return the record's id as a string; ``None`` where it has none."""
    return _scalar(record, "id") or None


def _published(record: Mapping[str, Any], extra: dict[str, Any]) -> str | None:
    printed = _scalar(record, "published")
    if printed is None or not isinstance(record["published"], str | int | float):
        return printed
    parsed = parse_date(printed)
    if parsed is None or _is_iso(printed):
        return printed
    extra.setdefault(PRINTED_DATE, printed)
    return parsed


def _is_iso(value: str) -> bool:
    try:
        return datetime.datetime.fromisoformat(value).year > 1700  # below: a Jalali year
    except ValueError:
        return False


def _words(record: Mapping[str, Any], name: str) -> str | None:
    value = record.get(name)
    if value is None or isinstance(value, str):
        return value
    raise _bad_field(name, value)


def _scalar(record: Mapping[str, Any], name: str) -> str | None:
    value = record.get(name)
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    raise _bad_field(name, value)


def _bad_field(name: str, value: object) -> ReadError:
    kind = type(value).__name__
    return ReadError("bad-field", f"the field '{name}' must be a string, found a {kind}")
