"""The slips that the extraction reads through, as a careful reader does in a damaged text.

How many depends on the text. Where plain slips are many, a word that is more likely a slip than
not is read as the right one; in a text with hardly any, only what is beyond doubt is. The result
keeps the raw text's words and offsets: these edits are of the view that is analysed.
"""

from __future__ import annotations

from bisect import bisect_right

from gofteh.repairing.damaged import damaged_edits
from gofteh.repairing.dotted import dotted_names
from gofteh.repairing.edits import Edit, offset_map
from gofteh.repairing.glued import glued_breaks, glued_sayings
from gofteh.repairing.letters import reads_otherwise
from gofteh.repairing.repair import Repaired, repair
from gofteh.repairing.sites import SEGMENT
from gofteh.repairing.spelling import spelling_edits
from gofteh.repairing.vocabulary import vocabulary
from gofteh.text.levels import Level

# Probabilities that a correction is right: more likely than not; plain; beyond doubt.
_LIKELY, _PLAIN, _SURE = 0.5, 0.8, 0.97
# A text with so many plain slips that are such a share of its words is damaged. With one letter in
# a hundred damaged, 2 % of the words of the corpus' median article are plain slips; of good text
# none are.
_MANY, _SHARE = 2, 0.008

# Start and end in the raw text, and what is read there.
Slip = tuple[int, int, str]


def reading_edits(raw: str, body_start: int = 0) -> list[Slip]:
    """Return ``(start, end, replacement)`` of the slips by which a raw text is read, sorted.

    The body, which alone can have lost its line breaks, begins at ``body_start``.
    """
    tidy = repair(raw, Level.CHARACTERS)
    slips = _slips(tidy)
    way = offset_map(tidy.edits)
    begin = way.to_view(0, body_start)[1] if body_start else 0
    body = tidy.text[begin:]
    breaks = [
        (*way.to_raw(begin + start, begin + end), after)
        for start, end, after in (
            *glued_breaks(body, vocabulary()),
            *glued_sayings(body, vocabulary()),
        )
    ]
    dotted = [(*way.to_raw(start, end), after) for start, end, after in dotted_names(tidy.text)]
    sure = _together(dotted, breaks) if dotted else breaks
    return _together(sure, slips) if sure else slips


def _slips(tidy: Repaired) -> list[Slip]:
    """The slips of letters and words, in offsets of the raw text."""
    slips = spelling_edits(tidy.text, vocabulary(), _LIKELY)
    letters = [(e.start, e.end, e.after) for e in tidy.edits if reads_otherwise(e)]
    if not slips:
        return letters
    plain = sum(slip.confidence >= _PLAIN for slip in slips)
    damaged = plain >= _MANY and plain >= _SHARE * len(SEGMENT.findall(tidy.text))
    least = _LIKELY if damaged else _SURE
    if damaged:
        slips = _disjoint([*damaged_edits(tidy.text, vocabulary()), *slips])
    way = offset_map(tidy.edits)
    found = [
        (*way.to_raw(slip.start, slip.end), slip.after)
        for slip in slips
        if slip.confidence >= least
    ]
    return _together(found, letters) if letters else found


def _together(first: list[Slip], others: list[Slip]) -> list[Slip]:
    """Return both in order, without those of ``others`` that overlap one of ``first``.

    None of ``first`` overlaps another.
    """
    ends = sorted((b, a) for a, b, _ in first)
    apart = []
    for one in others:
        behind = bisect_right(ends, one[0], key=_end)  # the first that ends behind its begin
        if behind == len(ends) or ends[behind][1] >= one[1]:
            apart.append(one)
    return sorted((*first, *apart))


def _end(range_: tuple[int, int]) -> int:
    return range_[0]


def _disjoint(edits: list[Edit]) -> list[Edit]:
    """Return the edits in order; of those that overlap, the one that begins first."""
    found: list[Edit] = []
    for edit in sorted(edits, key=lambda e: e.start):
        if not found or edit.start >= found[-1].end:
            found.append(edit)
    return found
