"""Records as Parquet: one row an article, nested columns as in the JSON record."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, BinaryIO

import pyarrow as pa
import pyarrow.parquet as pq

from gofteh.records import Article, Failure, Reading
from gofteh.records.codec import item_record
from gofteh.records.items import ARTICLE, FAILURE, READING
from gofteh.records.shapes import Field, ListOf, Scalar, Shape, Type
from gofteh.report.jsonlines import encode_line
from gofteh.report.wellformed import well_formed_value

_SCALARS = {
    Scalar.TEXT: pa.string(),
    Scalar.INTEGER: pa.int64(),
    Scalar.NUMBER: pa.float64(),
}


def _column(kind: Type) -> Any:
    """Return the Arrow type of a field's type; an enumeration's values are text."""
    if isinstance(kind, Scalar):
        return _SCALARS[kind]
    if isinstance(kind, ListOf):
        return pa.list_(_column(kind.shape))
    return _struct(kind) if isinstance(kind, Shape) else pa.string()


def _struct(shape: Shape) -> Any:
    return pa.struct(_columns(shape.fields))


def _columns(fields: Iterable[Field]) -> dict[str, Any]:
    return {one.name: _column(one.type) for one in fields}


def _schema(shape: Shape) -> Any:
    """Return the columns of a table of such records, and of the failures among them.

    Unknown fields have no fixed type: they travel as one JSON object in ``extra``.
    """
    return pa.schema(_columns(shape.fields) | _columns(FAILURE.fields) | {"extra": pa.string()})


SCHEMA = _schema(READING)
ARTICLES = _schema(ARTICLE)

# Articles a row group: enough to compress well, few enough to hold.
_BATCH = 512


class ParquetWriter:
    """Collects records and writes them in row groups of bounded size."""

    def __init__(self, out: BinaryIO, *, with_text: bool = False, schema: Any = SCHEMA) -> None:
        self._with_text = with_text
        self._schema = schema
        self._writer = pq.ParquetWriter(out, schema, compression="zstd")
        self._rows: list[dict[str, Any]] = []

    def write(self, item: Reading | Article | Failure) -> None:
        """Take one article's record."""
        self.write_record(item_record(item, with_text=self._with_text))

    def write_record(self, record: dict[str, Any]) -> None:
        """Take one record as it is."""
        self._rows.append(row_of(record, self._schema))
        if len(self._rows) >= _BATCH:
            self._flush()

    def close(self) -> None:
        """Write what is still held, and the file's footer."""
        self._flush()
        self._writer.close()

    def _flush(self) -> None:
        if self._rows:
            self._writer.write_table(pa.Table.from_pylist(self._rows, schema=self._schema))
            self._rows.clear()


class ArticleParquetWriter(ParquetWriter):
    """The same for articles without statements."""

    def __init__(self, out: BinaryIO) -> None:
        super().__init__(out, schema=ARTICLES)


def row_of(record: dict[str, Any], schema: Any = SCHEMA) -> dict[str, Any]:
    """Return a record as a row of such a table; its unknown fields are JSON in ``extra``."""
    known = {name: value for name, value in record.items() if name in schema.names}
    extra = {name: value for name, value in record.items() if name not in schema.names}
    if extra:
        known["extra"] = encode_line(extra).decode("utf-8").rstrip("\n")
    row: dict[str, Any] = well_formed_value(known)
    return row
