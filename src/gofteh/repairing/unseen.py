"""Two words that are seen together nowhere, and the space between them: whether it surely stays.

Most pairs of words in question in a text are such. What the model says of them adds up from each
word alone and from their sorts, of which there are few: each part is computed once and remembered.
That is much less work than all features of every new pair. Where the sum leaves a doubt, the
features are asked after all.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from gofteh.repairing.affixes import ONE_WORD, SUFFIXES
from gofteh.repairing.sites import SPACE
from gofteh.repairing.spacing_features import (
    Scores,
    Sort,
    left_features,
    outline_features,
    right_features,
    size,
    unseen_features,
)
from gofteh.repairing.spacing_lexicon import SpacingLexicon
from gofteh.repairing.spacing_rules import is_for_rules
from gofteh.repairing.swings import ROUNDING, Swings

# Words of which the parts are kept; sorts of words are few.
_MEMORY, _SORTS = 1 << 16, 1 << 12
# By how much a space is likelier than nothing, and than a half-space.
_Leads = tuple[float, float]


@dataclass(frozen=True, slots=True)
class _Side:
    """What a word says of the space beside it, and the sort of word that it is.

    ``nothing``, ``half``: by how much it makes a space likelier than these, less what line and
    neighbours may say against that. ``open``: whether rules or other features speak besides.
    """

    nothing: float
    half: float
    sort: Sort
    length: int
    open: bool


class Unseen:
    """Tells which spaces surely stay between two words that no source has together."""

    def __init__(
        self, lexicon: SpacingLexicon, weights: Mapping[str, Scores], bias: Scores, swings: Swings
    ) -> None:
        self._lexicon, self._weights, self._swings = lexicon, weights, swings
        self._bias = bias
        # What any source has, as one word, or as two in any writing.
        words = [source.words for source in lexicon.sources]
        self._words = ONE_WORD.union(lexicon.listed, *words)
        pairs = [pairs for source in lexicon.sources for pairs in (source.bound, source.spaced)]
        # … and pairs that have a weight of their own.
        own = {name[2:] for name in weights if name[:2] == f"p{SPACE}"}
        self._pairs = own.union(swings.pairs(SPACE), *pairs)
        self._swing = swings.of_any(SPACE)
        self._left = lru_cache(maxsize=_MEMORY)(self._of_left)
        self._right = lru_cache(maxsize=_MEMORY)(self._of_right)
        self._sorts = lru_cache(maxsize=_SORTS)(self._of_sorts)
        self._outlines = lru_cache(maxsize=_SORTS)(self._of_outlines)

    def stays(self, left: str, right: str) -> bool:
        """Return whether the space between two words stays in any line, beside any words."""
        if left + right in self._words or f"{left} {right}" in self._pairs:
            return False
        one, two = self._left(left), self._right(right)
        if one.open or two.open:
            return False
        n, h = self._sorts(one.sort, two.sort)
        x, y = self._outlines(left[-1], right[0], one.length, two.length)
        nothing, half = one.nothing + two.nothing + n + x, one.half + two.half + h + y
        return min(nothing, half) > self._swing

    def _of_left(self, word: str) -> _Side:
        lexicon, swings = self._lexicon, self._swings
        n, h = self._leads(left_features(SPACE, word))
        swing = swings.of_left(SPACE, word) + swings.of_left(SPACE, word, line=True)
        partners = size(lexicon.lefts.get(word, 0))
        rules = is_for_rules(SPACE, word, "", lexicon)
        return self._side(word, n - swing, h - swing, partners, rules)

    def _of_right(self, word: str) -> _Side:
        swings = self._swings
        n, h = self._leads(right_features(SPACE, word))
        swing = swings.of_right(SPACE, word) + swings.of_right(SPACE, word, line=True)
        partners = size(self._lexicon.rights.get(word, 0))
        return self._side(word, n - swing, h - swing, partners, word in SUFFIXES)

    def _side(self, word: str, nothing: float, half: float, partners: int, more: bool) -> _Side:
        frequency, listed = size(self._lexicon.words.get(word, 0)), word in self._lexicon.listed
        return _Side(nothing, half, Sort(frequency, partners, listed), len(word), more)

    def _of_sorts(self, left: Sort, right: Sort) -> _Leads:
        """What the sorts of two words say, and what all such pairs have in common."""
        a, b, c = self._bias
        n, h = self._leads(unseen_features(SPACE, left, right, len(self._lexicon.sources)))
        return n + c - a - ROUNDING, h + c - b - ROUNDING

    def _of_outlines(self, last: str, first: str, left: int, right: int) -> _Leads:
        return self._leads(outline_features(SPACE, last, first, left, right))

    def _leads(self, names: list[str]) -> _Leads:
        found = [self._weights[name] for name in names if name in self._weights]
        return sum(c - a for a, _, c in found), sum(c - b for _, b, c in found)
