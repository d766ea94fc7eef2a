"""Where the spacing of a line is in question.

A *segment* is a run of Persian letters; a *gap* is what stands between two of them that touch:
a space, a no-break space or a half-space. A *site* is a gap, or a place inside a segment, for
which the lexicon knows another writing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from gofteh.text.repair.affixes import COUPLED, ONE_WORD, SUFFIXES, VERB_PREFIXES
from gofteh.text.repair.lexicon import HALF_SPACE, Analyser, Lexicon, Splits

# Persian letters, also the Arabic ones that the character level leaves, with their vowel marks.
LETTERS = (
    "\u0621-\u063a\u0641-\u064a\u0671-\u0673\u067e\u0686\u0698\u06a9\u06af\u06c0\u06c1\u06cc\u06d5"
)
SEGMENT = re.compile(f"[{LETTERS}\u064b-\u065f\u0670]+")
_MARKS = re.compile("[\u064b-\u065f\u0670]+")

# What stands at a site, and the labels of the model: nothing, a half-space, a space.
NOTHING, HALF, SPACE, NO_BREAK = "j", "z", "s", "n"
LABELS = NOTHING + HALF + SPACE
WRITTEN = {NOTHING: "", HALF: HALF_SPACE, SPACE: " "}
_GAPS = {" ": SPACE, "\u00a0": NO_BREAK, "\u202f": NO_BREAK}
# A word with so many partners is asked about before every other word.
_MANY_PARTNERS = 8


class Site(NamedTuple):
    """A place ``[start, end)`` of a line: empty inside a segment, one character at a gap."""

    start: int
    end: int
    observed: str
    left: str
    right: str
    before: str
    after: str


def find_sites(text: str, lexicon: Lexicon, analyser: Analyser) -> list[Site]:
    """Return the sites of one line, in order."""
    matches = list(SEGMENT.finditer(text))
    words = [_bare(m.group()) for m in matches]
    padded = ["", *words, "", ""]  # the words around word ``i`` are ``i`` and ``i + 2``
    found: list[Site] = []
    last = len(words) - 1
    for i, match in enumerate(matches):
        word, end = words[i], match.end()
        inner = analyser.splits(word) if len(word) > 3 else ()
        if inner and text.startswith(word, match.start()):
            found += _inside(word, match.start(), inner, padded[i], padded[i + 2])
        if i == last or matches[i + 1].start() != end + 1:
            continue
        observed = _GAPS.get(text[end])
        if observed and _questioned(word, words[i + 1], lexicon):
            found.append(Site(end, end + 1, observed, word, words[i + 1], padded[i], padded[i + 3]))
    return found


def _bare(segment: str) -> str:
    return segment if segment.isalpha() else _MARKS.sub("", segment)


def _questioned(left: str, right: str, lexicon: Lexicon) -> bool:
    """Whether two neighbours might belong together."""
    bound = lexicon.bound.get(f"{left} {right}", 0)
    if left in VERB_PREFIXES:
        return right in lexicon.verbs or bound > 2 or not lexicon.known(right, 5)
    if right in SUFFIXES or bound or left in COUPLED or left + right in ONE_WORD:
        return True
    if lexicon.rights.get(right, 0) >= _MANY_PARTNERS:
        return True
    if lexicon.lefts.get(left, 0) >= _MANY_PARTNERS:
        return True
    words = lexicon.words
    count = words.get(left + right, 0)
    return count > 2 and count > min(words.get(left, 0), words.get(right, 0)) // 4


def _inside(word: str, start: int, inner: Splits, before: str, after: str) -> Iterator[Site]:
    cuts = (0, *inner, len(word))
    parts = [before, *(word[a:b] for a, b in pairwise(cuts)), after]
    for k, at in enumerate(inner, 1):
        place = start + at
        yield Site(place, place, NOTHING, parts[k], parts[k + 1], parts[k - 1], parts[k + 2])
