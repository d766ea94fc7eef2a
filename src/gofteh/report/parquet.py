"""Records as Parquet: one row an article, nested columns as in the JSON record."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, BinaryIO

import pyarrow as pa
import pyarrow.parquet as pq

from gofteh.records import Failure, Reading
from gofteh.records.codec import item_record
from gofteh.records.fields import FAILURE, READING, Field, ListOf, Scalar, Shape, Type
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
        return pa.list_(_struct(kind.shape))
    return _struct(kind) if isinstance(kind, Shape) else pa.string()


def _struct(shape: Shape) -> Any:
    return pa.struct(_columns(shape.fields))


def _columns(fields: Iterable[Field]) -> dict[str, Any]:
    return {one.name: _column(one.type) for one in fields}


# Unknown fields have no fixed type: they travel as one JSON object in ``extra``.
SCHEMA = pa.schema(
    _columns(READING.fields) | _columns(FAILURE.fields) | {"extra": pa.string()},
)

# What `gofteh link` adds to speakers and statements.
_LINKED = pa.struct(
    {"confidence": pa.float64(), "reason": pa.string(), "others": pa.list_(pa.string())}
)
_CHANGE = pa.struct({"flag": pa.string(), "before": pa.string(), "after": pa.string()})
_SPEAKER, _STATEMENT = (SCHEMA.field(name).type.value_type for name in ("speakers", "statements"))
_LINKED_SPEAKER = pa.struct([*_SPEAKER, ("person", pa.string()), ("linked", _LINKED)])
_LINKED_STATEMENT = pa.struct(
    [
        *_STATEMENT,
        ("family", pa.string()),
        ("differences", pa.list_(pa.string())),
        ("changes", pa.list_(_CHANGE)),
        ("nearest", pa.string()),
    ]
)
LINKED_SCHEMA = SCHEMA.set(
    SCHEMA.get_field_index("speakers"), pa.field("speakers", pa.list_(_LINKED_SPEAKER))
).set(SCHEMA.get_field_index("statements"), pa.field("statements", pa.list_(_LINKED_STATEMENT)))

# Articles a row group: enough to compress well, few enough to hold.
_BATCH = 512


class ParquetWriter:
    """Collects records and writes them in row groups of bounded size."""

    def __init__(
        self, out: BinaryIO, schema: pa.Schema = SCHEMA, *, with_text: bool = False
    ) -> None:
        self._schema = schema
        self._with_text = with_text
        self._writer = pq.ParquetWriter(out, schema, compression="zstd")
        self._rows: list[dict[str, Any]] = []

    def write(self, item: Reading | Failure) -> None:
        """Take one article's record."""
        self.write_record(item_record(item, with_text=self._with_text))

    def write_record(self, record: dict[str, Any]) -> None:
        """Take one record as it is."""
        self._rows.append(_row(record))
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


def _row(record: dict[str, Any]) -> dict[str, Any]:
    known = {name: value for name, value in record.items() if name in SCHEMA.names}
    extra = {name: value for name, value in record.items() if name not in SCHEMA.names}
    if extra:
        known["extra"] = encode_line(extra).decode("utf-8").rstrip("\n")
    row: dict[str, Any] = well_formed_value(known)
    return row
