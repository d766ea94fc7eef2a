"""A time budget for one article: what takes longer ends with an error, and the next one is read."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

# A long article takes a second; this ends what would take for ever.
ARTICLE_SECONDS = 60.0


class BudgetError(Exception):
    """An article that takes longer than its time."""


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Raise `BudgetError` in the block once so many seconds have gone by.

    By a signal of the system, which reaches regular expressions at work, too. Signals go to a
    process's main thread: in any other, and on systems without them, there is no limit.
    """
    if not hasattr(signal, "setitimer") or (
        threading.current_thread() is not threading.main_thread()
    ):
        yield
        return

    def over(_number: int, _frame: FrameType | None) -> None:
        raise BudgetError(f"it takes longer than {seconds:g} seconds")

    before = signal.signal(signal.SIGALRM, over)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
