"""Statements as an Atom feed (RFC 4287)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable
from xml.etree import ElementTree as ET

from gofteh.store import StoredStatement

MEDIA_TYPE = "application/atom+xml; charset=utf-8"
_ATOM = "http://www.w3.org/2005/Atom"
_LONGEST_TITLE = 120
# What no XML may hold.
_FORBIDDEN = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NEVER = "1970-01-01T00:00:00+00:00"

Address = Callable[[StoredStatement], str]


def atom(
    name: str, own: str, page: str, statements: Iterable[StoredStatement], address: Address
) -> bytes:
    """Return a feed called ``name``, at the address ``own``, of what the address ``page`` shows.

    Each statement's id is that of the statement: it stays one entry wherever the server stands.
    """
    ET.register_namespace("", _ATOM)
    found = list(statements)
    feed = ET.Element(f"{{{_ATOM}}}feed")
    moments = [_moment(one) for one in found]
    _add(feed, "title", name)
    _add(feed, "id", own)
    _add(feed, "updated", max(moments, default=_NEVER))
    _add(feed, "link", rel="self", href=own)
    _add(feed, "link", rel="alternate", type="text/html", href=page)
    for one, moment in zip(found, moments, strict=True):
        _entry(feed, one, moment, address(one))
    whole: bytes = ET.tostring(feed, encoding="utf-8", xml_declaration=True)
    return whole


def _entry(feed: ET.Element, one: StoredStatement, moment: str, address: str) -> None:
    entry = ET.SubElement(feed, f"{{{_ATOM}}}entry")
    said = " ".join(one.said.split())
    who = one.speaker_name or one.statement.speaker.name or one.statement.speaker.role or ""
    _add(entry, "id", f"urn:gofteh:statement:{one.statement.id}")
    short = said if len(said) <= _LONGEST_TITLE else said[: _LONGEST_TITLE - 1].rstrip() + "…"
    _add(entry, "title", f"{who}: {short}" if who else short)
    _add(entry, "updated", moment)
    _add(entry, "link", rel="alternate", type="text/html", href=address)
    author = ET.SubElement(entry, f"{{{_ATOM}}}author")
    _add(author, "name", one.article.outlet or one.article.title or "gofteh")
    _add(entry, "content", said, type="text")
    if one.article.url:
        _add(entry, "link", rel="via", href=one.article.url)


def _add(parent: ET.Element, tag: str, text: str | None = None, **attributes: str) -> None:
    clean = {name: _FORBIDDEN.sub("\ufffd", value) for name, value in attributes.items()}
    made = ET.SubElement(parent, f"{{{_ATOM}}}{tag}", clean)
    made.text = _FORBIDDEN.sub("\ufffd", text) if text is not None else None


def _moment(one: StoredStatement) -> str:
    """Return when an article appeared, as Atom wants it; of one without a date, 1970."""
    if one.article.day is None:
        return _NEVER
    try:
        moment = dt.datetime.fromisoformat(one.article.published or "")
    except ValueError:
        moment = dt.datetime.combine(one.article.day, dt.time())
    if moment.date() != one.article.day and moment.tzinfo is None:
        moment = dt.datetime.combine(one.article.day, dt.time())  # a Jalali date, as printed
    return (moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)).isoformat("T", "seconds")
