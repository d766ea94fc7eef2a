"""Requests in threads of their own: an address in, its answer into the inbox."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass

from gofteh.read import ReadOptions
from gofteh.read.errors import ReadError
from gofteh.read.fetch import Answer, Question, ask, prepare
from gofteh.watch.clock import Inbox
from gofteh.watch.state import Address


@dataclass(frozen=True, slots=True)
class Asked:
    """An address with what came of asking it."""

    address: Address
    answer: Answer | ReadError


Ask = Callable[[Question, ReadOptions], Answer]


class Askers:
    """Some threads that ask. They die with the process, whatever they wait for."""

    def __init__(
        self, number: int, options: ReadOptions, inbox: Inbox[Asked | None], ask: Ask = ask
    ) -> None:
        prepare()
        self._options, self._inbox, self._ask = options, inbox, ask
        self._waiting: queue.SimpleQueue[Address | None] = queue.SimpleQueue()
        self._threads = [
            threading.Thread(target=self._work, daemon=True, name=f"gofteh-asks-{n}")
            for n in range(number)
        ]
        for one in self._threads:
            one.start()

    def put(self, address: Address) -> None:
        """Have an address asked."""
        self._waiting.put(address)

    def close(self) -> None:
        """Let the threads end when they have done what they do."""
        for _ in self._threads:
            self._waiting.put(None)

    def _work(self) -> None:
        while (address := self._waiting.get()) is not None:
            self._inbox.put(Asked(address, self._answer(address)))

    def _answer(self, address: Address) -> Answer | ReadError:
        try:
            return self._ask(Question(address.at, _conditions(address)), self._options)
        except ReadError as error:
            return error
        except Exception as error:  # a bug in what reads foreign bytes ends no watch
            return ReadError("internal", f"a bug was met: {type(error).__name__}: {error}")


def _conditions(address: Address) -> dict[str, str]:
    """Return the headers by which a server sees what we have."""
    told = {"If-None-Match": address.etag, "If-Modified-Since": address.modified}
    return {name: value for name, value in told.items() if value and value.isascii()}
