"""Work on items in order, by one process or several, with only a few items held at a time.

Where the process that works on an item dies, that item alone fails. The processes end with the one
that started them, however that one ends.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import partial
from multiprocessing.connection import wait
from typing import Generic, TypeVar

Given = TypeVar("Given")
Made = TypeVar("Made")
Answer = TypeVar("Answer")

# A batch of items ends at so many items or characters: small enough to be held in memory, large
# enough that sending it costs little.
_BATCH_ITEMS = 16
_BATCH_CHARACTERS = 200_000

# Batches sent out, for each process: one in work, one waiting, one finished.
_AHEAD = 3


@dataclass(frozen=True, slots=True)
class Task(Generic[Given, Made]):
    """What is done with each item; every function must be importable by name.

    ``work`` returns the result; ``died`` returns what takes its place where the process that worked
    on the item died; ``characters`` returns how long an item is.
    """

    work: Callable[[Given], Made]
    died: Callable[[Given], Made]
    characters: Callable[[Given], int]


def cores() -> int:
    """Return how many cores this process may use: more processes than that are of no use."""
    if hasattr(os, "sched_getaffinity"):  # not on macOS
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def in_order(task: Task[Given, Made], items: Iterable[Given], jobs: int) -> Iterator[Made]:
    """Yield the result of every item, in order; ``jobs`` above 1 share the work.

    There are never more processes than cores, but two where two are asked for. Raises what
    ``task.work`` raises.
    """
    jobs = min(jobs, max(2, cores()))
    if jobs == 1:
        yield from map(task.work, items)
        return
    pool = _Pool(jobs, task)
    try:
        yield from _results(_batches(items, task.characters), pool, jobs * _AHEAD)
    finally:
        pool.stop()


def _batches(items: Iterable[Given], characters: Callable[[Given], int]) -> Iterator[list[Given]]:
    batch: list[Given] = []
    size = 0
    for item in items:
        batch.append(item)
        size += characters(item)
        if len(batch) >= _BATCH_ITEMS or size >= _BATCH_CHARACTERS:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _work_on(batch: list[Given], work: Callable[[Given], Made]) -> list[Made]:
    return [work(item) for item in batch]


# A batch that was sent to a process, and its result to come.
Sent = tuple[list[Given], "Future[list[Made]]"]


def _results(
    batches: Iterator[list[Given]], pool: _Pool[Given, Made], ahead: int
) -> Iterator[Made]:
    """Yield the results in order, with at most ``ahead`` batches sent out."""
    sent: deque[Sent[Given, Made]] = deque()
    for batch in batches:
        sent.append((batch, pool.submit(batch)))
        if len(sent) >= ahead:
            yield from _first_result(sent, pool)
    while sent:
        yield from _first_result(sent, pool)


def _first_result(sent: deque[Sent[Given, Made]], pool: _Pool[Given, Made]) -> list[Made]:
    """Wait for the batch that was sent first."""
    batch, future = sent.popleft()
    try:
        return future.result()
    except BrokenProcessPool:
        # A process died, and with it all batches that were sent are lost. The items of this one go
        # alone now, so that the one at fault is known; the other batches are sent again.
        pool.restart()
        results = [pool.alone(item) for item in batch]
        pool.restart()
        again = [(other, pool.submit(other)) for other, _ in sent]
        sent.clear()
        sent.extend(again)
        return results


class _Pool(Generic[Given, Made]):
    """A process pool that can be replaced when a process of it has died.

    All that starts or ends processes is done by one thread, the keeper. A stop signal raises in
    the main thread, wherever that is: there it can never cut the start of a process in two, which
    would leave a child that complains of half a message.
    """

    def __init__(self, jobs: int, task: Task[Given, Made]) -> None:
        self._jobs = jobs
        self._task = task
        self._broken = False
        self._keeper = ThreadPoolExecutor(1, "gofteh-pool", initializer=_keep_signals_out)
        self._executor = self._keeper.submit(self._new).result()

    def submit(self, batch: list[Given]) -> Future[list[Made]]:
        """Send a batch to a process. Whether a process has died shows in the future's result."""
        try:
            return self._sent(partial(_work_on, batch, self._task.work))
        except BrokenProcessPool as error:
            # Reported like a death during the work: the batch then goes item by item.
            broken: Future[list[Made]] = Future()
            broken.set_exception(error)
            return broken

    def alone(self, item: Given) -> Made:
        """Return the result of an item that is alone in the pool."""
        if self._broken:
            self.restart()
        try:
            return self._sent(partial(self._task.work, item)).result()
        except BrokenProcessPool:
            self._broken = True
            return self._task.died(item)

    def restart(self) -> None:
        """Replace the processes."""
        self._keeper.submit(self._replace).result()

    def stop(self) -> None:
        """End all processes at once; work that is not done is dropped.

        The keeper ends them even where a signal raises while the caller waits for it.
        """
        self._keeper.submit(self._end)
        self._keeper.shutdown()

    def _sent(self, work: Callable[[], Answer]) -> Future[Answer]:
        return self._keeper.submit(self._send, work).result()

    # What follows is the keeper's alone.

    def _send(self, work: Callable[[], Answer]) -> Future[Answer]:
        return self._executor.submit(work)  # starts a process where none is free

    def _replace(self) -> None:
        self._executor.shutdown(wait=False, cancel_futures=True)
        self._executor = self._new()

    def _end(self) -> None:
        # Public as kill_workers() from Python 3.14 on.
        for process in list((self._executor._processes or {}).values()):
            process.kill()
        self._executor.shutdown(wait=True, cancel_futures=True)

    def _new(self) -> ProcessPoolExecutor:
        self._broken = False
        # Fresh processes: a fork would copy the locks of the thread that draws the progress.
        context = multiprocessing.get_context("spawn")
        return ProcessPoolExecutor(self._jobs, mp_context=context, initializer=_begin)


# A terminal sends these to a command and to all its processes; the command stops the pool.
_OF_A_TERMINAL = {getattr(signal, name) for name in ("SIGINT", "SIGHUP") if hasattr(signal, name)}


def _keep_signals_out() -> None:
    """Block a terminal's signals in this thread: processes that it starts inherit that.

    So Ctrl-C does not reach a process before `_begin` has it ignored.
    """
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_BLOCK, _OF_A_TERMINAL)


def _begin() -> None:
    """Leave signals of a terminal to the parent, which stops the pool; end where it has died."""
    for number in _OF_A_TERMINAL:
        signal.signal(number, signal.SIG_IGN)
    threading.Thread(target=_die_with_parent, daemon=True).start()


def _die_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
