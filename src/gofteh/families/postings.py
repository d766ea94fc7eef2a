"""Numbers by key, compact: what a dictionary of lists holds, in a fifth of its memory.

A statement has some twenty keys, most of them its own alone, so an index of the news is mostly keys
of few numbers. Those stand in arrays of 32 bits, as chains under the heads of a hash table that
grows by one head at a time (linear hashing: Litwin, VLDB 1980), so that no addition is ever slow.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence

# An array of 32 bits without a sign.
_ARRAY = "I"
# Chains begin under so many heads; then there is a head for each posting.
_HEADS = 1 << 10
# The numbers of a posting: its key, its number, the next posting.
_SIZE = 3
# A key of more numbers than this has an array of its own: a chain would be long to walk.
_FEW = 4


class Postings:
    """The newest ``most`` numbers (five at least) under each key; both have 32 bits."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._many: dict[int, array[int]] = {}
        self._few = _Chains()

    def at(self, key: int) -> Sequence[int]:
        """Return the numbers under a key; it is no copy."""
        many = self._many.get(key)
        return self._few.at(key) if many is None else many

    def add(self, number: int, keys: Iterable[int]) -> None:
        """Put a number under keys in which it is not yet; a key that is full drops its oldest."""
        for key in keys:
            many = self._many.get(key)
            if many is not None:
                many.append(number)
                if len(many) > self._most:
                    del many[0]
                continue
            few = self._few.at(key)
            if len(few) < _FEW:
                self._few.put(key, number)
            else:
                self._few.drop(key)
                self._many[key] = array(_ARRAY, (*reversed(few), number))


class _Chains:
    """Postings (a key and a number) in chains, the newest first, those of one hash in each."""

    def __init__(self) -> None:
        self._heads = array(_ARRAY, (0,)) * _HEADS
        self._whole = _HEADS  # so many heads there were before this round of splitting
        # A posting is where its key stands, its number and the next posting behind it: side by
        # side, since each look into a large array waits for the memory. 0 ends a chain.
        self._postings = array(_ARRAY, (0,)) * _SIZE
        self._free = 0  # the chain of those that were dropped

    def at(self, key: int) -> list[int]:
        """Return the numbers under a key, the newest first."""
        postings = self._postings
        posting = self._heads[self._head_of(key)]
        found: list[int] = []
        while posting:
            if postings[posting] == key:
                found.append(postings[posting + 1])
            posting = postings[posting + 2]
        return found

    def put(self, key: int, number: int) -> None:
        """Put a posting in front of its chain."""
        head, posting = self._head_of(key), self._free
        row = array(_ARRAY, (key, number, self._heads[head]))
        if posting:
            self._free = self._postings[posting + 2]
            self._postings[posting : posting + _SIZE] = row
        else:
            posting = len(self._postings)
            self._postings.extend(row)
        self._heads[head] = posting
        if len(self._postings) > _SIZE * len(self._heads):
            self._split()

    def drop(self, key: int) -> None:
        """Take the postings of a key out of their chain."""
        head = self._head_of(key)
        chain = self._taken(head)
        for posting in chain:
            if self._postings[posting] == key:
                self._postings[posting + 2], self._free = self._free, posting
        self._chain(head, [one for one in chain if self._postings[one] != key])

    def _head_of(self, key: int) -> int:
        head = key & (2 * self._whole - 1)
        return head if head < len(self._heads) else head & (self._whole - 1)

    def _split(self) -> None:
        """Add a head, and share with it the chain of the one that it doubles."""
        old, new = len(self._heads) - self._whole, len(self._heads)
        self._heads.append(0)
        if self._heads[old]:
            chain, mask = self._taken(old), 2 * self._whole - 1
            for head in (old, new):
                self._chain(head, [one for one in chain if self._postings[one] & mask == head])
        if len(self._heads) == 2 * self._whole:
            self._whole *= 2

    def _taken(self, head: int) -> list[int]:
        """The postings of a chain, in order."""
        found = []
        posting = self._heads[head]
        while posting:
            found.append(posting)
            posting = self._postings[posting + 2]
        return found

    def _chain(self, head: int, chain: Sequence[int]) -> None:
        following = 0
        for posting in reversed(chain):
            self._postings[posting + 2], following = following, posting
        self._heads[head] = following
