"""gofteh over a cluster: Spark data frames in and out.

The work is done by Arrow batches in Spark's Python workers, which need gofteh installed, too. What
articles have in common is found by Spark's own joins and groups. Answers depend on the rows alone:
neither the number of partitions nor their order, nor a lost executor, changes them.
"""

from __future__ import annotations

from gofteh.spark.copying import COPIES, copies
from gofteh.spark.linking import link
from gofteh.spark.rows import ARTICLES, READINGS, extract, read, repair

__all__ = ["ARTICLES", "COPIES", "READINGS", "copies", "extract", "link", "read", "repair"]
