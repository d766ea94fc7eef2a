"""JSON lines: each as found, each bad one named, none too long to bear."""

from __future__ import annotations

import gzip
import random
import tracemalloc
from pathlib import Path
from typing import Any

import pytest
import zstandard

from gofteh.records import Article, Failure

from .samples import RECORDS, codes, lines, read


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
    noise = [{"text": random.Random(n).randbytes(80).hex()} for n in range(10_000)]
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
