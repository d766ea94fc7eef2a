"""Work that keeps a processor busy: only so much of it at once, so that readers are not kept."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from fastapi import Request

from gofteh.server.errors import Problem


class Gate:
    """Lets so many in at once; the others wait for a while."""

    def __init__(self, most: int, patience: float) -> None:
        self._permits = threading.BoundedSemaphore(most)
        self._patience = patience

    @contextmanager
    def entered(self) -> Iterator[None]:
        """Be one of those inside. Raises `Problem` 429 where there is no room for too long."""
        self.enter()
        try:
            yield
        finally:
            self.leave()

    def enter(self) -> None:
        """Go in, to leave later, maybe in another thread."""
        if not self._permits.acquire(timeout=self._patience):
            message = "too much is extracted, repaired or exported just now. Ask again soon."
            raise Problem(429, "busy", message, headers={"Retry-After": "2"})

    def leave(self) -> None:
        """Make room."""
        self._permits.release()


def gate_of(request: Request) -> Gate:
    """Return the server's gate."""
    gate: Gate = request.app.state.gate
    return gate
