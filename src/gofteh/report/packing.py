"""Bytes packed on their way into a file, as its name's ending asks for."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import BinaryIO, cast


class Packing(StrEnum):
    """How a file is packed; the value is the ending of its name."""

    GZIP = ".gz"
    ZSTD = ".zst"


_ENDINGS = {".gz": Packing.GZIP, ".zst": Packing.ZSTD, ".zstd": Packing.ZSTD}


def packing_of(path: Path) -> Packing | None:
    """Return how a file of this name is packed; ``None`` where it is not."""
    return _ENDINGS.get(path.suffix.lower())


def without_packing(path: Path) -> Path:
    """Return the name that the content would have by itself: ``a.jsonl`` for ``a.jsonl.gz``."""
    return path.with_suffix("") if packing_of(path) else path


@contextmanager
def packed(out: BinaryIO, packing: Packing | None) -> Iterator[BinaryIO]:
    """Yield a stream that packs what is written to it into ``out``, which stays open.

    The same bytes in are the same bytes out: no time and no name are written.
    """
    if packing is None:
        yield out
        return
    with packer(out, packing) as stream:
        yield stream


def packer(out: BinaryIO, packing: Packing) -> BinaryIO:
    """Return such a stream; closing it ends one whole frame. Frames may follow one another."""
    if packing is Packing.GZIP:
        return cast(BinaryIO, gzip.GzipFile("", "wb", fileobj=out, mtime=0))
    import zstandard

    return cast(BinaryIO, zstandard.ZstdCompressor().stream_writer(out, closefd=False))
