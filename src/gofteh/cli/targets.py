"""What a command writes, and where: the format and the file, checked before work begins."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from gofteh.cli.console import CannotStartError

if TYPE_CHECKING:
    from gofteh.formats import Format

# Formats of whole items, one after another.
RESUMABLE = ("jsonl", "parquet")


def chosen_format(
    name: str | None, out: Path | None, formats: Mapping[str, Format] | None = None
) -> Format:
    """Return the format that is asked for; raise `CannotStartError` where none can be told.

    ``formats`` are those to choose from; those of readings if none are given.
    """
    from gofteh.formats import FORMATS, format_of_suffix

    formats = FORMATS if formats is None else formats
    names = ", ".join(formats)
    if name is not None and name not in formats:
        raise CannotStartError(f"no format is called {name!r}. Choose one of: {names}.")
    if name is None and out is not None and out.suffix:
        found = format_of_suffix(out, formats)
        if found is None:
            raise CannotStartError(
                f"the ending of {out} names no format. Add --format with one of: {names}."
            )
        return _packable(found, out)
    watched = out is None and sys.stdout.isatty()
    found = formats[name or ("table" if watched and "table" in formats else "jsonl")]
    if watched and found.binary:
        raise CannotStartError(
            f"a terminal cannot show {found.name}. Add -o FILE{found.suffixes[0]}."
        )
    return _packable(found, out)


def _packable(form: Format, out: Path | None) -> Format:
    from gofteh.report.packing import packing_of, without_packing

    if form.binary and out is not None and packing_of(out):
        raise CannotStartError(
            f"{form.name} is packed by itself. Write to {without_packing(out).name}."
        )
    return form


def require_resumable(form: Format, *, resume: bool) -> None:
    """Raise `CannotStartError` where a format cannot be gone on with."""
    if resume and form.name not in RESUMABLE:
        raise CannotStartError(
            f"{form.name} cannot be gone on with. Write {' or '.join(RESUMABLE)}, or leave "
            "--resume out."
        )


def require_room(form: Format, *, with_text: bool) -> None:
    """Raise `CannotStartError` where texts are asked for that a format has no room for."""
    if with_text and not form.holds_text:
        from gofteh.formats import FORMATS

        names = " or ".join(found.name for found in FORMATS.values() if found.holds_text)
        raise CannotStartError(f"{form.name} has no room for texts. Add --format {names}.")


def require_target(out: Path | None, inputs: list[str]) -> None:
    """Raise `CannotStartError` where a file cannot be written, or would destroy an input."""
    if out is None:
        return
    if not out.resolve().parent.is_dir():
        raise CannotStartError(f"the folder of {out} does not exist. Make it first.")
    if out.is_dir():
        raise CannotStartError(f"{out} is a folder. Name a file in it.")
    if out.is_file() and any(Path(name).exists() and out.samefile(name) for name in inputs):
        raise CannotStartError(f"{out} is an input too. Write to another file.")
