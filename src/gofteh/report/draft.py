"""A file in the making that outlives an interruption, so that the next run goes on with it.

Beside ``FILE`` stand ``FILE.partial``, what is written so far, and ``FILE.partial.state``, how much
of it is sure and what was asked for. Only whole items count: what an interruption cut off behind
the last of them is written anew. When all is done the draft takes the place of ``FILE``.
"""

from __future__ import annotations

import fcntl
import json
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from gofteh.errors import GoftehError
from gofteh.report.packing import Packing, packer

# Items from one sure place to the next: so many, at most, are done twice after an interruption.
_EVERY = 32


class OtherTaskError(GoftehError):
    """A draft stands there of another task, or of another run; the message says what to do."""


@dataclass(slots=True)
class _Sure:
    """What is known to stand in a draft: items, failed ones among them, and bytes."""

    items: int = 0
    failed: int = 0
    size: int = 0


class Draft:
    """What has been written of a file, open to be written on.

    ``task`` is what was asked for, as JSON types: only the same task goes on with a draft.
    ``items`` and ``failed`` count what earlier runs did. Raises `OtherTaskError`.
    """

    def __init__(self, target: Path, task: Mapping[str, Any], packing: Packing | None) -> None:
        self.path = target.with_name(f"{target.name}.partial")
        self._state = target.with_name(f"{target.name}.partial.state")
        self._task = dict(task)
        self._packing = packing
        self._packer: BinaryIO | None = None
        self._file: BinaryIO = self.path.open("r+b" if self.path.exists() else "xb")
        try:
            self._own()
            sure = self._begun()
        except BaseException:
            self._file.close()
            raise
        self.items, self.failed = sure.items, sure.failed
        self._now = _Sure(self.items, self.failed)
        self._file.truncate(sure.size)
        self._file.seek(sure.size)

    def _own(self) -> None:
        """Keep other runs off for as long as the file is open."""
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            message = f"another run writes {self.path} just now. Wait for it to end."
            raise OtherTaskError(message) from error

    def _begun(self) -> _Sure:
        """Return what is sure of an earlier run's draft; nothing where there is none."""
        try:
            told = json.loads(self._state.read_bytes())
            size = self.path.stat().st_size
        except (OSError, ValueError):  # no draft, or not of ours: begun anew
            return _Sure()
        if told["task"] != self._task:
            other = [name for name in self._task if self._task[name] != told["task"].get(name)]
            raise OtherTaskError(
                f"{self.path} was begun with other {', '.join(other) or 'options'}. "
                f"Run the command as it was, or remove {self.path} to begin anew."
            )
        sure = _Sure(told["items"], told["failed"], told["bytes"])
        return sure if size >= sure.size else _Sure()  # shorter: the machine went down

    def write(self, data: bytes) -> int:
        """Write a part of an item."""
        if self._packing is None:
            return self._file.write(data)
        if self._packer is None:
            self._packer = packer(self._file, self._packing)
        return self._packer.write(data)

    def done(self, *, failed: bool) -> None:
        """Say that an item is written whole."""
        self._now.items += 1
        self._now.failed += failed
        if self._now.items % _EVERY == 0:
            self.keep()

    def keep(self) -> None:
        """Make sure of all that is written."""
        if self._packer is not None:
            self._packer.close()
            self._packer = None
        self._file.flush()
        self._now.size = self._file.tell()
        told = {"task": self._task, "items": self._now.items, "failed": self._now.failed}
        fresh = self._state.with_name(f"{self._state.name}.new")
        fresh.write_text(json.dumps(told | {"bytes": self._now.size}), "utf-8")
        fresh.replace(self._state)

    def close(self) -> None:
        """Let go of the file as it is; what is sure of it stays so."""
        self._file.close()

    def finish(self, target: Path) -> None:
        """Put the draft in the place of the file that it was made for."""
        self.keep()
        os.fsync(self._file.fileno())
        self.close()
        self.path.replace(target)
        self._state.unlink(missing_ok=True)

    def discard(self) -> None:
        """Remove the draft, its use being over."""
        self.close()
        self.path.unlink(missing_ok=True)
        self._state.unlink(missing_ok=True)


@contextmanager
def drafted(target: Path, task: Mapping[str, Any], packing: Packing | None) -> Iterator[Draft]:
    """Yield a draft; what is sure of it stays when the block ends with an error."""
    draft = Draft(target, task, packing)
    try:
        yield draft
    finally:
        draft.close()
