"""Files, folders, addresses and standard input: names to open streams of a known kind."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeGuard

from gofteh.passwords import without_passwords
from gofteh.read.errors import ReadError
from gofteh.read.options import ReadOptions
from gofteh.read.sniff import Kind, kind_of_bytes, kind_of_media_type, kind_of_name
from gofteh.read.streams import buffer, head, lent, packed_start, seekable, unpacked
from gofteh.records import Failure

if TYPE_CHECKING:
    from gofteh.read.fetch import Fetched

STANDARD_INPUT = "-"
_ADDRESS_WITHIN = 12
_DEEPEST = 100
_TOLD_BY_BYTES = (Kind.TABLE, Kind.ARCHIVE, Kind.TAR)


@dataclass(frozen=True, slots=True)
class Opened:
    """An open stream: how its items are called, its kind, and what a server said of it.

    ``within`` says that it is a file within another.
    """

    name: str
    stream: io.BufferedReader
    kind: Kind
    charset: str | None = None
    address: str | None = None
    within: bool = False


def names_of(name: str) -> Iterator[str | Failure]:
    """Yield the names of the single sources that one input stands for; a folder holds many."""
    try:
        if not name or name == STANDARD_INPUT or is_address(name) or not Path(name).is_dir():
            yield name
            return
        empty = True
        for path in _files(name, Path(name).resolve()):
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
        return _known(name, lent(sys.stdin.buffer), None, options)
    try:
        stream = open_file(name, options)
        return _known(name, stream, kind_of_name(name), options)
    except FileNotFoundError as error:
        message = "there is no such file; check the spelling and the folder"
        raise ReadError("not-found", message) from error
    except (OSError, ValueError) as error:
        raise ReadError("cannot-open", f"cannot be opened ({error})") from error


def open_file(name: str, options: ReadOptions) -> io.BufferedReader:
    """Return an open file whose bytes are told as they are read, where ``options`` ask for it."""
    if options.told is None:
        return open(name, "rb")  # noqa: PTH123 - "" is no path; closed by its reader
    return io.BufferedReader(_Told(name, options.told))


class _Told(io.FileIO):
    """A file that tells how many bytes of it were read."""

    def __init__(self, name: str, tell: Callable[[int], None]) -> None:
        super().__init__(name, "rb")
        self._tell = tell

    def readinto(self, target: Any) -> int:
        size: int = super().readinto(target) or 0
        self._tell(size)
        return size

    def readall(self) -> bytes:
        data = super().readall()
        self._tell(len(data))
        return data


def size_of(inputs: Iterable[str]) -> int | None:
    """Return how many bytes the inputs have; ``None`` where some are no files, or not there."""
    total = 0
    for given in inputs:
        if given == STANDARD_INPUT or is_address(given):
            return None
        try:
            total += sum(Path(name).stat().st_size for name in names_of(given) if _is_name(name))
        except (OSError, ValueError):
            return None
    return total


def _is_name(name: str | Failure) -> TypeGuard[str]:
    return isinstance(name, str)


def _files(folder: str, root: Path, depth: int = 0) -> Iterator[str | Failure]:
    """Yield the readable files under a folder by name, without hidden ones and devices.

    What cannot be read is told in its place, and so are links that lead out of the folder: whoever
    fills it would choose what else is read on this machine.
    """
    try:
        if depth > _DEEPEST:
            raise OSError(f"more than {_DEEPEST} folders within one another")
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError as error:
        yield _unreadable(folder, error)
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        try:
            if entry.is_dir(follow_symlinks=False):
                yield from _files(entry.path, root, depth + 1)
            elif entry.is_symlink() and (entry.is_dir() or kind_of_name(entry.name)):
                yield from _linked(entry, root)
            elif kind_of_name(entry.name) and entry.is_file():
                yield entry.path
        except OSError as error:  # a link to itself, say
            yield _unreadable(entry.path, error)


def _linked(entry: os.DirEntry[str], root: Path) -> Iterator[str | Failure]:
    """Yield what a link leads to, if that is a file within the folder that was given."""
    target = Path(entry.path).resolve(strict=True)
    if not target.is_relative_to(root):
        message = "a link out of the folder; name what it leads to, to read it"
        yield ReadError("link-outside", message).failure(entry.path)
    elif target.is_file():
        yield entry.path  # a folder within is met where it stands


def _unreadable(path: str, error: OSError) -> Failure:
    return ReadError("cannot-open", f"cannot be opened ({error})").failure(path)


def _fetched(url: str, options: ReadOptions) -> Opened:
    from gofteh.read.fetch import fetch

    return opened_address(url, fetch(url, options), options)


def opened_address(url: str, got: Fetched, options: ReadOptions) -> Opened:
    """Return what an address sent as an open stream of a known kind."""
    stream = buffer(io.BytesIO(got.data))
    kind = kind_of_media_type(got.media_type) or kind_of_name(got.url.partition("?")[0])
    opened = _known(url, stream, kind, options)
    return Opened(url, opened.stream, opened.kind, got.charset, without_passwords(got.url))


def opened_stream(name: str, stream: io.BufferedReader, options: ReadOptions) -> Opened:
    """Return a file within another as an open stream, of the kind that its name tells."""
    return replace(_known(name, stream, kind_of_name(name), options), within=True)


def _known(name: str, stored: io.BufferedReader, kind: Kind | None, options: ReadOptions) -> Opened:
    """Return the stream unpacked where its kind wants that; sniff the kind if none is known."""
    start = head(stored)
    inside = kind_of_bytes(packed_start(start))
    if inside in _TOLD_BY_BYTES:  # their first bytes say more than any name
        kind = inside
    if kind is Kind.TABLE:
        return Opened(name, seekable(unpacked(stored), options.max_spool), kind)
    if kind is Kind.ARCHIVE:  # its reader unpacks by itself
        return Opened(name, seekable(stored), kind)
    stream = unpacked(stored)
    told = kind_of_bytes(head(stream))
    if kind is None or (kind is Kind.FEED and told is Kind.PAGE):
        kind = told
    return Opened(name, stream, kind)
