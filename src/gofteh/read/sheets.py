"""Tables of text (CSV, TSV) to articles, row by row."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import BinaryIO

from gofteh.read.columns import as_record, guess_columns
from gofteh.read.encodings import byte_order_mark
from gofteh.read.errors import ReadError, too_large
from gofteh.read.fields import article_of, key_of
from gofteh.read.options import ReadOptions
from gofteh.read.places import placed
from gofteh.records import Article, Failure, Unit

_DELIMITERS = ",\t;|"
_ENCODINGS = ("utf-8", "cp1256")
_SKIP = 1 << 16
# Cells of one row: as many as a list of some megabytes holds.
_MOST_CELLS = 1_000_000


def delimiter_of(header: str) -> str:
    """Return what parts the columns of a table's first line."""
    return max(_DELIMITERS, key=header.count)


def is_sheet(start: str) -> bool:
    """Whether a text begins with a line of column names of which one is known to be the text."""
    header = start.lstrip("\ufeff").partition("\n")[0].strip()
    names = [name.strip().strip('"') for name in header.split(delimiter_of(header))]
    if len(names) < 2 or not all(names):
        return False
    try:
        return len(guess_columns(names)) > 1
    except ReadError:
        return False


def read_sheet(stream: BinaryIO, item: str, options: ReadOptions) -> Iterator[Article | Failure]:
    """Yield an article or a failure (named ``item:row``, from 1) for every row under the header.

    Raises ``ReadError`` where there is no header or no column for the text.
    """
    csv.field_size_limit(max(csv.field_size_limit(), options.max_document))
    buffered = io.BufferedReader(stream) if isinstance(stream, io.RawIOBase) else stream
    text = io.TextIOWrapper(buffered, _encoding(buffered), errors="replace", newline="")
    lines = _Lines(text, options.max_line)
    header = next(lines, "")
    if not header.strip():
        raise ReadError("empty", "the table has no header")
    delimiter = delimiter_of(header)
    names = [name.strip() for name in next(csv.reader([header], delimiter=delimiter))]
    columns = guess_columns(names, options.text_column)
    number = 0
    rows = csv.reader(lines, delimiter=delimiter)
    while True:
        number += 1
        key = None
        try:
            cells = next(rows, None)
            if cells is None:
                return
            if not any(cells):
                continue
            record = as_record(dict(zip(names, cells, strict=False)), columns)
            key = key_of(record)
            yield placed(article_of(record), Unit.ROW, number)
        except csv.Error as error:
            bad = ReadError("bad-row", f"a row that cannot be read: {error}")
            yield placed(bad.failure(f"{item}:{number}"), Unit.ROW, number)
        except ReadError as error:
            yield placed(error.failure(f"{item}:{number}", key), Unit.ROW, number)


class _Lines:
    """The lines of a table; one above the limits raises ``ReadError``, and the next one follows."""

    def __init__(self, text: io.TextIOBase, limit: int) -> None:
        self._text = text
        self._limit = limit

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._text.readline(self._limit + 1)
        if not line:
            raise StopIteration
        if len(line) > self._limit and not _ends(line):
            while (rest := self._text.readline(_SKIP)) and not _ends(rest):
                pass
            raise too_large(self._limit, "the line", "max_line")
        if max(map(line.count, _DELIMITERS)) > _MOST_CELLS:
            raise ReadError("too-large", f"a row of more than {_MOST_CELLS} cells")
        return line


def _ends(line: str) -> bool:
    return line.endswith(("\n", "\r"))


def _encoding(stream: BinaryIO) -> str:
    start: bytes = stream.peek(1 << 16) if hasattr(stream, "peek") else b""
    mark = byte_order_mark(start)
    if mark:
        return mark
    try:
        # the last letter may be cut off
        start[:-3].decode("utf-8") if len(start) > 3 else start.decode("utf-8")
    except UnicodeDecodeError as error:
        return _ENCODINGS[error.start < len(start) - 8]
    return _ENCODINGS[0]
