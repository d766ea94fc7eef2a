"""The words of a text with their places, their neighbours, and how often each stands there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import accumulate

from gofteh.repairing.near import Neighbours
from gofteh.repairing.sites import LONGEST_WORD, PARTS


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the text with its neighbours."""

    start: int
    end: int
    text: str
    before: str
    after: str
    times: int


@dataclass(frozen=True, slots=True)
class TextWords:
    """The segments of a text, with their places and how often each stands there.

    ``again`` are those that stand more than once, ``repeated`` the same to be found by a slip.
    """

    texts: list[str]
    starts: list[int]
    times: Counter[str]
    again: frozenset[str]
    repeated: Neighbours

    @classmethod
    def of(cls, text: str) -> TextWords:
        """Return the words of a text."""
        parts = PARTS.split(text)  # gap, segment, gap, segment, …, gap
        texts, starts = parts[1::2], list(accumulate(map(len, parts)))[:-1:2]
        times = Counter(texts)
        again = [t for t, n in times.items() if n > 1]
        repeated = Neighbours([t for t in again if len(t) <= LONGEST_WORD])
        return cls(texts, starts, times, frozenset(again), repeated)

    def at(self, i: int) -> Word:
        """Return a word with its neighbours."""
        text, start = self.texts[i], self.starts[i]
        before = self.texts[i - 1] if i else ""
        after = self.texts[i + 1] if i + 1 < len(self.texts) else ""
        return Word(start, start + len(text), text, before, after, self.times[text])

    def some(self, wanted: Collection[str]) -> Iterator[Word]:
        """Yield the words whose text is wanted, without what is longer than any word."""
        chosen = {text for text in wanted if len(text) <= LONGEST_WORD}
        if not chosen:
            return iter(())
        return (self.at(i) for i, text in enumerate(self.texts) if text in chosen)
