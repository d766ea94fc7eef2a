"""What the tests of Spark ask of it, in a process of its own: ``job.py OUT.json``."""

from __future__ import annotations

import json
import os
import runpy
import sys
from pathlib import Path

from pyspark.sql import SparkSession

import gofteh.spark

PAGES = Path(__file__).parents[2] / "examples" / "pages"
EXAMPLE = Path(__file__).parents[2] / "examples" / "spark_extract.py"
ROWS = [
    ("a", "پگاه", "سد پر شد", "لیلا فرهمند گفت: سد پر است.", 3),
    ("b", "پگاه", None, None, 4),
    ("c", None, None, "مربي تيم مي گويد بازي يكشنبه است.", 5),
    ("d", "کوی نو", None, "باران بارید.", 6),
]
COLUMNS = "id string, outlet string, title string, text string, page int"


SAID = "لیلا فرهمند، رئیس سازمان آب، گفت: «سد مهرکوه تا پایان پاییز پر می‌ماند و آب کافی است»."
MORE = " ".join(f"در روز {n} باران در کوه‌های سپیدار بارید و رودخانه بالا آمد." for n in range(9))
TOLD = [
    ("t1", "پگاه", "2023-05-02", f"{SAID}\n{MORE}"),
    ("t2", "کوی نو", "2023-05-01", f"{SAID}\n{MORE} پایان."),
    ("t3", "بامداد", None, SAID.replace("پاییز", "زمستان")),
    ("t4", "بامداد", "2023-05-03", "الهام مشکاتی گفت: «پل تازه فردا باز می‌شود و راه کوتاه است»."),
    ("t5", "بامداد", "2023-05-03", None),
]


def rows(frame) -> list[dict[str, object]]:
    return [row.asDict(recursive=True) for row in frame.orderBy("id").collect()]


def main(out: Path) -> None:
    os.environ |= {"PYSPARK_PYTHON": sys.executable, "SPARK_LOCAL_IP": "127.0.0.1"}
    spark = (
        SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.sql.shuffle.partitions", "2")
        # A few rows: what compiles for millions of them only costs time.
        .config("spark.sql.adaptive.enabled", "false")
        .config("spark.sql.codegen.wholeStage", "false")
        .config("spark.sql.codegen.factoryMode", "NO_CODEGEN")
        .config("spark.driver.extraJavaOptions", "-XX:TieredStopAtLevel=1")
        .getOrCreate()
    )
    articles = spark.createDataFrame(ROWS, COLUMNS)
    found = {
        f"extract-{parts}": rows(
            gofteh.spark.extract(articles.repartition(parts), reader="grammar")
        )
        for parts in (1, 3)
    }
    found["repair"] = rows(gofteh.spark.repair(articles, with_edits=True))
    found["repair-plain"] = rows(gofteh.spark.repair(articles, columns=["text"]))
    told = spark.createDataFrame(TOLD, "id string, outlet string, published string, text string")
    found["plain"] = rows(gofteh.spark.extract(told, reader="grammar"))
    for parts in (1, 4):
        read = gofteh.spark.extract(told.repartition(parts), reader="grammar")
        found[f"link-{parts}"] = rows(gofteh.spark.link(read))
        found[f"copies-{parts}"] = rows(gofteh.spark.copies(told.repartition(parts)))
    found["read"] = rows(gofteh.spark.read(spark, [str(PAGES), str(out / "none")]))
    written = out.with_name("statements")
    articles.write.parquet(str(out.with_name("articles")))
    example = runpy.run_path(str(EXAMPLE))
    example["main"]([str(out.with_name("articles"))], str(written))
    found["example"] = rows(spark.read.parquet(str(written)).select("id", "outlet", "statements"))
    found["folders"] = sorted(path.name for path in written.iterdir() if path.is_dir())
    out.write_text(json.dumps(found), "utf-8")
    spark.stop()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
