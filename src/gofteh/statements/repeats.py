"""Which words of an article stand together more than once."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from gofteh.text.layout import Layout

# So many places of a pair are enough to compare; the bound keeps hostile text cheap.
_MAX_PLACES = 50


class Repeats:
    """The pairs of neighbouring words of an article with their places, counted when first asked."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self._found: dict[tuple[str, str], list[int]] | None = None
        self._times: Counter[str] | None = None

    def _places(self) -> dict[tuple[str, str], list[int]]:
        if self._found is None:
            self._found = self._count()
        return self._found

    def _count(self) -> dict[tuple[str, str], list[int]]:
        places: dict[tuple[str, str], list[int]] = {}
        for i, pair in enumerate(pairwise(self._layout.tokens.all)):
            found = places.get(pair)
            if found is None:
                places[pair] = [i]
            elif len(found) < _MAX_PLACES:
                found.append(i)
        return places

    def _counts(self) -> Counter[str]:
        if self._times is None:
            self._times = Counter(self._layout.tokens.all)
        return self._times

    def by_chance(self, i: int) -> bool:
        """Return whether a word and the next stand together by chance.

        They do where that is the only place, or where they make up at most half of the places of
        the first word.
        """
        words = self._layout.tokens.words
        together = len(self._places()[words[i], words[i + 1]])
        return together == 1 or 2 * together <= self._counts()[words[i]]

    def longest(self, start: int, end: int) -> int | None:
        """Return where the longest phrase from ``start`` on ends that stands elsewhere too.

        It has two words at least, and does not end inside a quotation that it begins. None where
        there is none.
        """
        words = self._layout.tokens.words
        if start + 1 >= end:
            return None
        others = (p for p in self._places()[words[start], words[start + 1]] if p != start)
        reach = max((self._match(start, p, end) for p in others), default=start)
        return next(
            (stop for stop in range(reach, start + 1, -1) if self._whole(start, stop)), None
        )

    def _match(self, start: int, place: int, end: int) -> int:
        """How far the words at ``start`` are those at another place."""
        words = self._layout.tokens.words
        length = 2
        end = min(end, len(self._layout.tokens) - place + start)
        while start + length < end and words[start + length] == words[place + length]:
            length += 1
        return start + length

    def _whole(self, start: int, stop: int) -> bool:
        last = self._layout.tokens.words[stop - 1]
        around = self._layout.quote_around(stop - 1)
        return last == "»" or (last[-1].isalnum() and (around is None or around.start < start))
