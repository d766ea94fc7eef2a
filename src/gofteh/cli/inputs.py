"""What every command is told that takes articles in and writes them: where from, and where to."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

Inputs = Annotated[
    list[str],
    typer.Argument(
        metavar="INPUT…",
        help="Articles: .jsonl[.gz|.zst], .parquet, .html, .txt, a feed .xml, .warc[.gz], "
        "a folder, a URL, or - for standard input.",
    ),
]
Out = Annotated[
    Path | None,
    typer.Option(
        "--out",
        "-o",
        metavar="FILE",
        help="Write here, whole or not at all; packed where it ends in .gz or .zst.",
    ),
]
AllowPrivate = Annotated[
    bool,
    typer.Option(
        "--allow-private", help="Read addresses of this machine and of private networks too."
    ),
]
PersianOnly = Annotated[
    bool, typer.Option("--persian-only", help="Pass over archived pages in other languages.")
]
TextColumn = Annotated[
    str | None,
    typer.Option(
        "--text-column", metavar="NAME", help="The column of a table that holds the text."
    ),
]
