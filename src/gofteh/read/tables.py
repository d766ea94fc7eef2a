"""Rows of a Parquet file to articles, a few at a time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from gofteh.read.errors import ReadError
from gofteh.read.fields import article_of, key_of
from gofteh.records import Article, Failure

_ROWS = 256


def read_table(stream: BinaryIO, item: str) -> Iterator[Article | Failure]:
    """Yield an article or a failure (named ``item:row``, from 1) for every row.

    The columns are those of the records; the stream must be seekable.
    """
    number = 0
    try:
        for row in _rows(stream):
            number += 1
            yield _read_row(row, f"{item}:{number}")
    except ReadError as error:
        yield error.failure(f"{item}:{number + 1}" if number else item)


def _rows(stream: BinaryIO) -> Iterator[dict[str, Any]]:
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        table = pq.ParquetFile(stream)
        if "text" not in table.schema_arrow.names:
            columns = ", ".join(table.schema_arrow.names[:20])
            raise ReadError("missing-text", f"no column 'text' among the columns {columns}")
        for batch in table.iter_batches(batch_size=_ROWS):
            yield from batch.to_pylist()
    except (pa.ArrowException, OSError, ValueError, OverflowError) as error:
        message = f"not a Parquet file that can be read: {_first_line(error)}"
        raise ReadError("bad-parquet", message) from error


def _first_line(error: Exception) -> str:
    return next(iter(str(error).splitlines()), type(error).__name__)


def _read_row(row: Mapping[str, Any], item: str) -> Article | Failure:
    key = None
    try:
        key = key_of(row)
        return article_of(row)
    except ReadError as error:
        return error.failure(item, key)
