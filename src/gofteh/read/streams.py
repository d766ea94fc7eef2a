"""Byte streams: unpacked on the way, read up to a limit, checked for a cut-off end."""

from __future__ import annotations

import gzip
import io
import tempfile
import zlib
from collections.abc import Callable
from typing import BinaryIO, Protocol, cast

from gofteh.read.errors import ReadError, too_large

GZIP_MAGIC = b"\x1f\x8b"
ZSTD_MAGIC = b"\x28\xb5\x2f\xfd"
_HEAD = 4096
_PIECE = 1 << 20
# A block of zstandard can grow to 128 KiB out of four bytes: small bites bound the memory.
_ZSTD_BITE = 1024
_ZSTD_WINDOW = 1 << 27


class Readable(Protocol):
    """Anything that hands out bytes."""

    def read(self, size: int = ..., /) -> bytes:
        """Return at most ``size`` bytes, none at the end."""
        ...


def unpacked(stream: BinaryIO) -> io.BufferedReader:
    """Return the stream without its gzip or zstandard packing, known by its first bytes.

    Reading from it raises ``ReadError`` where the packing is damaged or cut off.
    """
    buffered = stream if isinstance(stream, io.BufferedReader) else buffer(stream)
    magic = buffered.peek(4)
    if magic.startswith(GZIP_MAGIC):
        return io.BufferedReader(
            _Unpacking(cast(BinaryIO, gzip.GzipFile(fileobj=buffered)), buffered)
        )
    if magic.startswith(ZSTD_MAGIC):
        return io.BufferedReader(_Unpacking(cast(BinaryIO, _ZstdFrames(buffered)), buffered))
    return buffered


def buffer(stream: BinaryIO) -> io.BufferedReader:
    """Return a stream that can be peeked into."""
    if isinstance(stream, io.BufferedReader):
        return stream
    return io.BufferedReader(_Plain(stream))


def packed_start(start: bytes) -> bytes:
    """Return what the first bytes of something hold, unpacked as far as they go."""
    try:
        if start.startswith(GZIP_MAGIC):
            return zlib.decompressobj(wbits=31).decompress(start, _HEAD)
        if start.startswith(ZSTD_MAGIC):
            import zstandard

            opened = zstandard.ZstdDecompressor(max_window_size=_ZSTD_WINDOW).decompressobj()
            return opened.decompress(start[:_ZSTD_BITE])[:_HEAD]
    except Exception:  # damage is told where the stream is read
        return b""
    return start


def inflated(data: bytes, limit: int) -> bytes:
    """Return data that a server sent as ``deflate``: with the header of zlib, or without.

    Raises ``ValueError`` where it is neither, ``ReadError`` above ``limit`` bytes.
    """
    for bits in (zlib.MAX_WBITS, -zlib.MAX_WBITS):
        reader = zlib.decompressobj(wbits=bits)
        try:
            found = reader.decompress(data, limit + 1)
        except zlib.error:
            continue
        if len(found) > limit:
            raise too_large(limit, "the item", "max_document")
        if reader.eof:
            return found
    raise ValueError("no deflated data")


def seekable(stream: io.BufferedReader, limit: int | None = None) -> io.BufferedReader:
    """Return a stream in which one can go back: itself, or what it holds in a temporary file.

    Raises ``ReadError`` where that would be more than ``limit`` bytes.
    """
    if stream.seekable():
        return stream
    spool = tempfile.TemporaryFile()  # noqa: SIM115 - closed by its reader
    try:
        with stream:
            _copy(stream, cast(BinaryIO, spool), limit)
    except BaseException:
        spool.close()
        raise
    spool.seek(0)
    return io.BufferedReader(cast(io.RawIOBase, spool))


def _copy(stream: Readable, target: BinaryIO, limit: int | None) -> None:
    size = 0
    while part := stream.read(_PIECE):
        size += len(part)
        if limit is not None and size > limit:
            raise too_large(limit, "what is packed here", "max_spool")
        target.write(part)


def lent(stream: BinaryIO) -> io.BufferedReader:
    """Return a stream that can be peeked into and closed while ``stream`` stays open."""
    return io.BufferedReader(_Lent(stream))


def head(stream: io.BufferedReader) -> bytes:
    """Return the first bytes of a stream without consuming them."""
    return stream.peek(_HEAD)[:_HEAD]


def read_all(stream: Readable, limit: int) -> bytes:
    """Return everything in the stream; raise ``ReadError`` above ``limit`` bytes."""
    parts: list[bytes] = []
    left = limit + 1
    while left > 0 and (part := stream.read(min(left, 1 << 20))):
        parts.append(part)
        left -= len(part)
    if left <= 0:
        raise too_large(limit, "the item", "max_document")
    return b"".join(parts)


class _Plain(io.RawIOBase):
    """A raw view of any readable object, so that it can be buffered."""

    def __init__(self, source: BinaryIO) -> None:
        super().__init__()
        self._source = source
        # One read at a time: what came before a damaged place is handed on.
        self._read: Callable[[int], bytes] = getattr(source, "read1", source.read)

    def readable(self) -> bool:
        return True

    def readinto(self, target: memoryview) -> int:  # type: ignore[override]
        data = self._read(len(target))
        target[: len(data)] = data
        return len(data)

    def close(self) -> None:
        if not self.closed:
            self._source.close()
        super().close()


class _Lent(_Plain):
    """A view whose end is not the end of its source."""

    def close(self) -> None:
        io.RawIOBase.close(self)


class _Unpacking(_Plain):
    """Unpacks, and tells damage in words a user can act on."""

    def __init__(self, source: BinaryIO, packed: io.BufferedReader) -> None:
        super().__init__(source)
        self._packed = packed

    def close(self) -> None:
        super().close()
        self._packed.close()

    def readinto(self, target: memoryview) -> int:  # type: ignore[override]
        try:
            return super().readinto(target)
        except EOFError as error:
            message = "the packed data ends too early; fetch or copy the file again"
            raise ReadError("truncated", message) from error
        except (OSError, ValueError, zlib.error) as error:
            raise ReadError("bad-packing", f"the packed data is damaged ({error})") from error


class _ZstdFrames(io.RawIOBase):
    """The content of zstandard frames. A frame without its end raises ``EOFError``."""

    def __init__(self, source: io.BufferedReader) -> None:
        import zstandard

        super().__init__()
        self._source = source
        self._new_frame = zstandard.ZstdDecompressor(max_window_size=_ZSTD_WINDOW).decompressobj
        self._error = zstandard.ZstdError
        self._frame = self._new_frame()
        self._started = False
        self._ready = b""
        self._at = 0

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        while self._at == len(self._ready) and self._fill():
            pass
        part = self._ready[self._at : self._at + size] if size >= 0 else self._ready[self._at :]
        self._at += len(part)
        return part

    def _fill(self) -> bool:
        packed = self._next_bite()
        if not packed:
            if self._started:
                raise EOFError
            return False
        self._started = True
        try:
            self._ready, self._at = self._frame.decompress(packed), 0
        except self._error as error:
            raise ValueError(str(error)) from error
        return True

    def _next_bite(self) -> bytes:
        rest = b""
        if self._frame.eof:
            rest = self._frame.unused_data
            self._frame, self._started = self._new_frame(), False
        return rest or self._source.read(_ZSTD_BITE)
