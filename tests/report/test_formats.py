import csv
import io
import os
import stat

import pyarrow.parquet as pq
import pytest

from gofteh.cli.output import open_writer
from gofteh.formats import FORMATS, format_of_suffix
from gofteh.records import Article, Failure, Reading
from gofteh.records.codec import item_record
from gofteh.records.fields import STATEMENT
from gofteh.report.csvfile import safe_cell
from gofteh.report.jsonlines import read_objects
from gofteh.report.load import read_records
from gofteh.report.output import whole_file
from hand_made import one_statement, reading

FAILURE = Failure("pages/x.html", "no-text", "no article text", "x")
ITEMS = (reading(), FAILURE, Reading(Article(text="باران بارید.", id="empty")))
SURROGATE = one_statement("گفت \ud800 و رفت", outlet="\udfff")


def written(name, *items):
    out = io.BytesIO()
    writer = FORMATS[name].open(out)
    for item in items:
        writer.write(item)
    writer.close()
    assert not out.closed
    return out.getvalue()


def csv_rows(*items):
    return list(csv.DictReader(io.StringIO(written("csv", *items).decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("name", FORMATS)
def test_format_takes_failures_empty_articles_and_lone_surrogates(name):
    assert written(name, *ITEMS, SURROGATE)


@pytest.mark.parametrize("name", FORMATS)
def test_format_of_nothing_is_well_formed(name):
    out = written(name)
    assert (out == b"") == (
        name in ("jsonl", "table", "doccano", "conllu", "citron", "gender-gap-tracker")
    )


def test_format_of_suffix(tmp_path):
    assert format_of_suffix(tmp_path / "a.HTML") is FORMATS["html"]
    assert format_of_suffix(tmp_path / "a.txt") is None


def test_jsonl_has_a_line_an_item_in_order(tmp_path):
    path = tmp_path / "out.jsonl"
    path.write_bytes(written("jsonl", *ITEMS))
    assert [record for _, record in read_objects(str(path))] == [item_record(i) for i in ITEMS]


def test_read_objects_names_the_broken_line(tmp_path):
    path = tmp_path / "out.jsonl"
    path.write_bytes(b'{"id": "a"}\n\n[1]\n')
    with pytest.raises(ValueError, match=r"out\.jsonl:3: expected a JSON object, found list"):
        list(read_objects(str(path)))


def test_csv_has_a_row_a_statement_and_a_failure():
    rows = csv_rows(*ITEMS)
    assert [row["statement_id"] for row in rows] == ["s1", "s2", "s3", "s4", ""]
    assert rows[1]["speaker"] == "لیلا فرهمند"
    assert rows[1]["content"].endswith(" … مردم نگران نباشند.")
    assert rows[0]["content_spans"] == "16:25"
    assert (rows[2]["speaker"], rows[2]["embedded_in"]) == ("", "s2")
    assert (rows[4]["article_id"], rows[4]["error_code"]) == ("x", "no-text")


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+9821",
        "-2",
        "@SUM(A1)",
        "  =1",
        "\t=1",
        "\u200f=1",
        "＝1",
        "\ufeff@x",
        "|calc",
        "\r1",
    ],
)
def test_csv_formula_is_shown_not_run(text):
    assert safe_cell(text) == f"'{text}"
    (row,) = csv_rows(one_statement(text, name=text))
    assert row["speaker"].startswith("'")


@pytest.mark.parametrize("text", ["وزیر گفت", "12:30", "", "a=b", "«-۵ درصد»"])
def test_csv_plain_text_is_left_alone(text):
    assert safe_cell(text) == text


def test_parquet_nests_as_the_record_does(tmp_path):
    path = tmp_path / "out.parquet"
    path.write_bytes(written("parquet", *ITEMS))
    rows = pq.read_table(path).to_pylist()
    optional = {one.name for one in STATEMENT.fields if not one.always}
    found = [
        {name: value for name, value in statement.items() if name not in optional or value}
        for statement in rows[0]["statements"]
    ]
    assert optional <= set(rows[0]["statements"][0])
    assert found == item_record(ITEMS[0])["statements"]
    assert rows[1]["error"] == {"code": "no-text", "message": "no article text"}
    assert list(read_records(str(path))) == [item_record(item) for item in ITEMS]


def test_parquet_of_many_articles_keeps_their_order(tmp_path):
    path = tmp_path / "out.parquet"
    path.write_bytes(written("parquet", *(reading(id=str(n)) for n in range(1100))))
    assert pq.ParquetFile(path).num_row_groups == 3
    assert pq.read_table(path)["id"].to_pylist() == [str(n) for n in range(1100)]


def test_load_of_what_is_no_parquet_says_so(tmp_path):
    path = tmp_path / "out.parquet"
    path.write_bytes(b"not that")
    with pytest.raises(ValueError, match="not a Parquet file"):
        list(read_records(str(path)))


def test_table_piped_shows_a_line_a_statement_without_colour(monkeypatch):
    monkeypatch.delenv("COLUMNS", raising=False)
    text = written("table", *ITEMS).decode()
    assert "\x1b" not in text
    lines = [line for line in text.splitlines() if "لیلا فرهمند" in line]
    assert len(lines) == 2
    assert "گفت" in lines[0] and "direct" in lines[0]
    assert "روزنامهٔ نمونه · 2024-05-11" in text
    assert "✗ pages/x.html: no article text" in text
    assert "no statements" in text


def test_table_shortens_content_and_never_reorders(monkeypatch):
    monkeypatch.setenv("COLUMNS", "90")
    said = "سد " * 200
    text = written("table", one_statement(said)).decode()
    (line,) = [line for line in text.splitlines() if line.startswith("لیلا")]
    assert len(line) <= 90
    assert line.rstrip().endswith("…")
    assert "سد سد سد" in line


def test_table_disarms_what_a_terminal_obeys():
    hostile = one_statement("\x1b[2Jپاک\u202eشد\x07\n[red]رنگ[/red]", title="\x1b]0;x\x07عنوان")
    text = written("table", hostile).decode()
    assert not set("\x1b\x07\u202e") & set(text)
    assert "[red]رنگ[/red]" in text


def test_whole_file_appears_at_the_end(tmp_path):
    path = tmp_path / "out.txt"
    with whole_file(path) as out:
        out.write(b"new")
        assert not path.exists()
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt])
def test_whole_file_leaves_the_old_one_after_an_error(tmp_path, error):
    path = tmp_path / "out.txt"
    path.write_bytes(b"old")
    with pytest.raises(error), whole_file(path) as out:
        out.write(b"new")
        raise error
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_whole_file_keeps_permissions_and_follows_links(tmp_path):
    path, link = tmp_path / "out.txt", tmp_path / "link"
    path.write_bytes(b"old")
    path.chmod(0o640)
    link.symlink_to(path)
    with whole_file(link) as out:
        out.write(b"new")
    assert link.is_symlink()
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_whole_file_writes_to_a_device():
    from pathlib import Path

    with whole_file(Path(os.devnull)) as out:
        out.write(b"gone")


def test_open_writer_drops_the_file_when_the_run_fails(tmp_path):
    path = tmp_path / "out.html"
    with pytest.raises(ValueError, match="stop"), open_writer(path, FORMATS["html"]) as writer:
        writer.write(reading())
        raise ValueError("stop")
    assert list(tmp_path.iterdir()) == []
