"""Where a segment may come apart: lost half-spaces, and words run together."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from gofteh.text.repair.affixes import (
    AFTER_HE,
    GLUED_AFTER,
    GLUED_BEFORE,
    GLUED_VERBS,
    PREVERBS,
    STEM_SUFFIXES,
    SURE_SUFFIXES,
    VERB_ENDINGS,
    VERB_PARTICLES,
    VERB_PREFIXES,
)
from gofteh.text.repair.lexicon import Lexicon, Splits

# Letters that do not join the next one: after them a missing space does not show.
APART = frozenset("اآدذرزژوأؤ")
# Verb prefixes, alone and behind a preverb; ``برمی‌گردند`` has one half-space.
_PREFIXES = (*VERB_PREFIXES, *(p + v for p in PREVERBS for v in VERB_PREFIXES))
# How often a word must have been seen: a stem, a part of a compound, a glued word beside a
# function word, and either of two glued words of other kinds.
_STEM, _PART, _GLUED, _TWO_GLUED = 3, 3, 20, 60
# Two words run together: one is so frequent, and so much more than the whole.
_FREQUENT, _MORE = 100, 30
# Word lists of the web have words run together too: what they list is doubted beside a word so
# much more frequent; two short words (``رابه``, but ``دراز``) only where nobody writes the whole.
_MORE_THAN_LISTED, _VERY = 300, 20_000
# A pair that is bound more often than once in so many times may be bound here.
_SELDOM_BOUND = 20
_WILL = "خواه"
# ``و`` begins many words: what it is run into must be more frequent still.
_AND, _FREQUENT_AFTER_AND = "و", 1000


def run_together(left: str, right: str, lexicon: Lexicon) -> bool:
    """Whether two words that careful writers part make up a segment that hardly anybody writes."""
    whole = left + right
    if left not in GLUED_BEFORE and right not in GLUED_VERBS:
        return False
    if left in VERB_PARTICLES and (right in lexicon.verbs or right.startswith(_WILL)):
        return False
    often = lexicon.words.get(right if left in GLUED_BEFORE else left, 0)
    least = _FREQUENT_AFTER_AND if left == _AND else _FREQUENT
    count = lexicon.words.get(whole, 0)
    if often < least or often < _MORE * count:
        return False
    pair = f"{left} {right}"
    spaced = sum(source.spaced.get(pair, 0) for source in lexicon.sources)
    if whole in lexicon.listed:
        both = left in GLUED_BEFORE and right in GLUED_AFTER
        if often < (_VERY if both else _MORE_THAN_LISTED) * max(count, 1) or (both and count > 1):
            return False
    return spaced >= _SELDOM_BOUND * lexicon.bound.get(pair, 0)


class Cut(NamedTuple):
    """A place in a segment, the parts beside it, and the parts beside those (or nothing)."""

    at: int
    left: str
    right: str
    before: str
    after: str


class Analyser:
    """Tells where a segment may come apart; remembers the segments it has met."""

    def __init__(self, lexicon: Lexicon, memory: int = 100_000) -> None:
        self._lexicon = lexicon
        self.cuts = lru_cache(maxsize=memory)(self._cuts)

    def _cuts(self, segment: str) -> tuple[Cut, ...]:
        """Return the places in question; two that are one letter apart exclude each other."""
        splits = self._splits(segment)
        if not splits:
            return ()
        found = [*_cuts_at(segment, splits)]
        other = self._other(segment, splits[-1])
        if other:
            kept = (*(s for s in splits[:-1] if s < other - 1), other)
            found.append(_cuts_at(segment, kept)[-1])
            found.sort()
        return tuple(found)

    def _splits(self, segment: str) -> Splits:
        lexicon = self._lexicon
        seen = lexicon.joined.get(segment)
        if seen:
            return seen
        if len(segment) < 4:
            return ()
        found = self._run_together(segment) or self._verb(segment) or self._suffixed(segment)
        if found or lexicon.words.get(segment, 0) > 2:
            return found
        if segment in lexicon.listed:
            return self._compound(segment)
        return (
            self._compound(segment)
            or self._unknown_stem(segment)
            or self._unknown_verb(segment)
            or self._glued(segment)
        )

    def _run_together(self, segment: str) -> Splits:
        """Where a short word was run into a long one that is far more frequent than the two."""
        for at in range(1, len(segment)):
            if run_together(segment[:at], segment[at:], self._lexicon):
                return (at,)
        return ()

    def _verb(self, segment: str) -> Splits:
        """``می‌روند``, ``برمی‌گشت``, ``می‌گفته‌اند``."""
        for prefix in _PREFIXES:
            at, rest = len(prefix), segment[len(prefix) :]
            if segment.startswith(prefix):
                if rest in self._lexicon.verbs:
                    return (at,)
                more = self._suffixed(rest) if len(rest) > 3 else ()
                if more and rest[: more[0]] in self._lexicon.verbs:
                    return (at, *(at + s for s in more))
        return ()

    def _unknown_verb(self, segment: str) -> Splits:
        """``می‌فشانید``: what stands behind the prefix at least ends like a verb."""
        for prefix in VERB_PREFIXES:
            rest = segment[len(prefix) :]
            if segment.startswith(prefix) and len(rest) > 3 and rest.endswith(VERB_ENDINGS):
                return (len(prefix),)
        return ()

    def _unknown_stem(self, segment: str) -> Splits:
        """``قبیله‌سالار‌ها``, ``رنگواره‌های``: a sure suffix, and what stands before it."""
        for suffix in SURE_SUFFIXES:
            at = len(segment) - len(suffix)
            if at > 2 and segment.endswith(suffix):
                return (*self._compound(segment[:at]), at)
        return ()

    def _suffixed(self, segment: str) -> Splits:
        """``کتاب‌ها``, ``خانه‌اش``, ``بزرگ‌ترین``."""
        words = self._lexicon.words
        count = words.get(segment, 0)
        for suffix in SURE_SUFFIXES:
            at = len(segment) - len(suffix)
            if at > 1 and segment.endswith(suffix) and words.get(segment[:at], 0) > count:
                return self._inner(segment[:at], at)
        if count > 2:
            return ()
        for suffix in STEM_SUFFIXES:
            at = len(segment) - len(suffix)
            if at > 2 and segment.endswith(suffix) and self._stem(segment[:at]):
                return self._inner(segment[:at], at)
        return ()

    def _compound(self, segment: str) -> Splits:
        """``روان‌پزشک``: one part likes company, the other is a word."""
        lexicon = self._lexicon
        for at in range(2, len(segment) - 1):
            left, right = segment[:at], segment[at:]
            if (right in lexicon.rights and self._part(left)) or (
                left in lexicon.lefts and self._part(right)
            ):
                more = lexicon.joined.get(right, ())
                return (*self._inner(left, at), *(at + s for s in more))
        return ()

    def _glued(self, segment: str) -> Splits:
        """Where two words were run together; the likeliest place only."""
        places = ((self._worth(segment[:at], segment[at:]), at) for at in range(1, len(segment)))
        worth, best = max(places)
        if not worth:
            return ()
        left, right = segment[:best], segment[best:]
        more = self._lexicon.joined.get(right, ())
        return (*self._inner(left, best), *(best + s for s in more))

    def _worth(self, left: str, right: str) -> int:
        """How common the rarer of two words is, zero where they are not run together."""
        rarer = min(self._frequency(left), self._frequency(right))
        if left in GLUED_BEFORE or right in GLUED_AFTER:
            long = len(right if left in GLUED_BEFORE else left) > 2
            return rarer * 8 if long and rarer >= _GLUED else 0
        long = len(left) > 2 and len(right) > 2
        return rarer if long and left[-1] in APART and rarer >= _TWO_GLUED else 0

    def _other(self, segment: str, last: int) -> int:
        """``زمین‌های`` may be ``زمینه‌ای`` and the other way round: the other place, or 0."""
        right = segment[last:]
        if right[0] == "ه" and right[1:] in AFTER_HE:
            stem = segment[: last + 1]
            known = self._stem(stem) or self._lexicon.kind(stem) == "p"
            return last + 1 if known else 0
        if right in AFTER_HE and segment[last - 1] == "ه" and "ه" + right in STEM_SUFFIXES:
            return last - 1 if self._stem(segment[: last - 1]) else 0
        return 0

    def _stem(self, stem: str) -> bool:
        lexicon = self._lexicon
        if lexicon.known(stem, _STEM) or stem in lexicon.joined or stem in lexicon.listed:
            return True
        return lexicon.kind(stem) == "p" or self._with_preverb(stem)

    def _with_preverb(self, stem: str) -> bool:
        """``فروریخته``."""
        verbs = self._lexicon.verbs
        return stem.endswith("ه") and any(
            stem.startswith(p) and stem[len(p) :] in verbs for p in PREVERBS
        )

    def _part(self, word: str) -> bool:
        return self._lexicon.known(word, _PART) or word in self._lexicon.joined

    def _inner(self, stem: str, at: int) -> Splits:
        return (*self._lexicon.joined.get(stem, ()), at)

    def _frequency(self, word: str) -> int:
        return max(self._lexicon.words.get(word, 0), 30 if word in self._lexicon.joined else 0)


def _cuts_at(segment: str, splits: Splits) -> list[Cut]:
    edges = (0, *splits, len(segment))
    parts = ["", *(segment[a:b] for a, b in pairwise(edges)), ""]
    return [
        Cut(at, parts[k], parts[k + 1], parts[k - 1], parts[k + 2])
        for k, at in enumerate(splits, 1)
    ]
