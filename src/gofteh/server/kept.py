"""Pages that are kept while the database stands as it stood: the same one is not drawn twice."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable


class Kept:
    """Keeps the pages that were asked for last, of ``most`` bytes together.

    All of them show one state of the database, told by the mark that was read before each was
    drawn: once the mark is another, none of them is given any more. For the event loop alone.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._state: str | None = None
        self._size = 0
        self._pages: OrderedDict[Hashable, bytes] = OrderedDict()

    def get(self, key: Hashable, state: str) -> bytes | None:
        """Return a page as it is in a state of the database; ``None`` where it is not kept."""
        if state != self._state:
            self._pages.clear()
            self._state, self._size = state, 0
        page = self._pages.get(key)
        if page is not None:
            self._pages.move_to_end(key)
        return page

    def put(self, key: Hashable, state: str, page: bytes) -> None:
        """Keep a page that was drawn after its state was read; those not asked for longest go."""
        if state != self._state or len(page) > self._most:
            return
        self._size += len(page) - len(self._pages.pop(key, b""))
        self._pages[key] = page
        while self._size > self._most:
            _, gone = self._pages.popitem(last=False)
            self._size -= len(gone)

    def __len__(self) -> int:
        return len(self._pages)
