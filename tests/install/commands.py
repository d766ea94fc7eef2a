"""Commands that the tests of installations run, in the folder of this checkout."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]
PIP = ("-m", "pip", "--disable-pip-version-check")


def run(
    *command: object, seconds: int = 300, folder: Path = ROOT, **environment: object
) -> subprocess.CompletedProcess[str]:
    """What a command said; it is ended after so many seconds."""
    return subprocess.run(
        list(map(str, command)),
        cwd=folder,
        capture_output=True,
        check=False,
        encoding="utf-8",
        env=os.environ | {name: str(value) for name, value in environment.items()},
        timeout=seconds,
    )


def done(*command: object, **options: object) -> str:
    """What a command printed that must succeed."""
    ended = run(*command, **options)  # type: ignore[arg-type]
    said = [line for line in (ended.stdout + ended.stderr).splitlines() if "warning:" not in line]
    assert ended.returncode == 0, "\n".join(said)[-4000:]  # warnings hide the error among them
    return ended.stdout
