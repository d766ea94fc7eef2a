"""Paragraph breaks that a crawler lost: where they stood, told by what it left behind.

Extractors that join paragraphs without a space leave a full stop glued to the next letter
(``آغاز شد.مدیر``); others leave two spaces or more. Either is a slip in one text and the trace of
all breaks in another, so a text is read so only where it has few line breaks or none and the
traces are many. The text itself stays as it is: a break is an edit of the view alone.
"""

from __future__ import annotations

import re

Edit = tuple[int, int, str]

# A sentence's end, with closing marks, glued to a word of two letters or more; a single letter
# in front or behind is an initial (``آ.اس``), digits are numbers.
# What it looks back at stands behind its sign, for which a text is scanned fast; so below.
_GLUED = re.compile(r"[.؟!](?<=[^\W\d_a-zA-Z]{2}.)(?:[»\"”])?(?=[«\"“]?[^\W\d_a-zA-Z]{2})")
# A sentence's end and the wide blank behind it.
_WIDE = re.compile(r"[.؟!:»]([ \u00a0\t]{2,})(?=\S)")
# So many traces tell that all breaks were lost, in a text with at most one line break for every
# so many of them.
_FEWEST, _TO_A_BREAK = 2, 4


def lost_breaks(raw: str, start: int = 0) -> list[Edit]:
    """Return ``(start, end, replacement)`` by which a view gets the lost breaks back, sorted.

    Raw offsets from ``start`` on (where the body begins); empty where the text kept its breaks.
    """
    kept = raw.count("\n", start)
    found = _after(_GLUED, raw, start)
    found = found if _tells(len(found), kept) else []
    blanks = [(*m.span(1), "\n") for m in _WIDE.finditer(raw, start)]
    if _tells(len(blanks), kept):
        found += blanks
    return sorted(found)


def _tells(traces: int, kept: int) -> bool:
    return traces >= _FEWEST and traces >= _TO_A_BREAK * kept


def _after(pattern: re.Pattern[str], raw: str, start: int) -> list[Edit]:
    """A break behind the last sign of each match."""
    return [(m.end() - 1, m.end(), raw[m.end() - 1] + "\n") for m in pattern.finditer(raw, start)]
