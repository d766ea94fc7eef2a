"""How a request gets a store: lent from a few open ones, each used by one thread at a time."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated

from fastapi import Depends, Request

from gofteh.server.errors import Problem
from gofteh.store import CorrectionError, QueryError, Store, open_store


class Stores:
    """Opens at most ``most`` stores of one database and lends them out.

    The one given back last is lent first: its pages are still in memory. Each query, and the
    wait for a store, ends after ``patience`` seconds.
    """

    def __init__(self, place: str, most: int, patience: float) -> None:
        self._place = place
        self._patience = patience
        self._free: list[Store] = []
        self._permits = threading.BoundedSemaphore(most)
        self._lock = threading.Lock()
        self._closed = False

    @contextmanager
    def lend(self) -> Iterator[Store]:
        """Yield a store for one thread. Raises `Problem` where all are lent for too long.

        A store is lent again after a refusal, and closed after any other error.
        """
        if not self._permits.acquire(timeout=self._patience):
            raise Problem(503, "busy", "too much is asked at once. Try again in a moment.")
        try:
            store = self._take()
            try:
                yield store
            except (Problem, QueryError, CorrectionError):
                self._give_back(store)
                raise
            except BaseException:
                store.close()
                raise
            self._give_back(store)
        finally:
            self._permits.release()

    def open(self) -> Store:
        """Return a store of the caller's own, for work that takes long; the caller closes it."""
        return open_store(self._place)

    def close(self) -> None:
        """Close all stores that are not lent; those come later."""
        with self._lock:
            self._closed = True
            free, self._free = self._free, []
        for store in free:
            store.close()

    def _take(self) -> Store:
        with self._lock:
            if self._free:
                return self._free.pop()
        store = self.open()
        store.wait_at_most(self._patience)
        return store

    def _give_back(self, store: Store) -> None:
        with self._lock:
            if not self._closed:
                self._free.append(store)
                return
        store.close()


def stores_of(request: Request) -> Stores:
    """Return the server's stores."""
    found: Stores = request.app.state.stores
    return found


Lent = Annotated[Stores, Depends(stores_of)]
