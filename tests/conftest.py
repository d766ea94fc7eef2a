"""What several test packages use."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

# How long an example takes says more of the machine than of the code: benchmarks measure speed.
settings.register_profile("gofteh", deadline=None)
settings.load_profile("gofteh")

_HERE = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real articles and gold; skips where it is not there."""
    folder = Path(os.environ.get("GOFTEH_SHARED", _HERE.parent / "shared"))
    if not (folder / "gold" / "dev.gold.jsonl").exists():
        pytest.skip("the shared data folder is not beside the repository")
    return folder


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let the examples of the API's documentation be written anew."""
    parser.addoption("--rewrite-examples", action="store_true")
