"""``gofteh read``: articles out of whatever holds them, without extraction."""

from __future__ import annotations

from typing import Annotated

import typer

from gofteh.cli.console import Exit, ending_well, require_inputs
from gofteh.cli.inputs import AllowPrivate, Inputs, Out, PersianOnly, TextColumn
from gofteh.cli.resuming import Resume
from gofteh.cli.running import Run, run_over
from gofteh.cli.targets import chosen_format, require_target


def read_command(
    inputs: Inputs,
    out: Out = None,
    form: Annotated[
        str | None,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            help="jsonl or parquet. Without it: by the ending of FILE, else jsonl.",
        ),
    ] = None,
    allow_private: AllowPrivate = False,
    persian_only: PersianOnly = False,
    text_column: TextColumn = None,
    resume: Resume = False,
) -> None:
    """Take articles out of pages, feeds, tables and archives, without looking for statements.

    Exits with 0 when all was read, with 1 when some items failed (each is named, and stands in
    the output as an error), with 2 when it could not start.
    """
    from gofteh.formats import ARTICLE_FORMATS
    from gofteh.read import ReadOptions

    with ending_well():
        require_inputs(inputs)
        chosen = chosen_format(form, out, ARTICLE_FORMATS)
        require_target(out, inputs)
        reading = ReadOptions(
            allow_private=allow_private, text_column=text_column, persian_only=persian_only
        )
        task = {"column": text_column, "persian": persian_only, "format": chosen.name}
        run = Run(inputs, out, chosen, reading, task=task if resume else None, extracts=False)
        failed = run_over(run, iter)
    raise typer.Exit(Exit.SOME_FAILED if failed else Exit.DONE)
