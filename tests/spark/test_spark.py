"""Spark's answers are those of the plain calls, however the rows are shared out."""

from __future__ import annotations

import importlib.util
import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

import gofteh
from gofteh.families.group import MemoryIndex
from gofteh.link.families import group_all, tellings_of
from gofteh.link.records import sibling_fields
from gofteh.read import ReadOptions, read_articles

ROOT = Path(__file__).parents[2]
JOB = Path(__file__).with_name("job.py")

if importlib.util.find_spec("pyspark") is None:
    pytest.skip("Spark is not installed: pip install 'gofteh[spark]'", allow_module_level=True)
if shutil.which("java") is None:
    pytest.skip("Spark needs Java 17: apt-get install openjdk-17-jre", allow_module_level=True)

from spark.job import COLUMNS, ROWS  # noqa: E402


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[dict[str, Any]]]:
    out = tmp_path_factory.mktemp("spark") / "found.json"
    done = subprocess.run(
        [sys.executable, str(JOB), str(out)],
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=500,
    )
    assert done.returncode == 0, done.stderr[-4000:]
    return json.loads(out.read_text("utf-8"))


@pytest.fixture(scope="module")
def table() -> pa.Table:
    names = [column.split()[0] for column in COLUMNS.split(", ")]
    return pa.Table.from_pylist([dict(zip(names, row, strict=True)) for row in ROWS])


@pytest.mark.parametrize("parts", [1, 3])
def test_statements_are_those_of_the_table(
    found: dict[str, list[dict[str, Any]]], table: pa.Table, parts: int
) -> None:
    plain = gofteh.extract_table(table, reader="grammar").to_pylist()
    assert found[f"extract-{parts}"] == [row | {"source": None} for row in plain]
    assert [len(row["statements"] or ()) for row in plain] == [1, 0, 1, 0]


def test_a_row_that_cannot_be_read_is_an_error_row(found: dict[str, list[dict[str, Any]]]) -> None:
    row = found["extract-3"][1]
    assert (row["id"], row["error"]["code"]) == ("b", "missing-text")


def test_repaired_text_and_edits_are_those_of_the_table(
    found: dict[str, list[dict[str, Any]]], table: pa.Table
) -> None:
    assert found["repair"] == gofteh.repair_table(table, with_edits=True).to_pylist()
    plain = gofteh.repair_table(table, columns=["text"])
    assert found["repair-plain"] == plain.to_pylist()
    assert plain.column_names == table.column_names


def test_the_example_writes_a_folder_an_outlet(
    found: dict[str, list[dict[str, Any]]], table: pa.Table
) -> None:
    plain = gofteh.extract_table(table).select(["id", "outlet", "statements"]).to_pylist()
    assert [row for row in found["example"] if row["id"] != "b"] == [
        row for row in plain if row["id"] != "b"
    ]
    assert len(found["folders"]) == 2 + 1  # what has no outlet has a folder, too


@pytest.mark.parametrize("parts", [1, 4])
def test_families_are_those_of_the_plain_grouping(
    found: dict[str, list[dict[str, Any]]], parts: int
) -> None:
    # In the order of publication, the undated last.
    records = sorted(
        (row for row in found["plain"] if not row["error"]),
        key=lambda row: (row["published"] or "9", row["id"]),
    )
    plain = group_all((t for row in records for t in tellings_of(row, {})), MemoryIndex())
    assert len({one.family for one in plain.values()}) == 1 and len(plain) == 3
    linked = {row["id"]: row for row in found[f"link-{parts}"]}
    for row in found["plain"]:
        for one in row["statements"] or ():
            one |= sibling_fields(plain[one["id"]]) if one["id"] in plain else {}
        assert linked[row["id"]] == row


@pytest.mark.parametrize("parts", [1, 4])
def test_copies_hang_together(found: dict[str, list[dict[str, Any]]], parts: int) -> None:
    assert found[f"copies-{parts}"] == [
        {"id": "t1", "copies": "t1"},
        {"id": "t2", "copies": "t1"},
    ]


def test_files_are_read_by_the_workers(found: dict[str, list[dict[str, Any]]]) -> None:
    plain = list(read_articles([str(ROOT / "examples" / "pages")], options=ReadOptions()))
    assert sorted(row["text"] for row in found["read"] if not row["error"]) == sorted(
        one.text for one in plain if isinstance(one, gofteh.Article)
    )
    assert sum(row["error"] is not None for row in found["read"]) == 1
