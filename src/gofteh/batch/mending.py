"""Texts on their way through the repair: blocks of plain lines, and articles."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO

import orjson

from gofteh.batch.pool import Task, in_order
from gofteh.read.encodings import decode
from gofteh.read.errors import ReadError
from gofteh.read.streams import head, lent, unpacked
from gofteh.records import Article, Failure
from gofteh.repairing import Digits, Edit, Level, Repaired, Style, repair
from gofteh.repairing.records import edit_record

# Characters of plain text repaired at once; a line longer than the second is taken in pieces.
_BLOCK, _LONGEST = 1 << 16, 1 << 20
# What an article's own record is called by, in this order.
_FIELDS = ("id", "url", "outlet", "published", "title")
# Of lines that have no name, so much is told to find them by.
_SHOWN = 40
_PLAIN_ENDINGS = (".txt", ".text", "")
_PACKED_ENDINGS = (".gz", ".zst")

Item = str | Article | Failure


@dataclass(frozen=True, slots=True)
class Mended:
    """An item with its repaired text, ready to be written.

    ``data`` are the bytes of the repaired item, ``edits`` one JSON line for each of its texts.
    """

    item: Item
    data: bytes
    edits: bytes


def is_plain(name: str) -> bool:
    """Whether an input is plain lines: a file with a text's ending, or standard input.

    Standard input that begins with a brace is articles, one a line.
    """
    if name == "-":
        return not head(sys.stdin.buffer).lstrip().startswith(b"{")  # type: ignore[arg-type]
    path = Path(name)
    inner = path.with_suffix("") if path.suffix.lower() in _PACKED_ENDINGS else path
    # A packed file without another ending may hold anything: it is looked into.
    endings = _PLAIN_ENDINGS if inner is path else _PLAIN_ENDINGS[:-1]
    return path.is_file() and inner.suffix.lower() in endings


def plain_blocks(stream: BinaryIO) -> Iterator[str]:
    """Yield the text of a plain stream in blocks of whole lines, packed or not, in any encoding.

    Bytes that are no UTF-8 in a UTF-8 stream come through as they are. Raises ``ReadError``
    for binary data.
    """
    buffered = unpacked(lent(stream))
    text = io.TextIOWrapper(buffered, _encoding(head(buffered)), "surrogateescape", newline="")
    while block := text.read(_BLOCK):
        yield block if block.endswith("\n") else block + text.readline(_LONGEST)


def _encoding(start: bytes) -> str:
    """The encoding of a stream that begins so; a character cut in two at the end is no sign."""
    try:
        start.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start < len(start) - 4:
            return decode(start).encoding
    return "utf-8-sig" if start.startswith(b"\xef\xbb\xbf") else "utf-8"


@dataclass(frozen=True, slots=True)
class How:
    """How items are repaired."""

    level: Level = Level.SPACING
    digits: Digits = Digits.ARABIC
    style: Style = Style.ACADEMY
    with_edits: bool = False

    def repair(self, text: str) -> Repaired:
        """Return a text repaired so."""
        return repair(text, self.level, digits=self.digits, style=self.style)


def mend_all(items: Iterable[Item], how: How, jobs: int = 1) -> Iterator[Mended]:
    """Yield every item with its texts repaired, in order; ``jobs`` above 1 share the work."""
    return in_order(Task(partial(mend, how=how), _died, _characters), items, jobs)


def _died(item: Item) -> Mended:
    if isinstance(item, Failure):
        return Mended(item, b"", b"")
    name = item.key if isinstance(item, Article) else f"the lines from {item[:_SHOWN]!r} on"
    message = "repair failed: the process that worked on this text died"
    return Mended(Failure(name, "worker-died", message), b"", b"")


def _characters(item: Item) -> int:
    if isinstance(item, Article):
        return len(item.text)
    return len(item) if isinstance(item, str) else 0


def mend(item: Item, how: How) -> Mended:
    """Return an item with its texts repaired; a failure comes back as it is."""
    if isinstance(item, Failure):
        return Mended(item, b"", b"")
    if isinstance(item, Article):
        return _mend_article(item, how)
    fixed = how.repair(item)
    data = fixed.text.encode("utf-8", "surrogateescape")
    return Mended(item, data, _line_edits(fixed) if how.with_edits else b"")


def _mend_article(article: Article, how: How) -> Mended:
    body = how.repair(article.text)
    title = how.repair(article.title) if article.title is not None else None
    known = {name: getattr(article, name) for name in _FIELDS}
    record = {**article.extra, **{k: v for k, v in known.items() if v not in (None, "")}}
    edits = {"id": article.key, "text": body.text, "edits": _edits(body.edits)}
    if title is not None:
        record["title"] = title.text
        edits |= {"title": title.text, "title_edits": _edits(title.edits)}
    return Mended(article, _json(record | {"text": body.text}), _json(edits))


def _line_edits(fixed: Repaired) -> bytes:
    """One object a line of the raw block, with offsets into that line."""
    lines = fixed.raw.split("\n")
    texts = fixed.text.split("\n")
    if fixed.raw.endswith("\n"):
        lines.pop()
    out, start, k, edits = [], 0, 0, fixed.edits
    for line, text in zip(lines, texts, strict=False):
        own: list[Edit] = []
        while k < len(edits) and edits[k].start <= start + len(line):
            own.append(edits[k])
            k += 1
        out.append(_json({"text": text, "edits": _edits(own, start)}))
        start += len(line) + 1
    return b"".join(out)


def _edits(edits: Iterable[Edit], start: int = 0) -> list[dict[str, Any]]:
    return [edit_record(edit, start) for edit in edits]


def _json(record: dict[str, Any]) -> bytes:
    try:
        return orjson.dumps(record, option=orjson.OPT_APPEND_NEWLINE)
    except TypeError:  # lone surrogates, or integers beyond 64 bits
        import json

        return (json.dumps(record, ensure_ascii=True) + "\n").encode()


__all__ = ["How", "Item", "Mended", "ReadError", "is_plain", "mend", "mend_all", "plain_blocks"]
