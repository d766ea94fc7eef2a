"""What was measured, kept in a file: a run that was interrupted goes on where it was."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from benchmarks.beside.measure import Mark, Measured

Key = tuple[str | int, ...]


class Results:
    """The measurements of one file, each under what it is of."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._there: dict[Key, list[Measured]] = {}
        if path.exists():
            for line in path.read_text("utf-8").splitlines():
                told = json.loads(line)
                self._there[tuple(told["key"])] = [_measured(one) for one in told["processes"]]

    def of(self, *key: str | int) -> list[Measured] | None:
        """Return a measurement; ``None`` where it was not made."""
        return self._there.get(key)

    def under(self, *begin: str | int) -> list[list[Measured]]:
        """Return all measurements whose key begins so."""
        return [them for key, them in self._there.items() if key[: len(begin)] == begin]

    def keep(self, key: Key, make: Callable[[], Sequence[Measured]]) -> None:
        """Make a measurement and keep it, unless it is there."""
        if key in self._there:
            return
        made = list(make())
        self._there[key] = made
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with self._path.open("a", encoding="utf-8") as file:
            told = {"key": key, "processes": [asdict(one) for one in made]}
            file.write(json.dumps(told) + "\n")


def _measured(told: dict[str, Any]) -> Measured:
    return Measured(**told | {"after": tuple(Mark(**mark) for mark in told["after"])})
