"""Inputs of which a part is poison: it is told, the rest is read (24)."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from gofteh.read import read_articles
from gofteh.records import Article, Failure

GOOD = "لیلا فرهمند گفت: سد پر است."
_LONG = "سد " * 2_000_000


def nested(levels: int) -> str:
    return f'{{"text": "{GOOD}", "x": {"[" * levels}{"]" * levels}}}\n'


def deep_lines(folder: Path) -> Path:
    """Every depth at which some program on the way has given up."""
    path = folder / "deep.jsonl"
    depths = (*range(190, 210), *range(250, 260), *range(930, 1030, 10), 100_000)
    path.write_text("".join(map(nested, depths)) + f'{{"text": "{GOOD}"}}\n', "utf-8")
    return path


def nul_line(folder: Path) -> Path:
    path = folder / "nul.jsonl"
    path.write_bytes(b'{"text": "a\0b"}\n' + f'{{"text": "{GOOD}"}}\n'.encode())
    return path


def odd_dates(folder: Path) -> Path:
    """A timestamp beyond the years that Python knows, between two good ones."""
    moments = pa.array([0, 9 * 10**15, 5], pa.timestamp("s"))
    table = pa.table({"id": ["a", "b", "c"], "text": [GOOD] * 3, "published": moments})
    return _written(table, folder / "dates.parquet")


def repeated_cell(folder: Path) -> Path:
    """A cell of six megabytes, stored once and repeated by its number, in a kilobyte."""
    cells = pa.DictionaryArray.from_arrays(pa.array([0] * 60, pa.int32()), [_LONG])
    return _written(pa.table({"text": [GOOD] * 60, "more": cells}), folder / "cell.parquet")


def long_cell(folder: Path) -> Path:
    """A cell of twenty-four megabytes beside a good one."""
    return _written(pa.table({"text": [_LONG * 4, GOOD]}), folder / "long.parquet")


def links(folder: Path) -> Path:
    """A loop, a link that leads out, one that leads in, and a folder nobody may open."""
    inner = folder / "pages"
    inner.mkdir()
    (folder / "secret.txt").write_text("not of this folder", "utf-8")
    (inner / "good.txt").write_text(GOOD, "utf-8")
    (inner / "in.txt").symlink_to("good.txt")
    (inner / "loop.txt").symlink_to("loop.txt")
    (inner / "out.txt").symlink_to(folder / "secret.txt")
    (inner / "outside").symlink_to(folder)
    return inner


def million_marks(folder: Path) -> Path:
    return _page(folder, "<" * 1_000_000)


def unclosed_ends(folder: Path) -> Path:
    return _page(folder, "</a " * 100_000)


def _page(folder: Path, more: str) -> Path:
    path = folder / "page.html"
    text = "سد مهرکوه تا پاییز پر می‌شود و باران به شهر می‌رسد. " * 5
    path.write_text(f"<html><body><h1>سد</h1><p>{text}</p>{more}", "utf-8")
    return path


def _written(table: pa.Table, path: Path) -> Path:
    pq.write_table(table, path, compression="zstd")
    return path


POISON: dict[str, Callable[[Path], Path]] = {
    made.__name__: made
    for made in (
        *(deep_lines, nul_line, odd_dates, repeated_cell, long_cell, links),
        *(million_marks, unclosed_ends),
    )
}


def read(path: Path) -> list[str]:
    """What becomes of each item: the length of a text, or why it was refused."""
    return [_told(item) for item in read_articles([str(path)])]


def _told(item: Article | Failure) -> str:
    return item.code if isinstance(item, Failure) else "read"


def measured(name: str) -> None:
    """Print what becomes of one input, in this process alone: its memory is only grown by it."""
    with tempfile.TemporaryDirectory() as folder:
        path = POISON[name](Path(folder))
        size = path.stat().st_size if path.is_file() else 0
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        began = time.perf_counter()
        told = read(path)
        took = time.perf_counter() - began
        grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024
    counts = {what: told.count(what) for what in sorted(set(told))}
    print(f"  {name}, {size:,} bytes: {took:.1f} s, {grown} MB more, {counts}", flush=True)


def main() -> None:
    for name in POISON:
        code = f"from attack.poison import measured; measured({name!r})"
        try:
            subprocess.run([sys.executable, "-c", code], check=False, timeout=120, env=os.environ)
        except subprocess.TimeoutExpired:
            print(f"  {name}: not done after 120 s", flush=True)
