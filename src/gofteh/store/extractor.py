"""What the installed gofteh extracts with: its version, and fingerprints of rules and tables."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from gofteh.store.records import Extractor
from gofteh.version import __version__

_PARTS = ("pipeline.py", "text", "repairing", "lexicon", "statements", "speakers")
_DIGITS = 12


@cache
def current_extractor() -> Extractor:
    """Return the extractor of this installation; any change of its code or tables shows."""
    rules, model = hashlib.sha256(), hashlib.sha256()
    for name in _PARTS:
        for path in _files(files("gofteh") / name):
            (rules if path.name.endswith(".py") else model).update(path.read_bytes())
    return Extractor(__version__, rules.hexdigest()[:_DIGITS], model.hexdigest()[:_DIGITS])


def is_older(version: str, other: str) -> bool:
    """Return whether a version comes before another one."""
    return _numbers(version) < _numbers(other)


def _numbers(version: str) -> list[int]:
    return [int(part) if part.isdecimal() else 0 for part in version.split(".")]


def _files(path: Traversable) -> list[Traversable]:
    if path.is_file():
        return [path] if path.name.endswith((".py", ".json", ".txt", ".zst")) else []
    inner = sorted(path.iterdir(), key=lambda one: one.name)
    return [found for one in inner for found in _files(one)]
