"""``repaired`` in records: asked for, beside the raw words, in every format that holds it."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from gofteh import extract
from gofteh.cli.app import app
from gofteh.records.codec import record_reading
from gofteh.report.load import read_records
from gofteh.store import open_store

TEXT = "رئیس شركت آب مهركوه گفت: سد ها پر مي شود. وي افزود: نگران نيستيم."
WANTED = ["سد‌ها پر می‌شود", "نگران نیستیم"]


def test_contents_are_repaired_beside_the_raw_ones() -> None:
    plain, both = extract(TEXT), extract(TEXT, repaired="spacing")
    assert [s.repaired for s in plain.statements] == [None, None]
    assert [s.repaired for s in both.statements] == WANTED
    assert [s.content for s in both.statements] == [s.content for s in plain.statements]
    assert both.repaired is not None
    assert all(words in both.repaired for words in WANTED)


def test_an_interrupted_content_is_repaired_part_by_part() -> None:
    text = "«سد ها پر مي شود»، رئیس شرکت آب گفت، «و نگران نيستيم»."
    for statement in extract(text, repaired="characters").statements:
        assert statement.repaired is not None
        assert statement.repaired.count("…") == len(statement.content) - 1


def test_unknown_level_is_named() -> None:
    with pytest.raises(ValueError, match="bold"):
        extract(TEXT, repaired="bold")


@pytest.mark.parametrize("suffix", [".jsonl", ".parquet", ".csv"])
def test_command_writes_them_on_request(tmp_path: Path, suffix: str) -> None:
    article, out = tmp_path / "a.jsonl", tmp_path / f"out{suffix}"
    article.write_text(json.dumps({"id": "a", "text": TEXT}), "utf-8")
    done = CliRunner().invoke(
        app, ["extract", str(article), "--repaired", "spacing", "-o", str(out)]
    )
    assert done.exit_code == 0, done.output
    if suffix == ".csv":
        rows = list(csv.DictReader(out.read_text("utf-8-sig").splitlines()))
        assert [row["repaired"] for row in rows] == WANTED
        return
    (record,) = read_records(str(out))
    assert [s["repaired"] for s in record["statements"]] == WANTED
    assert [s.repaired for s in record_reading(record).statements] == WANTED


def test_the_store_keeps_the_repaired_article(tmp_path: Path) -> None:
    article, db = tmp_path / "a.jsonl", str(tmp_path / "a.db")
    article.write_text(json.dumps({"id": "a", "text": TEXT}), "utf-8")
    done = CliRunner().invoke(app, ["ingest", str(article), "--db", db])
    assert done.exit_code == 0, done.output
    with open_store(db) as store:
        stored = store.article("a")
    assert stored is not None
    assert stored.repaired == extract(TEXT, repaired="spacing").repaired
