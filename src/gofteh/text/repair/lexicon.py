"""Counts of Persian words as carefully written text spells them, and what follows from them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from gofteh.text.repair.affixes import COUPLED, ONE_WORD, SUFFIXES, VERB_PREFIXES

HALF_SPACE = "\u200c"
# Where a segment may come apart: offsets into it.
Splits = tuple[int, ...]
# A word with so many partners is asked about beside every other word.
MANY_PARTNERS = 6
# A pair bound so often, and spaced so seldom beside it, tells how a line was damaged.
_STRONG, _STRONG_SHARE = 6, 0.97
# A pair that nobody binds is no question where it was seen spaced so often.
_SPACED_OFTEN = 5
# Suffixes that words of other kinds look like, so that they tell nothing.
_VAGUE = frozenset("ای ام ات مان تان تر یی".split())


@dataclass(frozen=True, slots=True)
class Counts:
    """What one collection of careful text writes, and how often.

    ``words`` counts segments standing alone, ``bound`` pairs ``left right`` written with a
    half-space, ``spaced`` the same pairs written as two words.
    """

    words: Mapping[str, int]
    bound: Mapping[str, int]
    spaced: Mapping[str, int]


@dataclass(frozen=True)
class Lexicon:
    """The counts of several collections, and what follows from them all.

    ``sources`` are collections of running text; ``compounds`` are half-spaced pairs of word lists
    that running text does not space, ``listed`` their plain words; ``joined`` tells for a segment
    where its half-spaces stood; ``verbs`` are forms that follow ``می``.
    """

    sources: tuple[Counts, ...]
    compounds: frozenset[str]
    listed: frozenset[str]
    joined: Mapping[str, Splits]
    verbs: frozenset[str]
    _kinds: dict[str, str] = field(default_factory=dict, compare=False, repr=False)

    @cached_property
    def words(self) -> dict[str, int]:
        """How often all sources write a segment alone."""
        return _sum(source.words for source in self.sources)

    @cached_property
    def bound(self) -> dict[str, int]:
        """How often all sources write a pair with a half-space; 1 where only lists do."""
        return {**dict.fromkeys(self.compounds, 1), **_sum(s.bound for s in self.sources)}

    @cached_property
    def spaced(self) -> dict[str, int]:
        """How often all sources write a pair in question as two words."""
        return _sum(source.spaced for source in self.sources)

    @cached_property
    def strong(self) -> frozenset[str]:
        """The pairs that nearly always have their half-space."""
        spaced = self.spaced
        return frozenset(
            pair
            for pair, n in self.bound.items()
            if n >= _STRONG and n > _STRONG_SHARE * (n + spaced.get(pair, 0))
        )

    @cached_property
    def lefts(self) -> dict[str, tuple[int, int]]:
        """Words that like to stand before a half-space: number of partners, share in tenths."""
        return self._partners(0)

    @cached_property
    def rights(self) -> dict[str, tuple[int, int]]:
        """Words that like to stand after a half-space: number of partners, share in tenths."""
        return self._partners(1)

    @cached_property
    def first_halves(self) -> frozenset[str]:
        """Every word that stands before a half-space."""
        return frozenset(pair.partition(" ")[0] for pair in self.bound)

    def known(self, word: str, least: int = 2) -> bool:
        """Whether a word was seen alone at least so often."""
        return self.words.get(word, 0) >= least

    def asks(self, left: str, right: str) -> bool:
        """Whether two words might belong together, so that the model is asked."""
        if left in VERB_PREFIXES:
            often = self.bound.get(f"{left} {right}", 0) > 2
            return often or right in self.verbs or not self.known(right, 5)
        if right in SUFFIXES or left in COUPLED or left + right in ONE_WORD:
            return True
        pair = f"{left} {right}"
        if left in self.first_halves and pair in self.bound:
            return True
        if self.spaced.get(pair, 0) >= _SPACED_OFTEN:
            return False
        if self.rights.get(right, _NONE)[0] >= MANY_PARTNERS:
            return True
        if self.lefts.get(left, _NONE)[0] >= MANY_PARTNERS:
            return True
        count = self.words.get(left + right, 0)
        return count > 2 and count > min(self.words.get(left, 0), self.words.get(right, 0)) // 4

    def telling(self, left: str, right: str) -> bool:
        """Whether the writing of two words tells how their line was damaged."""
        if right in SUFFIXES:
            return right not in _VAGUE
        return left in VERB_PREFIXES or f"{left} {right}" in self.strong

    def kind(self, word: str) -> str:
        """What sort of word it is, as one letter (see ``_kind``)."""
        found = self._kinds.get(word)
        if found is None:
            found = self._kinds[word] = self._kind(word)
        return found

    def _kind(self, word: str) -> str:
        """Participle, agent, present stem, finite form, adjective in ``ی``, noun, or unknown."""
        verbs = self.verbs
        if word.endswith("نده") and word[:-3] + "د" in verbs:
            return "a"
        if word in verbs:
            return "p" if word.endswith("ه") else "f"
        if word + "م" in verbs and word + "ند" in verbs:
            return "r"
        if word[:-1] in verbs and word.endswith("ی") and word[:-1].endswith("ه"):
            return "q"
        if word in self.listed or self.known(word, 5):
            return "i" if word.endswith("ی") else "n"
        return "u"

    def _partners(self, side: int) -> dict[str, tuple[int, int]]:
        partners: dict[str, int] = {}
        times: dict[str, int] = {}
        for pair, n in self.bound.items():
            left, right = pair.split(" ")
            if left.endswith(VERB_PREFIXES) and right in self.verbs:
                continue  # of every verb, and so of no word in particular
            word = (left, right)[side]
            partners[word] = partners.get(word, 0) + 1
            times[word] = times.get(word, 0) + n
        words, found = self.words, {}
        for word, n in partners.items():
            share = times[word] / (times[word] + words.get(word, 0))
            if n >= _MIN_PARTNERS and share > _MIN_SHARE:
                found[word] = (n, round(10 * share))
        return found


# A word has partners where it stands at so many different ones, and often enough bound.
_MIN_PARTNERS, _MIN_SHARE = 4, 0.08
_NONE = (0, 0)


def _sum(counters: Iterable[Mapping[str, int]]) -> dict[str, int]:
    # The largest is copied whole and the others added: a third of the time of adding all.
    rest = sorted(counters, key=len)
    total = dict(rest.pop()) if rest else {}
    get = total.get
    for counter in rest:
        for key, n in counter.items():
            total[key] = get(key, 0) + n
    return total


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
