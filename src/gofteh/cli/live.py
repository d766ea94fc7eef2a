"""The line that moves while a person watches."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import (
    MofNCompleteColumn,
    Progress,
    SpinnerColumn,
    Task,
    TextColumn,
    TimeElapsedColumn,
)
from rich.text import Text

from gofteh.cli.pace import Pace


class _PaceColumn(TextColumn):
    """How fast it goes, and what is left."""

    def __init__(self, pace: Pace) -> None:
        super().__init__("")
        self._pace = pace

    def render(self, task: Task) -> Text:
        return Text(self._pace.told(task.elapsed or 0.0))


@contextmanager
def live_counter(label: str, pace: Pace) -> Iterator[Callable[[], None]]:
    """Yield a function that counts one item on; the line vanishes at the end."""
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        _PaceColumn(pace),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as shown:
        task = shown.add_task(label, total=None, completed=pace.begun)

        def count() -> None:
            pace.done()
            shown.advance(task)

        yield count
