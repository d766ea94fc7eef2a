"""Records read back from the files that gofteh wrote."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from gofteh.records.fields import SPEAKER, STATEMENT
from gofteh.report.jsonlines import decode_line, read_objects


def read_records(path: str) -> Iterator[dict[str, Any]]:
    """Yield the records of a ``.jsonl[.gz|.zst]`` or ``.parquet`` file, one at a time.

    Raises ``OSError`` where the file cannot be opened, ``ValueError`` naming file and place
    where it holds something else.
    """
    if path.lower().endswith(".parquet"):
        yield from _parquet_records(path)
    else:
        yield from (record for _, record in read_objects(path))


def _parquet_records(path: str) -> Iterator[dict[str, Any]]:
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        with Path(path).open("rb") as stream:
            for batch in pq.ParquetFile(stream).iter_batches(batch_size=256):
                yield from map(json_record, batch.to_pylist())
    except pa.ArrowInvalid as error:
        raise ValueError(f"{path}: not a Parquet file ({error})") from error


def json_record(row: dict[str, Any]) -> dict[str, Any]:
    """Return the JSON record of a row of Parquet: an article has no ``error``, an error no more."""
    error, extra = row.pop("error", None), row.pop("extra", None)
    if error:
        names = ("source", "schema", "gofteh")
        told: dict[str, Any] = {name: row[name] for name in names if name in row}
        return {"id": row.get("id"), "error": error, **told}
    if row.get("text") is None:  # nobody asked for it
        row.pop("text", None)
    for shape, name in ((STATEMENT, "statements"), (SPEAKER, "speakers")):
        optional = [one.name for one in shape.fields if not one.always]
        for entry in row.get(name) or ():
            for field in optional:
                if entry.get(field) is None:
                    entry.pop(field, None)
    return row | decode_line(extra.encode("utf-8")) if extra else row
