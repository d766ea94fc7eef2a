"""``ا...`` for ``الله``: printed papers leave the name of God out of names and titles.

``آیت‌ا...``, ``حبیب ا…``, ``عبدا..``: read as it stands, the dots would end the sentence in the
midst of a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from gofteh.lexicon.names import given_names
from gofteh.text.fold import fold_word

# What stands in front of it besides given names: titles, and fixed expressions.
_ALSO = ("آیت", "حزب", "ثار", "انشاء", "شاء", "ماشاء", "رسول", "حجت", "عبد", "بقیت", "بقیه")
_GOD = "الله"
# A word of at most twelve letters, a blank or half-space or none, an alef and two to four dots.
_DOTTED = re.compile("(?<!\\w)([^\\W\\d_]{2,12}?)([ \u200c]?)ا(?:\\.{2,4}|…)(?=[ \u200c]?\\w)")


def dotted_names(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield ``(start, end, replacement)`` of each place in a text, in order."""
    if ".." not in text and "…" not in text:
        return
    for found in _DOTTED.finditer(text):
        if fold_word(found[1]) in _stems():
            joined = "\u200c" if found[2] else ""
            apart = " " if text[found.end()].isalnum() else ""
            yield found.start(2), found.end(), f"{joined}{_GOD}{apart}"


@cache
def _stems() -> frozenset[str]:
    """The beginnings of the given names that end in the name of God, and the other words."""
    endings = (_GOD, "اله")
    names = (n.removesuffix(end) for n in given_names() for end in endings if n.endswith(end))
    return frozenset(fold_word(stem) for stem in (*names, *_ALSO))
