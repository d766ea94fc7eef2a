"""What all commands share: how they end, what they say, what they show while working."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from enum import IntEnum
from pathlib import Path
from typing import TypeVar

import typer

from gofteh.cli.pace import Pace
from gofteh.cli.stopping import Stopped, stoppable
from gofteh.errors import GoftehError
from gofteh.extras import MissingExtraError, missing_extra

Item = TypeVar("Item")


class Exit(IntEnum):
    """The exit codes of every command; the last two are what a shell would report."""

    DONE = 0
    SOME_FAILED = 1
    CANNOT_START = 2
    INTERRUPTED = 130
    PIPE_CLOSED = 141


class CannotStartError(GoftehError):
    """The command cannot do what was asked; the message says what to do instead."""


def say(message: str) -> None:
    """Write one line to standard error, harmless for a terminal."""
    from gofteh.passwords import without_passwords
    from gofteh.report.wellformed import one_line

    typer.echo(one_line(without_passwords(message)), err=True)


@contextmanager
def ending_well() -> Iterator[None]:
    """Turn the ways in which a command can end early into their exit codes."""
    try:
        with stoppable():
            yield
    except (CannotStartError, MissingExtraError) as error:
        say(f"gofteh: {error}")
        raise typer.Exit(Exit.CANNOT_START) from error
    except ImportError as error:
        told = missing_extra(error)
        if told is None:
            raise
        say(f"gofteh: {told}")
        raise typer.Exit(Exit.CANNOT_START) from error
    except Stopped as stopped:
        say("gofteh: interrupted")
        raise typer.Exit(128 + stopped.signal) from None
    except KeyboardInterrupt:
        say("gofteh: interrupted")
        raise typer.Exit(Exit.INTERRUPTED) from None
    except BrokenPipeError:
        _forget_stdout()
        raise typer.Exit(Exit.PIPE_CLOSED) from None


def _forget_stdout() -> None:
    """Let Python's last flush of standard output go nowhere: its reader has left."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def processes(jobs: int) -> int:
    """Return how many processes work where ``--jobs`` asks for so many: at most one a core."""
    from gofteh.batch.pool import cores

    most = cores()
    if jobs > most:
        say(f"gofteh: --jobs {jobs}: there are {most} cores, so {most} processes work")
    return min(jobs, most) or most


def require_inputs(inputs: Iterable[str]) -> None:
    """Raise `CannotStartError` naming every input that is neither there, a URL nor ``-``."""
    missing = [name for name in inputs if not _may_be_read(name)]
    if missing:
        raise CannotStartError(
            f"no such file or folder: {', '.join(missing)}. Check the path; "
            "use - for standard input, or a URL that begins with http:// or https://."
        )


def _may_be_read(name: str) -> bool:
    if name == "-" or name.lower().startswith(("http://", "https://")):
        return True
    try:
        return Path(name).exists()
    except (OSError, ValueError):  # a name too long, or with a NUL, names no file
        return False


def watched(*, shown: bool) -> bool:
    """Whether a person sees a moving line: on standard error, where ``shown`` allows one."""
    return shown and sys.stderr.isatty()


@contextmanager
def progress(label: str, *, shown: bool, pace: Pace | None = None) -> Iterator[Progress]:
    """Yield a counter that a person sees on standard error, if ``shown`` and one watches."""
    if not watched(shown=shown):
        yield Progress()
        return
    from gofteh.cli.live import live_counter

    with live_counter(label, pace or Pace()) as advance:
        yield Progress(advance)


class Progress:
    """Counts items as they pass."""

    def __init__(self, advance: Callable[[], None] | None = None) -> None:
        self._advance = advance

    def over(self, items: Iterable[Item]) -> Iterator[Item]:
        """Yield the items, counting each when it has been dealt with."""
        for item in items:
            yield item
            if self._advance:
                self._advance()
