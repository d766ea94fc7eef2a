"""Whole articles that are one text in several outlets, over a cluster.

Articles meet by the smallest hashes of their runs of words (MinHash), as in a store: a join; two
that meet are compared by their sketches; what is one text hangs together.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pyarrow as pa
from pyspark.sql import DataFrame
from pyspark.sql import functions as F  # noqa: N812 - its name everywhere

from gofteh.families.copies import Sketch, compare_texts, keys_of_sketch, sketch_of
from gofteh.spark.components import components

# The columns of `copies`: ``copies`` is the least id of a text's articles.
COPIES = "id string, copies string"
# A run of words that so many articles have is what every page of a site says.
_MOST = 1000
_SKETCH = "id string, hashes array<long>, runs long, keys array<long>"
_SKETCHES = pa.schema(
    {
        "id": pa.string(),
        "hashes": pa.list_(pa.int64()),
        "runs": pa.int64(),
        "keys": pa.list_(pa.int64()),
    }
)
_EDGES = pa.schema({"one": pa.string(), "other": pa.string()})


def copies(articles: DataFrame, *, text_column: str = "text") -> DataFrame:
    """Return which articles are exact, edited or shortened copies of one text: `COPIES`.

    ``articles`` have an ``id`` each of its own and a text; one whose text no other has is left
    out. Raises ``ValueError`` without these columns.
    """
    missing = {"id", text_column} - set(articles.columns)
    if missing:
        raise ValueError(f"no column {', '.join(sorted(missing))} among the articles' columns")
    texts = articles.select("id", F.col(text_column).alias("text")).where("text is not null")
    sketches = texts.mapInArrow(_sketches, _SKETCH).persist()
    keyed = sketches.select("id", F.explode("keys").alias("key"))
    rare = keyed.groupBy("key").count().where(F.col("count").between(2, _MOST)).select("key")
    keyed = keyed.join(rare, "key")
    met = (
        keyed.withColumnRenamed("id", "one")
        .join(keyed.withColumnRenamed("id", "other"), "key")
        .where("one < other")
        .select("one", "other")
        .distinct()
    )
    of_one, of_other = (
        sketches.select(F.col("id").alias(name), *(F.col(c).alias(f"{name}_{c}") for c in _PARTS))
        for name in ("one", "other")
    )
    edges = (
        met.join(of_one, "one")
        .join(of_other, "other")
        .mapInArrow(_same, "one string, other string")
    )
    return components(edges).select(F.col("node").alias("id"), F.col("component").alias("copies"))


_PARTS = ("hashes", "runs")


def _sketches(batches: Iterator[Any]) -> Iterator[Any]:
    for batch in batches:
        rows = []
        for row in batch.to_pylist():
            sketch = sketch_of(row["text"])
            keys = list(dict.fromkeys(keys_of_sketch(sketch)))
            rows.append(
                {"id": row["id"], "hashes": list(sketch.hashes), "runs": sketch.runs, "keys": keys}
            )
        yield pa.RecordBatch.from_pylist(rows, _SKETCHES)


def _same(batches: Iterator[Any]) -> Iterator[Any]:
    for batch in batches:
        rows = [
            {"one": row["one"], "other": row["other"]}
            for row in batch.to_pylist()
            if compare_texts(_sketch(row, "one"), _sketch(row, "other"))
        ]
        yield pa.RecordBatch.from_pylist(rows, _EDGES)


def _sketch(row: dict[str, Any], name: str) -> Sketch:
    return Sketch(tuple(row[f"{name}_hashes"]), row[f"{name}_runs"])
