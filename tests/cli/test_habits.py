"""What every command line tool does: packed outputs, `head`, `python -m`, options that exist."""

from __future__ import annotations

import gzip
import json
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import click
import pytest
import typer.main
import zstandard
from typer.testing import CliRunner

from gofteh.cli.app import app
from gofteh.report.load import read_records
from gofteh.report.output import whole_file

ROOT = Path(__file__).parents[2]
TEXT = "لیلا فرهمند گفت: سد پر است.\n"
_SECONDS = 300
GZIP, ZSTD = b"\x1f\x8b", b"\x28\xb5\x2f\xfd"


@pytest.mark.parametrize(("name", "magic"), [("o.jsonl.gz", GZIP), ("o.jsonl.zst", ZSTD)])
def test_a_name_that_says_packed_is_packed(tmp_path: Path, name: str, magic: bytes) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    out = tmp_path / name
    asked = ["extract", str(tmp_path / "a.txt"), "-o", str(out), "--reader", "grammar"]
    assert CliRunner().invoke(app, asked).exit_code == 0
    assert out.read_bytes().startswith(magic)
    (record,) = read_records(str(out))
    assert record["statements"]


def test_every_ending_is_packed_whole_or_not_at_all(tmp_path: Path) -> None:
    for name, unpack in (("a.gz", gzip.decompress), ("a.zst", _unzstd)):
        with whole_file(tmp_path / name) as out:
            out.write(b"water " * 1000)
        assert unpack((tmp_path / name).read_bytes()) == b"water " * 1000
        with pytest.raises(KeyError), whole_file(tmp_path / name) as out:
            raise KeyError
        assert unpack((tmp_path / name).read_bytes()) == b"water " * 1000
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.gz", "a.zst"]


def _unzstd(data: bytes) -> bytes:
    return zstandard.ZstdDecompressor().decompressobj().decompress(data)


def _many(count: int) -> str:
    return "".join(json.dumps({"id": n, "text": TEXT * 20}) + "\n" for n in range(count))


def test_a_reader_that_leaves_ends_the_command_quietly(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(_many(300), "utf-8")
    for form in ("table", "jsonl"):
        command = [sys.executable, "-m", "gofteh", "extract", str(tmp_path / "a.jsonl")]
        with subprocess.Popen(
            [*command, "--format", form, "--reader", "grammar"],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        ) as started:
            assert started.stdout is not None and started.stderr is not None
            assert started.stdout.readline()
            started.stdout.close()
            told = started.stderr.read()
            assert started.wait(_SECONDS) == 141  # as a shell tells of SIGPIPE
        assert told == b""


def test_the_package_is_a_command() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "gofteh", "--version"],
        capture_output=True,
        encoding="utf-8",
        timeout=_SECONDS,
        check=True,
    )
    assert done.stdout.startswith("gofteh ")


# The first is every command's, the second pg_dump's, the others of a program of its own (gate.py).
_OTHERS = {"--help", "--schema", "--update", "--allow-regression"}


def options(command: click.Command) -> set[str]:
    """Every option of a command and of those below it."""
    found = {name for one in command.params for name in (*one.opts, *one.secondary_opts)}
    for inner in getattr(command, "commands", {}).values():
        found |= options(inner)
    return found


def test_every_option_that_a_message_names_exists() -> None:
    known = options(typer.main.get_command(app)) | _OTHERS
    for path in sorted((ROOT / "src" / "gofteh").rglob("*.py")):
        for name in re.findall(r"(?<![\w-])--[a-z][a-z-]+\b", path.read_text("utf-8")):
            assert name in known, f"{path.name}: {name}"


def test_a_wheel_holds_the_demo_and_the_schema(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    done = subprocess.run(build, cwd=ROOT, capture_output=True, timeout=_SECONDS, check=False)
    assert done.returncode == 0, done.stderr
    (wheel,) = tmp_path.glob("*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    pages = {f"gofteh/examples/pages/{path.name}" for path in (ROOT / "examples/pages").iterdir()}
    assert pages <= names
    assert {"gofteh/records/record.schema.json", "gofteh/__main__.py"} <= names
