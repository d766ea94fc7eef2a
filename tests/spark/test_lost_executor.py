"""An executor that dies at work loses no row and changes no answer."""

from __future__ import annotations

import importlib.util
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pyarrow as pa
import pytest

import gofteh

JOB = Path(__file__).with_name("lost.py")

if importlib.util.find_spec("pyspark") is None:
    pytest.skip("Spark is not installed: pip install 'gofteh[spark]'", allow_module_level=True)
if shutil.which("java") is None:
    pytest.skip("Spark needs Java 17: apt-get install openjdk-17-jre", allow_module_level=True)
if shutil.which("pgrep") is None:
    pytest.skip("finding an executor needs pgrep: apt-get install procps", allow_module_level=True)

from spark.lost import ROWS, text  # noqa: E402


def test_a_killed_executor_loses_no_row(tmp_path: Path) -> None:
    out = tmp_path / "found.json"
    done = subprocess.run(
        [sys.executable, str(JOB), str(out)],
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=500,
    )
    assert done.returncode == 0, done.stderr[-4000:]
    found = json.loads(out.read_text("utf-8"))
    assert found["killed"] == 1
    ids = [f"{n:03}" for n in range(ROWS)]
    table = pa.table({"id": ids, "text": [text(n) for n in range(ROWS)]})
    plain = gofteh.extract_table(table, reader="grammar").to_pylist()
    assert json.loads(json.dumps(found["rows"])) == json.loads(
        json.dumps([row | {"source": None} for row in plain], default=str)
    )
