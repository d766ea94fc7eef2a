"""Inputs known by what they hold: tables of text, JSON documents, archives, under any name."""

from __future__ import annotations

import gzip
import io
import json
import sys
import tarfile
import zlib
from pathlib import Path
from types import SimpleNamespace

import pytest

from gofteh.read import ReadOptions, read_articles
from gofteh.read.streams import inflated
from gofteh.records import Article, Failure

TEXT = "رئیس سازمان آب سپیدار گفت: «سد نیلوفر از باران پر شد.»"
OTHER = "سرمربی شاهین گفت: «بازی سختی بود.»"
ROWS = [{"id": "1", "title": "سد", "text": TEXT}, {"id": "2", "title": "بازی", "text": OTHER}]


def read(path: Path, **options: str) -> list[Article | Failure]:
    return list(read_articles([str(path)], options=ReadOptions(**options)))  # type: ignore[arg-type]


def texts(found: list[Article | Failure]) -> list[str]:
    return [item.text for item in found if isinstance(item, Article)]


@pytest.mark.parametrize(
    ("name", "header", "delimiter", "encoding"),
    [
        ("a.csv", "id,title,text", ",", "utf-8"),
        ("a.csv", "id,title,text", ",", "utf-8-sig"),
        ("a.csv", "کد,عنوان,متن خبر", ",", "utf-8"),
        ("a.csv", "id;title;body", ";", "cp1256"),
        ("a.tsv", "id\ttitle\tcontent", "\t", "utf-8"),
        ("unnamed", "id,title,text", ",", "utf-8"),
    ],
)
def test_tables_of_text_are_read_row_by_row(
    tmp_path: Path, name: str, header: str, delimiter: str, encoding: str
) -> None:
    lines = [header, *(delimiter.join(row.values()) for row in ROWS)]
    path = tmp_path / name
    path.write_bytes("\r\n".join(lines).replace("ی", "ي").encode(encoding))
    found = read(path)
    assert [text.replace("ي", "ی") for text in texts(found)] == [TEXT, OTHER]
    assert [item.id for item in found if isinstance(item, Article)] == ["1", "2"]


def test_a_guessed_column_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f"id,body\n1,{TEXT}\n", "utf-8")
    (article,) = read(path)
    assert isinstance(article, Article)
    assert article.extra["columns"] == {"text": "body"}


def test_a_table_without_a_column_for_the_text_is_refused_with_its_columns(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f"id,words\n1,{TEXT}\n", "utf-8")
    (failure,) = read(path)
    assert isinstance(failure, Failure)
    assert failure.code == "missing-text"
    assert "words" in failure.message
    assert texts(read(path, text_column="words")) == [TEXT]


def test_a_cell_of_several_lines_is_one_article(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f'id,text\n1,"{TEXT}\n{OTHER}"\n2,\n3,{OTHER}\n', "utf-8")
    first, empty, last = read(path)
    assert texts([first, last]) == [f"{TEXT}\n{OTHER}", OTHER]
    assert isinstance(empty, Failure)


@pytest.mark.parametrize("name", ["a.json", "unnamed"])
@pytest.mark.parametrize("indent", [None, 2])
def test_an_array_of_records_is_read_one_by_one(
    tmp_path: Path, name: str, indent: int | None
) -> None:
    path = tmp_path / name
    path.write_text(json.dumps([*ROWS, 5], ensure_ascii=False, indent=indent), "utf-8")
    found = read(path)
    assert texts(found) == [TEXT, OTHER]
    assert isinstance(found[2], Failure)
    assert found[2].code == "not-an-object"


def test_an_object_around_records_and_a_single_record_are_read(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps({"total": 2, "items": ROWS}), "utf-8")
    assert texts(read(path)) == [TEXT, OTHER]
    path.write_text(json.dumps(ROWS[0], indent=1), "utf-8")
    assert texts(read(path)) == [TEXT]


@pytest.mark.parametrize("mode", ["w", "w:gz"])
@pytest.mark.parametrize("name", ["a.tar", "a.tar.gz", "renamed.txt"])
def test_packed_folders_are_read_file_by_file(tmp_path: Path, mode: str, name: str) -> None:
    path = tmp_path / name
    with tarfile.open(path, mode) as archive:  # type: ignore[call-overload]
        for member, data in (
            ("news/a.txt", TEXT.encode()),
            ("news/picture.png", b"\x89PNG"),
            ("news/b.jsonl", (json.dumps(ROWS[1]) + "\n").encode()),
            ("news/inner.tar", b"x"),
        ):
            info = tarfile.TarInfo(member)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    found = read(path)
    assert texts(found) == [TEXT, OTHER]
    assert [item.code for item in found if isinstance(item, Failure)] == ["nested"]


def test_a_table_is_known_by_its_bytes_also_where_nobody_can_go_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    path = tmp_path / "renamed.txt"
    pq.write_table(pa.Table.from_pylist(ROWS), path)
    assert texts(read(path)) == [TEXT, OTHER]
    pipe = SimpleNamespace(buffer=_Pipe(path.read_bytes()))
    monkeypatch.setattr(sys, "stdin", pipe)
    assert texts(list(read_articles(["-"]))) == [TEXT, OTHER]


class _Pipe(io.BytesIO):
    """Standard input: read once, from front to back."""

    def seekable(self) -> bool:
        return False

    def seek(self, *_arguments: int) -> int:
        raise io.UnsupportedOperation("seek")


class Panic(BaseException):
    """What a parser in Rust throws: no Exception."""


def test_a_foreign_panic_costs_one_input(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_arguments: object, **_options: object) -> None:
        raise Panic("out of bounds")

    page, good = tmp_path / "a.html", tmp_path / "b.txt"
    page.write_text("<html><p>x", "utf-8")
    good.write_text(TEXT, "utf-8")
    monkeypatch.setattr("gofteh.read.pages.read_page", broken)
    failure, article = read_articles([str(page), str(good)])
    assert isinstance(failure, Failure)
    assert failure.code == "internal"
    assert isinstance(article, Article)


@pytest.mark.parametrize("bits", [zlib.MAX_WBITS, -zlib.MAX_WBITS])
def test_both_sorts_of_deflated_pages_are_unpacked(bits: int) -> None:
    packer = zlib.compressobj(wbits=bits)
    assert inflated(packer.compress(TEXT.encode()) + packer.flush(), 10_000) == TEXT.encode()


def test_a_packed_table_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.csv.gz"
    path.write_bytes(gzip.compress(f"id,text\n1,{TEXT}\n".encode()))
    assert texts(read(path)) == [TEXT]
