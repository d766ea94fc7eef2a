"""Whole articles that are one text in several outlets: exact, edited, shortened or extended.

An article is compared by its sketch: the smallest 48 hashes of its runs of five words, which a text
of the same words has too (bottom-k MinHash: Broder 1997; Thorup 2013). A text cut out of a longer
one has those of its hashes that stand in it, so that containment shows as well.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from gofteh.families.words import stems_of
from gofteh.persons.bodies import body_key
from gofteh.persons.names import folded_words

_RUN = 5
SKETCH = 48
# Fewer words than this are a headline or a caption: many articles have the same.
FEWEST_WORDS = 20
# Two articles are one text from this share of the shorter sketch on; the very same from the second,
# as a share of both, and where neither has fewer runs than that share.
_SAME_TEXT, _EXACT = 0.5, 0.98
# A text with less than this share of the other's runs is shortened, not edited.
_SHORTENED = 0.8
_LONGEST_TEXT = 60_000
_HIGHEST = (1 << 32) - 1
# By how many of its smallest hashes an article is looked up.
_KEYS = 24
# Words around agencies' names that do not tell one from another.
_AGENCY_HEADS = frozenset("خبرگزاری پایگاه خبری روزنامه سایت شبکه خبر اطلاع رسانی گزارش".split())


class CopyRelation(StrEnum):
    """How one article's text is related to another's."""

    EXACT = "exact"
    EDITED = "edited"
    SHORTENED = "shortened"
    EXTENDED = "extended"


@dataclass(frozen=True, slots=True)
class Sketch:
    """What an article is compared by: the smallest hashes of its runs, and how many runs it has.

    All hashes up to ``hashes[-1]`` are there: two sketches are compared up to the lower of both.
    """

    hashes: tuple[int, ...]
    runs: int


def sketch_of(text: str) -> Sketch:
    """Return the sketch of an article's text; an empty one for a text too short to tell."""
    words = stems_of(text[:_LONGEST_TEXT])
    if len(words) < FEWEST_WORDS:
        return Sketch((), 0)
    runs = {
        zlib.crc32(" ".join(words[i : i + _RUN]).encode()) for i in range(len(words) - _RUN + 1)
    }
    return Sketch(tuple(sorted(runs)[:SKETCH]), len(runs))


def compare_texts(one: Sketch, other: Sketch) -> tuple[CopyRelation, float] | None:
    """Return how the text of ``one`` is related to that of ``other``, and the share in common.

    ``None`` where they are not one text. The share is of the shorter one's runs.
    """
    if not (one.hashes and other.hashes):
        return None
    reach = min(_reach(one), _reach(other))
    mine, theirs = (frozenset(h for h in side.hashes if h <= reach) for side in (one, other))
    least = min(len(mine), len(theirs))
    if not least:
        return None
    share = len(mine & theirs) / least
    if share < _SAME_TEXT:
        return None
    union = len(mine & theirs) / len(mine | theirs)
    return _relation(one, other, union), round(share, 4)


def _reach(sketch: Sketch) -> int:
    """The hash up to which a sketch holds all hashes of its text."""
    return sketch.hashes[-1] if sketch.runs > SKETCH else _HIGHEST


def _relation(one: Sketch, other: Sketch, union: float) -> CopyRelation:
    if union >= _EXACT and min(one.runs, other.runs) >= _EXACT * max(one.runs, other.runs):
        return CopyRelation.EXACT
    if one.runs < _SHORTENED * other.runs:
        return CopyRelation.SHORTENED
    if other.runs < _SHORTENED * one.runs:
        return CopyRelation.EXTENDED
    return CopyRelation.EDITED


def keys_of_sketch(sketch: Sketch) -> Sequence[int]:
    """Return the keys by which an article is looked up: the first of its hashes."""
    return sketch.hashes[:_KEYS]


@dataclass(frozen=True, slots=True)
class PossibleOriginal:
    """An article of the same text, from which another one may be copied."""

    article: str
    outlet: str | None
    minute: int
    relation: CopyRelation
    share: float
    credit: str | None = None


def original_of(
    credit: str | None, minute: int, outlet: str | None, candidates: Iterable[PossibleOriginal]
) -> tuple[PossibleOriginal, str] | None:
    """Return from which article another one was most likely copied, and why, in words.

    Of those published before it by other outlets: one of the agency that it credits; else one that
    credits the same agency; else any. Of several the one with the most in common, of equals the
    earlier. ``None`` where none was published before, or the dates are not known.
    """
    before = [one for one in candidates if one.minute and minute and one.minute <= minute]
    before = [one for one in before if one.outlet != outlet or one.outlet is None]
    if credit:
        named = [one for one in before if one.outlet and _names(credit, one.outlet)]
        if named:
            first = min(named, key=_closest)
            return first, f"credits {credit}"
        through = [one for one in before if one.credit == credit]
        if through:
            return min(through, key=_closest), f"credits {credit}, as an earlier one does"
    if not before:
        return None
    return min(before, key=_closest), "the closest of those that were published before"


def _closest(one: PossibleOriginal) -> tuple[float, int, str]:
    return -one.share, one.minute, one.article


def _names(credit: str, outlet: str) -> bool:
    """Whether the agency that an article credits is this outlet."""
    if body_key(credit, "organisation") == body_key(outlet, "organisation"):
        return True
    one, other = (frozenset(folded_words(name)) - _AGENCY_HEADS for name in (credit, outlet))
    return bool(one) and not one.isdisjoint(other)
