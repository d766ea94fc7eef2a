"""Which nodes hang together, by edges: connected components through Spark's joins."""

from __future__ import annotations

from pyspark.sql import DataFrame
from pyspark.sql import functions as F  # noqa: N812 - its name everywhere


def components(edges: DataFrame) -> DataFrame:
    """Return ``node`` and ``component`` (the least node that hangs together with it).

    ``edges`` has ``one`` and ``other``. In each round a node takes the least label around it; as
    many rounds are needed as the longest chain has links, and families are short.
    """
    both = edges.select("one", "other").union(edges.select("other", "one")).distinct().persist()
    labels = both.groupBy(F.col("one").alias("node")).agg(
        F.least(F.col("node"), F.min("other")).alias("component")
    )
    while True:
        labels = labels.persist()
        around = (
            both.join(labels, both.other == labels.node)
            .groupBy(F.col("one").alias("node"))
            .agg(F.min("component").alias("around"))
        )
        following = (
            labels.join(around, "node")
            .select(
                "node",
                F.least("component", "around").alias("component"),
                (F.col("around") < F.col("component")).alias("changed"),
            )
            .persist()
        )
        if following.where("changed").isEmpty():
            return labels
        labels = following.drop("changed")
