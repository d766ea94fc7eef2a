"""What is done row by row: articles read, their statements extracted, texts repaired.

A row's answer depends on the row alone: neither the number of partitions nor their order, nor a
lost executor, changes it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

import pyarrow as pa
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql.pandas.types import from_arrow_schema, from_arrow_type
from pyspark.sql.types import StructField, StructType

from gofteh.arrow import EDITS, articles_of, batches_of, repair_table
from gofteh.batch.extracting import extract_all, extract_article
from gofteh.read import ReadOptions, read_articles
from gofteh.readers import Reader
from gofteh.repairing import Digits, Level, Style
from gofteh.report.parquet import ARTICLES as ARROW_ARTICLES
from gofteh.report.parquet import SCHEMA

# The columns of `extract`: those of ``gofteh extract --format parquet``.
READINGS: StructType = from_arrow_schema(SCHEMA)
# Those of `read`: of ``gofteh read --format parquet``.
ARTICLES: StructType = from_arrow_schema(ARROW_ARTICLES)


def read(spark: SparkSession, inputs: Iterable[str], *, persian_only: bool = False) -> DataFrame:
    """Return a data frame with the articles of files that every worker can open: `ARTICLES`.

    ``inputs`` are what ``gofteh read`` takes: WARC files, archives, pages, feeds, tables. Each is
    read by one worker, so many files share the work; what cannot be read has an ``error``.
    """
    paths = list(inputs)
    frame = spark.createDataFrame([(path,) for path in paths], "path string")
    work = partial(_articles, persian_only=persian_only)
    return frame.repartition(max(1, len(paths)), "path").mapInArrow(work, ARTICLES)


def extract(
    articles: DataFrame,
    *,
    text_column: str = "text",
    reader: Reader | str = Reader.BOTH,
    repaired: Level | str | None = None,
    with_text: bool = False,
) -> DataFrame:
    """Return a data frame with the statements of every article, a row for a row: `READINGS`.

    The arguments are those of `gofteh.extract_table`. A row that cannot be read has an
    ``error``; ``source`` is null. Raises ``ValueError`` without the text's column.
    """
    if text_column not in articles.columns:
        raise ValueError(f"no column {text_column!r} among {', '.join(articles.columns[:20])}")
    work = partial(
        _extracted,
        text_column=text_column,
        reader=Reader(reader).value,
        repaired=None if repaired is None else Level(repaired).value,
        with_text=with_text,
    )
    return articles.mapInArrow(work, READINGS)


def repair(
    texts: DataFrame,
    *,
    columns: Iterable[str] = ("title", "text"),
    level: Level | str = Level.SPACING,
    digits: Digits | str = Digits.ARABIC,
    style: Style | str = Style.ACADEMY,
    with_edits: bool = False,
) -> DataFrame:
    """Return the data frame with repaired text; all other columns stay untouched.

    The arguments are those of `gofteh.repair_table`. Raises ``ValueError`` where none of the
    columns is there.
    """
    wanted = tuple(columns)
    present = [name for name in wanted if name in texts.columns]
    if not present:
        raise ValueError(f"none of the columns {', '.join(wanted)} in {', '.join(texts.columns)}")
    work = partial(
        _repaired,
        columns=present,
        level=Level(level).value,
        digits=Digits(digits).value,
        style=Style(style).value,
        with_edits=with_edits,
    )
    edits = [StructField(f"{name}_edits", from_arrow_type(EDITS)) for name in present if with_edits]
    return texts.mapInArrow(work, StructType([*texts.schema.fields, *edits]))


def _articles(batches: Iterator[Any], *, persian_only: bool) -> Iterator[Any]:
    """Return the articles of the files that a partition names, in batches."""
    options = ReadOptions(persian_only=persian_only)
    paths = (path for batch in batches for path in batch.column("path").to_pylist())
    items = (item for path in paths for item in read_articles([path], options=options))
    return batches_of(items, schema=ARROW_ARTICLES)


def _extracted(
    batches: Iterator[Any],
    *,
    text_column: str,
    reader: str,
    repaired: str | None,
    with_text: bool,
) -> Iterator[Any]:
    """Return the readings of the articles of a partition, in batches."""
    work = partial(extract_article, reader=reader, repaired=repaired)
    items = articles_of(batches, text_column, numbered=False)
    return batches_of(extract_all(items, 1, work), with_text=with_text)


def _repaired(batches: Iterator[Any], **how: Any) -> Iterator[Any]:
    """Yield the batches of a partition, repaired."""
    for batch in batches:
        yield from repair_table(pa.Table.from_batches([batch]), **how).to_batches()
