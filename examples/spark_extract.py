"""Statements of a corpus on a Spark cluster: WARC or Parquet in, Parquet out, a folder an outlet.

spark-submit examples/spark_extract.py INPUT… OUT

An INPUT is a Parquet file or folder of articles, as ``gofteh read … -o ARTICLES.parquet`` makes,
or whatever else ``gofteh read`` takes: WARC files, archives, folders of pages. Workers open the
inputs themselves, and need gofteh, too: ``pip install 'gofteh[spark]'`` where they run.
"""

from __future__ import annotations

import sys
from pathlib import Path

from pyspark.sql import DataFrame, SparkSession

import gofteh.spark


def articles(spark: SparkSession, inputs: list[str]) -> DataFrame:
    """Return the articles of all inputs; those of one kind are read at once."""
    tables = [name for name in inputs if is_table(name)]
    files = [name for name in inputs if name not in tables]
    frames = [gofteh.spark.read(spark, files)] if files else []
    frames += [spark.read.parquet(name) for name in tables]
    whole, *rest = frames
    for frame in rest:
        whole = whole.unionByName(frame, allowMissingColumns=True)
    return whole


def is_table(name: str) -> bool:
    """Whether it is Parquet for Spark: a file, a folder of such, or what lies on no disk here."""
    if name.lower().endswith(".parquet"):
        return True
    path = Path(name)
    return any(path.rglob("*.parquet")) if path.is_dir() else "://" in name


def main(inputs: list[str], out: str) -> None:
    """Extract the statements of all inputs into a folder."""
    spark = SparkSession.builder.appName("gofteh").getOrCreate()
    found = gofteh.spark.extract(articles(spark, inputs))
    found.write.mode("overwrite").partitionBy("outlet").parquet(out)


if __name__ == "__main__":
    main(sys.argv[1:-1], sys.argv[-1])
