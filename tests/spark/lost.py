"""A job on two executors of which one is killed while it works: ``lost.py OUT.json``."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

from pyspark.sql import SparkSession

import gofteh.spark

# Enough rows, each long enough, that both executors are at work when one is killed.
ROWS, SENTENCES, PARTS = 160, 40, 16
COLUMNS = "id string, text string"
# How an executor's process calls itself, and the longest wait for it to be at work, in seconds.
BACKEND, WAIT = "CoarseGrainedExecutorBackend", 200


def text(number: int) -> str:
    """An article that says something of its own."""
    said = f"لیلا فرهمند گفت: سد شماره {number} پر است."
    return " ".join([said, *(f"باران شماره {k} در سپیدار بارید." for k in range(SENTENCES))])


def executors(application: str) -> list[int]:
    """The processes of an application's executors, the oldest first."""
    listed = subprocess.run(
        ["pgrep", "-f", f"{BACKEND}.*{application}"],
        capture_output=True, check=False, encoding="utf-8", timeout=30,
    )  # fmt: skip
    return sorted(map(int, listed.stdout.split()))


def kill_one(spark: SparkSession, killed: list[int]) -> None:
    """Kill an executor as soon as some partitions are done and others are not."""
    context = spark.sparkContext
    tracker, end = context.statusTracker(), time.monotonic() + WAIT
    while time.monotonic() < end:
        for stage in tracker.getActiveStageIds():
            info = tracker.getStageInfo(stage)
            running = info and 0 < info.numCompletedTasks < info.numTasks
            if running and len(found := executors(context.applicationId)) > 1:
                os.kill(found[0], signal.SIGKILL)
                killed.append(found[0])
                return
        time.sleep(0.02)


def main(out: Path) -> None:
    os.environ |= {"PYSPARK_PYTHON": sys.executable, "SPARK_LOCAL_IP": "127.0.0.1"}
    spark = (
        SparkSession.builder.master("local-cluster[2,1,1024]")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.executor.memory", "512m")
        .getOrCreate()
    )
    articles = spark.createDataFrame([(f"{n:03}", text(n)) for n in range(ROWS)], COLUMNS)
    killed: list[int] = []
    killer = threading.Thread(target=kill_one, args=(spark, killed), daemon=True)
    killer.start()
    told = gofteh.spark.extract(articles.repartition(PARTS), reader="grammar")
    rows = [row.asDict(recursive=True) for row in told.orderBy("id").collect()]
    killer.join(WAIT)
    out.write_text(json.dumps({"killed": len(killed), "rows": rows}, default=str), "utf-8")
    spark.stop()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
