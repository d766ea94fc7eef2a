"""Where the spacing of a line is in question.

A *segment* is a run of Persian letters; a *gap* is what stands between two of them that touch:
a space, a no-break space or a half-space. A *site* is a gap, or a place inside a segment, for
which the lexicon knows another writing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple

from gofteh.repairing.analyser import Analyser, Habits
from gofteh.repairing.spacing_lexicon import HALF_SPACE

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


# The fields of a site: few of those found are ever looked at as one.
SiteFields = tuple[int, int, str, str, str, str, str]


def find_sites(text: str, analyser: Analyser) -> list[SiteFields]:
    """Return the sites of one line, in order, each as the fields of a `Site`."""
    parts = PARTS.split(text)  # gap, segment, gap, segment, …, gap
    segments = parts[1::2]
    if not segments:
        return []
    words = _plain(segments, text)
    habits = list(map(analyser.habits, words))
    asked = _asked(words, habits)
    if not asked:
        return []
    ends = list(accumulate(map(len, parts)))[1::2]
    padded = ["", *words, "", ""]  # the words around word ``i`` are ``i`` and ``i + 2``
    found: list[SiteFields] = []
    for i in asked:
        word, right, end, habit = words[i], padded[i + 2], ends[i], habits[i]
        if habit.splits and segments[i].startswith(word):
            found += _inside(habit, end - len(segments[i]), padded[i], right)
        observed = _GAPS.get(parts[2 * i + 2])
        if observed and word and right and analyser.questioned(word, right, habit, habits[i + 1]):
            found.append((end, end + 1, observed, word, right, padded[i], padded[i + 3]))
    return found


def _plain(segments: list[str], text: str) -> list[str]:
    """Return segments without marks, and nothing instead of those that are no words."""
    words = segments
    if _MARKS.search(text):  # no mark is a letter
        words = [one if one.isalpha() else _MARKS.sub("", one) for one in segments]
    if max(map(len, words)) > LONGEST_WORD:
        return ["" if len(word) > LONGEST_WORD else word for word in words]
    return words


def _asked(words: list[str], habits: list[Habits]) -> list[int]:
    """Return which words may be in question, themselves or with the word behind; most are not."""
    found = [
        i
        for i, (one, two, right) in enumerate(zip(habits, habits[1:], words[1:], strict=False))
        if one.loud or two.after or right in one.partners
    ]
    return [*found, len(words) - 1] if habits[-1].splits else found


def _inside(habit: Habits, start: int, before: str, after: str) -> Iterator[SiteFields]:
    parts = (before, *habit.parts, after)
    for k, at in enumerate(habit.splits, 1):
        place = start + at
        yield place, place, NOTHING, parts[k], parts[k + 1], parts[k - 1], parts[k + 2]
