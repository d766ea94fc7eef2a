"""A command that is told to stop cleans up and ends: Ctrl-C, SIGTERM and SIGHUP alike."""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from types import FrameType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sys import UnraisableHookArgs

# A signal that is ignored (in the background, under nohup) stays so.
_SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP")
# Seconds until a stop that came to nothing is raised again.
_AGAIN = 1.0


class Stopped(KeyboardInterrupt):
    """The command was told to stop, by a signal of this number."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.signal = number


@contextmanager
def stoppable() -> Iterator[None]:
    """Raise `Stopped` in the block for every signal that asks a command to end.

    An exception that falls into a callback of the interpreter (those of an import's locks, say)
    is lost there, and the command would wait for its input for ever: so it is raised again
    until it unwinds. Does nothing outside of the main thread, where signals do not arrive.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    numbers = [getattr(signal, name) for name in _SIGNALS if hasattr(signal, name)]
    before = {number: signal.getsignal(number) for number in numbers}
    taken = {number: old for number, old in before.items() if old is not signal.SIG_IGN}
    stop, told = _Stop(), sys.unraisablehook
    for number in taken:
        signal.signal(number, stop.now)
    sys.unraisablehook = partial(_tell_but_stops, told)
    try:
        yield
    finally:
        stop.end()
        sys.unraisablehook = told
        for number, old in taken.items():
            signal.signal(number, old)


def _tell_but_stops(tell: Callable[[UnraisableHookArgs], Any], lost: UnraisableHookArgs) -> None:
    """Tell of an exception that was lost in a callback, unless it is a stop: that comes again."""
    if not isinstance(lost.exc_value, Stopped):
        tell(lost)


class _Stop:
    """What the signals call, and the alarm that repeats it."""

    def __init__(self) -> None:
        self._number = 0

    def now(self, number: int, _frame: FrameType | None) -> None:
        """Take a signal."""
        self._number = self._number or number
        if hasattr(signal, "setitimer"):
            signal.signal(signal.SIGALRM, self._again)
            signal.setitimer(signal.ITIMER_REAL, _AGAIN, _AGAIN)
        self._raise()

    def _again(self, _number: int, _frame: FrameType | None) -> None:
        self._raise()

    def _raise(self) -> None:
        """Raise, unless what was raised before is just being cleaned up after.

        The cleaning may be in the midst of an error of its own.
        """
        error = sys.exc_info()[1]
        while error is not None:
            if isinstance(error, (Stopped, GeneratorExit)):
                return
            error = error.__context__
        raise Stopped(self._number)

    def end(self) -> None:
        """Raise nothing any more."""
        if self._number and hasattr(signal, "setitimer"):
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, signal.SIG_DFL)
