"""What kind of input something is, by its name and by its first bytes."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import PurePath

from gofteh.read.encodings import byte_order_mark
from gofteh.read.sheets import is_sheet


class Kind(StrEnum):
    """The kinds of input that can be read."""

    PAGE = "page"
    TEXT = "text"
    LINES = "lines"
    TABLE = "table"
    FEED = "feed"
    ARCHIVE = "archive"
    SHEET = "sheet"
    DOCUMENT = "document"
    TAR = "tar"


_SUFFIXES = {
    ".html": Kind.PAGE,
    ".htm": Kind.PAGE,
    ".xhtml": Kind.PAGE,
    ".txt": Kind.TEXT,
    ".jsonl": Kind.LINES,
    ".ndjson": Kind.LINES,
    ".parquet": Kind.TABLE,
    ".xml": Kind.FEED,
    ".rss": Kind.FEED,
    ".atom": Kind.FEED,
    ".warc": Kind.ARCHIVE,
    ".csv": Kind.SHEET,
    ".tsv": Kind.SHEET,
    ".json": Kind.DOCUMENT,
    ".tar": Kind.TAR,
    ".tgz": Kind.TAR,
}
_PACKED = frozenset((".gz", ".zst"))
_MEDIA_TYPES = {
    "text/html": Kind.PAGE,
    "application/xhtml+xml": Kind.PAGE,
    "application/rss+xml": Kind.FEED,
    "application/atom+xml": Kind.FEED,
    "application/feed+json": Kind.FEED,
    "application/x-ndjson": Kind.LINES,
    "application/jsonl": Kind.LINES,
    "application/jsonlines": Kind.LINES,
    "application/vnd.apache.parquet": Kind.TABLE,
    "application/warc": Kind.ARCHIVE,
    "text/csv": Kind.SHEET,
    "text/tab-separated-values": Kind.SHEET,
    "application/json": Kind.DOCUMENT,
    "application/x-tar": Kind.TAR,
}
_TAR_PLACE, _TAR_MAGIC = 257, b"ustar"
_SNIFFED = 4096
_ARRAY = re.compile(r"\[\s*\{")
_PAGE = re.compile(r"<(?:!doctype html|html|head|body|meta|div|p|h1|article|title)\b", re.I)
_FEED = re.compile(r"<(?:rss|feed|rdf:RDF)\b", re.I)


_JSON_FEED = "jsonfeed.org/version"


def is_json_feed(start: str) -> bool:
    """Return whether a text that begins so says that it is a JSON Feed."""
    start = start[:_SNIFFED].lstrip("\ufeff \t\r\n")
    return start.startswith("{") and _JSON_FEED in start.replace("\\/", "/")


def kind_of_name(name: str) -> Kind | None:
    """Return the kind that a file's name tells; ``None`` for names that tell nothing."""
    suffixes = [suffix.lower() for suffix in PurePath(name).suffixes]
    if suffixes and suffixes[-1] in _PACKED:
        suffixes.pop()
    return _SUFFIXES.get(suffixes[-1]) if suffixes else None


def kind_of_media_type(media_type: str) -> Kind | None:
    """Return the kind that a server's content type tells."""
    return _MEDIA_TYPES.get(media_type)


def kind_of_bytes(start: bytes) -> Kind:
    """Return the kind of something unpacked, by its first bytes; plain text if nothing tells."""
    if start.startswith(b"PAR1"):
        return Kind.TABLE
    if start.startswith(b"WARC/"):
        return Kind.ARCHIVE
    if start[_TAR_PLACE : _TAR_PLACE + len(_TAR_MAGIC)] == _TAR_MAGIC:
        return Kind.TAR
    text = start.decode(byte_order_mark(start) or "latin-1", "replace").lstrip("\ufeff \t\r\n")
    if text.startswith("ï»¿"):
        text = text[3:]
    if text.startswith("{"):
        return Kind.FEED if is_json_feed(text) else Kind.LINES
    if _ARRAY.match(text):
        return Kind.DOCUMENT
    if text.startswith("<") and _FEED.search(text):
        return Kind.FEED
    if text.startswith("<") and _PAGE.search(text):
        return Kind.PAGE
    return Kind.SHEET if is_sheet(start.decode("utf-8", "replace")) else Kind.TEXT
