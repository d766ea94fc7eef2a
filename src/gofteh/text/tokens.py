"""Tokens of a view: words, numbers and single signs, as parallel tuples."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

# A number keeps its inner separators (3.5, 1,200, 12:30); a word is letters and digits.
# Words, the most of all tokens, are tried first, by the ranges of their usual letters, which are
# found faster than by the class of all letters. A group, so that splitting keeps what matches.
_LETTERS = "\u0621-\u063a\u0641-\u064a\u0671-\u06d3"
_TOKEN = re.compile(
    rf"([{_LETTERS}]+[^\W\d_]*|[^\W\d_]+|\d+(?:[.,:/]\d+)*|\n|[^\w\s]|_)", re.UNICODE
)
# Empty words behind the last token. Python reads index -1 as the last item of a tuple, so they
# stand in front of the first token as well: one look, no call, no test of bounds.
_PADDING = ("",) * 16


class Range(NamedTuple):
    """A half-open run of tokens, by their indices."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Tokens:
    """Words with their half-open offsets into the view; line breaks are tokens too.

    ``words`` gives the empty word up to 16 tokens beyond either end, so a rule may look at its
    neighbours without asking where the text ends. No table holds the empty word, and it equals
    none. For the words alone, as many as there are tokens, ask `all`. ``places`` tells where each
    word stands, so that a rule about one word need not walk through the article.
    """

    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    places: Mapping[str, Sequence[int]]

    def __len__(self) -> int:
        return len(self.starts)

    @property
    def all(self) -> tuple[str, ...]:
        """Every token's word, and no other."""
        return self.words[: len(self.starts)]

    def at(self, i: int, *words: str) -> bool:
        """Return whether these words stand in a row from token ``i`` on."""
        return self.words[i : i + len(words)] == words

    def of(self, tokens: Range) -> tuple[str, ...]:
        """Return the words of a range."""
        return self.words[tokens[0] : tokens[1]]


def word_at(words: Sequence[str], i: int) -> str:
    """Return a word of a phrase, the empty word beyond either end."""
    return words[i] if 0 <= i < len(words) else ""


def tokenise(text: str) -> Tokens:
    """Return the tokens of a view text, in order."""
    parts = _TOKEN.split(text)  # gap, token, gap, token, …, gap
    borders = tuple(accumulate(map(len, parts)))
    words = parts[1::2]
    places: defaultdict[str, list[int]] = defaultdict(list)
    for i, word in enumerate(words):
        places[word].append(i)
    return Tokens((*words, *_PADDING), borders[:-1:2], borders[1::2], dict(places))
