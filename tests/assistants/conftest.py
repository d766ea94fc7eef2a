"""A server for assistants that listens."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator

import pytest


@pytest.fixture
def listening(db: str) -> Iterator[str]:
    """The address of a server over HTTP."""
    command = [sys.executable, "-m", "gofteh", "mcp", "--http", "--port", "0", "--db", db]
    process = subprocess.Popen(
        command,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env=os.environ | {"PYTHONUTF8": "1", "OPENBLAS_NUM_THREADS": "1"},
    )
    try:
        assert process.stderr is not None
        line = next(line for line in process.stderr if "running on" in line)
        found = re.search(r"http://\S+:\d+", line)
        assert found, line
        yield found[0]
    finally:
        process.terminate()
        process.wait(timeout=60)
