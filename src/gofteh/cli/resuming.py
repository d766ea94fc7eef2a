"""``--resume``: what a command asked for, and the draft that it goes on with."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from gofteh.cli.console import CannotStartError, say
from gofteh.version import __version__

if TYPE_CHECKING:
    from gofteh.report.draft import Draft
    from gofteh.report.packing import Packing

Resume = Annotated[
    bool,
    typer.Option(
        "--resume",
        help="Keep what is done when interrupted (FILE.partial), and go on with it next time.",
    ),
]


@contextmanager
def resumed(
    out: Path | None, inputs: list[str], task: Mapping[str, Any], packing: Packing | None
) -> Iterator[Draft]:
    """Yield the draft of a file: begun now, or by an earlier run of the same command.

    Raises `CannotStartError` where nothing can be gone on with.
    """
    from gofteh.report.draft import OtherTaskError, drafted

    if out is None:
        raise CannotStartError("--resume needs a file to go on with. Add -o FILE.")
    whole = dict(task) | {"inputs": _fingerprint(inputs), "version": __version__}
    try:
        with drafted(out, whole, packing) as draft:
            if draft.items:
                say(f"gofteh: {draft.path} is gone on with, behind item {draft.items}")
            try:
                yield draft
            except KeyboardInterrupt:
                say(f"gofteh: what is done is kept in {draft.path}; the same command goes on")
                raise
    except OtherTaskError as error:
        raise CannotStartError(str(error)) from error


def _fingerprint(inputs: list[str]) -> str:
    """Return what tells whether the inputs are what they were: their names, sizes and times."""
    from gofteh.read.sources import STANDARD_INPUT, is_address, names_of

    told = hashlib.sha256()
    for given in inputs:
        if given == STANDARD_INPUT or is_address(given):
            raise CannotStartError(
                f"--resume needs files: {given} may give something else the next time."
            )
        for name in names_of(given):
            told.update(repr((name, _stamp(name))).encode("utf-8", "surrogatepass"))
    return told.hexdigest()


def _stamp(name: object) -> tuple[int, int] | None:
    try:
        found = Path(name).stat() if isinstance(name, str) else None
    except OSError:
        return None
    return (found.st_size, found.st_mtime_ns) if found else None
