"""``gofteh repair``: Persian text in, repaired text out."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import islice
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
    watched,
)
from gofteh.cli.pace import Pace
from gofteh.cli.resuming import Resume, resumed
from gofteh.report.packing import packing_of
from gofteh.text.levels import Digits, Level, Style

if TYPE_CHECKING:
    from gofteh.batch.repairing import Item, RepairedItem, RepairOptions
    from gofteh.report.draft import Draft


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
            help="Write here, whole or not at all; a .parquet takes articles, .gz and .zst pack.",
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
    resume: Resume = False,
) -> None:
    """Repair Persian text and say exactly what was changed.

    A plain file keeps its lines. Exits with 0 when all was repaired, with 1 when some items
    failed (each is named), with 2 when it could not start.
    """
    from gofteh.batch.repairing import RepairOptions

    with ending_well():
        require_inputs(inputs)
        _require_other_files(inputs, out, edits_to)
        _require_articles(inputs, out)
        _require_one_draft(out, edits_to, resume=resume)
        options = RepairOptions(level, digits, style, with_edits=edits or edits_to is not None)
        target = _Target(inputs, out, edits_to, edits, resume)
        failed = _run(target, options, processes(jobs))
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
    from gofteh.batch.repairing import is_plain

    if out and _is_table(out) and any(map(is_plain, inputs)):
        raise CannotStartError("a Parquet file takes articles, not plain lines. Write to a .txt.")


def _require_one_draft(out: Path | None, edits_to: Path | None, *, resume: bool) -> None:
    if resume and (edits_to or (out and _is_table(out))):
        raise CannotStartError(
            "--resume goes on with one file of lines: leave --edits-to out, and write no Parquet."
        )


@dataclass(frozen=True, slots=True)
class _Target:
    """What is repaired, and where it goes; ``edits`` are written instead of the text."""

    inputs: list[str]
    out: Path | None
    edits_to: Path | None
    edits: bool
    resume: bool


def _run(target: _Target, options: RepairOptions, jobs: int) -> int:
    from gofteh.batch.repairing import repair_all

    shown = target.out is not None or not sys.stdout.isatty()
    try:
        with ExitStack() as stack:
            draft = _draft(stack, target, options) if target.resume else None
            write = _writer(stack, target, draft)
            sidecar = _stream(stack, target.edits_to) if target.edits_to else None
            begun, failed = (draft.items, draft.failed) if draft else (0, 0)
            pace = Pace(begun=begun)
            items = islice(_items(target.inputs, pace, shown=shown), begun, None)
            counter = stack.enter_context(progress("texts", shown=shown, pace=pace))
            for repaired in counter.over(repair_all(items, options, jobs)):
                whole = _is_whole(repaired)
                if whole:
                    write(repaired)
                if whole and sidecar:
                    sidecar.write(repaired.edits)
                failed += not whole
                if draft:
                    draft.done(failed=not whole)
            if draft and target.out:
                draft.finish(target.out)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise CannotStartError(f"cannot write the output: {error}") from error
    return failed


def _draft(stack: ExitStack, target: _Target, options: RepairOptions) -> Draft:
    task = {
        "level": options.level.value,
        "digits": options.digits.value,
        "style": options.style.value,
        "edits": target.edits,
    }
    packing = packing_of(target.out) if target.out else None
    return stack.enter_context(resumed(target.out, target.inputs, task, packing))


def _writer(
    stack: ExitStack, target: _Target, draft: Draft | None
) -> Callable[[RepairedItem], object]:
    """Return what writes an item: to a table of articles, or as lines."""
    if draft is None and target.out and _is_table(target.out):
        from gofteh.cli.repaired_table import RepairedTable

        table = RepairedTable(_stream(stack, target.out))
        stack.callback(table.close)
        return table.write
    lines = draft or _stream(stack, target.out)
    return lambda repaired: lines.write(repaired.edits if target.edits else repaired.data)


def _is_table(path: Path) -> bool:
    return path.suffix.lower() == ".parquet"


def _stream(stack: ExitStack, path: Path | None) -> BinaryIO:
    from gofteh.cli.output import streamed_stdout
    from gofteh.report.output import whole_file

    return stack.enter_context(whole_file(path) if path else streamed_stdout())


def _items(inputs: list[str], pace: Pace, *, shown: bool) -> Iterator[Item]:
    """Yield blocks of plain lines, articles and failures of the inputs, in order.

    Where a person watches, the pace is told how far they are read.
    """
    from gofteh.batch.repairing import is_plain, plain_blocks
    from gofteh.read import ReadOptions, read_articles
    from gofteh.read.errors import ReadError
    from gofteh.read.sources import open_file, size_of

    options = ReadOptions()
    if watched(shown=shown):
        pace.total = size_of(inputs)
        options = ReadOptions(told=pace.has_read)
    for name in inputs:
        if not is_plain(name):
            yield from read_articles([name], options=options)
            continue
        try:
            if name == "-":
                yield from plain_blocks(sys.stdin.buffer)
            else:
                with open_file(name, options) as stream:
                    yield from plain_blocks(stream)
        except ReadError as error:
            yield error.failure(name)


def _is_whole(repaired: RepairedItem) -> bool:
    """Whether an item was repaired; a failed one is named."""
    from gofteh.records import Failure

    if isinstance(repaired.item, Failure):
        say(f"gofteh: {repaired.item.item}: {repaired.item.message} [{repaired.item.code}]")
        return False
    return True
