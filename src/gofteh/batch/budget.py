"""A time budget for one article: what takes longer ends with an error, and the next one is read."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from gofteh.errors import GoftehError

# A long article takes a second; this ends what would take for ever.
ARTICLE_SECONDS = 60.0


class BudgetError(GoftehError):
    """An article that takes longer than its time."""


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Raise `BudgetError` in the block once so many seconds have gone by.

    By a signal of the system, which reaches regular expressions at work, too. Signals go to a
    process's main thread: in any other, and on systems without them, there is no limit. Nor is
    there one where the one clock of the process runs already: a command that was told to stop
    repeats that by it.
    """
    if not _has_the_clock():
        yield
        return

    def over(_number: int, _frame: FrameType | None) -> None:
        raise BudgetError(f"it takes longer than {seconds:g} seconds")

    before = signal.signal(signal.SIGALRM, over)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        if signal.getsignal(signal.SIGALRM) is over:  # nobody has taken the clock since
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, before)


def _has_the_clock() -> bool:
    if not hasattr(signal, "setitimer"):
        return False
    if threading.current_thread() is not threading.main_thread():
        return False
    return signal.getitimer(signal.ITIMER_REAL)[0] == 0
