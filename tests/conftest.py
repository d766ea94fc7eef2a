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


# What takes minutes on one core comes first, so that no process is left alone with it at the end.
_LONG = (
    "test_time.py", "test_scaling.py", "store/test_survival.py", "gate/", "browser/", "attack/",
    "server/test_schema.py", "server/test_process.py", "cli/test_stopping.py", "read/test_guard.py",
)  # fmt: skip


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the longest tests first; the others stay in their order."""

    def place(item: pytest.Item) -> int:
        path = item.path.relative_to(_HERE / "tests").as_posix()
        return next((k for k, name in enumerate(_LONG) if path.startswith(name)), len(_LONG))

    items.sort(key=place)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let the examples of the API's documentation be written anew."""
    parser.addoption("--rewrite-examples", action="store_true")
