"""The yardstick that lies beside the project, for comparison."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SHARED = Path(os.environ.get("GOFTEH_SHARED") or ROOT.parent / "shared")
SCRIPT = SHARED / "tools" / "score_statements.py"

needs_yardstick = pytest.mark.skipif(
    not SCRIPT.is_file(),
    reason="the yardstick lies in ../shared (or GOFTEH_SHARED), which is not here",
)


def figures(articles: Path, gold: Path, predicted: Path) -> dict[str, object]:
    """What the yardstick prints for three files."""
    command = [sys.executable, str(SCRIPT), str(articles), str(gold), str(predicted), "--json"]
    done = subprocess.run(command, capture_output=True, check=True, timeout=300)
    return json.loads(done.stdout)


def write_lines(path: Path, records: list[dict[str, object]]) -> Path:
    """Write records as JSON lines."""
    path.write_text("".join(json.dumps(record) + "\n" for record in records), "utf-8")
    return path
