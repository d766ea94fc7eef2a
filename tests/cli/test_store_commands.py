import json
import re
import sqlite3
from pathlib import Path

import pytest
from typer.testing import CliRunner

from gofteh.cli.app import app

ROOT = Path(__file__).parents[2]
LINES = [
    {"id": "w1", "title": "سد مهرکوه پر شد", "text": "لیلا فرهمند گفت: سد پر است.",
     "outlet": "پگاه", "published": "1402/02/11"},
    {"id": "w2", "text": "الهام مشکاتی افزود: باران نمی‌بارد.", "outlet": "کوی نو"},
]  # fmt: skip


def run(*arguments, **more):
    return CliRunner().invoke(app, [str(argument) for argument in arguments], **more)


@pytest.fixture
def news(tmp_path):
    path = tmp_path / "news.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in LINES), "utf-8")
    return path


@pytest.fixture
def db(news, tmp_path):
    path = tmp_path / "n.db"
    assert run("ingest", news, "--db", path).exit_code == 0
    return path


def found(*arguments):
    done = run("search", *arguments)
    assert done.exit_code == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_ingest_says_what_it_did_and_repeats_nothing(news, tmp_path):
    db = tmp_path / "n.db"
    first = run("ingest", news, "--db", db)
    assert (first.exit_code, first.stdout) == (0, "")
    assert "2 articles stored with 2 statements, 0 known, 0 failed" in first.stderr
    assert "0 articles stored with 0 statements, 2 known" in run("ingest", news, "--db", db).stderr


def test_ingest_reads_standard_input_and_the_database_s_name_from_the_environment(news, tmp_path):
    db = tmp_path / "n.db"
    done = run("ingest", "-", input=news.read_bytes(), env={"GOFTEH_DB": str(db)})
    assert done.exit_code == 0
    assert len(found("--db", db)) == 2


def test_ingest_names_what_failed_and_stores_the_rest(news, tmp_path):
    news.write_text("{broken\n" + news.read_text("utf-8"), "utf-8")
    done = run("ingest", news, "--db", tmp_path / "n.db")
    assert done.exit_code == 1
    assert f"{news.name}:1" in done.stderr
    assert "2 articles stored with 2 statements, 0 known, 1 failed" in done.stderr


def test_ingest_refresh_reads_again_what_another_gofteh_stored(db):
    with sqlite3.connect(db) as connection:
        connection.execute("UPDATE run SET rules = 'older'")
    assert "2 articles stored" in run("ingest", "--refresh", "--db", db).stderr
    assert "0 articles stored" in run("ingest", "--refresh", "--db", db).stderr


def test_search_finds_by_words_speaker_outlet_and_days(db):
    (hit,) = found("نمي بارد", "--db", db)
    assert hit["speaker"]["name"] == hit["across"]["name"] == "الهام مشکاتی"
    assert hit["article"]["id"] == "w2"
    assert [p["text"] for p in hit["snippet"] if p["marked"]] == ["نمی‌بارد"]
    assert [h["article"]["id"] for h in found("--speaker", "فرهمند", "--db", db)] == ["w1"]
    assert [h["article"]["id"] for h in found("--outlet", "کوی نو", "--db", db)] == ["w2"]
    assert [h["article"]["id"] for h in found("--since", "1402", "--db", db)] == ["w1"]
    assert found("--since", "2024", "--db", db) == []
    assert found("--until", "1401", "--db", db) == []
    narrow = ("--kind", "person", "--manner", "direct", "--act", "say", "--confidence", "0.5")
    assert [h["article"]["id"] for h in found(*narrow, "--db", db)] == ["w1"]
    assert len(found("-", "--db", db, "--order", "oldest")) == 2


def test_search_pages_go_on_from_a_cursor(db):
    first = run("search", "--limit", 1, "--db", db)
    cursor = first.stderr.split("--cursor ")[1].strip()
    second = run("search", "--limit", 1, "--cursor", cursor, "--db", db)
    assert {json.loads(r.stdout)["article"]["id"] for r in (first, second)} == {"w1", "w2"}
    assert second.stderr == ""


