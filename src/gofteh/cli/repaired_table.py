"""Repaired articles as Parquet: one row an article, its edits beside its text."""

from __future__ import annotations

import json
from typing import Any, BinaryIO

import pyarrow as pa
import pyarrow.parquet as pq

from gofteh.arrow import EDITS
from gofteh.batch.repairing import RepairedItem
from gofteh.report.wellformed import well_formed_value

_NAMES = ("id", "url", "outlet", "published", "title", "text")
SCHEMA = pa.schema(
    {
        **dict.fromkeys(_NAMES, pa.string()),
        "edits": EDITS,
        "title_edits": EDITS,
        # Fields of the input that gofteh knows nothing of, as one JSON object.
        "extra": pa.string(),
    }
)
# Articles a row group: enough to compress well, few enough to hold.
_BATCH = 512


class RepairedTable:
    """Collects repaired articles and writes them in row groups of bounded size."""

    def __init__(self, out: BinaryIO) -> None:
        self._writer = pq.ParquetWriter(out, SCHEMA, compression="zstd")
        self._rows: list[dict[str, Any]] = []

    def write(self, repaired: RepairedItem) -> None:
        """Take one article."""
        record, edits = json.loads(repaired.data), json.loads(repaired.edits)
        row = {name: record.pop(name, None) for name in _NAMES}
        row |= {name: edits.get(name) for name in ("edits", "title_edits")}
        row["extra"] = json.dumps(record, ensure_ascii=False) if record else None
        self._rows.append(well_formed_value(row))
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
