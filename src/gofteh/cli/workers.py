"""Articles through the extraction, one after another or on several processes.

The order of the input is kept and only a few batches are held at a time. What goes wrong with
one article, even a crash of the process that reads it, becomes that article's `Failure`.
"""

from __future__ import annotations

import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

from gofteh.records import Article, Failure, Reading

Item = Article | Failure
Result = Reading | Failure
Work = Callable[[Article], Reading]

# A batch ends at so many articles or characters: small enough to hold, large enough to send.
_BATCH_ARTICLES = 16
_BATCH_CHARACTERS = 200_000

# Batches in flight a process: one in work, one ready, one finished.
_AHEAD = 3


def extract_article(
    article: Article, *, explain: bool = False, repaired: str | None = None
) -> Reading:
    """Return the reading of one article; the extraction is imported at the first one."""
    from gofteh.pipeline import extract

    return extract(article, explain=explain, repaired=repaired)


def read_all(
    items: Iterable[Item], jobs: int = 1, work: Work = extract_article
) -> Iterator[Result]:
    """Yield a reading for every article and every failure as it came, in order.

    With ``jobs`` above 1 as many processes share the work.
    """
    if jobs == 1:
        yield from (_attempt(item, work) for item in items)
        return
    pool = _Pool(jobs, work)
    try:
        yield from _in_order(_batches(items), pool, jobs * _AHEAD)
    finally:
        pool.stop()


def _attempt(item: Item, work: Work) -> Result:
    if isinstance(item, Failure):
        return item
    try:
        return work(item)
    except Exception as error:  # whatever one article does, the batch goes on
        message = f"extraction failed: {type(error).__name__}: {error}"
        return Failure(item.key, "extraction-failed", message, item.key)


def _attempt_batch(batch: list[Item], work: Work) -> list[Result]:
    return [_attempt(item, work) for item in batch]


def _batches(items: Iterable[Item]) -> Iterator[list[Item]]:
    batch: list[Item] = []
    size = 0
    for item in items:
        batch.append(item)
        size += len(item.text) if isinstance(item, Article) else 0
        if len(batch) >= _BATCH_ARTICLES or size >= _BATCH_CHARACTERS:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


Flight = tuple[list[Item], "Future[list[Result]]"]


def _in_order(batches: Iterator[list[Item]], pool: _Pool, ahead: int) -> Iterator[Result]:
    flights: deque[Flight] = deque()
    for batch in batches:
        flights.append((batch, pool.submit(batch)))
        if len(flights) >= ahead:
            yield from _land(flights, pool)
    while flights:
        yield from _land(flights, pool)


def _land(flights: deque[Flight], pool: _Pool) -> list[Result]:
    batch, future = flights.popleft()
    try:
        return future.result()
    except BrokenProcessPool:
        # A process died and took all batches in flight along. Each article of this batch goes
        # alone now, so that the one at fault is known; the other batches start anew.
        pool.restart()
        results = pool.one_by_one(batch)
        pool.restart()
        flights_again = [(other, pool.submit(other)) for other, _ in flights]
        flights.clear()
        flights.extend(flights_again)
        return results


class _Pool:
    """A process pool that can be replaced when a process of it has died."""

    def __init__(self, jobs: int, work: Work) -> None:
        self._jobs = jobs
        self._work = work
        self._broken = False
        self._executor = self._new(jobs)

    def submit(self, batch: list[Item]) -> Future[list[Result]]:
        """Send a batch to a process; a pool found broken shows in the future's result."""
        try:
            return self._executor.submit(_attempt_batch, batch, self._work)
        except BrokenProcessPool as error:
            # Reported like a death during the work: the batch is then read article by article.
            broken: Future[list[Result]] = Future()
            broken.set_exception(error)
            return broken

    def one_by_one(self, batch: list[Item]) -> list[Result]:
        """Return the results of a batch, each article alone in a process."""
        return [result for item in batch for result in self._alone(item)]

    def _alone(self, item: Item) -> list[Result]:
        if isinstance(item, Failure):
            return [item]
        if self._broken:
            self.restart()
        try:
            return self._executor.submit(_attempt_batch, [item], self._work).result()
        except BrokenProcessPool:
            self._broken = True
            message = "extraction failed: the process that read this article died"
            return [Failure(item.key, "worker-died", message, item.key)]

    def restart(self) -> None:
        """Replace the processes."""
        self._executor.shutdown(wait=False, cancel_futures=True)
        self._executor = self._new(self._jobs)

    def stop(self) -> None:
        """End all processes; work that has not begun is dropped."""
        self._executor.shutdown(wait=True, cancel_futures=True)

    def _new(self, jobs: int) -> ProcessPoolExecutor:
        self._broken = False
        # Fresh processes: a fork would copy the locks of the thread that draws the progress.
        context = multiprocessing.get_context("spawn")
        return ProcessPoolExecutor(jobs, mp_context=context, initializer=leave_interrupts)


def leave_interrupts() -> None:
    """Leave Ctrl-C to the parent, which stops the pool."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
