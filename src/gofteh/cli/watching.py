"""The table of a watch in the terminal."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console, Group
from rich.live import Live
from rich.table import Table
from rich.text import Text

from gofteh.report.wellformed import one_line
from gofteh.store.database import Database
from gofteh.watch.status import Status, status

# The table is drawn anew no more often than this, in seconds.
_EVERY = 2.0
# Columns: of a table in no terminal, and of an address at least.
_WIDE, _SOURCE = 200, 24


@contextmanager
def live_status(db: Database) -> Iterator[Callable[[str, str], None]]:
    """Yield what is told of events: the table follows, the last event stands under it."""
    drawn = 0.0
    with Live(_table(status(db)), console=Console(stderr=True), auto_refresh=False) as live:

        def tell(url: str, message: str) -> None:
            nonlocal drawn
            if time.monotonic() - drawn >= _EVERY:
                drawn = time.monotonic()
                last = Text(one_line(f"{url}: {message}"), overflow="ellipsis", no_wrap=True)
                live.update(Group(_table(status(db)), last), refresh=True)

        yield tell
        live.update(_table(status(db)), refresh=True)


def print_status(db: Database) -> None:
    """Print the table to standard output."""
    console = Console()
    if not console.is_terminal:  # a file has no width
        console = Console(width=_WIDE)
    console.print(_table(status(db)))


def _table(found: Status) -> Table:
    table = Table(title=f"{len(found.sources)} sources, {found.requests} requests", box=None)
    table.add_column("source", overflow="fold", min_width=_SOURCE)
    for name in ("read", "wait", "given up", "asked", "failed"):
        table.add_column(name, justify="right", overflow="fold")
    for name in ("last answer", "next"):
        table.add_column(name, no_wrap=True)
    table.add_column("problem", overflow="fold")
    for one in found.sources:
        numbers = (one.read, one.waiting, one.given_up, one.asked, one.failed)
        table.add_row(
            Text(one_line(one.url)),
            *map(str, numbers),
            _moment(one.fine_at),
            _moment(one.next_at),
            Text(one_line(one.problem or "")),
        )
    return table


def _moment(seconds: float | None) -> str:
    if seconds is None:
        return "never"
    return f"{dt.datetime.fromtimestamp(seconds).astimezone():%Y-%m-%d %H:%M}"
