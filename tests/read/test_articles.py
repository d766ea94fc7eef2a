"""Every kind of input through the one door; bad items named, good ones all there, in order."""

from __future__ import annotations

import gzip
import io
import subprocess
import sys
from pathlib import Path

import pytest
import zstandard
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gofteh.records import Article, Failure

from .conftest import DATA, SENTENCE, page
from .samples import FEED, RECORDS, archive, codes, lines, read

SUFFIXES = (
    ".html .htm .txt .jsonl .jsonl.gz .jsonl.zst .parquet .xml .warc .warc.gz .html.gz .unknown"
).split()


@pytest.mark.parametrize(
    "data", [gzip.compress(bytes(1 << 26)), zstandard.compress(bytes(1 << 26))]
)
def test_a_bomb_stops_at_the_limit(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.html.gz"
    path.write_bytes(data)
    assert codes(read(path, max_document=1 << 20)) == ["too-large"]


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
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=300
    )
    assert done.stdout.strip() == "[]"
