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

from gofteh.read.encodings import decode
from gofteh.read.errors import ReadError
from gofteh.read.streams import head, lent, unpacked
from gofteh.records import Article, Failure
from gofteh.report.records import edit_record
from gofteh.text.repair import Digits, Edit, Level, Repaired, repair

# Characters of plain text repaired at once; a line longer than the second is taken in pieces.
_BLOCK, _LONGEST = 1 << 16, 1 << 20
# What an article's own record is called by, in this order.
_FIELDS = ("id", "url", "outlet", "published", "title")
_PLAIN_ENDINGS = (".txt", ".text", "")

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
    return Path(name).is_file() and Path(name).suffix.lower() in _PLAIN_ENDINGS


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


def mend(item: Item, level: Level, digits: Digits, with_edits: bool) -> Mended:
    """Return an item with its texts repaired; a failure comes back as it is."""
    if isinstance(item, Failure):
        return Mended(item, b"", b"")
    if isinstance(item, Article):
        return _mend_article(item, level, digits)
    fixed = repair(item, level, digits=digits)
    data = fixed.text.encode("utf-8", "surrogateescape")
    return Mended(item, data, _line_edits(fixed) if with_edits else b"")


def worker(level: Level, digits: Digits, with_edits: bool) -> partial[Mended]:
    """Return the work on one item, fit to be sent to another process."""
    return partial(mend, level=level, digits=digits, with_edits=with_edits)


def _mend_article(article: Article, level: Level, digits: Digits) -> Mended:
    body = repair(article.text, level, digits=digits)
    title = repair(article.title, level, digits=digits) if article.title is not None else None
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


__all__ = ["Item", "Mended", "ReadError", "is_plain", "mend", "plain_blocks", "worker"]
