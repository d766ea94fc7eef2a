"""Records as Parquet: one row an article, nested columns as in the JSON record."""

from __future__ import annotations

from typing import Any, BinaryIO

import pyarrow as pa
import pyarrow.parquet as pq

from gofteh.records import Failure, Reading
from gofteh.records.codec import item_record
from gofteh.report.jsonlines import encode_line
from gofteh.report.wellformed import well_formed_value

_SPAN = pa.struct({"start": pa.int64(), "end": pa.int64(), "text": pa.string()})
_SPEAKER = pa.struct(
    {
        "id": pa.int64(),
        "name": pa.string(),
        "kind": pa.string(),
        "role": pa.string(),
        "organisation": pa.string(),
        "mentions": pa.list_(_SPAN),
    }
)
_STATEMENT = pa.struct(
    {
        "id": pa.string(),
        "content": pa.list_(_SPAN),
        "cue": pa.list_(_SPAN),
        "source": _SPAN,
        "speaker": pa.struct({"id": pa.int64(), "name": pa.string(), "kind": pa.string()}),
        "manner": pa.string(),
        "act": pa.string(),
        "lemma": pa.string(),
        "embedded_in": pa.string(),
        "confidence": pa.float64(),
        "because": pa.struct({"statement": pa.string(), "speaker": pa.string()}),
        "polarity": pa.string(),
        "repaired": pa.string(),
    }
)

# Unknown fields have no fixed type: they travel as one JSON object in ``extra``.
SCHEMA = pa.schema(
    {
        "id": pa.string(),
        "url": pa.string(),
        "outlet": pa.string(),
        "published": pa.string(),
        "title": pa.string(),
        "provenance": pa.struct({"name": pa.string(), "start": pa.int64(), "end": pa.int64()}),
        "speakers": pa.list_(_SPEAKER),
        "statements": pa.list_(_STATEMENT),
        "error": pa.struct({"code": pa.string(), "message": pa.string()}),
        "extra": pa.string(),
    }
)

# What `gofteh link` adds to speakers and statements.
_LINKED = pa.struct(
    {"confidence": pa.float64(), "reason": pa.string(), "others": pa.list_(pa.string())}
)
_CHANGE = pa.struct({"flag": pa.string(), "before": pa.string(), "after": pa.string()})
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

    def __init__(self, out: BinaryIO, schema: pa.Schema = SCHEMA) -> None:
        self._schema = schema
        self._writer = pq.ParquetWriter(out, schema, compression="zstd")
        self._rows: list[dict[str, Any]] = []

    def write(self, item: Reading | Failure) -> None:
        """Take one article's record."""
        self.write_record(item_record(item))

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
