"""``gofteh extract``: articles in, statements out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from gofteh.cli.console import Exit, ending_well, processes, require_inputs
from gofteh.cli.inputs import AllowPrivate, Inputs, Out, PersianOnly, TextColumn
from gofteh.cli.resuming import Resume
from gofteh.cli.running import Run, run_over
from gofteh.cli.targets import chosen_format, require_resumable, require_room, require_target
from gofteh.readers import Reader
from gofteh.text.levels import Level

if TYPE_CHECKING:
    from gofteh.records import Article, Failure, Reading

WithText = Annotated[
    bool,
    typer.Option("--with-text", help="Write each article's text into its record (jsonl, parquet)."),
]


def extract_command(
    inputs: Inputs,
    out: Out = None,
    form: Annotated[
        str | None,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            help="table, jsonl, csv, parquet, html, web-annotation, quotation, doccano, webanno, "
            "label-studio, conllu, citron or gender-gap-tracker. Without it: by the ending of "
            "FILE; else table on a terminal and jsonl in a pipe.",
        ),
    ] = None,
    jobs: Annotated[
        int, typer.Option("--jobs", "-j", min=0, help="Processes; 0 for one a core.")
    ] = 1,
    min_confidence: Annotated[
        float,
        typer.Option(
            "--min-confidence", min=0.0, max=1.0, help="Leave out statements less sure than this."
        ),
    ] = 0.0,
    repaired: Annotated[
        Level | None,
        typer.Option(
            "--repaired",
            metavar="LEVEL",
            help="Give the repaired words of each content too: characters, spacing or spelling.",
        ),
    ] = None,
    reader: Annotated[
        Reader,
        typer.Option(
            "--reader",
            help="Who reads: the grammar alone, the learned reader alone, or both with a choice "
            "between them.",
        ),
    ] = Reader.BOTH,
    with_text: WithText = False,
    allow_private: AllowPrivate = False,
    persian_only: PersianOnly = False,
    text_column: TextColumn = None,
    resume: Resume = False,
) -> None:
    """Find who said what in news articles.

    Exits with 0 when all was read, with 1 when some items failed (each is named), with 2 when
    it could not start.
    """
    with ending_well():
        require_inputs(inputs)
        chosen = chosen_format(form, out)
        require_room(chosen, with_text=with_text)
        require_target(out, inputs)
        require_resumable(chosen, resume=resume)
        from gofteh.batch.extracting import extract_all, extract_article
        from gofteh.read import ReadOptions

        workers = processes(jobs)
        work = partial(
            extract_article, explain=chosen.explains, repaired=repaired, reader=reader.value
        )
        reading = ReadOptions(
            allow_private=allow_private, text_column=text_column, persian_only=persian_only
        )
        task = {
            "confidence": min_confidence,
            "repair": repaired,
            "reader": reader.value,
            "text": with_text,
            "column": text_column,
            "persian": persian_only,
            "format": chosen.name,
        }

        def results(items: Iterable[Article | Failure]) -> Iterator[Reading | Failure]:
            return _sure(extract_all(items, workers, work), min_confidence)

        run = Run(inputs, out, chosen, reading, with_text, task if resume else None)
        failed = run_over(run, results)
    raise typer.Exit(Exit.SOME_FAILED if failed else Exit.DONE)


def _sure(items: Iterable[Reading | Failure], least: float) -> Iterator[Reading | Failure]:
    """Yield the items, each reading without the statements that are less sure."""
    from gofteh.pipeline import surest
    from gofteh.records import Failure

    return (i if isinstance(i, Failure) or not least else surest(i, least) for i in items)
