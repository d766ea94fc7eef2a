"""A server as a process of its own: started, asked, stopped."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import httpx2
import pytest
from typer.testing import CliRunner

from gofteh.cli.app import app
from gofteh.server.workshop import Workshop
from served import address_of

from .conftest import API


@pytest.fixture
def folder() -> Iterator[Path]:
    """Where the server's temporary files go: a short path, for its sockets."""
    with tempfile.TemporaryDirectory(prefix="gofteh-") as folder:
        yield Path(folder)


# Seconds after which a test fails: what it waits for takes a moment, on a busy machine more.
LIMIT = 300.0
# The server as its command starts it, but for the seconds it has to be gone: on a busy machine
# those of a person who waits for it would be over before it has cleaned up.
_SERVE = f"from gofteh.cli import main, serve; serve._GONE = {LIMIT:.0f}; main()"


@pytest.fixture
def process(folder: Path) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-c", _SERVE, "serve", "--demo", "--port", "0"]
    quiet = {name: value for name, value in os.environ.items() if name != "GOFTEH_DB"}
    started = subprocess.Popen(
        command,
        env={**quiet, "TMPDIR": str(folder), "PYTHONUTF8": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )
    yield started
    started.kill()
    started.communicate(timeout=LIMIT)


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_a_server_answers_keeps_queries_to_itself_and_leaves_nothing(
    process: subprocess.Popen[str], folder: Path, how: signal.Signals
) -> None:
    here = address_of(process)
    assert list(folder.iterdir())
    headers = {"Authorization": "Bearer gofteh_1_hushhush"}
    asked = {"words": "hidden", "limit": 1}
    answer = httpx2.get(f"{here}{API}/search", params=asked, headers=headers, timeout=LIMIT)
    assert answer.status_code == 200, answer.text
    lines = b'{"id": "p", "text": "x"}\n{broken\n'
    kind = {"Content-Type": "application/x-ndjson"}
    sent = iter([lines[:9], lines[9:]])
    answer = httpx2.post(f"{here}{API}/ingest", content=sent, headers=kind, timeout=LIMIT)
    assert [line.count("stored") for line in answer.text.splitlines()] == [1, 0]
    process.send_signal(how)
    log, _ = process.communicate(timeout=LIMIT)
    assert process.returncode == 0, log
    assert f"GET {API}/search HTTP" in log
    assert "hidden" not in log
    assert "hushhush" not in log
    assert not list(folder.iterdir())


def test_a_port_in_use_is_told(process: subprocess.Popen[str], tmp_path: Path) -> None:
    port = address_of(process).rpartition(":")[2]
    command = [sys.executable, "-m", "gofteh.cli", "serve", "--db", str(tmp_path / "n.db")]
    again = subprocess.run(
        [*command, "--port", port],
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=LIMIT,
    )
    assert again.returncode == 2
    assert f"cannot listen on 127.0.0.1, port {port}: address already in use" in again.stderr


def test_nothing_is_begun_where_the_port_is_in_use(monkeypatch: pytest.MonkeyPatch) -> None:
    def start(_workshop: Workshop) -> None:
        raise AssertionError("a process was started for a server that cannot listen")

    monkeypatch.setattr(Workshop, "start", start)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        told = CliRunner().invoke(app, ["serve", "--demo", "--port", port])
    assert told.exit_code == 2, told.output
    assert "address already in use" in told.stderr


def test_a_folder_too_long_for_sockets_is_told_before_the_start(tmp_path: Path) -> None:
    folder = tmp_path / ("long" * 30)
    folder.mkdir()
    started = subprocess.run(
        [sys.executable, "-m", "gofteh.cli", "serve", "--demo", "--port", "0"],
        env={**os.environ, "TMPDIR": str(folder)},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=LIMIT,
    )
    assert started.returncode == 2
    assert "TMPDIR=/tmp gofteh serve" in started.stderr
    assert "Traceback" not in started.stderr
