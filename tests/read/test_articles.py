"""Every kind of input through the one door; bad items named, good ones all there, in order."""

from __future__ import annotations

import gzip
import io
import json
import subprocess
import sys
import tracemalloc
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import zstandard
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gofteh.read import ReadOptions, read_articles
from gofteh.records import Article, Failure

from .conftest import DATA, SENTENCE, page

SUFFIXES = (
    ".html .htm .txt .jsonl .jsonl.gz .jsonl.zst .parquet .xml .warc .warc.gz .html.gz .unknown"
).split()


def read(*inputs: str | Path, **limits: Any) -> list[Article | Failure]:
    return list(read_articles(map(str, inputs), options=ReadOptions(**limits)))


def lines(*records: object) -> bytes:
    return b"".join(json.dumps(record).encode() + b"\n" for record in records)


def codes(items: Iterable[Article | Failure]) -> list[str]:
    return [item.code if isinstance(item, Failure) else "article" for item in items]


RECORDS = lines(
    {
        "id": 7,
        "title": " سد پر شد ",
        "text": "متن\r\nبا [پیوند](#) و انتهای پیام\n",
        "x": {"y": [1]},
    },
    {"text": "دوم", "url": "https://a.example/2", "published": "۲۹ بهمن ۱۳۹۸ - ۰۶:۵۵"},
)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.jsonl", RECORDS),
        ("a.jsonl.gz", gzip.compress(RECORDS)),
        ("a.jsonl.gz", gzip.compress(RECORDS[:40]) + gzip.compress(RECORDS[40:])),
        ("a.jsonl.zst", zstandard.compress(RECORDS)),
        ("a.jsonl.zst", zstandard.compress(RECORDS[:40]) + zstandard.compress(RECORDS[40:])),
        ("a.jsonl", b"\xef\xbb\xbf" + RECORDS.replace(b"\n", b"\r\n\n")),
        ("nameless", RECORDS),
    ],
)
def test_json_lines_are_given_as_found(tmp_path: Path, name: str, data: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    first, second = read(path)
    assert first == Article(
        text="متن\r\nبا [پیوند](#) و انتهای پیام\n",
        title=" سد پر شد ",
        id="7",
        extra={"x": {"y": [1]}},
    )
    assert isinstance(second, Article)
    assert (second.id, second.url) == ("", "https://a.example/2")
    assert second.published == "2020-02-18T06:55:00+03:30"
    assert second.extra == {"published_printed": "۲۹ بهمن ۱۳۹۸ - ۰۶:۵۵"}


def test_unknown_fields_are_untouched(tmp_path: Path) -> None:
    extra = {"big": 10**30, "deep": [{"می": None}], "f": 1.25, "mojibake": "mine", "n": -(2**63)}
    path = tmp_path / "a.jsonl"
    path.write_bytes(lines({"text": "x", "published": "2020-02-18T03:25:00Z", **extra}))
    (article,) = read(path)
    assert isinstance(article, Article)
    assert article.extra == extra
    assert article.published == "2020-02-18T03:25:00Z"


BAD_LINES = [
    (b"{", "bad-json"),
    (b"[1]", "not-an-object"),
    (b'"text"', "not-an-object"),
    (b"{}", "missing-text"),
    (b'{"text": null}', "missing-text"),
    (b'{"text": 5}', "bad-field"),
    (b'{"text": "x", "title": ["y"]}', "bad-field"),
    (b'{"text": "x", "id": {"y": 1}}', "bad-field"),
    (b'{"text": " "}', "empty"),
    (b'{"text": "\xc7\xe1"}', "bad-encoding"),
    (b'{"text": ' + b"[" * 100_000, "too-deep"),
    (b'{"text": "' + b"x" * 200_000 + b'"}', "too-large"),
    (b"\x00\x01\x02", "bad-json"),
    (b'{"text": "x", "n": ' + b"9" * 5000 + b"}", "bad-json"),
]


def test_bad_lines_are_named_and_all_good_ones_kept_in_order(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    good = [lines({"id": str(number), "text": "خوب"}) for number in range(len(BAD_LINES) + 1)]
    bad = [line + b"\n" for line, _ in BAD_LINES]
    path.write_bytes(good[0] + b"".join(b + g for b, g in zip(bad, good[1:], strict=True)))
    items = read(path, max_line=200_000)
    assert [item.id for item in items if isinstance(item, Article)] == [
        str(number) for number in range(len(good))
    ]
    failures = [item for item in items if isinstance(item, Failure)]
    assert [f.item for f in failures] == [f"{path}:{2 * n + 2}" for n in range(len(bad))]
    assert codes(failures) == [code for _, code in BAD_LINES]
    assert all(failure.message for failure in failures)


def test_a_bad_record_keeps_its_id(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(lines({"id": "k1"}))
    assert [item.id for item in read(path)] == ["k1"]


def test_a_lone_surrogate_is_an_article_as_given(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"text": "cut \\ud83d"}\n')
    (article,) = read(path)
    assert isinstance(article, Article)
    assert article.text == "cut \ud83d"


def test_an_endless_line_costs_bounded_memory(tmp_path: Path) -> None:
    """A line of a gigabyte, packed: a failure within a few times the limit; the next is read."""
    path = tmp_path / "a.jsonl.gz"
    with gzip.open(path, "wb", compresslevel=1) as packed:
        packed.write(lines({"text": "یک"}) + b'{"text": "')
        for _ in range(1024):
            packed.write(b"x" * (1 << 20))
        packed.write(b'"}\n' + lines({"text": "دو"}))
    tracemalloc.start()
    items = read(path, max_line=1 << 20)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert codes(items) == ["article", "too-large", "article"]
    assert items[1].item == f"{path}:2"  # type: ignore[union-attr]
    assert peak < 8 << 20


@pytest.mark.parametrize("pack", [gzip.compress, zstandard.compress])
def test_a_cut_off_file_gives_what_came_before(tmp_path: Path, pack: Any) -> None:
    noise = [{"text": hex(hash((n, "x")) ** 9)} for n in range(20_000)]
    whole = pack(lines(*noise))
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(whole[: len(whole) // 2])
    items = read(path)
    assert len(items) > 1000
    assert codes(items[:-1]) == ["article"] * (len(items) - 1)
    assert isinstance(items[-1], Failure)
    assert (items[-1].code, items[-1].item) == ("truncated", f"{path}:{len(items)}")


def test_damaged_packing_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"
    whole = bytearray(gzip.compress(RECORDS * 50))
    whole[len(whole) // 2] ^= 0xFF
    path.write_bytes(whole)
    last = read(path)[-1]
    assert isinstance(last, Failure)
    assert last.code in ("bad-packing", "truncated", "bad-json", "bad-encoding")


@pytest.mark.parametrize(
    "data", [gzip.compress(bytes(1 << 26)), zstandard.compress(bytes(1 << 26))]
)
def test_a_bomb_stops_at_the_limit(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.html.gz"
    path.write_bytes(data)
    assert codes(read(path, max_document=1 << 20)) == ["too-large"]


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


FEED = """<?xml version="1.0" encoding="{encoding}"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>خبرگزاري نيلوفر | آخرين خبرها</title>
<item><title>سد می‌شود &amp;amp; رود</title><link>https://n.example/1</link><guid>g1</guid>
<description>کوتاه</description>
<content:encoded><![CDATA[<p>آب می&zwnj;آید.</p><p>کشاورزان می‌گویند.</p>]]></content:encoded>
<pubDate>Tue, 18 Feb 2020 03:25:00 +0330</pubDate></item>
<item><title>بي متن</title><link>https://n.example/2</link><pubDate>۲۹ بهمن ۱۳۹۸</pubDate></item>
<item><title>ساده</title><link>https://n.example/3</link><description>متن & ساده</description>
<pubDate>۲۹ بهمن ۱۳۹۸ - ۰۶:۵۵</pubDate></item>
</channel></rss>"""


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
    assert (first.outlet, first.published) == ("خبرگزاري نيلوفر", "2020-02-17T23:55:00+00:00")
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


def archive(*pages: tuple[str, bytes, bytes], pack: bool = False) -> bytes:
    """Return a WARC of responses: address, HTTP head, body."""
    out = b""
    for number, (address, http, body) in enumerate(pages):
        block = http + b"\r\n\r\n" + body
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\n"
            f"WARC-Date: 2024-03-05T07:40:00Z\r\nWARC-Record-ID: <urn:uuid:{number}>\r\n"
            f"Content-Type: application/http; msgtype=response\r\n"
            f"Content-Length: {len(block)}\r\n\r\n"
        )
        record = head.encode() + block + b"\r\n\r\n"
        out += gzip.compress(record) if pack else record
    return out


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


def test_text_is_given_as_found(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    text = "  سد‌ها\r\n\r\n**پر** شد &amp; <b>رفت</b>\u200c \nانتهای پیام\n"
    path.write_bytes(text.encode())
    assert read(path) == [Article(text=text)]


def test_text_with_a_mix_up_is_repaired_and_flagged(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(SENTENCE.encode().decode("cp1256"), "utf-8")
    assert read(path) == [Article(text=SENTENCE, extra={"mojibake": "utf-8 read as windows-1256"})]


def test_a_folder_is_read_in_the_order_of_its_names(tmp_path: Path) -> None:
    for name in ("b/2.txt", "b/1.txt", "a.txt", "c.txt", ".hidden.txt", "b/.git/x.txt", "z.css"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, "utf-8")
    (tmp_path / "b" / "loop").symlink_to(tmp_path)
    items = read(tmp_path)
    assert [item.text for item in items if isinstance(item, Article)] == [
        "a.txt",
        "b/1.txt",
        "b/2.txt",
        "c.txt",
    ]


def test_a_batch_outlives_its_bad_inputs(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "b.txt").write_bytes(bytes(99))
    (tmp_path / "c.txt").write_bytes(b"")
    inputs = [
        str(tmp_path / "missing.html"),
        str(tmp_path / "empty"),
        str(DATA / "club.html"),
        str(tmp_path / "b.txt"),
        "a\0b",
        "ftp://n.example/1",
        "http://[::1",
        str(tmp_path / "c.txt"),
        str(DATA / "bare.html"),
        "",
    ]
    items = read(*inputs)
    assert codes(items) == [
        *("not-found", "empty-folder", "article", "binary", "cannot-open", "bad-url"),
        *("bad-url", "empty", "article"),
        "not-found",
    ]
    assert [item.item for item in items if isinstance(item, Failure)] == [
        name for name in inputs if not name.startswith(str(DATA))
    ]


@pytest.mark.parametrize(
    ("data", "texts"),
    [
        (RECORDS, ["متن\r\nبا [پیوند](#) و انتهای پیام\n", "دوم"]),
        (gzip.compress(RECORDS), ["متن\r\nبا [پیوند](#) و انتهای پیام\n", "دوم"]),
        (page(f"<p>{SENTENCE}</p>").encode(), [SENTENCE]),
        (f"\ufeff <!DOCTYPE html><p>{SENTENCE}".encode(), [SENTENCE]),
        (SENTENCE.encode(), [SENTENCE]),
        (SENTENCE.encode("utf-16"), [SENTENCE]),
    ],
)
def test_standard_input_is_known_by_its_bytes(
    monkeypatch: pytest.MonkeyPatch, data: bytes, texts: list[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    items = read("-")
    assert [item.text for item in items if isinstance(item, Article)] == texts
    assert codes(read("-")) == ["empty"]  # nothing is left, and it is still open


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.binary(max_size=600), suffix=st.sampled_from(SUFFIXES))
def test_any_bytes_under_any_name_never_raise(tmp_path: Path, data: bytes, suffix: str) -> None:
    path = tmp_path / f"x{suffix}"
    path.write_bytes(data)
    items = read(path, DATA / "bare.html")
    assert "internal" not in codes(items)
    assert isinstance(items[-1], Article)
    assert all(item.item.startswith(str(path)) for item in items if isinstance(item, Failure))


SEEDS = {
    ".jsonl": RECORDS,
    ".jsonl.gz": gzip.compress(RECORDS),
    ".jsonl.zst": zstandard.compress(RECORDS),
    ".xml": FEED.format(encoding="utf-8").encode(),
    ".html": (DATA / "agency.html").read_bytes(),
    ".warc": archive(
        ("https://n.example", b"HTTP/1.1 200 OK\r\nContent-Type: text/html", b"<p>x y</p>")
    ),
}


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    suffix=st.sampled_from(sorted(SEEDS)),
    cuts=st.lists(st.tuples(st.floats(0, 1), st.binary(max_size=4), st.integers(0, 9)), max_size=5),
)
def test_damaged_files_of_every_kind_never_raise(
    tmp_path: Path, suffix: str, cuts: list[tuple[float, bytes, int]]
) -> None:
    data = SEEDS[suffix]
    for share, put, taken in cuts:
        at = int(share * len(data))
        data = data[:at] + put + data[at + taken :]
    path = tmp_path / f"x{suffix}"
    path.write_bytes(data)
    assert "internal" not in codes(read(path))


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.data())
def test_all_good_items_come_in_order_whatever_stands_between(
    tmp_path: Path, data: st.DataObject
) -> None:
    bad = st.binary(max_size=40).map(lambda b: b.replace(b"\n", b"").replace(b"\x00", b"\x01"))
    rows = data.draw(st.lists(st.one_of(st.integers(0, 99), bad), max_size=20))
    path = tmp_path / "x.jsonl"
    good = [row for row in rows if isinstance(row, int)]
    path.write_bytes(
        lines({"id": "first", "text": "x"})
        + b"".join(
            lines({"id": f"g{row}", "text": "x"}) if isinstance(row, int) else row + b"\n"
            for row in rows
        )
    )
    items = read(path)
    assert [i.id for i in items if isinstance(i, Article)] == ["first", *(f"g{n}" for n in good)]


def test_importing_is_light() -> None:
    heavy = "pyarrow httpx2 fastwarc lxml fastfeedparser selectolax resiliparse zstandard"
    code = (
        "import sys, gofteh.read; "
        f"print([name for name in {heavy!r}.split() if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