@pytest.mark.parametrize("form", ["table", "jsonl", "csv", "html", "quotation", "web-annotation"])
def test_export_writes_what_extract_writes(news, db, tmp_path, form):
    both = [tmp_path / "a", tmp_path / "b"]
    assert run("extract", news, "-o", both[0], "--format", form).exit_code == 0
    assert run("export", "--db", db, "-o", both[1], "--format", form).exit_code == 0
    texts = [sorted(path.read_text("utf-8").split("\n")) for path in both]
    if form == "jsonl":
        records = [[json.loads(line) for line in text if line] for text in texts]
        for record in (*records[0], *records[1]):
            assert record.pop("published_printed", "1402/02/11") == "1402/02/11"
        for record in records[1]:  # what a store knows of speakers over all its articles
            for speaker in record["speakers"]:
                assert speaker.pop("person") and speaker.pop("linked")["confidence"] > 0
        assert sorted(records[0], key=str) == sorted(records[1], key=str)
    else:
        assert len(texts[0]) == len(texts[1])


def test_export_narrows_to_articles(db):
    only = run("export", "سد", "--db", db, "--format", "jsonl")
    assert [json.loads(line)["id"] for line in only.stdout.splitlines()] == ["w1"]
    days = run("export", "--since", "1402", "--until", "1402", "--db", db, "--format", "jsonl")
    assert [json.loads(line)["id"] for line in days.stdout.splitlines()] == ["w1"]


@pytest.mark.parametrize("form", ["doccano", "webanno"])
def test_corrections_come_back_from_annotators(db, tmp_path, form):
    out = tmp_path / ("a.zip" if form == "webanno" else "a.jsonl")
    assert run("export", "--db", db, "-o", out, "--format", form).exit_code == 0
    same = run("correct", out, "--db", db)
    assert (same.exit_code, "2 articles, 0 corrections, 0 failed" in same.stderr) == (0, True)
    if form == "doccano":
        lines = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
        for line in lines:
            line["entities"], line["relations"] = [], []
        out.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
        done = run("correct", out, "--author", "مینا", "--db", db)
        assert "2 corrections" in done.stderr
        assert found("--db", db) == []


def test_what_is_forgotten_is_in_no_file(db):
    def files():
        return b"".join(path.read_bytes() for path in db.parent.glob("n.db*"))

    words = [word.encode() for word in ("باران", "مشکاتی", "کوی نو")]
    assert all(word in files() for word in words)
    done = run("forget", "w2", "--db", db)
    assert (done.exit_code, "1 articles forgotten" in done.stderr) == (0, True)
    assert not any(word in files() for word in words)
    assert run("forget", "w2", "--db", db).exit_code == 1
    assert "1 articles" in run("forget", "--before", "2024", "--db", db).stderr


def test_correct_names_what_is_not_there(db, tmp_path):
    other = tmp_path / "a.jsonl"
    line = {"article_id": "zz", "text": "x", "entities": [], "relations": []}
    other.write_text(json.dumps(line) + "\nbroken\n")
    done = run("correct", other, "--db", db)
    assert done.exit_code == 1
    assert "zz is not in the database" in done.stderr
    assert "2 failed" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (["search", "x", "--db", "{missing}"], "Make one: gofteh ingest"),
        (["export", "--db", "{missing}", "--format", "csv"], "Make one: gofteh ingest"),
        (["search", "x", "--since", "soon", "--db", "{db}"], "Write it like"),
        (["search", "(" * 100, "--db", "{db}"], "nested too deeply"),
        (["search", "x", "--cursor", "zz", "--db", "{db}"], "first page"),
        (["export", "--db", "{db}", "-o", "{db}", "--format", "csv"], "is an input too"),
        (["ingest", "--db", "{db}"], "Name an INPUT"),
        (["forget", "--db", "{db}"], "name the articles' ids"),
        (["ingest", "nowhere", "--db", "{db}"], "no such file"),
        (["ingest", "{news}", "--db", "{news}"], "cannot be opened as a database"),
        (["ingest", "{news}", "--db", "postgresql://a:secret@127.0.0.1:1/x"], "cannot connect"),
    ],
)
def test_command_that_cannot_start_says_what_to_do(news, db, tmp_path, arguments, hint):
    names = {"news": news, "db": db, "missing": tmp_path / "no.db"}
    done = run(*(argument.format(**names) for argument in arguments))
    assert done.exit_code == 2
    assert hint in done.stderr
    assert "secret" not in done.stderr
    assert not names["missing"].exists()


