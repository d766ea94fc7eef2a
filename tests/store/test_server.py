"""The tests' own PostgreSQL server goes with the process that started it."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from store.server import binaries

_CODE = """
import signal
from store.server import binaries, postgres
with postgres(binaries()) as address:
    print(address.partition("host=")[2], flush=True)
    signal.pause()
"""
_SECONDS = 120


@pytest.mark.parametrize("how", ["kill", "terminate"])
def test_a_killed_test_leaves_no_server_behind(how: str) -> None:
    if binaries() is None:
        pytest.skip("no PostgreSQL server is installed (Debian: apt-get install postgresql)")
    started = subprocess.Popen(
        [sys.executable, "-c", _CODE],
        cwd=Path(__file__).parents[1],
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    try:
        assert started.stdout is not None
        home = Path(started.stdout.readline().strip())
        pid = int((home / "data" / "postmaster.pid").read_text().split()[0])
    finally:
        getattr(started, how)()
        started.wait(_SECONDS)
    until = time.monotonic() + _SECONDS
    while _runs(pid):
        assert time.monotonic() < until, "the server runs on"
        time.sleep(0.05)


def _runs(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True
