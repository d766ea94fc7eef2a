"""Records that can be traced back: source, text, one id an article, their schema."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import jsonschema_rs
import pytest
from typer.testing import CliRunner

from gofteh.cli.app import app
from gofteh.records.schema import json_schema
from gofteh.report.load import read_records
from gofteh.version import __version__

TEXT = "لیلا فرهمند گفت: سد پر است."
QUICK = ["--reader", "grammar"]


@pytest.fixture
def news(tmp_path: Path) -> Path:
    path = tmp_path / "news.jsonl"
    lines = [
        json.dumps({"id": "n7", "text": TEXT, "page": 3}),
        "broken",
        json.dumps({"text": TEXT}),
    ]
    path.write_text("\n".join([*lines, lines[0]]) + "\n", "utf-8")
    return path


@pytest.mark.parametrize("form", ["jsonl", "parquet"])
def test_records_tell_where_they_come_from(news: Path, tmp_path: Path, form: str) -> None:
    out = tmp_path / f"out.{form}"
    done = CliRunner().invoke(app, ["extract", str(news), "-o", str(out), *QUICK])
    assert done.exit_code == 1, done.output
    found = list(read_records(str(out)))
    assert [one["source"] for one in found] == [
        {"input": str(news), "member": None, "unit": "line", "place": n} for n in (1, 2, 3, 4)
    ]
    assert {one["gofteh"] for one in found} == {__version__}
    assert not any("text" in one for one in found)
    valid = jsonschema_rs.validator_for(json_schema())
    assert all(valid.is_valid(one) for one in found)


def test_a_table_has_the_same_as_columns(news: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    CliRunner().invoke(app, ["extract", str(news), "-o", str(out), *QUICK])
    rows = list(csv.DictReader(out.read_text("utf-8-sig").splitlines()))
    assert [row["input_place"] for row in rows] == ["1", "2", "3", "4"]
    assert {(row["input"], row["input_unit"]) for row in rows} == {(str(news), "line")}


@pytest.mark.parametrize("form", ["jsonl", "parquet"])
def test_records_with_their_texts_prove_themselves(news: Path, tmp_path: Path, form: str) -> None:
    out = tmp_path / f"out.{form}"
    asked = ["extract", str(news), "-o", str(out), "--with-text", *QUICK]
    assert CliRunner().invoke(app, asked).exit_code == 1
    assert [one.get("text") for one in read_records(str(out))] == [TEXT, None, TEXT, TEXT]
    if form == "jsonl":
        lines = [line for line in out.read_text("utf-8").splitlines() if '"error"' not in line]
        out.write_text("\n".join(lines) + "\n", "utf-8")
        done = CliRunner().invoke(app, ["verify", str(out), "--articles", str(out)])
        assert done.exit_code == 0, done.output


def test_a_format_without_room_for_texts_says_which_have_it(news: Path) -> None:
    done = CliRunner().invoke(app, ["extract", str(news), "--format", "csv", "--with-text"])
    assert done.exit_code == 2
    assert "jsonl or parquet" in done.stderr


def test_articles_of_one_id_are_told_and_verified_apart(news: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    done = CliRunner().invoke(app, ["extract", str(news), "-o", str(out), *QUICK])
    assert f"{news}, line 4: its id stood before in this input; now n7~2" in done.stderr
    found = list(read_records(str(out)))
    assert [found[0]["id"], found[3]["id"], found[3]["duplicate_of"]] == ["n7", "n7~2", "n7"]
    ids = [one["id"] for record in found for one in record.get("statements", ())]
    assert len(ids) == len(set(ids)) == 3
    proved = CliRunner().invoke(app, ["verify", str(out), "--articles", str(news)])
    assert proved.exit_code == 0, proved.output


def test_the_store_keeps_where_an_article_was_read(news: Path, tmp_path: Path) -> None:
    db, out = str(tmp_path / "n.db"), tmp_path / "out.jsonl"
    done = CliRunner().invoke(app, ["ingest", str(news), "--db", db])
    assert done.exit_code == 1
    again = CliRunner().invoke(app, ["ingest", str(news), "--db", db])
    assert "0 articles stored" in again.stderr
    CliRunner().invoke(app, ["export", "--db", db, "-o", str(out), "--with-text"])
    found = list(read_records(str(out)))
    assert sorted(one["source"]["place"] for one in found) == [1, 3]
    assert [one["text"] for one in found] == [TEXT] * 2
    assert {one.get("page") for one in found} == {3, None}


def test_ingest_tells_when_an_article_takes_anothers_place(tmp_path: Path) -> None:
    path = tmp_path / "two.jsonl"
    two = ({"id": "7", "text": TEXT}, {"id": "7", "text": f"{TEXT} باران بارید."})
    path.write_text("\n".join(map(json.dumps, two)), "utf-8")
    done = CliRunner().invoke(app, ["ingest", str(path), "--db", str(tmp_path / "n.db")])
    assert done.exit_code == 0
    assert "1 articles took the place of others of the same id" in done.stderr
