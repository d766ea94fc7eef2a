"""Paragraph breaks that a crawler lost: where they stood, told by what it left behind.

Extractors that join paragraphs without a space leave a full stop glued to the next letter
(``آغاز شد.مدیر``); others leave two spaces or more. Either is a slip in one text and the trace of
all breaks in another, so a text is read so only where it has few line breaks or none and the
traces are many. The text itself stays as it is: a break is an edit of the view alone.
"""

from __future__ import annotations

import re
from itertools import chain

# Start, end and replacement: how a part of a raw text is read, in half-open raw offsets.
Edit = tuple[int, int, str]

# A sentence's end, with closing marks, glued to a word of two letters or more; a single letter
# in front or behind is an initial (``آ.اس``), digits are numbers.
# The look-behind stands behind the sign: an expression that begins with a set of characters is
# searched for much faster than one that begins with a look-behind.
_GLUED = re.compile(r"[.؟!](?<=[^\W\d_a-zA-Z]{2}.)(?:[»\"”])?(?=[«\"“]?[^\W\d_a-zA-Z]{2})")
# A sentence's end and the wide blank behind it.
_WIDE = re.compile(r"[.؟!:»]([ \u00a0\t]{2,})(?=\S)")
# All breaks were lost where there are at least so many traces, and so many for each line break
# that the text still has.
_MIN_TRACES, _TRACES_A_BREAK = 2, 4


def lost_breaks(raw: str, start: int = 0) -> list[Edit]:
    """Return ``(start, end, replacement)`` by which a view gets the lost breaks back, sorted.

    Raw offsets from ``start`` on (where the body begins); empty where the text kept its breaks.
    """
    kept = raw.count("\n", start)
    glued = _breaks_behind(_GLUED, raw, start)
    wide = [(*m.span(1), "\n") for m in _WIDE.finditer(raw, start)]
    found = (traces for traces in (glued, wide) if _all_were_lost(len(traces), kept))
    return sorted(chain.from_iterable(found))


def _all_were_lost(traces: int, kept: int) -> bool:
    return traces >= _MIN_TRACES and traces >= _TRACES_A_BREAK * kept


def _breaks_behind(pattern: re.Pattern[str], raw: str, start: int) -> list[Edit]:
    """The edits that put a break behind the last character of each match."""
    return [(m.end() - 1, m.end(), raw[m.end() - 1] + "\n") for m in pattern.finditer(raw, start)]
