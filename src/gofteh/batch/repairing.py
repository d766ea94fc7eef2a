"""Many texts through the repair: blocks of plain lines, and articles."""

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
from gofteh.read.streams import head, lent, unpacked
from gofteh.records import Article, Failure
from gofteh.repairing import Digits, Edit, Level, Repaired, Style, repair
from gofteh.repairing.records import edit_record

# Plain text is repaired in blocks of so many characters and the rest of the last line, of which no
# more than the second figure.
_BLOCK, _LONGEST = 1 << 16, 1 << 20
# An article's own fields in a repaired record, in this order.
_FIELDS = ("id", "url", "outlet", "published", "title")
# A block of lines has no name: a failure shows so many of its first characters.
_SHOWN = 40
_PLAIN_ENDINGS = (".txt", ".text", "")
_PACKED_ENDINGS = (".gz", ".zst")

Item = str | Article | Failure


@dataclass(frozen=True, slots=True)
class RepairedItem:
    """An item as it came, and repaired, ready to be written.

    ``data`` are the bytes of the repaired item, ``edits`` a JSON line for each of its texts; both
    are empty for a failure.
    """

    item: Item
    data: bytes
    edits: bytes


def is_plain(name: str) -> bool:
    """Return whether an input is plain lines: a file with a text's ending, or standard input.

    Standard input that begins with a brace holds articles, a JSON object a line.
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
class RepairOptions:
    """How texts are repaired; ``with_edits``: with the edits of plain lines, too."""

    level: Level = Level.SPACING
    digits: Digits = Digits.ARABIC
    style: Style = Style.ACADEMY
    with_edits: bool = False

    def repair(self, text: str) -> Repaired:
        """Return a text repaired so."""
        return repair(text, self.level, digits=self.digits, style=self.style)


def repair_all(
    items: Iterable[Item], options: RepairOptions, jobs: int = 1
) -> Iterator[RepairedItem]:
    """Yield every item with its texts repaired, in order; ``jobs`` above 1 share the work."""
    return in_order(Task(partial(repair_item, options=options), _died, _characters), items, jobs)


def _died(item: Item) -> RepairedItem:
    if isinstance(item, Failure):
        return RepairedItem(item, b"", b"")
    name = item.key if isinstance(item, Article) else f"the lines from {item[:_SHOWN]!r} on"
    message = "repair failed: the process that worked on this text died"
    return RepairedItem(Failure(name, "worker-died", message), b"", b"")


def _characters(item: Item) -> int:
    if isinstance(item, Article):
        return len(item.text)
    return len(item) if isinstance(item, str) else 0


def repair_item(item: Item, options: RepairOptions) -> RepairedItem:
    """Return an item with its texts repaired; a failure comes back as it is."""
    if isinstance(item, Failure):
        return RepairedItem(item, b"", b"")
    if isinstance(item, Article):
        return _repair_article(item, options)
    fixed = options.repair(item)
    data = fixed.text.encode("utf-8", "surrogateescape")
    return RepairedItem(item, data, _line_edits(fixed) if options.with_edits else b"")


def _repair_article(article: Article, options: RepairOptions) -> RepairedItem:
    body = options.repair(article.text)
    title = options.repair(article.title) if article.title is not None else None
    known = {name: getattr(article, name) for name in _FIELDS}
    record = {**article.extra, **{k: v for k, v in known.items() if v not in (None, "")}}
    edits = {"id": article.key, "text": body.text, "edits": _edits(body.edits)}
    if title is not None:
        record["title"] = title.text
        edits |= {"title": title.text, "title_edits": _edits(title.edits)}
    return RepairedItem(article, _json(record | {"text": body.text}), _json(edits))


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
