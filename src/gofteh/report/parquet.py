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

# Articles a row group: enough to compress well, few enough to hold.
_BATCH = 512


class ParquetWriter:
    """Collects records and writes them in row groups of bounded size."""

    def __init__(self, out: BinaryIO) -> None:
        self._writer = pq.ParquetWriter(out, SCHEMA, compression="zstd")
        self._rows: list[dict[str, Any]] = []

    def write(self, item: Reading | Failure) -> None:
        """Take one article's record."""
        self._rows.append(_row(item_record(item)))
        if len(self._rows) >= _BATCH:
            self._flush()

    def close(self) -> None:
        """Write what is still held, and the file's footer."""
        self._flush()
        self._writer.close()

    def _flush(self) -> None:
        if self._rows:
            self._writer.write_table(pa.Table.from_pylist(self._rows, schema=SCHEMA))
            self._rows.clear()


def _row(record: dict[str, Any]) -> dict[str, Any]:
    known = {name: value for name, value in record.items() if name in SCHEMA.names}
    extra = {name: value for name, value in record.items() if name not in SCHEMA.names}
    if extra:
        known["extra"] = encode_line(extra).decode("utf-8").rstrip("\n")
    row: dict[str, Any] = well_formed_value(known)
    return row
