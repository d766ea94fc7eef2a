"""Where the writing of a word is in question: inside a segment, and between two."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from gofteh.repairing.affixes import (
    COUPLED,
    GLUED_AFTER,
    GLUED_BEFORE,
    GLUED_VERBS,
    LONGEST_SUFFIX,
    ONE_WORD,
    SPOKEN_POINTERS,
    SPOKEN_POSSESSORS,
    SPOKEN_VERBS,
    SUFFIXES,
    SURE_SUFFIXES,
    VERB_PREFIXES,
)
from gofteh.repairing.spacing_lexicon import SpacingLexicon, Splits, run_together

# A compound may come apart at a word with so many partners; two words were run together only where
# both are seen so often.
_PARTNERS, _MIN_PART = 6, 5
# Shorter segments do not come apart.
_MIN_SEGMENT = 4
# Beside a word with so many partners any other word is asked about.
_MANY_PARTNERS = 8
_AND = "و"
_NOBODY: frozenset[str] = frozenset()
_LAST = "\U0010ffff"  # behind every other character


@dataclass(frozen=True, slots=True)
class Habits:
    """What is known of a word alone.

    ``splits``: where it may come apart, into ``parts``. ``before`` and ``after``: whether any word
    behind it, or before it, is asked about; ``partners``: those behind it that may be besides.
    ``loud``: whether it may come apart, or any word behind it is asked about.
    """

    splits: Splits
    parts: tuple[str, ...]
    before: bool
    after: bool
    partners: frozenset[str]
    loud: bool


class Analyser:
    """Tells where a segment may come apart, and which neighbours may belong together.

    Remembers the segments it has met.
    """

    def __init__(self, lexicon: SpacingLexicon, memory: int = 200_000) -> None:
        self._lexicon = lexicon
        often = (word for word, count in lexicon.words.items() if count > 2)
        # In order, so that what begins with a word lies in a row.
        self._joined = sorted(ONE_WORD.union(often))
        self._bound = sorted(lexicon.bound)
        self.habits = lru_cache(maxsize=memory)(self._habits)

    def _habits(self, word: str) -> Habits:
        """What a word may be asked about."""
        lexicon = self._lexicon
        before = word in COUPLED or word in VERB_PREFIXES
        before = before or lexicon.lefts.get(word, 0) >= _MANY_PARTNERS
        after = word in SUFFIXES or lexicon.rights.get(word, 0) >= _MANY_PARTNERS
        splits = self._splits(word)
        parts = tuple(word[a:b] for a, b in pairwise((0, *splits, len(word)))) if splits else ()
        return Habits(splits, parts, before, after, self._partners(word), before or bool(splits))

    def _partners(self, left: str) -> frozenset[str]:
        """The words that a word is bound to, and those that make a word with it."""
        found = _behind(f"{left} ", self._bound) + _behind(left, self._joined) if left else ()
        return frozenset(found) if found else _NOBODY

    def questioned(self, left: str, right: str, before: Habits, after: Habits) -> bool:
        """Whether two words might belong together."""
        if left in VERB_PREFIXES:
            return self._begins_verb(left, right)
        if before.before or after.after:
            return True
        return right in before.partners and self._doubtful(left, right)

    def _doubtful(self, left: str, right: str) -> bool:
        """Whether two words are bound somewhere, or likelier one word than so many."""
        joined = left + right
        if f"{left} {right}" in self._lexicon.bound or joined in ONE_WORD:
            return True
        words = self._lexicon.words
        rarer = min(words.get(left, 0), words.get(right, 0))
        return words.get(joined, 0) > rarer // 4

    def _begins_verb(self, prefix: str, right: str) -> bool:
        lexicon = self._lexicon
        often = lexicon.bound.get(f"{prefix} {right}", 0) > 2
        verb = right in lexicon.verbs or right in SPOKEN_VERBS
        return often or verb or not lexicon.known(right, 5)

    def _splits(self, segment: str) -> Splits:
        if len(segment) < _MIN_SEGMENT or self._is_spoken(segment):
            return ()
        lexicon = self._lexicon
        seen = lexicon.joined.get(segment)
        if seen:
            return seen
        count = lexicon.words.get(segment, 0)
        found = self._run_together(segment) or self._verb(segment)
        found = found or self._inflected(segment, count)
        if not found and count < 3:
            found = self._stemmed(segment) or self._compound(segment) or self._glued(segment)
        return found

    def _is_spoken(self, segment: str) -> bool:
        """Whether a segment is one word as it is spoken: ``اونارو``, ``مدرسمون``."""
        stem = segment[: -len(SPOKEN_POSSESSORS[0])]
        swallows = segment.endswith(SPOKEN_POSSESSORS) and self._lexicon.known(stem + "ه", 1)
        return swallows or segment in SPOKEN_POINTERS

    def _run_together(self, segment: str) -> Splits:
        """Where a short word was run into a long one that is far more frequent than the two."""
        for at in range(1, len(segment)):
            left, right = segment[:at], segment[at:]
            short = left in GLUED_BEFORE or right in GLUED_VERBS  # seldom
            if short and run_together(left, right, self._lexicon):
                return (at,)
        return ()

    def _verb(self, segment: str) -> Splits:
        lexicon = self._lexicon
        for prefix in VERB_PREFIXES:
            if segment.startswith(prefix):
                at, rest = len(prefix), segment[len(prefix) :]
                more = lexicon.joined.get(rest, ())
                if rest in lexicon.verbs or rest in SPOKEN_VERBS or more:
                    return (at, *(at + s for s in more))
        return ()

    def _inflected(self, segment: str, count: int) -> Splits:
        """Before a plural or superlative whose stem is more frequent than the whole."""
        for at in self._ends(segment, 2, SURE_SUFFIXES):
            if self._lexicon.words.get(segment[:at], 0) > count:
                return self._inner(segment[:at], at)
        return ()

    def _stemmed(self, segment: str) -> Splits:
        """Before any suffix of a well-known stem."""
        for at in self._ends(segment, 3, SUFFIXES):
            stem = segment[:at]
            if self._lexicon.known(stem, 5) or stem in self._lexicon.joined:
                return self._inner(stem, at)
        return ()

    def _ends(self, segment: str, least: int, suffixes: frozenset[str]) -> Iterator[int]:
        """Where the suffixes of a segment begin, the longest first."""
        for at in range(max(least, len(segment) - LONGEST_SUFFIX), len(segment)):
            if segment[at:] in suffixes:
                yield at

    def _compound(self, segment: str) -> Splits:
        """Where a word begins or ends that likes to be bound."""
        lexicon = self._lexicon
        for at in range(2, len(segment) - 1):
            left, right = segment[:at], segment[at:]
            if lexicon.rights.get(right, 0) >= _PARTNERS and lexicon.known(left, 5):
                return self._inner(left, at)
            if lexicon.lefts.get(left, 0) >= _PARTNERS and lexicon.known(right, 5):
                return self._inner(left, at)
        return ()

    def _inner(self, stem: str, at: int) -> Splits:
        return (*self._lexicon.joined.get(stem, ()), at)

    def _glued(self, segment: str) -> Splits:
        """Where two words were run together; the likeliest place only."""
        lexicon, best, score = self._lexicon, 0, 0
        for at in range(1, len(segment) - 1):
            if at == 1 and segment[0] != _AND:
                continue
            worth = self._worth(segment[:at], segment[at:])
            if worth > score:
                best, score = at, worth
        if not best:
            return ()
        inner_left = lexicon.joined.get(segment[:best], ())
        inner_right = lexicon.joined.get(segment[best:], ())
        return (*inner_left, best, *(best + s for s in inner_right))

    def _worth(self, left: str, right: str) -> int:
        """How likely two words are to have been run together; a letter ``آ`` begins a word."""
        rarer = min(self._frequency(left), self._frequency(right))
        if rarer < _MIN_PART:
            return 0
        function = left in GLUED_BEFORE or right in GLUED_AFTER
        return rarer * (8 if function else 1) * (100 if right[0] == "آ" else 1)

    def _frequency(self, word: str) -> int:
        return max(self._lexicon.words.get(word, 0), 5 if word in self._lexicon.joined else 0)


def _behind(beginning: str, words: list[str]) -> list[str]:
    """Return what stands behind a beginning in those of the sorted words that have it."""
    first = bisect_left(words, beginning)
    if first == len(words) or not words[first].startswith(beginning):
        return []
    length, last = len(beginning), bisect_left(words, beginning + _LAST, first)
    return [word[length:] for word in words[first:last]]
