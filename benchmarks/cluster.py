"""What Spark adds: ``python -m benchmarks.cluster ARTICLES…`` (needs make spark-env and Java 17).

The same sample of articles, as one Parquet file, is read by ``gofteh extract --jobs N`` and by
``gofteh.spark.extract`` on Spark in local mode with N cores; both write Parquet. Told are the clock
and the processor's time of all processes of each, Java's too, with and without what comes before
the first article, and whether both wrote the same. ``--rounds`` are in turn; the median counts.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from benchmarks.beside.sample import sampled
from benchmarks.beside.table import machine

_HOUR = 3600
_TICKS = os.sysconf("SC_CLK_TCK")
# More than any sample: each core gets so many shares, so that none waits long for another.
_SHARES = 4


def spark_job(articles: str, out: str, cores: int, reader: str) -> None:
    """Extract by Spark; print as JSON what that took, from Spark's start and from the job's."""
    began = time.perf_counter()
    os.environ |= {"PYSPARK_PYTHON": sys.executable, "SPARK_LOCAL_IP": "127.0.0.1"}
    from pyspark.sql import SparkSession

    import gofteh.spark

    spark = (
        SparkSession.builder.master(f"local[{cores}]")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.host", "127.0.0.1")
        .getOrCreate()
    )
    spark.range(1).count()
    started, busy = time.perf_counter(), processor()
    frame = spark.read.parquet(articles).repartition(_SHARES * cores)
    gofteh.spark.extract(frame, reader=reader).write.parquet(out)
    ended, used = time.perf_counter(), processor()
    told = {"clock": ended - began, "job": ended - started, "processor": used, "busy": used - busy}
    print(json.dumps(told))
    spark.stop()


def processor() -> float:
    """Return the processor's seconds of all processes of this session, ended ones too."""
    ticks = 0
    for place in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = place.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[3]) == os.getsid(0):
            ticks += sum(map(int, fields[11:15]))
    return ticks / _TICKS


def plain_job(articles: str, out: str, cores: int, reader: str) -> None:
    """Extract by the command line; print as JSON what that took."""
    began = time.perf_counter()
    command = [sys.executable, "-m", "gofteh", "extract", articles, "-f", "parquet", "-o", out]
    subprocess.run([*command, "--jobs", str(cores), "--reader", reader], check=True, timeout=3600)
    clock = time.perf_counter() - began
    print(json.dumps({"clock": clock, "job": clock, "processor": processor(), "busy": processor()}))


def same(plain: str, spark: str) -> bool:
    """Return whether both wrote the same rows, but for ``source``, which Spark does not tell."""
    import pyarrow.parquet as pq

    def rows(path: str) -> list[dict[str, object]]:
        table = pq.read_table(path).drop_columns(["source"])
        return sorted(table.to_pylist(), key=lambda row: str(row["id"]))

    return rows(plain) == rows(spark)


def write(paths: Sequence[Path], number: int, out: Path) -> int:
    """Write a sample of articles as Parquet; return how many characters it has."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    told = sampled(paths, number)
    rows = [{"id": f"a{k}", **one} for k, one in enumerate(told)]
    pq.write_table(pa.Table.from_pylist(rows), out)
    return sum(len(one["title"]) + len(one["text"]) for one in told)


def main() -> None:
    """Measure both and print a table."""
    asked = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    asked.add_argument("articles", type=Path, nargs="+")
    asked.add_argument("--number", type=int, default=2000)
    asked.add_argument("--rounds", type=int, default=3)
    asked.add_argument("--cores", type=int, default=2)
    asked.add_argument("--reader", default="grammar")
    asked.add_argument("--job", choices=("plain", "spark"), help=argparse.SUPPRESS)
    given = asked.parse_args()
    if given.job:
        job = plain_job if given.job == "plain" else spark_job
        job(*map(str, given.articles), given.cores, given.reader)
        return
    with TemporaryDirectory() as name:
        folder, told = Path(name), {"plain": [], "spark": []}
        characters = write(given.articles, given.number, folder / "articles.parquet")
        for k in range(given.rounds):
            for kind, runs in told.items():
                print(f"round {k + 1}: {kind} …", file=sys.stderr, flush=True)
                out = str(folder / f"{kind}{k}.parquet")
                runs.append(_run(kind, str(folder / "articles.parquet"), out, given))
        equal = same(str(folder / "plain0.parquet"), str(folder / "spark0.parquet"))
    print(f"{machine()}\n{given.number:,} articles, {characters:,} characters; {given.cores} cores")
    print(f"Both wrote the same: {equal}\n")
    print("| run | clock, s | of it the job | processor, s | of it the job | job, ms an article |")
    print("|---|---|---|---|---|---|")
    for kind, runs in told.items():
        middle = {key: median(run[key] for run in runs) for key in runs[0]}
        print(
            f"| {kind} | {middle['clock']:.1f} | {middle['job']:.1f} | {middle['processor']:.1f} "
            f"| {middle['busy']:.1f} | {1000 * middle['busy'] / given.number:.2f} |"
        )


def _run(kind: str, articles: str, out: str, given: argparse.Namespace) -> dict[str, float]:
    command = [sys.executable, "-m", "benchmarks.cluster", articles, out, "--job", kind]
    options = ["--cores", str(given.cores), "--reader", given.reader]
    done = subprocess.run(
        [*command, *options],
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        timeout=_HOUR,
        start_new_session=True,  # whose processes are counted
    )
    figures: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return figures


if __name__ == "__main__":
    main()
