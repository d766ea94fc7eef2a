"""A reading as a notebook shows it: the article from right to left, its statements marked. Pure.

The text is cut wherever a part begins or ends, and each piece is coloured by what covers it: so
marks that cross or stand in one another need no nesting. All styles are in the elements, since a
notebook has no style sheet of ours.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gofteh.records.types import Reading, Statement

# A notebook holds what its cells show: of longer articles the beginning.
LONGEST = 20_000
# Half-surrogates, which no notebook can keep, and marks that would turn other lines around.
_HARMFUL = re.compile("[\ud800-\udfff\u202a-\u202e\u2066-\u2069]")
# Hues in degrees: speakers whose numbers follow one another get colours that differ much.
_HUES = (210, 30, 120, 280, 0, 170, 55, 320)
_BOX = "direction:rtl;text-align:right;white-space:pre-wrap;line-height:2;max-width:60em"
_MANNERS = {"direct": "solid", "indirect": "dashed", "mixed": "double"}


def shown(reading: Reading) -> str:
    """Return the article as HTML with its speakers below; whatever it holds is escaped."""
    raw = reading.article.raw[:LONGEST]
    left_out = len(reading.article.raw) - len(raw)
    rest = f"<p dir='ltr'>… {left_out:,} more characters</p>" if left_out else ""
    return (
        f"<div lang='fa' dir='rtl' style='{_BOX}'>{''.join(_pieces(reading, raw))}</div>"
        f"{rest}<ul lang='fa' dir='rtl' style='text-align:right'>{''.join(_voices(reading))}</ul>"
    )


def _pieces(reading: Reading, raw: str) -> Iterator[str]:
    """The text in HTML, cut wherever the content or the cue of a statement begins or ends."""
    edges = {0, len(raw)}
    opened: dict[int, list[tuple[str, Statement]]] = {}
    closed: dict[int, list[tuple[str, Statement]]] = {}
    for one in reading.statements:
        parts = [("content", span) for span in one.content] + [("cue", span) for span in one.cue]
        for kind, span in parts:
            edges |= {min(span.start, len(raw)), min(span.end, len(raw))}
            opened.setdefault(span.start, []).append((kind, one))
            closed.setdefault(span.end, []).append((kind, one))
    covering: list[tuple[str, Statement]] = []
    for start, end in pairwise(sorted(edges)):
        for part in closed.get(start, ()):
            covering.remove(part)
        covering += opened.get(start, ())
        yield _piece(raw[start:end], covering)


def _piece(text: str, covering: list[tuple[str, Statement]]) -> str:
    """A piece in HTML, coloured by the parts of statements that cover it."""
    clean = _clean(text)
    if not covering:
        return clean
    # A cue is shown within any content; of contents the innermost one, which begins last.
    kind, one = next((part for part in reversed(covering) if part[0] == "cue"), covering[-1])
    hue = _hue(one.speaker.id)
    look = (
        f"font-weight:bold;color:hsl({hue} 70% 40%)"
        if kind == "cue"
        else f"background:hsl({hue} 80% 60% / .25);"
        f"border-bottom:2px {_MANNERS[one.manner.value]} hsl({hue} 60% 50%)"
    )
    title = f"{one.speaker.name or '?'} · {one.manner.value} · {one.confidence:.2f}"
    return f"<span title='{_clean(title)}' style='{look}'>{clean}</span>"


def _voices(reading: Reading) -> Iterator[str]:
    for voice in reading.speakers:
        number = sum(one.speaker.id == voice.id for one in reading.statements)
        name = ", ".join(part for part in (voice.name or "?", voice.role) if part)
        mark = f"color:hsl({_hue(voice.id)} 60% 50%)"
        yield f"<li><span style='{mark}'>■</span> {_clean(name)} ({number})</li>"


def _hue(speaker: int) -> int:
    return _HUES[speaker % len(_HUES)]


def _clean(text: str) -> str:
    return escape(_HARMFUL.sub("\ufffd", text), quote=True)
