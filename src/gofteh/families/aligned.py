"""Two wordings side by side, word by word, for people to see."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from gofteh.persons.names import folded_words

_WORD = re.compile(r"\S+\s*")
# Texts are aligned over this many words: the time grows with the square.
_MOST_WORDS = 600


def aligned(one: str, other: str) -> Iterator[tuple[str, str, bool]]:
    """Yield runs of two texts in pairs, and whether both are the same but for letters' forms.

    The first parts join to the whole of ``one``, the second to that of ``other``.
    """
    a, b = (_WORD.findall(text) for text in (one, other))
    first, second = _keys(a[:_MOST_WORDS]), _keys(b[:_MOST_WORDS])
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    for kind, i, j, k, m in matcher.get_opcodes():
        yield "".join(a[i:j]), "".join(b[k:m]), kind == "equal"
    rest = "".join(a[_MOST_WORDS:]), "".join(b[_MOST_WORDS:])
    if any(rest):
        yield *rest, False


def _keys(words: list[str]) -> list[str]:
    return ["".join(folded_words(word)) for word in words]
