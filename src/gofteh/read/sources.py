"""Files, folders, addresses and standard input: names to open streams of a known kind."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from gofteh.read.errors import ReadError
from gofteh.read.options import ReadOptions
from gofteh.read.sniff import Kind, kind_of_bytes, kind_of_media_type, kind_of_name
from gofteh.read.streams import buffer, head, lent, unpacked
from gofteh.records import Failure

if TYPE_CHECKING:
    from gofteh.read.fetch import Fetched

STANDARD_INPUT = "-"
_ADDRESS_WITHIN = 12
# They unpack by themselves, or need to seek.
_READ_AS_STORED = (Kind.TABLE, Kind.ARCHIVE)


@dataclass(frozen=True, slots=True)
class Opened:
    """An open stream: how its items are called, its kind, and what a server said of it."""

    name: str
    stream: io.BufferedReader
    kind: Kind
    charset: str | None = None
    address: str | None = None


def names_of(name: str) -> Iterator[str | Failure]:
    """Yield the names of the single sources that one input stands for; a folder holds many."""
    try:
        if not name or name == STANDARD_INPUT or is_address(name) or not Path(name).is_dir():
            yield name
            return
        empty = True
        for path in _files(name):
            empty = False
            yield path
    except (OSError, ValueError) as error:
        yield ReadError("cannot-open", f"cannot be opened ({error})").failure(name)
        return
    if empty:
        message = "no file in this folder has a name that gofteh reads (.html, .txt, .jsonl, …)"
        yield ReadError("empty-folder", message).failure(name)


def is_address(name: str) -> bool:
    """Return whether an input is meant as an address, not as a file."""
    return "://" in name[:_ADDRESS_WITHIN]


def open_source(name: str, options: ReadOptions) -> Opened:
    """Open a file, an address or standard input. Raises ``ReadError`` where that fails."""
    if is_address(name):
        return _fetched(name, options)
    if name == STANDARD_INPUT:
        return _known(name, lent(sys.stdin.buffer), None)
    try:
        return _known(name, open(name, "rb"), kind_of_name(name))  # noqa: PTH123 - "" is no path
    except FileNotFoundError as error:
        message = "there is no such file; check the spelling and the folder"
        raise ReadError("not-found", message) from error
    except (OSError, ValueError) as error:
        raise ReadError("cannot-open", f"cannot be opened ({error})") from error


def _files(folder: str) -> Iterator[str]:
    """Yield the readable files under a folder by name, without hidden ones and devices."""
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _files(entry.path)
        elif kind_of_name(entry.name) and entry.is_file():
            yield entry.path


def _fetched(url: str, options: ReadOptions) -> Opened:
    from gofteh.read.fetch import fetch

    return opened_address(url, fetch(url, options))


def opened_address(url: str, got: Fetched) -> Opened:
    """Return what an address sent as an open stream of a known kind."""
    stream = buffer(io.BytesIO(got.data))
    kind = kind_of_media_type(got.media_type) or kind_of_name(got.url.partition("?")[0])
    opened = _known(url, stream, kind)
    return Opened(url, opened.stream, opened.kind, got.charset, got.url)


def _known(name: str, stored: io.BufferedReader, kind: Kind | None) -> Opened:
    """Return the stream unpacked where its kind wants that; sniff the kind if none is known."""
    start = head(stored)
    if kind is None and kind_of_bytes(start) in _READ_AS_STORED:
        kind = kind_of_bytes(start)
    if kind in _READ_AS_STORED and kind is not None:
        return Opened(name, stored, kind)
    stream = unpacked(stored)
    told = kind_of_bytes(head(stream))
    if kind is None or (kind is Kind.FEED and told is Kind.PAGE):
        kind = told
    return Opened(name, stream, kind)
