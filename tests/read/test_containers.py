"""Tables, feeds and web archives: many articles in one file."""

from __future__ import annotations

import gzip
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from gofteh.records import Article, Failure

from .conftest import SENTENCE, page
from .samples import FEED, archive, codes, read


def test_a_table_is_read_by_row(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    rows = [
        {"id": 1, "text": "می‌آید", "title": None, "score": 0.5, "tags": ["a"]},
        {"id": 2, "text": None, "title": "بی‌متن", "score": None, "tags": []},
        {"id": 3, "text": "می‌رود", "title": "عنوان", "score": 1.0, "tags": None},
    ]
    pq.write_table(pa.Table.from_pylist(rows), path)
    first, second, third = read(path)
    assert first == Article(text="می‌آید", id="1", extra={"score": 0.5, "tags": ["a"]})
    assert second == Failure(f"{path}:2", "missing-text", "the record has no field 'text'", "2")
    assert isinstance(third, Article)
    assert (third.title, third.text) == ("عنوان", "می‌رود")


@pytest.mark.parametrize("data", [b"", b"PAR1", b"PAR1" + bytes(99) + b"PAR1", b"no table"])
def test_a_broken_table_is_one_failure(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.parquet"
    path.write_bytes(data)
    assert codes(read(path)) == ["bad-parquet"]


def test_a_table_without_text_says_what_it_has(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    pq.write_table(pa.table({"body": ["x"]}), path)
    (failure,) = read(path)
    assert isinstance(failure, Failure)
    assert failure.code == "missing-text"
    assert "body" in failure.message


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1256"])
def test_a_feed_is_read_by_entry(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.xml"
    text = FEED.format(encoding=encoding)
    if encoding == "windows-1256":
        text = text.replace("ی", "ي")
    path.write_bytes(text.encode(encoding, "xmlcharrefreplace"))
    first, second, third = read(path)
    assert isinstance(first, Article)
    assert first.text.replace("ي", "ی") == "آب می‌آید.\nکشاورزان می‌گویند."
    assert (first.title or "").replace("ي", "ی") == "سد می‌شود & رود"
    assert (first.id, first.url) == ("g1", "https://n.example/1")
    assert (first.outlet, first.published) == ("خبرگزاري نيلوفر", "2020-02-18T03:25:00+03:30")
    assert isinstance(second, Failure)
    assert (second.item, second.code) == (f"{path}:2", "missing-text")
    assert isinstance(third, Article)
    assert third.published == "2020-02-18T06:55:00+03:30"


def test_atom_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.atom"
    path.write_text(
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>نیلوفر</title><entry><id>e1</id>'
        "<title>خبر</title><link href='https://n.example/1'/><updated>2024-03-05T07:40:00Z</updated>"
        '<content type="html">&lt;p&gt;می‌آید&lt;/p&gt;</content></entry></feed>',
        "utf-8",
    )
    (article,) = read(path)
    assert isinstance(article, Article)
    assert (article.text, article.title, article.id) == ("می‌آید", "خبر", "e1")
    assert article.published == "2024-03-05T07:40:00+00:00"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        ("", "empty"),
        ("<urlset><url><loc>https://n.example</loc></url></urlset>", "not-a-feed"),
        ("<rss><channel></channel></rss>", "empty"),
        ("<rss>" + "<a>" * 50_000, "not-a-feed"),
        ('<!DOCTYPE a [<!ENTITY b "c">]><rss><channel/></rss>', "unsafe-xml"),
    ],
)
def test_what_is_no_feed_says_so(tmp_path: Path, data: str, code: str) -> None:
    path = tmp_path / "a.xml"
    path.write_text(data, "utf-8")
    assert codes(read(path)) == [code]


@pytest.mark.parametrize("pack", [False, True])
def test_pages_of_an_archive(tmp_path: Path, pack: bool) -> None:
    html = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=windows-1256"
    packed = html + b"\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked"
    body = page(f"<h1>سد</h1><p>{SENTENCE.replace('ی', 'ي')}</p>").encode("cp1256")
    small = gzip.compress(body)
    path = tmp_path / ("a.warc.gz" if pack else "a.warc")
    path.write_bytes(
        archive(
            ("https://n.example/1", html, body),
            ("https://n.example/2", b"HTTP/1.1 200 OK\r\nContent-Type: image/png", b"\x89PNG"),
            ("https://n.example/3", html, b""),
            ("https://n.example/4", b"HTTP/1.1 404 No\r\nContent-Type: text/html", b"none"),
            ("https://n.example/5", packed, b"%x\r\n%s\r\n0\r\n\r\n" % (len(small), small)),
            ("https://n.example/6", packed, body),
            pack=pack,
        )
    )
    items = read(path)
    assert codes(items) == ["article", "empty", "article", "article"]
    first, second, third, fourth = items
    assert isinstance(first, Article)
    assert (first.url, first.text) == ("https://n.example/1", SENTENCE.replace("ی", "ي"))
    assert isinstance(second, Failure)
    assert second.item == f"{path}:https://n.example/3"
    assert isinstance(third, Article)
    assert isinstance(fourth, Article)
    assert third.text == fourth.text == first.text


def test_a_cut_off_archive_gives_what_came_before(tmp_path: Path) -> None:
    html = b"HTTP/1.1 200 OK\r\nContent-Type: text/html"
    one = ("https://n.example/1", html, page(f"<p>{SENTENCE}</p>").encode())
    path = tmp_path / "a.warc.gz"
    path.write_bytes(archive(one, one, pack=True)[:-40])
    items = read(path)
    assert isinstance(items[0], Article)
    assert items[0].text == SENTENCE
    assert codes(items) == ["article", "truncated"]
