"""``gofteh repair``: lines and records, edits beside, failures named."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from pathlib import Path

import pyarrow.parquet as pq
from typer.testing import CliRunner

from gofteh.cli.app import app

DAMAGED = "كتاب هاي تازه مي رسد .\r\n\nدرسال گذشته\u2028باران كم بود\nآخر"
MENDED = "کتاب‌های تازه می‌رسد.\r\n\nدر سال گذشته\u2028باران کم بود\nآخر"


def run(*arguments: object):
    return CliRunner().invoke(app, ["repair", *map(str, arguments)])


def pipe(*arguments: str, given: bytes) -> bytes:
    command = [sys.executable, "-m", "gofteh.cli", "repair", "-", *arguments]
    return subprocess.run(command, input=given, capture_output=True, check=True, timeout=300).stdout


def test_lines_come_out_in_number_and_order() -> None:
    assert pipe(given=DAMAGED.encode()).decode() == MENDED


def test_levels_are_as_bold_as_they_say(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("تیم نتواست به كلاس هاي تازه برود\n", "utf-8")
    told = {
        level: run(path, "--level", level).stdout.strip()
        for level in ("characters", "spacing", "spelling")
    }
    assert told == {
        "characters": "تیم نتواست به کلاس های تازه برود",
        "spacing": "تیم نتواست به کلاس‌های تازه برود",
        "spelling": "تیم نتوانست به کلاس‌های تازه برود",
    }


def test_digits_by_choice(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("٤٥ و 12\n", "utf-8")
    assert run(path).stdout == "۴۵ و 12\n"
    assert run(path, "--digits", "latin").stdout == "45 و 12\n"


def test_edits_have_offsets_into_their_line() -> None:
    told = pipe("--edits", given=DAMAGED.encode()).decode()
    lines = [json.loads(line) for line in told.split("\n")[:-1]]
    raws = DAMAGED.split("\n")
    assert len(lines) == len(raws)
    for raw, line in zip(raws, lines, strict=True):
        mended, shift = raw, 0
        for edit in line["edits"]:
            assert raw[edit["start"] : edit["end"]] == edit["before"]
            start = edit["start"] + shift
            mended = mended[:start] + edit["after"] + mended[edit["end"] + shift :]
            shift += len(edit["after"]) - len(edit["before"])
        assert mended == line["text"]


def test_edits_beside_the_text(tmp_path: Path) -> None:
    path, out, beside = (tmp_path / name for name in ("a.txt", "b.txt", "e.jsonl"))
    path.write_bytes(DAMAGED.encode())
    assert run(path, "-o", out, "--edits-to", beside).exit_code == 0
    assert out.read_bytes().decode() == MENDED
    assert beside.read_text("utf-8").count("\n") == 4


def test_records_keep_what_is_not_text(tmp_path: Path) -> None:
    path = tmp_path / "n.jsonl.gz"
    record = {"id": "n1", "title": "كتاب هاي تازه", "text": "مي رسد", "mark": {"a": [1, "ي"]}}
    lines = [json.dumps(record, ensure_ascii=False), "{", json.dumps({"text": "علي آمد"})]
    path.write_bytes(gzip.compress("\n".join(lines).encode()))
    done = run(path)
    assert done.exit_code == 1
    assert "n.jsonl.gz:2" in done.stderr
    first, second = (json.loads(line) for line in done.stdout.splitlines())
    assert first == record | {"title": "کتاب‌های تازه", "text": "می‌رسد"}
    assert second["text"] == "علی آمد"


def test_records_from_standard_input() -> None:
    told = pipe(given=json.dumps({"id": "a", "text": "علي"}).encode() + b"\n")
    assert json.loads(told) == {"id": "a", "text": "علی"}


def test_processes_share_the_work_in_order(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("".join(f"كتاب {i} مي رسد\n" for i in range(20_000)), "utf-8")
    one, two = run(path), run(path, "--jobs", 2)
    assert two.exit_code == 0
    assert one.stdout_bytes == two.stdout_bytes
    assert one.stdout.splitlines()[19_999] == "کتاب 19999 می‌رسد"


def test_bytes_that_are_no_text_come_through() -> None:
    given = "كتاب ".encode() * 2000 + b"\xff\xfe\n"
    assert pipe(given=given) == "کتاب ".encode() * 2000 + b"\xff\xfe\n"


def test_legacy_encoding_is_understood(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("كتاب هاي تازه به بازار مي رسد\n".encode("cp1256") * 5)
    assert run(path).stdout == "کتاب‌های تازه به بازار می‌رسد\n" * 5


def test_what_cannot_start_says_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("الف\n", "utf-8")
    for arguments in (["nowhere.txt"], [path, "-o", path], [path, "-o", tmp_path / "x" / "y.txt"]):
        done = run(*arguments)
        assert done.exit_code == 2
        assert done.stdout == ""
        assert done.stderr.startswith("gofteh: ")
    assert path.read_text("utf-8") == "الف\n"


def test_articles_as_parquet_with_their_edits(tmp_path: Path) -> None:
    articles, out = tmp_path / "in.jsonl", tmp_path / "out.parquet"
    record = {"id": "a", "title": "كتاب ها", "text": "مي رود", "section": {"n": 1}}
    articles.write_text(json.dumps(record) + "\n" + json.dumps({"id": "b", "text": "آب"}), "utf-8")
    done = run(articles, "-o", out)
    assert done.exit_code == 0, done.output
    first, second = pq.read_table(out).to_pylist()
    assert (first["title"], first["text"]) == ("کتاب\u200cها", "می\u200cرود")
    for text, edits in ((record["title"], "title_edits"), (record["text"], "edits")):
        assert first[edits]
        assert all(text[e["start"] : e["end"]] == e["before"] for e in first[edits])
    assert json.loads(first["extra"]) == {"section": {"n": 1}}
    assert (second["text"], second["edits"], second["title_edits"]) == ("آب", [], None)


def test_plain_lines_are_no_table(tmp_path: Path) -> None:
    lines = tmp_path / "in.txt"
    lines.write_text("آب", "utf-8")
    done = run(lines, "-o", tmp_path / "out.parquet")
    assert done.exit_code == 2
    assert "articles" in done.output
