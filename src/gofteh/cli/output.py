"""Where a command's results go: a file that appears whole or not at all, or standard output."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import BinaryIO, cast

from gofteh.formats import Format, Writer
from gofteh.report.output import whole_file


@contextmanager
def open_writer(target: Path | None, form: Format, *, with_text: bool = False) -> Iterator[Writer]:
    """Yield a writer to a file (whole or not at all), or without one to standard output."""
    make = form.load(
        with_text=with_text
    )  # before there is a file: Ctrl-C that falls into an import can be lost
    with _stream(target, form) as out:
        writer = make(out)
        yield writer
        writer.close()


def _stream(target: Path | None, form: Format) -> AbstractContextManager[BinaryIO]:
    if target is not None:
        return whole_file(target)
    return streamed_stdout() if form.streams else spooled_stdout()


@contextmanager
def spooled_stdout() -> Iterator[BinaryIO]:
    """Yield a seekable stream that is copied to standard output when the block ends well."""
    with tempfile.TemporaryFile() as spool:
        yield cast(BinaryIO, spool)
        spool.seek(0)
        shutil.copyfileobj(spool, sys.stdout.buffer)
        sys.stdout.buffer.flush()


@contextmanager
def streamed_stdout() -> Iterator[BinaryIO]:
    """Yield standard output itself: lines show as soon as they are written."""
    yield cast(BinaryIO, sys.stdout.buffer)
    sys.stdout.buffer.flush()
