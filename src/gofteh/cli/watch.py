"""``gofteh watch``: feeds, sitemaps and section pages into a database, for as long as it runs."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from gofteh.cli.console import CannotStartError, Exit, ending_well, say
from gofteh.cli.stores import DEFAULT, Db, Durable, opened
from gofteh.readers import Reader

if TYPE_CHECKING:
    from gofteh.store import Store
    from gofteh.watch.plan import Plan
    from gofteh.watch.watcher import Watcher


def watch_command(
    feeds: Annotated[
        Path | None,
        typer.Argument(metavar="FEEDS", help="A feeds.toml: what is watched, how often."),
    ] = None,
    db: Db = DEFAULT,
    once: Annotated[
        bool, typer.Option("--once", help="Look at each source once, read what is new, end.")
    ] = False,
    status: Annotated[
        bool, typer.Option("--status", help="Show how the watch is doing, ask nobody.")
    ] = False,
    check: Annotated[
        bool, typer.Option("--check", help="Say which sources answer; nothing is kept.")
    ] = False,
    starter: Annotated[
        bool, typer.Option("--starter", help="Print a feeds.toml of Persian outlets to begin with.")
    ] = False,
    reader: Annotated[
        Reader, typer.Option("--reader", help="Who finds statements; grammar is the fastest.")
    ] = Reader.BOTH,
    durable: Durable = False,
) -> None:
    """Watch feeds, sitemaps and section pages, and store who said what, until told to stop.

    Ctrl-C or SIGTERM end it; the next run goes on where this one stopped, a crash included.
    Exits with 0, with 1 where --check found a source that does not answer, with 2 when it could
    not start.
    """
    with ending_well():
        if starter:
            typer.echo(_starter(), nl=False)
        elif status:
            _show_status(db)
        elif feeds is None:
            raise CannotStartError(
                "nothing to watch. Name a feeds.toml; gofteh watch --starter prints one."
            )
        elif check:
            _check(_plan(feeds))
        else:
            _watch(_plan(feeds), db, reader, once=once, durable=durable)


def _starter() -> str:
    from importlib.resources import files

    return (files("gofteh.watch") / "data" / "starter.toml").read_text("utf-8")


def _plan(path: Path) -> Plan:
    from gofteh.watch.plan import PlanError, read_plan

    try:
        return read_plan(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise CannotStartError(f"{path} cannot be read ({error}).") from error
    except PlanError as error:
        raise CannotStartError(f"{path}: {error}") from error


def _watch(plan: Plan, db: str, reader: Reader, *, once: bool, durable: bool) -> None:
    from random import SystemRandom

    from gofteh.batch.extracting import extract_all, extract_article
    from gofteh.text.levels import Level
    from gofteh.watch.clock import SystemClock
    from gofteh.watch.lock import WatchedError, only_watch
    from gofteh.watch.watcher import Watcher

    work = partial(extract_article, repaired=Level.SPACING, reader=reader)
    extract = partial(extract_all, work=work)
    try:
        with opened(db, make=True, durable=durable) as store, only_watch(store.db, db):
            with _told(store, shown=not once) as tell:
                watcher = Watcher(
                    store, plan, extract, clock=SystemClock(), chance=SystemRandom(), tell=tell
                )
                with _stopping(watcher):
                    watcher.run(once=once)
            say(_summary(store))
    except WatchedError as error:
        raise CannotStartError(str(error)) from error


@contextmanager
def _stopping(watcher: Watcher) -> Iterator[None]:
    """Let a signal end the watch between two steps, a second one at once."""
    numbers = [getattr(signal, n) for n in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, n)]
    before = {number: signal.getsignal(number) for number in numbers}

    def stop(number: int, _frame: object) -> None:
        signal.signal(number, before[number])
        watcher.stop()

    for number, old in before.items():
        if old is not signal.SIG_IGN:
            signal.signal(number, stop)
    try:
        yield
    finally:
        for number, old in before.items():
            signal.signal(number, old)


@contextmanager
def _told(store: Store, *, shown: bool) -> Iterator[Callable[[str, str], None]]:
    """Yield what hears of events: a table that moves for a person, lines for a log."""
    if not (shown and sys.stderr.isatty()):
        yield lambda url, message: say(f"{url}: {message}")
        return
    from gofteh.cli.watching import live_status

    with live_status(store.db) as tell:
        yield tell


def _show_status(db: str) -> None:
    from gofteh.cli.watching import print_status

    with opened(db) as store:
        print_status(store.db)


def _summary(store: Store) -> str:
    from gofteh.watch.status import status

    found = status(store.db)
    return (
        f"{sum(one.read for one in found.sources)} articles of {len(found.sources)} sources read, "
        f"{sum(one.waiting for one in found.sources)} wait, "
        f"{sum(one.given_up for one in found.sources)} given up"
    )


def _check(plan: Plan) -> None:
    from gofteh.watch.probe import probe

    failed = False
    for one in probe(plan):
        failed |= one.problem is not None
        moved = f", moved to {one.moved_to}" if one.moved_to else ""
        lists = f", {one.lists} further lists" if one.lists else ""
        told = f"fails: {one.problem}" if one.problem else f"{one.entries} entries{lists}{moved}"
        typer.echo(f"{one.source.url}  {told}")
    if failed:
        raise typer.Exit(Exit.SOME_FAILED)
