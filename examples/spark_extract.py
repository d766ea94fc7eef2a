"""Statements of a corpus on a Spark cluster: Parquet in, Parquet out, a folder an outlet.

spark-submit examples/spark_extract.py ARTICLES.parquet OUT

``gofteh read … -o ARTICLES.parquet`` makes such articles of pages, feeds and archives. The workers
need gofteh, too: ``pip install 'gofteh[spark]'`` where they run.
"""

from __future__ import annotations

import sys

from pyspark.sql import SparkSession

import gofteh.spark


def main(articles: str, out: str) -> None:
    """Extract the statements of a Parquet file or folder into another folder."""
    spark = SparkSession.builder.appName("gofteh").getOrCreate()
    found = gofteh.spark.extract(spark.read.parquet(articles))
    found.write.mode("overwrite").partitionBy("outlet").parquet(out)


if __name__ == "__main__":
    main(*sys.argv[1:])
