"""Rows of a Parquet file to articles, a few at a time.

A file of a thousand bytes can stand for gigabytes: a long cell is stored once, and repeated by its
number. So strings are read as what is stored, not as what it stands for, and what the file says of
itself bounds how many rows are read at once.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from gofteh.read.errors import ReadError
from gofteh.read.fields import article_of, key_of
from gofteh.read.places import placed
from gofteh.records import Article, Failure, Unit

_ROWS = 256
_MEGABYTE = 1 << 20
# Bytes of one cell; of all cells of a column that are unpacked at once.
_MOST_CELL = 16 * _MEGABYTE
_MOST_UNPACKED = 1 << 30
_UNPACKED_AT_ONCE = 256 * _MEGABYTE
# No row takes less than a hundredth of a byte, unless all are the same.
_MOST_ROWS_A_BYTE = 100
# The columns by which a table that gofteh wrote is known: see ``gofteh.report.parquet``.
_OURS = frozenset(("id", "text", "source", "schema", "gofteh", "error", "extra"))


def read_table(stream: BinaryIO, item: str) -> Iterator[Article | Failure]:
    """Yield an article or a failure (named ``item:row``, from 1) for every row.

    The columns are those of the records; the stream must be seekable. A cell that cannot be read,
    an impossible date say, refuses its row alone.
    """
    number = 0
    try:
        for row in _rows(stream):
            number += 1
            yield placed(read_row(row, f"{item}:{number}"), Unit.ROW, number)
    except ReadError as error:
        yield error.failure(f"{item}:{number + 1}" if number else item)


def _rows(stream: BinaryIO) -> Iterator[dict[str, Any]]:
    """Yield the rows as scalars, which take no memory of their own until they are asked for."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        size = stream.seek(0, io.SEEK_END)
        stream.seek(0)
        told = pq.ParquetFile(stream)
        if "text" not in told.schema_arrow.names:
            columns = ", ".join(told.schema_arrow.names[:20])
            raise ReadError("missing-text", f"no column 'text' among the columns {columns}")
        rows = _rows_at_once(told.metadata, size)
        table = pq.ParquetFile(stream, read_dictionary=_strings(told.schema_arrow))
        for batch in table.iter_batches(batch_size=rows):
            for place in range(batch.num_rows):
                yield {name: batch.column(name)[place] for name in batch.schema.names}
    except (pa.ArrowException, OSError, ValueError, OverflowError) as error:
        message = f"not a Parquet file that can be read: {_first_line(error)}"
        raise ReadError("bad-parquet", message) from error


def _strings(schema: Any) -> list[str]:
    import pyarrow.types as kinds

    return [
        field.name
        for field in schema
        if kinds.is_string(field.type) or kinds.is_large_string(field.type)
    ]


def _rows_at_once(told: Any, size: int) -> int:
    """Return how many rows may be unpacked together. Raises ``ReadError`` where one is too many."""
    if told.num_rows > _MOST_ROWS_A_BYTE * size:
        raise _too_large(f"{told.num_rows} rows in {size} bytes")
    rows = _ROWS
    for group in map(told.row_group, range(told.num_row_groups)):
        for chunk in map(group.column, range(group.num_columns)):
            unpacked = chunk.total_uncompressed_size
            if unpacked > _MOST_UNPACKED:
                raise _too_large(f"{unpacked} bytes of {chunk.path_in_schema} in a row group")
            if "." in chunk.path_in_schema:  # within a list or a structure cells are unpacked
                worst = unpacked * max(1, chunk.num_values // max(1, group.num_rows))
                if worst > _MOST_UNPACKED:
                    raise _too_large(f"up to {worst} bytes of {chunk.path_in_schema} in a row")
                rows = min(rows, max(1, _UNPACKED_AT_ONCE // max(1, worst)))
    return rows


def _too_large(what: str) -> ReadError:
    return ReadError("too-large", f"the table stands for too much: {what}; write it in parts")


def _first_line(error: Exception) -> str:
    return next(iter(str(error).splitlines()), type(error).__name__)


def read_row(row: Mapping[str, Any], item: str) -> Article | Failure:
    """Return the article of a row of Arrow scalars; a failure named ``item`` where it has none."""
    key = None
    try:
        # The id first, so that whatever else is wrong is told of it.
        key = key_of({"id": _value("id", row["id"])}) if "id" in row else None
        return article_of(_unfolded({name: _value(name, cell) for name, cell in row.items()}))
    except ReadError as error:
        return error.failure(item, key)


def _unfolded(record: dict[str, Any]) -> dict[str, Any]:
    """Return a record of ours as it was before it went into a table: its unknown fields apart."""
    if not record.keys() >= _OURS:
        return record
    folded = record["extra"]
    if folded is not None:
        try:
            unknown = json.loads(folded)
        except (TypeError, ValueError, RecursionError):
            return record  # somebody else's after all
        record = {**unknown, **record} if isinstance(unknown, dict) else record
    return {name: value for name, value in record.items() if name not in ("extra", "error")}


def _value(name: str, cell: Any) -> Any:
    """Return a cell's value. Raises ``ReadError`` where it is too long, or nothing in Python."""
    import pyarrow as pa

    try:
        cell = cell.value if isinstance(cell, pa.DictionaryScalar) else cell
        if isinstance(cell, pa.BinaryScalar) and cell.is_valid:
            size = cell.as_buffer().size
            if size > _MOST_CELL:
                message = f"the cell of '{name}' has {size} bytes, more than {_MOST_CELL}"
                raise ReadError("too-large", message)
        return cell.as_py()
    except (pa.ArrowException, ValueError, OverflowError) as error:
        message = f"the cell of '{name}' cannot be read: {_first_line(error)}"
        raise ReadError("bad-cell", message) from error