def test_the_readme_s_search_finds_something(tmp_path):
    readme = (ROOT / "README.md").read_text("utf-8")
    ingest, search = re.findall(r"^\.venv/bin/gofteh ((?:ingest|search) .*)$", readme, re.M)
    here = {"GOFTEH_DB": str(tmp_path / "n.db")}
    for line in (ingest, search):
        words = line.replace(" --db gofteh.db", "").replace("examples", str(ROOT / "examples"))
        done = run(*words.split(), env=here)
        assert done.exit_code == 0, done.stderr
    assert done.stdout.count("\n") > 1


QUOTED = "مخزن سد مهرکوه تا پایان پاییز پر می‌ماند و سهمیه باغ‌ها بیشتر می‌شود"
TELLINGS = [
    ("پگاه", "1402/02/11", f"لیلا فرهمند گفت: «{QUOTED}»."),
    ("کوی نو", "1402/02/12", f"لیلا فرهمند گفت: «{QUOTED.replace('بیشتر', 'کمتر')}»."),
]


@pytest.fixture
def told(tmp_path):
    path, db = tmp_path / "told.jsonl", tmp_path / "told.db"
    lines = (
        {"id": str(n), "outlet": outlet, "published": day, "text": text}
        for n, (outlet, day, text) in enumerate(TELLINGS)
    )
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    assert run("ingest", path, "--db", db).exit_code == 0
    return db


def on_a_terminal(monkeypatch, *arguments):
    monkeypatch.setattr("typer.testing._NamedTextIOWrapper.isatty", lambda _: True)
    return run(*arguments, env={"NO_COLOR": "1", "TERM": "dumb", "COLUMNS": "200"})


def test_a_quote_told_otherwise_is_found_by_any_of_its_words(told):
    quote = "سد مهرکوه، تا پایان زمستان پر می‌ماند، نه کمتر!"
    assert found(quote, "--db", told) == []
    hits = found("--any", quote, "--db", told)
    assert len(hits) == 2
    assert hits[0]["article"]["outlet"] == "کوی نو"  # it has «کمتر», too


def test_search_that_finds_nothing_says_what_else_to_try(db):
    assert "--any" in run("search", "سد", "زمستان", "--db", db).stderr
    assert "--any" not in run("search", "زمستان", "--db", db).stderr


def test_wordings_tell_the_earliest_and_what_the_others_changed(told):
    second, first = (hit["id"] for hit in found("--db", told))
    for id_ in (first, second):
        family = json.loads(run("wordings", id_, "--db", told).stdout)["family"]
        assert [one["statement"]["id"] for one in family["members"]] == [first, second]
        assert family["members"][1]["nearest"] == first


def test_wordings_are_a_list_on_a_terminal(told, monkeypatch):
    first = found("--db", told)[-1]["id"]
    shown = on_a_terminal(monkeypatch, "wordings", first, "--db", told)
    assert "پگاه · 2023-05-01 · لیلا فرهمند · earliest" in shown.stdout
    assert "کوی نو · 2023-05-02 · لیلا فرهمند · edited" in shown.stdout
    assert "[-بیشتر-] {+کمتر+}" in shown.stdout
    assert "2 tellings, 2 outlets" in shown.stderr


def test_wordings_of_what_stands_alone_and_of_what_is_not_there(db, monkeypatch):
    id_ = found("فرهمند", "--db", db)[0]["id"]
    assert json.loads(run("wordings", id_, "--db", db).stdout)["family"] is None
    done = run("wordings", "none", "--db", db)
    assert (done.exit_code, done.stdout) == (2, "")
    assert "gofteh search tells the ids" in done.stderr
    assert "no other article" in on_a_terminal(monkeypatch, "wordings", id_, "--db", db).stderr


def test_records_without_their_text_say_how_to_write_it(news, tmp_path):
    records = tmp_path / "records.jsonl"
    assert run("extract", news, "-o", records).exit_code == 0
    done = run("ingest", records, "--db", tmp_path / "m.db")
    assert done.exit_code == 1
    assert "--with-text" in done.stderr
