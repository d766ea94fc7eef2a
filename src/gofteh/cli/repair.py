"""``gofteh repair``: Persian text in, repaired text out."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO

import typer

from gofteh.cli.console import (
    CannotStartError,
    Exit,
    ending_well,
    processes,
    progress,
    require_inputs,
    say,
)
from gofteh.text.levels import Digits, Level, Style

if TYPE_CHECKING:
    from gofteh.batch.mending import How, Item, Mended


def repair_command(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="INPUT…",
            help="Plain text (.txt, or - for standard input), line by line; or articles as for "
            "extract, written as JSON lines.",
        ),
    ],
    out: Annotated[
        Path | None,
        typer.Option(
            "--out",
            "-o",
            metavar="FILE",
            help="Write here, whole or not at all; a .parquet takes articles.",
        ),
    ] = None,
    level: Annotated[Level, typer.Option(help="How bold; each does what the ones before do.")] = (
        Level.SPACING
    ),
    digits: Annotated[
        Digits, typer.Option(help="Which digits to write; arabic: only Arabic ones become Persian.")
    ] = Digits.ARABIC,
    style: Annotated[
        Style, typer.Option(help="The Academy's orthography, or that of most newsrooms.")
    ] = Style.ACADEMY,
    edits: Annotated[
        bool, typer.Option("--edits", help="Write a JSON object a text: text and edits.")
    ] = False,
    edits_to: Annotated[
        Path | None,
        typer.Option("--edits-to", metavar="FILE", help="Write those objects to FILE beside."),
    ] = None,
    jobs: Annotated[
        int, typer.Option("--jobs", "-j", min=0, help="Processes; 0 for one a core.")
    ] = 1,
) -> None:
    """Repair Persian text and say exactly what was changed.

    A plain file keeps its lines. Exits with 0 when all was repaired, with 1 when some items
    failed (each is named), with 2 when it could not start.
    """
    from gofteh.batch.mending import How

    with ending_well():
        require_inputs(inputs)
        _require_other_files(inputs, out, edits_to)
        _require_articles(inputs, out)
        how = How(level, digits, style, with_edits=edits or edits_to is not None)
        failed = _run(inputs, out, edits_to, how, edits, processes(jobs))
    raise typer.Exit(Exit.SOME_FAILED if failed else Exit.DONE)


def _require_other_files(inputs: list[str], *targets: Path | None) -> None:
    for target in targets:
        if target is None:
            continue
        if not target.resolve().parent.is_dir():
            raise CannotStartError(f"the folder of {target} does not exist. Make it first.")
        same = target.is_file() and any(
            Path(name).is_file() and target.samefile(name) for name in inputs
        )
        if target.is_dir() or same:
            raise CannotStartError(f"{target} is a folder or an input. Write to another file.")


def _require_articles(inputs: list[str], out: Path | None) -> None:
    from gofteh.batch.mending import is_plain

    if out and _is_table(out) and any(map(is_plain, inputs)):
        raise CannotStartError("a Parquet file takes articles, not plain lines. Write to a .txt.")


def _run(
    inputs: list[str],
    out: Path | None,
    edits_to: Path | None,
    how: How,
    edits: bool,
    jobs: int,
) -> int:
    from gofteh.batch.mending import mend_all

    failed = 0
    shown = out is not None or not sys.stdout.isatty()
    try:
        with ExitStack() as stack:
            write = _writer(stack, out, edits)
            sidecar = _stream(stack, edits_to) if edits_to else None
            counter = stack.enter_context(progress("texts", shown=shown))
            for mended in counter.over(mend_all(_items(inputs), how, jobs)):
                if not _is_whole(mended):
                    failed += 1
                    continue
                write(mended)
                if sidecar:
                    sidecar.write(mended.edits)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise CannotStartError(f"cannot write the output: {error}") from error
    return failed


def _writer(stack: ExitStack, out: Path | None, edits: bool) -> Callable[[Mended], object]:
    """Return what writes an item: to a table of articles, or as lines."""
    target = _stream(stack, out)
    if out and _is_table(out):
        from gofteh.cli.mended_table import MendedTable

        table = MendedTable(target)
        stack.callback(table.close)
        return table.write
    return lambda mended: target.write(mended.edits if edits else mended.data)


def _is_table(path: Path) -> bool:
    return path.suffix.lower() == ".parquet"


def _stream(stack: ExitStack, path: Path | None) -> BinaryIO:
    from gofteh.cli.output import streamed_stdout
    from gofteh.report.output import whole_file

    return stack.enter_context(whole_file(path) if path else streamed_stdout())


def _items(inputs: list[str]) -> Iterator[Item]:
    """Yield blocks of plain lines, articles and failures of the inputs, in order."""
    from gofteh.batch.mending import ReadError, is_plain, plain_blocks
    from gofteh.read import ReadOptions, read_articles

    for name in inputs:
        if not is_plain(name):
            yield from read_articles([name], options=ReadOptions())
            continue
        try:
            if name == "-":
                yield from plain_blocks(sys.stdin.buffer)
            else:
                with Path(name).open("rb") as stream:
                    yield from plain_blocks(stream)
        except ReadError as error:
            yield error.failure(name)


def _is_whole(mended: Mended) -> bool:
    """Whether an item was repaired; a failed one is named."""
    from gofteh.records import Failure

    if isinstance(mended.item, Failure):
        say(f"gofteh: {mended.item.item}: {mended.item.message} [{mended.item.code}]")
        return False
    return True
