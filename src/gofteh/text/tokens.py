"""Tokens of a view: words, numbers and single signs, as parallel tuples."""

from __future__ import annotations

import re
from dataclasses import dataclass

# A number keeps its inner separators (3.5, 1,200, 12:30); a word is letters and digits.
_TOKEN = re.compile(r"\d+(?:[.,:/]\d+)*|[^\W\d_]+|\d+|\n|[^\w\s]|_", re.UNICODE)


@dataclass(frozen=True, slots=True)
class Tokens:
    """Words with their half-open offsets into the view; line breaks are tokens too."""

    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.words)


def tokenise(text: str) -> Tokens:
    """Return the tokens of a view text, in order."""
    words, starts, ends = [], [], []
    for match in _TOKEN.finditer(text):
        words.append(match.group())
        starts.append(match.start())
        ends.append(match.end())
    return Tokens(tuple(words), tuple(starts), tuple(ends))
