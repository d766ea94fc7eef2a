"""Spellings one slip away from a word: another letter, one more, one less, or two exchanged."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from gofteh.repairing.confusions import KEYS, SHAPES, SOUNDS
from gofteh.text.slips import first_difference, one_slip

ALPHABET = "ءآئابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی"
_LETTERS = frozenset(ALPHABET)
_EDGE = "  "
# Up to so many words are compared one by one: an index of them would cost more.
_FEW = 300
# Words whose neighbours are remembered: names return in the next articles.
_MEMORY = 1 << 14


def exchanged(word: str) -> list[str]:
    """Return the spellings in which one letter is another, and the word itself."""
    parts = [(word[:i], word[i + 1 :]) for i in range(len(word))]
    return [head + letter + tail for head, tail in parts for letter in ALPHABET]


def slip_between(wrong: str, right: str) -> str:
    """Return the kind of slip that makes one word of another, one letter away."""
    i = first_difference(wrong, right)
    if len(wrong) > len(right):
        return "double" if wrong[i] == wrong[i - 1] else "added"
    if len(wrong) < len(right):
        return "lost"
    if wrong[i + 1 :] != right[i + 1 :]:
        return "swapped"
    return _exchange(wrong[i] + right[i])


def _exchange(pair: str) -> str:
    if pair in SHAPES:
        return "shape"
    return "sound" if pair in SOUNDS else "key" if pair in KEYS else "other"


def is_near(word: str, other: str) -> bool:
    """Whether another word is one slip away by letters that Persian is spelled with."""
    if not one_slip(word, other):
        return False
    i = first_difference(word, other)
    swapped = len(word) == len(other) and word[i + 1 :] != other[i + 1 :]
    return swapped or len(other) < len(word) or other[i] in _LETTERS


class Spellings:
    """Known words, to be looked up by a spelling one slip away.

    Tried are only letters that stand in such a context in some known word: ``contexts`` gives for
    two letters before and two behind the letters that stand between them.
    """

    def __init__(self, words: Mapping[str, int], contexts: Mapping[str, str]) -> None:
        self._words, self._contexts = words, contexts
        self._sorted = sorted(words)
        self.near = lru_cache(maxsize=_MEMORY)(self._near)

    def _near(self, word: str) -> frozenset[str]:
        """Return the known words one slip away; a word is not near itself."""
        # no known word goes on further like this one, so a slip stands no later
        places = range(min(self._shared(word), len(word) - 1) + 1)
        return frozenset([t for t in self._tried(word, places) if t in self._words]) - {word}

    def _tried(self, word: str, places: range) -> list[str]:
        padded, contexts = f"{_EDGE}{word}{_EDGE}", self._contexts.get
        tried = [word + letter for letter in contexts(padded[-4:], "")]
        for i in places:
            head, rest, tail = word[:i], word[i:], word[i + 1 :]
            tried += (head + tail, head + tail[:1] + word[i] + tail[1:])
            tried += [head + letter + rest for letter in contexts(padded[i : i + 4], "")]
            around = padded[i : i + 2] + padded[i + 3 : i + 5]
            tried += [head + letter + tail for letter in contexts(around, "")]
        return tried

    def _shared(self, word: str) -> int:
        """How many first letters a word shares with some known one."""
        at = bisect_left(self._sorted, word)
        beside = self._sorted[max(at - 1, 0) : at + 1]
        return max((first_difference(word, t) % (len(word) + 1) for t in beside), default=0)


def letter_contexts(words: Iterable[str]) -> dict[str, str]:
    """Return which letters stand between two and two others in some of the words."""
    found: dict[str, set[str]] = {}
    for word in words:
        padded = f"{_EDGE}{word}{_EDGE}"
        for i, letter in enumerate(word):
            if letter in _LETTERS:
                found.setdefault(padded[i : i + 2] + padded[i + 3 : i + 5], set()).add(letter)
    return {context: "".join(sorted(letters)) for context, letters in sorted(found.items())}


class Neighbours:
    """Words of a text, to be looked up by a spelling one slip away.

    Few are compared one by one. Many are indexed by what is left of them without one letter: two
    words one slip apart are the same with one letter left out of either or both.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._words = list(words)
        self._by_rest: dict[str, list[str]] = {}
        if len(self._words) > _FEW:
            for word in self._words:
                for rest in _rests(word):
                    self._by_rest.setdefault(rest, []).append(word)

    def of(self, word: str) -> list[str]:
        """Return the words one slip from a word, in the order of their letters."""
        if not self._by_rest:
            first, last, size = word[0], word[-1], len(word)  # a slip leaves one of them alone
            like = [
                t
                for t in self._words
                if (t[0] == first or t[-1] == last) and -2 < len(t) - size < 2
            ]
            return sorted(t for t in like if one_slip(word, t))
        found = {name for rest in _rests(word) for name in self._by_rest.get(rest, ())}
        return sorted(name for name in found if one_slip(word, name))


def _rests(word: str) -> Iterator[str]:
    yield word
    yield from {word[:i] + word[i + 1 :] for i in range(len(word))}
