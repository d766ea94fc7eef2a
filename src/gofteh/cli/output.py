"""Where a command's results go: a file that appears whole or not at all, or standard output."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, cast

from gofteh.formats import Format, Writer
from gofteh.records import Failure
from gofteh.report.output import whole_file
from gofteh.report.packing import Packing, packing_of

if TYPE_CHECKING:
    from gofteh.records import Article, Reading
    from gofteh.report.draft import Draft


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


@contextmanager
def resuming_writer(
    target: Path, form: Format, draft: Draft, *, with_text: bool = False
) -> Iterator[Writer]:
    """Yield a writer to a draft that becomes the file when the block ends well.

    A draft is lines of JSON: from those a Parquet file is written at the end.
    """
    from gofteh.report.jsonlines import JsonLinesWriter

    make = form.load(with_text=with_text)
    yield _Drafting(JsonLinesWriter(cast(BinaryIO, draft), with_text=with_text), draft)
    if not form.binary:
        draft.finish(target)
        return
    draft.keep()
    with whole_file(target) as out:
        _copy_records(draft.path, make(out))
    draft.discard()


def draft_packing(target: Path, form: Format) -> Packing | None:
    """Return how the draft of a file is packed: as the file, or to be small beside a table."""
    return Packing.ZSTD if form.binary else packing_of(target)


def _copy_records(draft: Path, writer: Writer) -> None:
    from gofteh.report.jsonlines import read_packed
    from gofteh.report.parquet import ParquetWriter

    table = cast(ParquetWriter, writer)
    for record in read_packed(draft):
        table.write_record(record)
    table.close()


@dataclass(frozen=True, slots=True)
class _Drafting:
    """Writes items into a draft and says of each when it is whole."""

    writer: Writer
    draft: Draft

    def write(self, item: Reading | Article | Failure) -> None:
        self.writer.write(item)
        self.draft.done(failed=isinstance(item, Failure))

    def close(self) -> None:
        self.writer.close()


@contextmanager
def _stream(target: Path | None, form: Format) -> Iterator[BinaryIO]:
    if target is None:
        with streamed_stdout() if form.streams else spooled_stdout() as out:
            yield out
    else:
        with whole_file(target) as out:
            yield out


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
