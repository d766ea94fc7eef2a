"""``gofteh read``: articles out of whatever holds them, without extraction."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from gofteh.cli.console import Exit, ending_well, require_inputs
from gofteh.cli.resuming import Resume
from gofteh.cli.running import Run, run_over
from gofteh.cli.targets import chosen_format, require_target


def read_command(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="INPUT…",
            help="Articles: .jsonl[.gz|.zst], .parquet, .html, .txt, a feed .xml, .warc[.gz], "
            "a folder, a URL, or - for standard input.",
        ),
    ],
    out: Annotated[
        Path | None,
        typer.Option(
            "--out",
            "-o",
            metavar="FILE",
            help="Write here, whole or not at all; packed where it ends in .gz or .zst.",
        ),
    ] = None,
    form: Annotated[
        str | None,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            help="jsonl or parquet. Without it: by the ending of FILE, else jsonl.",
        ),
    ] = None,
    allow_private: Annotated[
        bool,
        typer.Option(
            "--allow-private", help="Read addresses of this machine and of private networks too."
        ),
    ] = False,
    persian_only: Annotated[
        bool,
        typer.Option("--persian-only", help="Pass over archived pages in other languages."),
    ] = False,
    text_column: Annotated[
        str | None,
        typer.Option(
            "--text-column", metavar="NAME", help="The column of a table that holds the text."
        ),
    ] = None,
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
