"""The steps of the linking on a cluster, one after another without one: no Java is needed.

What Spark does between them (explode, group, rank, join) is done here in plain Python.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Iterable
from typing import Any

import pyarrow as pa
import pytest

import gofteh
from gofteh.families.group import MemoryIndex
from gofteh.families.joined import Families
from gofteh.link.families import group_all, tellings_of
from gofteh.link.records import sibling_fields
from gofteh.report.parquet import SCHEMA

if importlib.util.find_spec("pyspark") is None:
    pytest.skip("Spark is not installed: pip install 'gofteh[spark]'", allow_module_level=True)

from gofteh.spark import copying, linking

SAID = "سد مهرکوه تا پایان پاییز پر می‌ماند و آب شهر کافی است"
OTHER = "پل تازه سپیدار فردا باز می‌شود و راه روستا کوتاه می‌گردد"
RAIN = " ".join(f"در روز {n} باران در کوه بارید و رودخانه بالا آمد." for n in range(9))
TOLD = [
    ("a", "پگاه", "2023-05-02", f"لیلا فرهمند گفت: «{SAID}».\n{RAIN}"),
    ("b", "کوی نو", "2023-05-01", f"لیلا فرهمند گفت: «{SAID}».\n{RAIN} پایان."),
    ("c", "بامداد", None, f"لیلا فرهمند گفت: «{SAID.replace('پاییز', 'زمستان')}»."),
    ("d", "بامداد", "2023-05-03", f"الهام مشکاتی گفت: «{OTHER}».\nوی افزود که {SAID}."),
    ("e", "پگاه", "2023-05-04", f"به گفته الهام مشکاتی، {OTHER}."),
    ("f", "پگاه", "2023-05-04", None),
]


@pytest.fixture(scope="module")
def rows() -> list[dict[str, Any]]:
    names = ("id", "outlet", "published", "text")
    table = pa.Table.from_pylist([dict(zip(names, row, strict=True)) for row in TOLD])
    found: list[dict[str, Any]] = gofteh.extract_table(table, reader="grammar").to_pylist()
    return found


def in_groups(rows: Iterable[dict[str, Any]], key: str) -> list[pa.Table]:
    groups: dict[Any, list[dict[str, Any]]] = {}
    for row in rows:
        groups.setdefault(row[key], []).append(row)
    return [pa.Table.from_pylist(group) for group in groups.values()]


def linked(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """What `gofteh.spark.link` gives, by its own steps."""
    (batch,) = linking._tellings(iter([pa.RecordBatch.from_pylist(rows, SCHEMA)]))
    tellings = {row["id"]: row for row in batch.to_pylist()}
    keyed = [row | {"key": key} for row in tellings.values() for key in row["keys"]]
    near = [row for group in in_groups(keyed, "key") for row in linking._near(group).to_pylist()]
    placed: dict[str, dict[str, Any]] = {}
    for group in in_groups(near, "id"):
        ranked = [
            row | {"it": tellings[row["other"]], "mine": tellings[row["id"]]}
            for row in linking._nearest(group).to_pylist()
        ]
        for row in linking._compared(pa.Table.from_pylist(ranked)).to_pylist() if ranked else ():
            placed[row["id"]] = row
    together = Families()
    whole = {id_: linking._telling(row) for id_, row in tellings.items()}
    for row in placed.values():
        together.join(whole[row["id"]], [whole[other] for other in row["links"]])
    members = [
        row | {"component": together.of(id_), "links": None, "relation": None} | placed.get(id_, {})
        for id_, row in tellings.items()
    ]
    several = [group for group in in_groups(members, "component") if group.num_rows > 1]
    told = [row for group in several for row in linking._families(group).to_pylist()]
    by_article: dict[str, list[tuple[str, str]]] = {}
    for row in told:
        by_article.setdefault(row["article"], []).append((row["id"], row["told"]))
    return [linking._linked(row | {"_told": by_article.get(row["id"])}) for row in rows]


def test_families_are_those_of_the_plain_grouping(rows: list[dict[str, Any]]) -> None:
    records = sorted(
        (row for row in rows if not row["error"]),
        key=lambda row: (row["published"] or "9", row["id"]),
    )
    plain = group_all((t for row in records for t in tellings_of(row, {})), MemoryIndex())
    assert len({one.family for one in plain.values()}) == 2
    expected = [
        row
        | {
            "statements": row["statements"]
            and [
                one | (sibling_fields(plain[one["id"]]) if one["id"] in plain else {})
                for one in row["statements"]
            ]
        }
        for row in rows
    ]
    assert linked(rows) == expected
    assert linked(rows[::-1])[::-1] == expected


def test_what_was_linked_fits_the_schema(rows: list[dict[str, Any]]) -> None:
    made = pa.RecordBatch.from_pylist(linked(rows), SCHEMA)
    assert made.num_rows == len(rows)


def test_copies_are_compared_by_their_sketches() -> None:
    texts = [{"id": id_, "text": text} for id_, _, _, text in TOLD if text]
    (batch,) = copying._sketches(iter([pa.RecordBatch.from_pylist(texts)]))
    sketches = {row["id"]: row for row in batch.to_pylist()}
    assert not sketches["c"]["keys"] and sketches["a"]["keys"]
    pairs = [
        {"one": one, "other": other}
        | {f"one_{name}": sketches[one][name] for name in ("hashes", "runs")}
        | {f"other_{name}": sketches[other][name] for name in ("hashes", "runs")}
        for one in sketches
        for other in sketches
        if one < other
    ]
    (same,) = copying._same(iter([pa.RecordBatch.from_pylist(pairs)]))
    assert same.to_pylist() == [{"one": "a", "other": "b"}]
