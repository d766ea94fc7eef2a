"""Where the spacing of a line is in question.

A *segment* is a run of Persian letters; a *gap* is what stands between two of them that touch:
a space, a no-break space or a half-space. A *site* is a gap, or a place inside a segment, for
which the lexicon knows another writing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate, pairwise
from typing import NamedTuple

from gofteh.repairing.analyser import Analyser
from gofteh.repairing.spacing_lexicon import HALF_SPACE, Splits

# Persian letters, also the Arabic ones that the character level leaves, with their vowel marks.
LETTERS = (
    "\u0621-\u063a\u0641-\u064a\u0671-\u0673\u067e\u0686\u0698\u06a9\u06af\u06c0\u06c1\u06cc\u06d5"
)
SEGMENT = re.compile(f"[{LETTERS}\u064b-\u065f\u0670]+")
# No word is longer, not even two run together; what is longer is left alone.
LONGEST_WORD = 48
PARTS = re.compile(f"({SEGMENT.pattern})")
_MARKS = re.compile("[\u064b-\u065f\u0670]+")

# What stands at a site, and the labels of the model: nothing, a half-space, a space.
NOTHING, HALF, SPACE, NO_BREAK = "j", "z", "s", "n"
LABELS = NOTHING + HALF + SPACE
WRITTEN = {NOTHING: "", HALF: HALF_SPACE, SPACE: " "}
_GAPS = {" ": SPACE, "\u00a0": NO_BREAK, "\u202f": NO_BREAK}


class Site(NamedTuple):
    """A place ``[start, end)`` of a line: empty inside a segment, one character at a gap."""

    start: int
    end: int
    observed: str
    left: str
    right: str
    before: str
    after: str


def find_sites(text: str, analyser: Analyser) -> list[Site]:
    """Return the sites of one line, in order."""
    parts = PARTS.split(text)  # gap, segment, gap, segment, …, gap
    segments = parts[1::2]
    if not segments:
        return []
    marked = _MARKS.search(text) is not None
    words = [_MARKS.sub("", segment) for segment in segments] if marked else segments
    if max(map(len, words)) > LONGEST_WORD:
        words = ["" if len(word) > LONGEST_WORD else word for word in words]
    ends = list(accumulate(map(len, parts)))[1::2]
    padded = ["", *words, "", ""]  # the words around word ``i`` are ``i`` and ``i + 2``
    found: list[Site] = []
    habits = [analyser.habits(word) for word in words]
    together = analyser.questioned(words, habits)
    for i, (word, end, ask) in enumerate(zip(words, ends, together, strict=True)):
        inner = habits[i].splits
        if inner and segments[i].startswith(word):
            found += _inside(word, end - len(segments[i]), inner, padded[i], padded[i + 2])
        if ask and (observed := _GAPS.get(parts[2 * i + 2])):
            right = padded[i + 2]
            if word and right:
                found.append(Site(end, end + 1, observed, word, right, padded[i], padded[i + 3]))
    return found


def _inside(word: str, start: int, inner: Splits, before: str, after: str) -> Iterator[Site]:
    cuts = (0, *inner, len(word))
    parts = [before, *(word[a:b] for a, b in pairwise(cuts)), after]
    for k, at in enumerate(inner, 1):
        place = start + at
        yield Site(place, place, NOTHING, parts[k], parts[k + 1], parts[k - 1], parts[k + 2])
