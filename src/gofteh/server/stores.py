"""How a request gets a store: lent from a few open ones, each used by one thread at a time."""

from __future__ import annotations

import datetime as dt
import logging
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Annotated, TypeVar

import anyio
import anyio.to_thread
from fastapi import Depends, Request

from gofteh.server.errors import Problem
from gofteh.store import CorrectionError, QueryError, RulingError, Store, StoreError, open_store

log = logging.getLogger("gofteh.server")
Made = TypeVar("Made")

# Threads for what is asked before a request has a permit: a short look at the tokens.
_ASKERS = 2
# When a token was last used is written down so often, in seconds.
_SEEN_EVERY = 60.0


class Stores:
    """Lends out open stores of one database. Permits bound how many there are (`Turns`).

    The one given back last is lent first: its pages are still in memory. Each query ends after
    ``patience`` seconds, and so does a writer's wait for another one.
    """

    def __init__(self, place: str, patience: float, *, durable: bool = False) -> None:
        self._place, self._patience, self._durable = place, patience, durable
        self._free: list[Store] = []
        self._used: set[Store] = set()
        self._lock = threading.Lock()
        self._closed = False
        self._askers = anyio.CapacityLimiter(_ASKERS)
        self._watching = threading.Lock()
        self._watcher: Store | None = None
        self._watchers = 0
        self._seen: dict[str, dt.datetime] = {}
        self._seen_written = time.monotonic()

    @contextmanager
    def lend(self) -> Iterator[Store]:
        """Yield a store for one thread.

        A store is lent again after a refusal, and closed after any other error.
        """
        store = self._take()
        try:
            yield store
        except (Problem, QueryError, CorrectionError, RulingError):
            self._give_back(store)
            raise
        except BaseException:
            self.drop(store)
            raise
        self._give_back(store)

    async def ask(self, work: Callable[[Store], Made]) -> Made:
        """Return what a short look at the store gives; others at work do not delay it."""

        def asked() -> Made:
            with self.lend() as store:
                return work(store)

        return await anyio.to_thread.run_sync(asked, limiter=self._askers)

    async def state(self) -> str:
        """Return a mark that is another one once anybody has changed anything in the database."""
        return await anyio.to_thread.run_sync(self._state, limiter=self._askers)

    def _state(self) -> str:
        with self._watching:  # a store of its own: no mark counts what its own store changes
            store, self._watcher = self._watcher, None
            if store is None:
                store = self.open()
                self._watchers += 1  # marks of two stores cannot be compared
            try:
                mark = f"{self._watchers} {store.state()}"
            except BaseException:
                self.drop(store)
                raise
            if self._closed:
                self.drop(store)
            else:
                self._watcher = store
            return mark

    def open(self) -> Store:
        """Return a store of the caller's own, for work that takes long; to be given to `drop`."""
        store = open_store(self._place, durable=self._durable)
        store.wait_at_most(self._patience)
        with self._lock:
            self._used.add(store)
        return store

    def drop(self, store: Store) -> None:
        """Close a store, in the thread that used it."""
        with self._lock:
            self._used.discard(store)
        store.close()

    def seen(self, token: str, now: dt.datetime) -> None:
        """Remember that a token was used."""
        self._seen[token] = now

    def write_seen(self, *, at_once: bool = False) -> None:
        """Write down which tokens were used since the last time, if that is long ago.

        Whoever writes meanwhile goes first: it is tried again later.
        """
        if not self._seen or (not at_once and time.monotonic() - self._seen_written < _SEEN_EVERY):
            return
        self._seen_written = time.monotonic()
        seen, self._seen = self._seen, {}
        try:
            with self.lend() as store:
                store.note_used(seen)
        except StoreError as error:
            log.warning("the use of tokens was not written down: %s", error)

    def close(self, seconds: float = 2.0) -> None:
        """Close all stores; what is at work is broken off, and closes its own within the time."""
        with self._lock:
            self._closed = True
            free, self._free = self._free, []
        watcher = None
        if self._watching.acquire(blocking=False):  # else whoever holds it drops its own
            watcher, self._watcher = self._watcher, None
            self._watching.release()
        for store in (*free, *([watcher] if watcher else ())):
            self.drop(store)
        until = time.monotonic() + seconds
        while self._used and time.monotonic() < until:
            with self._lock:
                for store in self._used:
                    store.interrupt()
            time.sleep(0.02)

    def _take(self) -> Store:
        with self._lock:
            if self._closed:
                raise Problem(503, "stopped", "the server is being stopped.")
            if self._free:
                store = self._free.pop()
                self._used.add(store)
                return store
        return self.open()

    def _give_back(self, store: Store) -> None:
        with self._lock:
            self._used.discard(store)
            if not self._closed:
                self._free.append(store)
                return
        store.close()


def stores_of(request: Request) -> Stores:
    """Return the server's stores."""
    found: Stores = request.app.state.stores
    return found


Lent = Annotated[Stores, Depends(stores_of)]
