"""One JSON object a line, in and out, also for text that UTF-8 cannot hold."""

from __future__ import annotations

import gzip
import io
import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import IO, Any, BinaryIO, cast

import orjson
import zstandard

from gofteh.records import Article, Failure, Reading
from gofteh.records.codec import item_record
from gofteh.records.depth import MOST_LEVELS, is_too_deep

_TOO_DEEP = f"nested more than {MOST_LEVELS} levels deep"


def encode_line(record: Mapping[str, Any]) -> bytes:
    """Return a record as one line of JSON.

    Lone surrogates and numbers beyond 64 bits, which orjson refuses, are written with JSON's
    own escapes: the line is pure ASCII then, and means the same. Values that JSON does not
    know (a Parquet column of decimals, say) become strings, not-a-number becomes null.
    """
    try:
        return orjson.dumps(record, default=str, option=orjson.OPT_APPEND_NEWLINE)
    except TypeError:
        plain = json.loads(json.dumps(record, default=str), parse_constant=lambda _: None)
        return (json.dumps(plain) + "\n").encode("ascii")


def decode_line(line: bytes) -> Any:
    """Return the value of one line; raise ``ValueError`` where it is no JSON, or too deep."""
    try:
        value = _value(line)
    except RecursionError as error:
        raise ValueError(_TOO_DEEP) from error
    if is_too_deep(value):
        raise ValueError(_TOO_DEEP)
    return value


def _value(line: bytes) -> Any:
    try:
        return orjson.loads(line)
    except orjson.JSONDecodeError:
        return json.loads(line.decode("utf-8"))


def read_objects(path: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield line numbers and objects of a file: ``.jsonl``, ``.gz``, ``.zst``; ``-`` is stdin.

    Empty lines are skipped. Raises ``ValueError`` naming file and line where a line is no JSON
    object, and ``OSError`` where the file cannot be opened or unpacked.
    """
    with _open(path) as lines:
        for number, line in enumerate(lines, 1):
            if line.strip():
                yield number, _object(path, number, line)


def read_packed(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the objects of lines packed with zstandard, in any number of frames."""
    with _unpacked(path) as lines:
        for number, line in enumerate(lines, 1):
            yield _object(str(path), number, line)


def _unpacked(path: Path) -> IO[bytes]:
    reader = zstandard.ZstdDecompressor().stream_reader(
        path.open("rb"), read_across_frames=True, closefd=True
    )
    return io.BufferedReader(cast(io.RawIOBase, reader))


def _object(path: str, number: int, line: bytes) -> dict[str, Any]:
    try:
        value = decode_line(line)
    except ValueError as error:
        raise ValueError(f"{path}:{number}: not JSON ({error})") from error
    if not isinstance(value, dict):
        raise ValueError(f"{path}:{number}: expected a JSON object, found {type(value).__name__}")
    return value


def _open(path: str) -> IO[bytes]:
    if path == "-":
        return sys.stdin.buffer
    if path.endswith(".gz"):
        return cast(IO[bytes], gzip.open(path, "rb"))
    if path.endswith((".zst", ".zstd")):
        return _unpacked(Path(path))
    return Path(path).open("rb")


class JsonLinesWriter:
    """Writes each item as one line, as soon as it comes."""

    def __init__(self, out: BinaryIO, *, with_text: bool = False) -> None:
        self._out = out
        self._with_text = with_text

    def write(self, item: Reading | Article | Failure) -> None:
        """Write one article's record."""
        self._out.write(encode_line(item_record(item, with_text=self._with_text)))

    def close(self) -> None:
        """Do nothing: every line is complete already."""
