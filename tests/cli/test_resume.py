"""``--resume``: an interrupted run is gone on with, and comes out as if it had not been."""

from __future__ import annotations

import fcntl
import gzip
import json
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
import zstandard
from typer.testing import CliRunner, Result

from gofteh.cli.app import app
from gofteh.read import apart, articles

ARTICLES = 100
# The interruption comes behind so many; only whole bundles of 32 are sure by then.
CUT, SURE = 75, 64
COMMANDS = [
    ("read", "out.jsonl"),
    ("read", "out.parquet"),
    ("extract", "out.jsonl"),
    ("extract", "out.jsonl.gz"),
    ("extract", "out.jsonl.zst"),
    ("extract", "out.parquet"),
    ("repair", "out.jsonl.zst"),
]


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def content(path: Path) -> Any:
    data = path.read_bytes()
    if path.suffix == ".parquet":
        return pq.read_table(path).to_pylist()
    if path.suffix == ".zst":
        return zstandard.ZstdDecompressor().stream_reader(data, read_across_frames=True).read()
    return gzip.decompress(data) if path.suffix == ".gz" else data


@pytest.fixture
def news(tmp_path: Path) -> Path:
    path = tmp_path / "news.jsonl"
    lines = [
        {"id": str(n), "text": f"شهردار گفت: خط {n} باز است."} if n % 40 else {"id": str(n)}
        for n in range(1, ARTICLES + 1)
    ]
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    return path


@pytest.fixture
def interrupted(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """Reading stops behind ``CUT`` items, as by Ctrl-C, until this is undone."""
    read_articles = articles.read_articles

    def cut(*given: Any, **more: Any) -> Iterator[Any]:
        yield from islice(read_articles(*given, **more), CUT)
        raise KeyboardInterrupt

    monkeypatch.setattr(apart, "read_articles", cut)
    monkeypatch.setattr("gofteh.read.read_articles", cut)
    return monkeypatch


def options(command: str) -> tuple[str, ...]:
    return ("--reader", "grammar") if command == "extract" else ()


@pytest.mark.parametrize(("command", "name"), COMMANDS)
def test_an_interrupted_run_ends_as_an_uninterrupted_one(
    command: str, name: str, news: Path, tmp_path: Path, interrupted: pytest.MonkeyPatch
) -> None:
    out, whole = tmp_path / name, tmp_path / f"whole-{name}"
    given = (command, news, *options(command), "--resume", "-o", out)
    first = run(*given)
    assert first.exit_code == 130
    assert f"{out}.partial" in first.stderr
    assert not out.exists()
    interrupted.undo()
    second = run(*given)
    assert f"behind item {SURE}" in second.stderr
    assert second.exit_code == 1  # two lines have no text, one of them before the interruption
    assert run(command, news, *options(command), "-o", whole).exit_code == 1
    assert content(out) == content(whole)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(
        (news.name, out.name, whole.name)
    )


def test_what_was_begun_otherwise_is_not_gone_on_with(
    news: Path, tmp_path: Path, interrupted: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out.jsonl"
    given = ("extract", news, "--resume", "-o", out, "--reader")
    assert run(*given, "grammar").exit_code == 130
    interrupted.undo()
    other = run(*given, "grammar", "--with-text")
    assert (other.exit_code, "other text" in other.stderr) == (2, True)
    news.write_text(news.read_text("utf-8") + '{"text": "باران بارید."}\n', "utf-8")
    changed = run(*given, "grammar")
    assert (changed.exit_code, "other inputs" in changed.stderr) == (2, True)
    assert "remove" in changed.stderr


def test_a_killed_process_is_gone_on_with(news: Path, tmp_path: Path) -> None:
    many = tmp_path / "many.jsonl"
    line = news.read_text("utf-8").splitlines()[0]
    many.write_text("".join(f"{line.replace('1', str(n), 1)}\n" for n in range(30_000)), "utf-8")
    out, state = tmp_path / "out.jsonl", tmp_path / "out.jsonl.partial.state"
    given = ["read", str(many), "--resume", "-o", str(out)]
    with subprocess.Popen([sys.executable, "-m", "gofteh.cli", *given]) as process:
        late = time.monotonic() + 240
        while not state.exists() and process.poll() is None and time.monotonic() < late:
            time.sleep(0.005)
        process.kill()
        process.wait(timeout=60)
    assert state.exists(), "the process ended before it could be killed"
    assert run(*given).exit_code == 0
    ids = [json.loads(row)["id"] for row in out.read_bytes().splitlines()]
    assert ids == [str(n) for n in range(30_000)]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("extract", "NEWS", "--resume"), "Add -o FILE"),
        (("extract", "-", "--resume", "-o", "OUT.jsonl"), "--resume needs files"),
        (("extract", "NEWS", "--resume", "-o", "OUT.csv"), "csv cannot be gone on with"),
        (("repair", "NEWS", "--resume", "-o", "OUT.parquet"), "write no Parquet"),
    ],
)
def test_what_cannot_be_gone_on_with_is_told(
    arguments: tuple[str, ...], told: str, news: Path, tmp_path: Path
) -> None:
    places = {"NEWS": str(news)}
    given = [places.get(one, one.replace("OUT", str(tmp_path / "out"))) for one in arguments]
    done = run(*given)
    assert done.exit_code == 2
    assert told in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == [news.name]


def test_two_runs_do_not_write_one_draft(news: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    with Path(f"{out}.partial").open("xb") as other:
        fcntl.flock(other, fcntl.LOCK_EX)
        done = run("read", news, "--resume", "-o", out)
    assert (done.exit_code, "another run" in done.stderr) == (2, True)
    assert run("read", news, "--resume", "-o", out).exit_code == 1


def test_a_draft_that_lost_its_end_is_begun_anew(
    news: Path, tmp_path: Path, interrupted: pytest.MonkeyPatch
) -> None:
    out, whole = tmp_path / "out.jsonl", tmp_path / "whole.jsonl"
    assert run("read", news, "--resume", "-o", out).exit_code == 130
    partial = Path(f"{out}.partial")
    partial.write_bytes(partial.read_bytes()[:100])
    interrupted.undo()
    done = run("read", news, "--resume", "-o", out)
    assert "gone on with" not in done.stderr
    run("read", news, "-o", whole)
    assert out.read_bytes() == whole.read_bytes()
