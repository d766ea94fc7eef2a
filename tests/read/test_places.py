"""Where an item was read: the input, the file within it, the line, row, entry or offset."""

from __future__ import annotations

import gzip
import io
import json
import tarfile
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from gofteh.read import ReadOptions
from gofteh.read.apart import read_apart
from gofteh.records import Article, Failure, Origin, Unit

from .conftest import SENTENCE, page
from .samples import FEED, RECORDS, archive, codes, lines, read

HTTP = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8"


def places(*inputs: Path) -> list[tuple[str | None, Unit | None, int | None]]:
    found = []
    for item in read(*inputs):
        assert item.origin is not None
        assert item.origin.input in map(str, inputs)
        found.append((item.origin.member, item.origin.unit, item.origin.place))
    return found


def tar(*members: tuple[str, bytes]) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as made:
        for name, data in members:
            member = tarfile.TarInfo(name)
            member.size = len(data)
            made.addfile(member, io.BytesIO(data))
    return out.getvalue()


def test_lines_and_rows_are_counted_from_one(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(b"\n" + RECORDS + b"broken\n"))
    assert places(tmp_path / "a.jsonl.gz") == [(None, Unit.LINE, n) for n in (2, 3, 4)]
    (tmp_path / "a.csv").write_text("id,text\n1,سد\n2,\n3,پل\n", "utf-8")
    assert places(tmp_path / "a.csv") == [(None, Unit.ROW, n) for n in (1, 2, 3)]
    pq.write_table(pa.table({"text": ["سد", "", "پل"]}), tmp_path / "a.parquet")
    assert places(tmp_path / "a.parquet") == [(None, Unit.ROW, n) for n in (1, 2, 3)]


def test_entries_and_items_are_counted_from_one(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text(FEED.format(encoding="utf-8"), "utf-8")
    assert places(tmp_path / "a.xml") == [(None, Unit.ENTRY, n) for n in (1, 2, 3)]
    (tmp_path / "a.json").write_text(json.dumps([{"text": "سد"}, 3]), "utf-8")
    assert places(tmp_path / "a.json") == [(None, Unit.ITEM, n) for n in (1, 2)]


@pytest.mark.parametrize("pack", [False, True])
def test_a_web_archive_is_entered_at_the_offset(tmp_path: Path, pack: bool) -> None:
    pages = [(f"https://a.example/{n}", HTTP, page(f"<p>{SENTENCE * n}").encode()) for n in (3, 4)]
    data = archive(*pages, pack=pack)
    (tmp_path / "a.warc").write_bytes(data)
    found = places(tmp_path / "a.warc")
    assert [unit for _, unit, _ in found] == [Unit.OFFSET] * 2
    for _, _, offset in found:
        assert data[offset:].startswith(b"\x1f\x8b" if pack else b"WARC/1.0")


def test_a_file_within_an_archive_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.tar").write_bytes(tar(("b/c.jsonl", RECORDS), ("d.txt", b"."), ("e.csv", b"")))
    assert places(tmp_path / "a.tar") == [
        *(("b/c.jsonl", Unit.LINE, n) for n in (1, 2)),
        ("d.txt", None, None),
        ("e.csv", None, None),
    ]


def test_a_whole_file_has_no_place_in_itself(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(SENTENCE, "utf-8")
    assert places(tmp_path / "a.txt") == [(None, None, None)]
    (missing,) = read(tmp_path / "none.txt")
    assert missing.origin == Origin(str(tmp_path / "none.txt"))


def test_a_password_is_no_part_of_an_origin() -> None:
    (failed,) = read("http://mina:secret@127.0.0.1:9/")
    assert failed.origin is not None
    assert "secret" not in str(failed)


def test_an_archive_within_an_archive_is_refused_whatever_its_name(tmp_path: Path) -> None:
    """Else one that holds itself would be read for ever."""
    inner = tar(("a.txt", SENTENCE.encode()))
    hidden = tar(("b.txt", inner), ("c.html.gz", gzip.compress(inner)), ("d.tar", inner))
    (tmp_path / "a.tar").write_bytes(hidden)
    assert codes(read(tmp_path / "a.tar")) == ["nested"] * 3


def test_a_line_of_a_table_without_an_end_is_never_held_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f"id,text\n1,سد\n2,{'ا' * 5000}\n3,پل\n4,{'ا' * 5000}", "utf-8")
    found = read(path, max_line=1000)
    assert codes(found) == ["article", "too-large", "article", "too-large"]
    path.write_text("x" * 5000 + "\nid,text\n", "utf-8")
    assert codes(read(path, max_line=1000)) == ["too-large"]


def test_a_row_of_a_million_cells_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("id,text\n" + "," * 1_000_002 + "\n3,پل\n", "utf-8")
    assert codes(read(path)) == ["too-large", "article"]


def test_a_packed_table_is_unpacked_up_to_the_limit(tmp_path: Path) -> None:
    pq.write_table(pa.table({"text": [SENTENCE]}), tmp_path / "a.parquet")
    data = (tmp_path / "a.parquet").read_bytes()
    (tmp_path / "b.parquet.gz").write_bytes(gzip.compress(data))
    assert codes(read(tmp_path / "b.parquet.gz", max_spool=len(data))) == ["article"]
    assert codes(read(tmp_path / "b.parquet.gz", max_spool=len(data) - 1)) == ["too-large"]
    # A bomb: what stands for gigabytes is not written to the disk.
    bomb = gzip.compress(data + bytes(1 << 24))
    (tmp_path / "c.parquet.gz").write_bytes(bomb)
    assert codes(read(tmp_path / "c.parquet.gz", max_spool=1 << 20)) == ["too-large"]


# --- one id of several articles ----------------------------------------------------------


def ids(found: list[Article | Failure]) -> list[str]:
    return [item.key for item in found if isinstance(item, Article)]


def test_three_hundred_identical_pages_are_kept_apart_and_told(tmp_path: Path) -> None:
    for number in range(300):
        (tmp_path / f"{number:03}.html").write_text(page(f"<h1>سد</h1><p>{SENTENCE}"), "utf-8")
    told: list[Article] = []
    found = list(read_apart([str(tmp_path)], ReadOptions(), told.append))
    assert len(set(ids(found))) == 300
    assert len(told) == 299
    assert ids(found)[1] == f"{ids(found)[0]}~2"
    assert {one.extra["duplicate_of"] for one in told} == {ids(found)[0]}


def test_given_ids_are_kept_apart_within_one_input_alone(tmp_path: Path) -> None:
    two = {"id": "7", "text": "سد"}, {"id": "7", "text": "پل"}
    files = [tmp_path / "a.jsonl", tmp_path / "b.jsonl"]
    for file in files:
        file.write_bytes(lines(*two, {"id": "7~2", "text": "آب"}))
    found = list(read_apart(map(str, files), ReadOptions()))
    assert ids(found) == ["7", "7~2", "7~2~2"] * 2
    assert [item.raw for item in found if isinstance(item, Article)] == ["سد", "پل", "آب"] * 2
