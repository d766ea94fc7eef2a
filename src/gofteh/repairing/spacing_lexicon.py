"""Counts of Persian words as carefully written text spells them, and what follows from them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from gofteh.repairing.affixes import (
    GLUED_BEFORE,
    GLUED_VERBS,
    VERB_PARTICLES,
)

HALF_SPACE = "\u200c"
# Two words were run together where one of them is so frequent, and so many times as frequent as the
# whole.
_FREQUENT, _MORE = 100, 30
# Not where the pair is bound more often than once in so many times: it may be bound here, too.
_SELDOM_BOUND = 20
_WILL = "خواه"
# ``و`` begins many words: what it is run into must be more frequent still.
_AND, _FREQUENT_AFTER_AND = "و", 1000
# Where a segment may come apart: offsets into it.
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
class SpacingLexicon:
    """The counts of several collections, and what follows from them all.

    ``words`` and ``bound`` are sums over running text; ``bound`` holds the pairs of word lists as
    well, whose words are ``listed``. ``joined`` tells where the half-spaces of a segment stood that
    was run together, ``verbs`` are forms that follow ``می``. ``lefts`` and ``rights`` count the
    partners of a word before and after a half-space.
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


def run_together(left: str, right: str, lexicon: SpacingLexicon) -> bool:
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
