"""Work on items in order, by one process or several, with only a few items held at a time."""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from typing import TypeVar

from gofteh.cli.workers import leave_interrupts

Given = TypeVar("Given")
Made = TypeVar("Made")

# Items in flight a process: one in work, one ready, one finished.
_AHEAD = 3


def in_order(work: Callable[[Given], Made], items: Iterable[Given], jobs: int) -> Iterator[Made]:
    """Yield ``work(item)`` for every item, in order; ``jobs`` above 1 share it among processes.

    ``work`` must be importable by name. Raises what it raises, and ``BrokenProcessPool`` where
    a process died.
    """
    if jobs == 1:
        yield from map(work, items)
        return
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(jobs, mp_context=context, initializer=leave_interrupts)
    flights: deque[Future[Made]] = deque()
    try:
        for item in items:
            flights.append(pool.submit(work, item))
            if len(flights) >= jobs * _AHEAD:
                yield flights.popleft().result()
        while flights:
            yield flights.popleft().result()
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
