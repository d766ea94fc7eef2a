"""Articles of all inputs through some work into one output: how ``extract`` and ``read`` run."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from gofteh.cli.console import CannotStartError, progress, say, watched
from gofteh.cli.pace import Pace
from gofteh.cli.resuming import resumed
from gofteh.extras import MissingExtraError

if TYPE_CHECKING:
    from gofteh.formats import Format, Writer
    from gofteh.read import ReadOptions
    from gofteh.records import Article, Failure, Reading

    Item: TypeAlias = Article | Failure
    Written: TypeAlias = Reading | Article | Failure


@dataclass(frozen=True, slots=True)
class Run:
    """What is read, and where it goes.

    ``task`` is what was asked for where the run may be gone on with after an interruption, and
    ``None`` where not; ``extracts`` says whether statements are found on the way.
    """

    inputs: list[str]
    out: Path | None
    form: Format
    reading: ReadOptions
    with_text: bool = False
    task: Mapping[str, Any] | None = None
    extracts: bool = True


def run_over(run: Run, work: Callable[[Iterable[Item]], Iterator[Written]]) -> int:
    """Read all inputs, do the work and write what comes of it; return how many items failed."""
    try:
        with ExitStack() as stack:
            writer, begun, failed = _opened(run, stack)
            tally = Tally(failed, extracts=run.extracts)
            # A moving line would be torn by results that go to the same terminal.
            shown = run.out is not None or not sys.stdout.isatty()
            pace = Pace(begun=begun)
            items = islice(_articles(run, pace, tally, shown=shown), begun, None)
            counter = stack.enter_context(progress("articles", shown=shown, pace=pace))
            for item in counter.over(tally.over(work(items))):
                writer.write(item)
    except (BrokenPipeError, MissingExtraError):
        raise
    except OSError as error:
        raise CannotStartError(f"cannot write the output: {error}") from error
    tally.conclude(run.out)
    return tally.failed


def _opened(run: Run, stack: ExitStack) -> tuple[Writer, int, int]:
    """Open the output; return its writer, and how many items and failures stand in it already."""
    from gofteh.cli.output import draft_packing, open_writer, resuming_writer

    if run.task is None:
        opened = open_writer(run.out, run.form, with_text=run.with_text)
        return stack.enter_context(opened), 0, 0
    run.form.load()  # what it needs is missed before anything is begun
    packing = draft_packing(run.out, run.form) if run.out else None
    draft = stack.enter_context(resumed(run.out, run.inputs, run.task, packing))
    assert run.out is not None
    drafting = resuming_writer(run.out, run.form, draft, with_text=run.with_text)
    return stack.enter_context(drafting), draft.items, draft.failed


def _articles(run: Run, pace: Pace, tally: Tally, *, shown: bool) -> Iterator[Item]:
    """Yield the articles of all inputs; where a person watches, tell how far they are read."""
    from gofteh.read.apart import read_apart
    from gofteh.read.sources import size_of

    reading = run.reading
    if watched(shown=shown):
        pace.total = size_of(run.inputs)
        reading = replace(reading, told=pace.has_read)
    return read_apart(run.inputs, reading, tally.again)


class Tally:
    """Counts what passes and names each failed item."""

    def __init__(self, failed: int = 0, *, extracts: bool = True) -> None:
        self._extracts = extracts
        self.failed = failed
        self._articles = 0
        self._statements = 0
        self._again = 0

    def over(self, items: Iterable[Written]) -> Iterator[Written]:
        """Yield the items as they are."""
        from gofteh.records import Failure, Reading

        for item in items:
            if isinstance(item, Failure):
                self.failed += 1
                say(f"gofteh: {item.item}: {item.message} [{item.code}]")
            else:
                self._articles += 1
                self._statements += len(item.statements) if isinstance(item, Reading) else 0
            yield item

    def again(self, article: Article) -> None:
        """Count an article that came under the id of an earlier one; name the first of them."""
        self._again += 1
        if self._again == 1:
            say(f"gofteh: {article.origin}: its id stood before in this input; now {article.id}")

    def conclude(self, out: Path | None) -> None:
        """Say what came of it: when something failed, and to a person."""
        if self._again > 1:
            say(f"gofteh: {self._again} articles in all came under the id of an earlier one")
        if self.failed or (out is not None and sys.stderr.isatty()):
            where = f" → {out}" if out else ""
            found = f", {self._statements} statements" if self._extracts else ""
            say(f"{self._articles} articles{found}, {self.failed} failed{where}")
