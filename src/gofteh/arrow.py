"""Tables through the extraction and the repair: Arrow in, Arrow out, a row for a row.

A table is anything that hands out Arrow: a PyArrow table or batch, a Polars or pandas data frame,
a DuckDB relation. Needs the extra ``parquet``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

import pyarrow as pa

from gofteh.batch.extracting import extract_all, extract_article
from gofteh.read.places import named, placed
from gofteh.read.tables import read_row
from gofteh.readers import Reader
from gofteh.records import Article, Failure, Reading, Unit
from gofteh.records.codec import item_record
from gofteh.repairing import Digits, Level, Style, repair
from gofteh.repairing.records import edit_record
from gofteh.report.parquet import SCHEMA, row_of

# The edits of one text, as in the records of ``gofteh repair``.
EDITS = pa.list_(
    pa.struct(
        {
            "start": pa.int64(),
            "end": pa.int64(),
            "before": pa.string(),
            "after": pa.string(),
            "kind": pa.string(),
            "confidence": pa.float64(),
        }
    )
)
# How rows of a table are called where one fails.
_NAME = "table"
# pandas hands out an index of its own under such names: it is no part of an article.
_INDEX = "__index_level_"
# Rows of a batch that comes out.
_BATCH = 512


def extract_table(
    table: Any,
    *,
    text_column: str = "text",
    reader: Reader | str = Reader.BOTH,
    repaired: Level | str | None = None,
    with_text: bool = False,
    jobs: int = 1,
) -> Any:
    """Return a `pyarrow.Table` with one row for every row of a table of articles, in order.

    The columns are those of ``gofteh extract --format parquet`` (`gofteh.report.parquet.SCHEMA`):
    ``statements`` is a list of structures, offsets count into title, blank line and text. Of the
    columns that come in, ``id``, ``url``, ``outlet``, ``published`` and ``title`` are known, the
    others travel as JSON in ``extra``. A row that cannot be read has an ``error``, the others go
    on. ``jobs`` is a number of processes; the other arguments are those of `gofteh.extract`.

    Raises ``TypeError`` for what hands out no Arrow, ``ValueError`` without the text's column.
    """
    arrow = _arrow(table)
    _require_column(arrow, text_column)
    work = partial(extract_article, repaired=repaired, reader=reader)
    found = extract_all(articles_of(arrow.to_batches(), text_column), jobs, work)
    return pa.Table.from_batches(batches_of(found, with_text=with_text), SCHEMA)


def repair_table(
    table: Any,
    *,
    columns: Iterable[str] = ("title", "text"),
    level: Level | str = Level.SPACING,
    digits: Digits | str = Digits.ARABIC,
    style: Style | str = Style.ACADEMY,
    with_edits: bool = False,
) -> Any:
    """Return the table as a `pyarrow.Table` with repaired text; all other columns stay untouched.

    Of ``columns`` those are repaired that are there; an empty cell stays empty. ``with_edits``
    adds a column ``…_edits`` for each, whose offsets count into the raw text. The other
    arguments are those of `gofteh.repair`.

    Raises ``TypeError`` for what hands out no Arrow or a column that holds no text,
    ``ValueError`` where none of the columns is there.
    """
    arrow = _arrow(table)
    present = [name for name in columns if name in arrow.column_names]
    if not present:
        raise ValueError(f"none of the columns {', '.join(columns)}: {_shown(arrow)}")
    fix = partial(repair, level=Level(level), digits=Digits(digits), style=Style(style))
    for name in present:
        column = arrow.column(name)
        if not _is_text(column.type):
            raise TypeError(f"the column {name!r} holds {column.type}, not text")
        fixed = [None if text is None else fix(text) for text in column.to_pylist()]
        texts = pa.array([one and one.text for one in fixed], _plain(column.type))
        arrow = arrow.set_column(arrow.column_names.index(name), name, texts)
        if with_edits:
            edits = [one and [edit_record(edit) for edit in one.edits] for one in fixed]
            arrow = arrow.append_column(f"{name}_edits", pa.array(edits, EDITS))
    return arrow


def articles_of(
    batches: Iterable[Any], text_column: str = "text", *, numbered: bool = True
) -> Iterator[Article | Failure]:
    """Yield the article of every row of Arrow batches, or the failure in its place.

    ``numbered`` tells of each which row it was: of a table that is only a part of another, and
    may be another part the next time, that says nothing.
    """
    number = 0
    for batch in batches:
        names = [name for name in batch.schema.names if not name.startswith(_INDEX)]
        for place in range(batch.num_rows):
            number += 1
            row = {name: batch.column(name)[place] for name in names}
            row["text"] = row.pop(text_column)
            item = read_row(row, f"{_NAME}:{number}" if numbered else _NAME)
            yield from named([placed(item, Unit.ROW, number)], _NAME) if numbered else [item]


def batches_of(
    items: Iterable[Reading | Article | Failure], *, schema: Any = SCHEMA, with_text: bool = False
) -> Iterator[Any]:
    """Yield the records of items in Arrow batches, in order.

    ``schema`` is one of `gofteh.report.parquet`: of readings, or `ARTICLES` for articles alone.
    """
    rows: list[dict[str, Any]] = []
    for item in items:
        rows.append(row_of(item_record(item, with_text=with_text), schema))
        if len(rows) == _BATCH:
            yield pa.RecordBatch.from_pylist(rows, schema)
            rows = []
    if rows:
        yield pa.RecordBatch.from_pylist(rows, schema)


def _arrow(table: Any) -> Any:
    if isinstance(table, pa.Table):
        return table
    if hasattr(table, "__arrow_c_stream__") or isinstance(table, pa.RecordBatch):
        return pa.table(table)
    kind = type(table).__name__
    raise TypeError(f"expected a table that hands out Arrow (PyArrow, Polars, pandas), not {kind}")


def _require_column(arrow: Any, name: str) -> None:
    if name not in arrow.column_names:
        raise ValueError(f"no column {name!r} that holds the text: {_shown(arrow)}")


def _shown(arrow: Any) -> str:
    return f"the table has {', '.join(arrow.column_names[:20]) or 'no columns'}"


def _is_text(kind: Any) -> bool:
    return bool(
        pa.types.is_string(kind)
        or pa.types.is_large_string(kind)
        or pa.types.is_string_view(kind)
        or (pa.types.is_dictionary(kind) and _is_text(kind.value_type))
    )


def _plain(kind: Any) -> Any:
    """Return the type of a column of such texts, each of its own."""
    return kind.value_type if pa.types.is_dictionary(kind) else kind
