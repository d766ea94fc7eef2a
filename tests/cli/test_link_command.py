import json

import pyarrow.parquet as pq
import pytest
from typer.testing import CliRunner

from gofteh.cli.app import app

SAID = (
    "رضا کوهساری، مدیرعامل سد مهرکوه، گفت: "
    "«مخزن سد تا پایان هفته پر می‌شود و سهمیه باغ‌ها بیشتر است.»"
)
ARTICLES = [
    {"id": "a", "text": SAID, "outlet": "کوی نو", "published": "1397/05/01"},
    {"id": "b", "text": SAID.replace("ی", "ي"), "outlet": "پگاه", "published": "1397/05/02"},
    {"id": "c", "text": "باران بارید.", "outlet": "پگاه"},
]


def run(*arguments, **more):
    return CliRunner().invoke(app, [str(argument) for argument in arguments], **more)


@pytest.fixture
def records(tmp_path):
    news, out = tmp_path / "news.jsonl", tmp_path / "records.jsonl"
    news.write_text("".join(json.dumps(line) + "\n" for line in ARTICLES), "utf-8")
    assert run("extract", news, "-o", out).exit_code == 0
    return out


def read(text):
    return [json.loads(line) for line in text.splitlines()]


def test_link_adds_person_and_family(records):
    done = run("link", records)
    assert done.exit_code == 0
    a, b, c = read(done.stdout)
    assert a["speakers"][0]["person"] == b["speakers"][0]["person"] is not None
    assert a["statements"][0]["family"] == b["statements"][0]["family"] is not None
    assert (c["speakers"], c["statements"]) == ([], [])
    assert b["speakers"][0]["linked"]["reason"]


def test_link_reads_standard_input_and_its_own_output(records):
    whole = run("link", records).stdout
    assert len(read(whole)) == 3
    assert run("link", "-", input=records.read_text("utf-8")).stdout == whole
    assert run("link", "-", input=whole).stdout == whole


def test_link_writes_parquet_with_the_same_fields(records, tmp_path):
    out = tmp_path / "linked.parquet"
    assert run("link", records, "-o", out).exit_code == 0
    rows = pq.read_table(out).to_pylist()
    assert rows[0]["speakers"][0]["person"] == rows[1]["speakers"][0]["person"]
    assert rows[0]["statements"][0]["family"]


def test_link_obeys_rulings_and_tells_the_persons(records, tmp_path):
    rulings, persons = tmp_path / "rulings.jsonl", tmp_path / "persons.jsonl"
    rulings.write_text(json.dumps({"article": "b", "speaker": 0, "person": "other"}), "utf-8")
    done = run("link", records, "--rulings", rulings, "--persons", persons)
    a, b, _ = read(done.stdout)
    assert b["speakers"][0]["person"] == "other" != a["speakers"][0]["person"]
    known = read(persons.read_text("utf-8"))
    assert known[0]["name"] == "رضا کوهساری"
    assert known[0]["offices"][0]["first"] == "2018-07-23"


def test_a_failed_article_stays_in_its_place_and_is_named(tmp_path):
    path = tmp_path / "records.jsonl"
    path.write_text(json.dumps({"id": "x", "error": {"code": "c", "message": "broken"}}), "utf-8")
    done = run("link", path)
    assert done.exit_code == 1
    assert "broken" in done.stderr
    assert read(done.stdout)[0]["error"]["code"] == "c"


@pytest.mark.parametrize("line", ['{"id": "x"}', "no JSON"])
def test_what_is_no_record_is_refused_with_advice(tmp_path, line):
    path = tmp_path / "records.jsonl"
    path.write_text(line, "utf-8")
    done = run("link", path)
    assert done.exit_code == 2
    assert "gofteh" in done.stderr
