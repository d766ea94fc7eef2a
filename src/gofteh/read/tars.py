"""Files packed together (tar, also packed with gzip or zstandard), one after another."""

from __future__ import annotations

import io
import tarfile
from collections.abc import Iterator
from typing import BinaryIO

from gofteh.read.errors import ReadError, nested, too_large
from gofteh.read.options import ReadOptions
from gofteh.read.sniff import Kind, kind_of_name
from gofteh.read.streams import buffer


def members(
    stream: BinaryIO, options: ReadOptions
) -> Iterator[tuple[str, io.BufferedReader | ReadError]]:
    """Yield name and content of every file of a kind that is read; nothing is unpacked to disk.

    Raises ``ReadError`` where the archive is damaged or holds no such file.
    """
    found = False
    try:
        with tarfile.open(fileobj=stream, mode="r|") as archive:
            for member in archive:
                kind = kind_of_name(member.name)
                if not member.isfile() or kind is None or member.name.rpartition("/")[2][:1] == ".":
                    continue
                found = True
                yield member.name, _content(archive, member, kind, options)
    except (tarfile.TarError, OSError, ValueError, EOFError) as error:
        raise ReadError("bad-archive", f"the archive is damaged: {str(error)[:200]}") from error
    if not found:
        raise ReadError("empty-folder", "no file in this archive has a name that gofteh reads")


def _content(
    archive: tarfile.TarFile, member: tarfile.TarInfo, kind: Kind, options: ReadOptions
) -> io.BufferedReader | ReadError:
    if kind is Kind.TAR:
        return nested()
    if member.size > options.max_document:
        return too_large(options.max_document, "the file", "max_document")
    packed = archive.extractfile(member)
    return buffer(io.BytesIO(packed.read() if packed else b""))
