"""A time budget for one article: one that takes longer fails, and the next one is extracted."""

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

    By a signal of the system, which interrupts even a regular expression at work. Signals reach
    only a process's main thread: in any other, and on systems without them, there is no limit. Nor
    is there one where the process's only timer runs already, as in a command that was told to stop.
    """
    if not _timer_is_free():
        yield
        return

    def over(_number: int, _frame: FrameType | None) -> None:
        raise BudgetError(f"it takes longer than {seconds:g} seconds")

    before = signal.signal(signal.SIGALRM, over)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        if signal.getsignal(signal.SIGALRM) is over:  # the timer is still ours
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, before)


def _timer_is_free() -> bool:
    if not hasattr(signal, "setitimer"):
        return False
    if threading.current_thread() is not threading.main_thread():
        return False
    return signal.getitimer(signal.ITIMER_REAL)[0] == 0
