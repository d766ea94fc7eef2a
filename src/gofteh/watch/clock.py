"""The time as the watch sees it: tests pass in another."""

from __future__ import annotations

import queue
import time
from typing import Generic, Protocol, TypeVar

Message = TypeVar("Message")

# Nobody waits longer without looking around.
_LONGEST = 3600.0


class Inbox(Generic[Message]):
    """What comes in while the watch waits; anybody may put in, signal handlers too."""

    def __init__(self) -> None:
        self._queue: queue.SimpleQueue[Message] = queue.SimpleQueue()

    def put(self, message: Message) -> None:
        """Hand a message in."""
        self._queue.put(message)

    def get(self, seconds: float) -> Message | None:
        """Return the next message; ``None`` where none comes in time."""
        try:
            return self._queue.get(timeout=max(seconds, 0.0))
        except queue.Empty:
            return None


class Clock(Protocol):
    """Tells the time in seconds since 1970, and waits."""

    def now(self) -> float:
        """Return the time."""

    def wait(self, inbox: Inbox[Message], until: float, *, busy: bool) -> Message | None:
        """Return the next message, or ``None`` when it is ``until``.

        ``busy`` says that an answer is on its way: a clock that leaps must not leap over it.
        """


class SystemClock:
    """The clock on the wall."""

    def now(self) -> float:
        """Return the time."""
        return time.time()

    def wait(self, inbox: Inbox[Message], until: float, *, busy: bool) -> Message | None:  # noqa: ARG002
        """Return the next message, or ``None`` when it is ``until``."""
        return inbox.get(min(until - time.time(), _LONGEST))
