"""A server for assistants that listens."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator

import pytest

from served import address_of


@pytest.fixture
def listening(db: str) -> Iterator[str]:
    """The address of a server over HTTP, which ends when it is told to."""
    command = [sys.executable, "-m", "gofteh", "mcp", "--http", "--port", "0", "--db", db]
    process = subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        env=os.environ | {"PYTHONUTF8": "1", "OPENBLAS_NUM_THREADS": "1"},
    )
    try:
        yield address_of(process)
        process.terminate()
        said, _ = process.communicate(timeout=60)
        assert process.returncode == 0, said
    finally:
        process.kill()
        process.communicate(timeout=60)
