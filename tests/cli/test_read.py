"""``gofteh read``: articles as they stand, in JSON lines and Parquet, packed or not."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pyarrow.parquet as pq
import pytest
import zstandard
from typer.testing import CliRunner, Result

from gofteh.cli.app import app

ROOT = Path(__file__).parents[2]
PAGES = ROOT / "examples" / "pages"
FEED = ROOT / "examples" / "feed.xml"


def run(*arguments: object, **more: object) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments], **more)


def records(data: bytes) -> list[dict[str, object]]:
    return [json.loads(line) for line in data.splitlines()]


def test_pages_and_feeds_become_articles_without_statements() -> None:
    done = run("read", PAGES, FEED)
    assert done.exit_code == 0, done.stderr
    found = records(done.stdout_bytes)
    assert len(found) == 13
    assert list(found[0])[:6] == ["id", "url", "outlet", "published", "title", "text"]
    assert found[0]["title"] == "رستمی: سد مهرآب تا پایان پاییز آبگیری می‌شود"
    assert all(one["text"] and "statements" not in one for one in found)
    assert found[-1]["source"] == {
        "input": str(FEED),
        "member": None,
        "unit": "entry",
        "place": 3,
    }


def test_extraction_finds_the_same_in_what_was_read(tmp_path: Path) -> None:
    articles = tmp_path / "articles.parquet"
    assert run("read", PAGES, "-o", articles).exit_code == 0
    extract = ("extract", "--reader", "grammar", "--format", "jsonl", "--with-text")
    direct, read = (records(run(*extract, name).stdout_bytes) for name in (PAGES, articles))
    for one in (*direct, *read):
        one.pop("source")
    assert read == direct


def test_a_broken_item_stands_in_the_output_as_an_error(tmp_path: Path) -> None:
    news = tmp_path / "news.jsonl"
    news.write_text('{"id": "a", "text": "باران بارید."}\n{"id": "b"}\n', "utf-8")
    for ending in ("jsonl", "parquet"):
        out = tmp_path / f"out.{ending}"
        done = run("read", news, "-o", out)
        assert done.exit_code == 1
        assert "no field 'text'" in done.stderr
        rows = records(out.read_bytes()) if ending == "jsonl" else pq.read_table(out).to_pylist()
        assert [one["id"] for one in rows] == ["a", "b"]
        assert rows[1]["error"]["code"] == "missing-text"


def test_unknown_fields_travel_along(tmp_path: Path) -> None:
    news = tmp_path / "news.jsonl"
    news.write_text('{"id": "a", "text": "باران بارید.", "page": 3}\n', "utf-8")
    out = tmp_path / "out.parquet"
    assert run("read", news, "-o", out).exit_code == 0
    assert json.loads(pq.read_table(out).to_pylist()[0]["extra"]) == {"page": 3}
    assert records(run("read", out).stdout_bytes)[0]["page"] == 3


@pytest.mark.parametrize("command", [("read",), ("extract", "--reader", "grammar")])
def test_output_is_packed_as_its_ending_asks_and_read_again(
    command: tuple[str, ...], tmp_path: Path
) -> None:
    plain, gz, zst = (tmp_path / f"out.jsonl{ending}" for ending in ("", ".gz", ".zst"))
    for out in (plain, gz, zst):
        assert run(*command, FEED, "-o", out).exit_code == 0
    assert gzip.decompress(gz.read_bytes()) == plain.read_bytes()
    unpacked = zstandard.ZstdDecompressor().decompressobj().decompress(zst.read_bytes())
    assert unpacked == plain.read_bytes()
    assert len(records(run("read", zst, gz).stdout_bytes)) in (0, 6)


def test_a_table_is_not_packed_twice(tmp_path: Path) -> None:
    done = run("read", FEED, "-o", tmp_path / "out.parquet.gz")
    assert done.exit_code == 2
    assert "out.parquet" in done.stderr


def test_statements_are_no_format_of_articles(tmp_path: Path) -> None:
    done = run("read", FEED, "--format", "html", "-o", tmp_path / "out.html")
    assert done.exit_code == 2
    assert "jsonl, parquet" in done.stderr


def test_repair_reads_and_writes_packed_lines(tmp_path: Path) -> None:
    packed, out = tmp_path / "old.txt.gz", tmp_path / "new.txt.zst"
    packed.write_bytes(gzip.compress("كتاب ها را مي خوانم\n".encode()))
    assert run("repair", packed, "-o", out).exit_code == 0
    text = zstandard.ZstdDecompressor().decompressobj().decompress(out.read_bytes())
    assert text.decode() == "کتاب‌ها را می‌خوانم\n"
