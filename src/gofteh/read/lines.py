"""JSON lines to articles, one line at a time, whatever a line holds."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from io import BufferedReader
from typing import Any

import orjson

from gofteh.read.encodings import byte_order_mark
from gofteh.read.errors import ReadError, too_large
from gofteh.read.fields import article_of, key_of
from gofteh.read.options import ReadOptions
from gofteh.read.places import placed
from gofteh.read.streams import head
from gofteh.records import Article, Failure, Unit

_SKIP = 1 << 16
# orjson makes floats of integers beyond 64 bits: such lines take the slower exact way.
_LONG_NUMBER = re.compile(rb"\d{19}")


def read_lines(
    stream: BufferedReader, item: str, options: ReadOptions
) -> Iterator[Article | Failure]:
    """Yield an article or a failure (named ``item:line``) for every line that is not blank."""
    return (found for _, found in numbered_lines(stream, item, options))


def numbered_lines(
    stream: BufferedReader, item: str, options: ReadOptions
) -> Iterator[tuple[int, Article | Failure]]:
    """Yield the same with the number of each line, from 1."""
    try:
        _check_readable(stream)
        for number, line in _numbered(stream, options.max_line):
            yield number, placed(read_line(line, f"{item}:{number}", options), Unit.LINE, number)
    except _CutOffError as cut:
        failure = cut.error.failure(f"{item}:{cut.number}")
        yield cut.number, placed(failure, Unit.LINE, cut.number)


def _check_readable(stream: BufferedReader) -> None:
    start = head(stream)
    if not start:
        raise _CutOffError(1, ReadError("empty", "the file is empty"))
    mark = byte_order_mark(start)
    if mark and mark != "utf-8-sig":
        message = f"JSON lines must be UTF-8, this is {mark}; convert the file"
        raise _CutOffError(1, ReadError("bad-encoding", message))
    # A NUL in a line of JSON is an error of that line; before any line it is another kind of file.
    if b"\0" in start and not start.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        raise _CutOffError(1, ReadError("binary", "binary data, not lines of JSON"))


class _CutOffError(Exception):
    """The stream cannot be read on from line ``number``."""

    def __init__(self, number: int, error: ReadError) -> None:
        super().__init__(error.message)
        self.number = number
        self.error = error


def _numbered(stream: BufferedReader, limit: int) -> Iterator[tuple[int, bytes | None]]:
    """Yield line numbers and lines; ``None`` for a line above the limit, never held whole."""
    number = 0
    while True:
        number += 1
        try:
            line = stream.readline(limit + 1)
            too_long = len(line) > limit and not line.endswith(b"\n")
            while too_long and (rest := stream.readline(_SKIP)) and not rest.endswith(b"\n"):
                pass
        except ReadError as error:
            raise _CutOffError(number, error) from error
        except OSError as error:
            raise _CutOffError(number, ReadError("cannot-read", str(error))) from error
        if not line:
            return
        if number == 1:
            line = line.removeprefix(b"\xef\xbb\xbf")
        if too_long:
            yield number, None
        elif line.strip():
            yield number, line


def read_line(line: bytes | None, item: str, options: ReadOptions) -> Article | Failure:
    """Return the article of one JSON object; ``None`` stands for a line above the limit."""
    key = None
    try:
        if line is None:
            raise too_large(options.max_line, "the line", "max_line")
        record = _object(line)
        key = key_of(record)
        return article_of(record)
    except ReadError as error:
        return error.failure(item, key)


def _object(line: bytes) -> dict[str, Any]:
    value = _value(line)
    if not isinstance(value, dict):
        kind = type(value).__name__
        raise ReadError("not-an-object", f"expected a JSON object on the line, found a {kind}")
    return value


def _value(line: bytes) -> Any:
    try:
        return _exact(line) if _LONG_NUMBER.search(line) else orjson.loads(line)
    except orjson.JSONDecodeError:
        return _exact(line)  # lone surrogates, which orjson refuses; or the words for the error


def _exact(line: bytes) -> Any:
    try:
        return json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        message = f"the line is not UTF-8 (byte {error.start + 1}); convert the file"
        raise ReadError("bad-encoding", message) from error
    except RecursionError as error:
        raise ReadError("too-deep", "the JSON is nested too deeply") from error
    except ValueError as error:
        raise ReadError("bad-json", f"not valid JSON: {error}") from error
