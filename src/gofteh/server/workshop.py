"""Processes for heavy and for foreign work: each can be ended, whatever it is doing.

Parsers and extraction keep Python's lock while they work, some of them inside C, where nothing but
the end of the process stops them. So what takes long, or reads what strangers made, is done beside
the server: within a time and a memory limit, and after the server's own work.
"""

from __future__ import annotations

import contextlib
import importlib
import logging
import multiprocessing
import os
import pickle
import signal
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import islice
from multiprocessing.connection import Connection
from typing import Any, TypeVar, cast

import anyio
import anyio.to_thread

from gofteh.errors import GoftehError
from gofteh.records import Article, Failure, Reading

Made = TypeVar("Made")
log = logging.getLogger("gofteh.server")

# A process must be up in so many seconds: it imports the extraction.
_START_SECONDS = 60.0
_KILL_SECONDS = 2.0
# The server's own threads come first.
_NICENESS = 5
# Articles handed out ahead for each process of an ingest.
_AHEAD = 2


class WorkFailedError(GoftehError):
    """A task that came to nothing: a short ``code`` for programs, a message for people."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code, self.message = code, message


class Workshop:
    """Runs tasks in processes, each within ``seconds`` and ``memory`` bytes.

    A task is a function that can be imported by its name, with arguments and results that can be
    pickled. Callers bound how many run at once; a process that is free is used again.
    """

    def __init__(self, seconds: float, memory: int, preload: str = "gofteh.server.warm") -> None:
        self.seconds = seconds
        self._memory, self._preload = memory, preload
        self._lock = threading.Lock()
        self._free: list[_Worker] = []
        self._busy: set[_Worker] = set()
        self._closed = False
        # Threads that only wait for a process; none of those that requests are answered in.
        self._threads = anyio.CapacityLimiter(1000)

    def start(self) -> None:
        """Have a process ready; what the first one costs is paid here."""
        self.run_here(int)

    async def run(self, task: Callable[..., Made], *given: Any) -> Made:
        """Return what a task gives. Raises `WorkFailedError`; when cancelled, ends the process."""
        handle = _Handle()
        try:
            return await anyio.to_thread.run_sync(
                partial(self._run, handle, task, given), limiter=self._threads
            )
        except BaseException:
            handle.end()
            raise

    def run_here(self, task: Callable[..., Made], *given: Any) -> Made:
        """Do the same while the calling thread waits."""
        return self._run(_Handle(), task, given)

    def read_all(
        self, task: Callable[[Article], Reading], items: Iterable[Article | Failure], jobs: int = 1
    ) -> Iterator[Reading | Failure]:
        """Yield a reading for every article and every failure as it came, in order.

        An article on which a process fails, dies or takes too long becomes its own `Failure`.
        """
        waiting = iter(items)
        with ThreadPoolExecutor(jobs, "gofteh-ingest") as threads:
            flights = [threads.submit(self._read, task, i) for i in islice(waiting, jobs * _AHEAD)]
            while flights:
                result = flights.pop(0).result()
                flights += [threads.submit(self._read, task, i) for i in islice(waiting, 1)]
                yield result

    def _read(
        self, task: Callable[[Article], Reading], item: Article | Failure
    ) -> Reading | Failure:
        if isinstance(item, Failure):
            return item
        try:
            return self.run_here(task, item)
        except WorkFailedError as error:
            return Failure(item.key, error.code, error.message, item.key)

    def close(self) -> None:
        """End all processes, those at work too."""
        with self._lock:
            self._closed = True
            workers = [*self._free, *self._busy]
            self._free.clear()
        for worker in workers:
            worker.kill()

    def _run(self, handle: _Handle, task: Callable[..., Made], given: tuple[Any, ...]) -> Made:
        worker = self._taken()
        handle.hold(worker)
        answered = False
        try:
            whole, answer = worker.ask(task, given, self.seconds)
            answered = True
        finally:
            self._let_go(worker, whole=answered)
        if not whole:
            raise WorkFailedError(*answer)
        return cast(Made, answer)

    def _taken(self) -> _Worker:
        with self._lock:
            worker = self._free.pop() if self._free else None
        if worker is None or not worker.is_alive:
            worker = _Worker(self._memory, self._preload)
        with self._lock:
            self._busy.add(worker)
            closed = self._closed
        if closed:
            worker.kill()
            raise WorkFailedError("stopped", "the server is being stopped.")
        return worker

    def _let_go(self, worker: _Worker, *, whole: bool) -> None:
        with self._lock:
            self._busy.discard(worker)
            if whole and not self._closed:
                self._free.append(worker)
                return
        worker.kill()


class _Handle:
    """Lets whoever asked for a task end it from another thread."""

    def __init__(self) -> None:
        self._worker: _Worker | None = None
        self._ended = False

    def hold(self, worker: _Worker) -> None:
        self._worker = worker
        if self._ended:
            worker.kill()

    def end(self) -> None:
        self._ended = True
        if self._worker is not None and self._worker.is_at_work:
            self._worker.kill()


class _Worker:
    """One process and the way to it."""

    def __init__(self, memory: int, preload: str) -> None:
        # Neither a copy of the server's threads and locks (fork), nor a start from nothing for
        # each (spawn): a process without threads that has imported what is needed is copied.
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload([preload])
        self._connection, theirs = context.Pipe()
        self._process = context.Process(target=_work, args=(theirs, memory), daemon=True)
        try:
            self._process.start()
        except (EOFError, OSError) as error:
            raise _not_started(error) from error
        theirs.close()
        self.is_at_work = False
        try:
            self._message(_START_SECONDS)
        except WorkFailedError:
            self.kill()
            raise

    @property
    def is_alive(self) -> bool:
        return bool(self._process.is_alive())

    def ask(self, task: Callable[..., Any], given: tuple[Any, ...], seconds: float) -> Any:
        """Return whether a task succeeded, and its result or why it did not.

        Raises `WorkFailedError` where the process dies or takes too long: it is of no more use.
        """
        self.is_at_work = True
        try:
            self._connection.send_bytes(pickle.dumps((task, given)))
            return pickle.loads(self._message(seconds))
        except OSError as error:
            raise _died() from error
        finally:
            self.is_at_work = False

    def _message(self, seconds: float) -> bytes:
        try:
            if self._connection.poll(seconds):
                return self._connection.recv_bytes()
        except (EOFError, OSError) as error:
            raise _died() from error
        message = f"this takes longer than {seconds:g} seconds. Send less at once."
        raise WorkFailedError("too-long", message)

    def kill(self) -> None:
        """End the process at once, whatever it is doing."""
        with contextlib.suppress(OSError, ValueError):
            self._process.kill()
            self._process.join(_KILL_SECONDS)


def _not_started(error: Exception) -> WorkFailedError:
    # The way to a new process is a socket in the folder for temporary files.
    log.error("no process can be started: %s", error)
    message = (
        "the server cannot start a process for this. Its folder for temporary files (TMPDIR) must "
        "be there, be writable and have room; its log says more."
    )
    return WorkFailedError("cannot-start", message)


def _died() -> WorkFailedError:
    message = "the process that did this work died: it was too much for it."
    return WorkFailedError("worker-died", message)


def _work(connection: Connection, memory: int) -> None:
    """Answer tasks until the server goes away."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the server
    with contextlib.suppress(OSError):
        os.nice(_NICENESS)
    _bound_memory(memory)
    with contextlib.suppress(EOFError, OSError):
        connection.send_bytes(b"here")
        while True:
            connection.send_bytes(_answered(connection.recv_bytes()))


def _answered(sent: bytes) -> bytes:
    try:
        task, given = pickle.loads(sent)
        return pickle.dumps((True, task(*given)))
    except MemoryError:
        told = "too-much-memory", "this takes more memory than the server gives."
    except Exception as error:  # whatever one task does, the next one is done
        told = "failed", f"the work failed: {type(error).__name__}: {error}"[:500]
    return pickle.dumps((False, told))


def _bound_memory(memory: int) -> None:
    try:
        resource = importlib.import_module("resource")
    except ImportError:  # not everywhere
        return
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
