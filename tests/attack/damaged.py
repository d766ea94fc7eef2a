"""Databases that are not what was written (25)."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

from attack.site import fill

_SECONDS = 120
_PAGE = 4096


def random_pages(database: Path) -> None:
    """Write noise over a tenth of the pages, the first not among them."""
    source = random.Random(3)
    size = database.stat().st_size // _PAGE
    with database.open("r+b") as file:
        for page in source.sample(range(1, size), size // 10):
            file.seek(page * _PAGE)
            file.write(source.randbytes(_PAGE))


def no_beginning(database: Path) -> None:
    with database.open("r+b") as file:
        file.write(b"\0" * 64)


def half(database: Path) -> None:
    with database.open("r+b") as file:
        file.truncate(database.stat().st_size // 2 // _PAGE * _PAGE)


def foreign(database: Path) -> None:
    database.unlink()
    with closing(sqlite3.connect(database)) as made:
        made.execute("CREATE TABLE places (url TEXT)")
        made.execute("INSERT INTO places VALUES ('https://pegah.example')")
        made.commit()


def newer(database: Path) -> None:
    with closing(sqlite3.connect(database)) as made:
        made.execute("PRAGMA user_version = 99")


def another_text(database: Path) -> None:
    """A text that something else changed: no page is damaged, and nothing is as it was."""
    with closing(sqlite3.connect(database)) as made:
        made.execute("UPDATE article SET raw = replace(raw, 'سد', 'پل')")
        made.commit()


DAMAGES: dict[str, Callable[[Path], None]] = {
    made.__name__: made for made in (random_pages, no_beginning, half, foreign, newer, another_text)
}
COMMANDS: dict[str, Sequence[str]] = {
    "search": ("search", "سد"),
    "export": ("export", "--format", "jsonl"),
    "token": ("token", "list"),
    "check": ("check",),
    "backup": ("backup", "copy.db"),
}


def run(database: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """Run a command on a database, in its folder."""
    return subprocess.run(
        [sys.executable, "-m", "gofteh.cli", *command, "--db", str(database)],
        cwd=database.parent,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        timeout=_SECONDS,
        check=False,
        env={**os.environ, "PYTHONUTF8": "1"},
    )


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.db"
        fill(whole, 60, 2000)
        for name, damage in DAMAGES.items():
            told = []
            for command, words in COMMANDS.items():
                place = Path(folder) / "damaged"
                shutil.rmtree(place, ignore_errors=True)
                place.mkdir()
                database = Path(shutil.copy(whole, place / "news.db"))
                damage(database)
                done = run(database, *words)
                last = (done.stderr.strip().splitlines() or ["nothing said"])[-1]
                trace = "TRACEBACK " if "Traceback" in done.stderr else ""
                told.append(f"{command} {done.returncode} {trace}({last[:70]})")
            print(f"  {name}:", *told, sep="\n    ", flush=True)
