import json

import pyarrow.parquet as pq
import pytest
from typer.testing import CliRunner

from gofteh.cli.app import app
from gofteh.records import Article
from gofteh.store import open_store
from store.news import put

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


@pytest.fixture
def db(tmp_path):
    path = str(tmp_path / "news.db")
    with open_store(path) as store:
        put(store, [Article(**one) for one in ARTICLES])
    return path


def test_a_database_is_linked_at_once_with_rulings_and_authorities(db, tmp_path):
    with open_store(db) as store:
        (person,) = store.links.persons().items
    rulings, known = tmp_path / "rulings.jsonl", tmp_path / "council.csv"
    rulings.write_text(
        json.dumps({"kind": "rename", "subject": person.id, "name": "ر. کوهساری"}) + "\n", "utf-8"
    )
    known.write_text("id,name\n7,رضا کوهساری\n", "utf-8")
    for _ in range(2):  # the same again changes nothing
        done = run("link", "--db", db, "--rulings", rulings, "--authority", known)
        assert done.exit_code == 0, done.output
        assert "3 articles linked: 1 persons" in done.output
    with open_store(db) as store:
        assert [one.name for one in store.links.persons().items] == ["ر. کوهساری"]
        assert store.links.person(person.id).authorities == ("council:7",)
        assert len(store.links.rulings()) == 1


def test_what_a_database_cannot_be_linked_with_is_told(db, tmp_path):
    rulings = tmp_path / "rulings.jsonl"
    rulings.write_text(json.dumps({"kind": "merge", "subject": "x", "object": "y"}) + "\n", "utf-8")
    done = run("link", "--db", db, "--rulings", rulings)
    assert done.exit_code == 2 and "rulings.jsonl:1" in done.output
    assert run("link", "--db", db, "-o", tmp_path / "o.jsonl").exit_code == 2
    assert run("link", "--db", tmp_path / "none.db").exit_code == 2


@pytest.mark.parametrize("name", ["linked.csv", "linked.html", "linked.csv.gz"])
def test_link_refuses_to_write_what_is_no_record(records, tmp_path, name):
    done = run("link", records, "-o", tmp_path / name)
    assert done.exit_code == 2
    assert ".jsonl or .parquet" in done.stderr
    assert not (tmp_path / name).exists()


def test_link_of_a_table_says_what_to_give_instead(tmp_path):
    table = tmp_path / "statements.csv"
    table.write_text("article_id,url\n", "utf-8")
    done = run("link", table)
    assert done.exit_code == 2
    assert "JSONL or Parquet" in done.stderr
