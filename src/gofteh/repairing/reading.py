"""What a careful reader sees in a damaged text: the repair that the analysis works on.

How bold it is depends on the text. Where slips that nobody could doubt are many, a word that is
more likely a slip than not is read as the right one; a text with hardly any is taken at its
word. Nothing of it shows in the result, whose offsets and words stay those of the raw text.
"""

from __future__ import annotations

from gofteh.repairing.damaged import damaged_edits
from gofteh.repairing.edits import Edit, offset_map
from gofteh.repairing.letters import reads_otherwise
from gofteh.repairing.repair import repair
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


def reading_edits(raw: str) -> list[Reading]:
    """Return ``(start, end, replacement)`` of the slips by which a raw text is read, sorted."""
    tidy = repair(raw, Level.CHARACTERS)
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
    return _with_letters(found, letters) if letters else found


def _with_letters(slips: list[Reading], letters: list[Reading]) -> list[Reading]:
    """Return both in order; a letter within a slip is read with it."""
    apart = [one for one in letters if not any(a < one[1] and one[0] < b for a, b, _ in slips)]
    return sorted((*slips, *apart))


def _disjoint(edits: list[Edit]) -> list[Edit]:
    """Return the edits in order, the first of those that touch."""
    found: list[Edit] = []
    for edit in sorted(edits, key=lambda e: e.start):
        if not found or edit.start >= found[-1].end:
            found.append(edit)
    return found
