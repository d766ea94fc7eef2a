"""Statements of a corpus on a Spark cluster: WARC or Parquet in, Parquet out, a folder an outlet.

spark-submit examples/spark_extract.py INPUT… OUT

An INPUT is a Parquet file or folder of articles, as ``gofteh read … -o ARTICLES.parquet`` makes,
or whatever else ``gofteh read`` takes: WARC files, archives, folders of pages. Workers open the
inputs themselves, and need gofteh, too: ``pip install 'gofteh[spark]'`` where they run.
"""

from __future__ import annotations

import sys

from pyspark.sql import DataFrame, SparkSession

import gofteh.spark


def articles(spark: SparkSession, inputs: list[str]) -> DataFrame:
    """Return the articles of all inputs; those of one kind are read at once."""
    other = (".warc", ".warc.gz", ".html", ".xml", ".jsonl", ".jsonl.gz", ".jsonl.zst", ".zip")
    files = [name for name in inputs if name.lower().endswith(other)]
    tables = [name for name in inputs if name not in files]
    frames = [gofteh.spark.read(spark, files)] if files else []
    frames += [spark.read.parquet(name) for name in tables]
    whole, *rest = frames
    for frame in rest:
        whole = whole.unionByName(frame, allowMissingColumns=True)
    return whole


def main(inputs: list[str], out: str) -> None:
    """Extract the statements of all inputs into a folder."""
    spark = SparkSession.builder.appName("gofteh").getOrCreate()
    found = gofteh.spark.extract(articles(spark, inputs))
    found.write.mode("overwrite").partitionBy("outlet").parquet(out)


if __name__ == "__main__":
    main(sys.argv[1:-1], sys.argv[-1])
