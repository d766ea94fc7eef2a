"""Counts of Persian words as carefully written text spells them, and what follows from them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from gofteh.text.repair.affixes import (
    GLUED_AFTER,
    GLUED_BEFORE,
    GLUED_VERBS,
    LONGEST_SUFFIX,
    SUFFIXES,
    SURE_SUFFIXES,
    VERB_PARTICLES,
    VERB_PREFIXES,
)

HALF_SPACE = "\u200c"
# Two words run together: one is so frequent, and so much more than the whole.
_FREQUENT, _MORE = 100, 30
# A pair that is bound more often than once in so many times may be bound here.
_SELDOM_BOUND = 20
_WILL = "خواه"
# A word has many partners; a part of two words run together is seen so often.
_PARTNERS, _MIN_PART = 6, 5
# ``و`` begins many words: what it is run into must be more frequent still.
_AND, _FREQUENT_AFTER_AND = "و", 1000
# Where a segment may come apart: an offset into it, and what is missing there.
Splits = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Counts:
    """What one collection of careful text writes, and how often.

    ``words`` counts segments standing alone, ``bound`` pairs ``left right`` written with a
    half-space, ``spaced`` the same pairs written as two words.
    """

    words: dict[str, int]
    bound: dict[str, int]
    spaced: dict[str, int]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The counts of several collections, and what follows from them all.

    ``words`` and ``bound`` are sums over the running text, ``bound`` also holds the pairs of
    word lists; ``joined`` tells for a segment where its half-spaces stood; ``verbs`` are forms
    that follow ``می``; ``lefts`` and ``rights`` count the partners of a word that likes to
    stand before or after a half-space.
    """

    sources: tuple[Counts, ...]
    words: dict[str, int]
    bound: dict[str, int]
    joined: dict[str, Splits]
    verbs: frozenset[str]
    listed: frozenset[str]
    lefts: dict[str, int]
    rights: dict[str, int]

    def known(self, word: str, least: int = 2) -> bool:
        """Whether a segment was seen alone at least so often."""
        return self.words.get(word, 0) >= least


def joined_splits(tokens: Iterable[tuple[str, int]]) -> dict[str, Splits]:
    """Return, for every run of segments of half-spaced tokens, where its half-spaces stood."""
    best: dict[str, tuple[int, Splits]] = {}
    for token, count in tokens:
        parts = token.split(HALF_SPACE)
        for first in range(len(parts)):
            for last in range(first + 2, len(parts) + 1):
                run = parts[first:last]
                key = "".join(run)
                splits, at = [], 0
                for part in run[:-1]:
                    at += len(part)
                    splits.append(at)
                if count > best.get(key, (0, ()))[0]:
                    best[key] = (count, tuple(splits))
    return {key: splits for key, (_, splits) in best.items()}


def run_together(left: str, right: str, lexicon: Lexicon) -> bool:
    """Whether two words that careful writers part make up a segment that hardly anybody writes."""
    whole = left + right
    if (left not in GLUED_BEFORE and right not in GLUED_VERBS) or whole in lexicon.listed:
        return False
    if left in VERB_PARTICLES and (right in lexicon.verbs or right.startswith(_WILL)):
        return False
    often = lexicon.words.get(right if left in GLUED_BEFORE else left, 0)
    least = _FREQUENT_AFTER_AND if left == _AND else _FREQUENT
    if often < least or often < _MORE * lexicon.words.get(whole, 0):
        return False
    pair = f"{left} {right}"
    spaced = sum(source.spaced.get(pair, 0) for source in lexicon.sources)
    return spaced >= _SELDOM_BOUND * lexicon.bound.get(pair, 0)


class Analyser:
    """Tells where a segment may come apart; remembers the segments it has met."""

    def __init__(self, lexicon: Lexicon, memory: int = 200_000) -> None:
        self._lexicon = lexicon
        self.splits = lru_cache(maxsize=memory)(self._splits)

    def _splits(self, segment: str) -> Splits:
        lexicon = self._lexicon
        seen = lexicon.joined.get(segment)
        if seen:
            return seen
        if len(segment) < 4:
            return ()
        count = lexicon.words.get(segment, 0)
        found = self._run_together(segment) or self._verb(segment)
        found = found or self._inflected(segment, count)
        if not found and count < 3:
            found = self._stemmed(segment) or self._compound(segment) or self._glued(segment)
        return found

    def _run_together(self, segment: str) -> Splits:
        """Where a short word was run into a long one that is far more frequent than the two."""
        for at in range(1, len(segment)):
            if run_together(segment[:at], segment[at:], self._lexicon):
                return (at,)
        return ()

    def _verb(self, segment: str) -> Splits:
        lexicon = self._lexicon
        for prefix in VERB_PREFIXES:
            if segment.startswith(prefix):
                at, rest = len(prefix), segment[len(prefix) :]
                more = lexicon.joined.get(rest, ())
                if rest in lexicon.verbs or more:
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
