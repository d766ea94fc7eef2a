"""What a careful reader sees in a damaged text: the repair that the analysis works on.

How bold it is depends on the text. Where slips that nobody could doubt are many, a word that is
more likely a slip than not is read as the right one; a text with hardly any is taken at its
word. Nothing of it shows in the result, whose offsets and words stay those of the raw text.
"""

from __future__ import annotations

from gofteh.repairing.damaged import damaged_edits
from gofteh.repairing.edits import Edit, offset_map
from gofteh.repairing.glued import glued_breaks
from gofteh.repairing.letters import reads_otherwise
from gofteh.repairing.repair import Repaired, repair
from gofteh.repairing.sites import SEGMENT
from gofteh.repairing.spelling import spelling_edits
from gofteh.repairing.vocabulary import vocabulary
from gofteh.text.levels import Level

# More likely right than wrong; plain; beyond doubt.
_LIKELY, _PLAIN, _SURE = 0.5, 0.8, 0.97
# So many plain slips, and such a share of all words, make a damaged text. One letter in a hundred
# damaged gives 2 % in the median article of the corpus, good text none.
_MANY, _SHARE = 2, 0.008

Reading = tuple[int, int, str]


def reading_edits(raw: str, body_start: int = 0) -> list[Reading]:
    """Return ``(start, end, replacement)`` of the slips by which a raw text is read, sorted.

    The body, which alone can have lost its line breaks, begins at ``body_start``.
    """
    tidy = repair(raw, Level.CHARACTERS)
    slips = _slips(tidy)
    way = offset_map(tidy.edits)
    begin = way.to_view(0, body_start)[1] if body_start else 0
    breaks = [
        (*way.to_raw(begin + start, begin + end), after)
        for start, end, after in glued_breaks(tidy.text[begin:], vocabulary())
    ]
    return _together(breaks, slips) if breaks else slips


def _slips(tidy: Repaired) -> list[Reading]:
    """The slips of letters and words."""
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


def _together(first: list[Reading], others: list[Reading]) -> list[Reading]:
    """Return both in order; of those that touch, the first: a letter in a slip is read with it."""
    apart = [one for one in others if not any(a < one[1] and one[0] < b for a, b, _ in first)]
    return sorted((*first, *apart))


def _disjoint(edits: list[Edit]) -> list[Edit]:
    """Return the edits in order, the first of those that touch."""
    found: list[Edit] = []
    for edit in sorted(edits, key=lambda e: e.start):
        if not found or edit.start >= found[-1].end:
            found.append(edit)
    return found
