"""What stands in quotation marks in a raw text, over paragraphs too, and how much of a content.

The layout pairs marks within a paragraph, as the grammar needs them. Here a quotation may go on
over paragraphs: one that its paragraph leaves open ends at the mark of a later paragraph that
closes it, or where a paragraph begins with an opening mark; else at the end of the text.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import unescape
from typing import NamedTuple

from gofteh.records import Manner, Quoted, Span
from gofteh.text.layout import QUOTE_PAIRS

_STRAIGHT = '"'
_CLOSING = "»"
_NAMES = "laquo raquo ldquo rdquo bdquo lsquo rsquo lsaquo rsaquo quot".split()
_MARK = re.compile(
    f"[{''.join({*QUOTE_PAIRS, *QUOTE_PAIRS.values(), _STRAIGHT})}]|&(?:{'|'.join(_NAMES)});"
)
# It begins with a set of characters, which is searched for fast; hence the look-behind second.
_BREAK = re.compile(r"[\n\u0085\u2028\u2029<](?:(?<!<)|(?:br|/?p)\b[^<>\n]{0,200}>)", re.IGNORECASE)
_WORD = re.compile(r"\w+")
# Prose nests no deeper; the bound keeps the work for each mark small.
_MAX_NESTED = 50
# Up to so many words in marks of their own inside a content are a name or a title.
_NAME_WORDS = 2


class _Mark(NamedTuple):
    sign: str
    start: int
    end: int


class _Open(NamedTuple):
    """A quotation begun: what would close it, and where its words begin."""

    closer: str
    start: int


@dataclass(frozen=True, slots=True)
class Quotations:
    """The places between quotation marks, ``(start, end)`` in raw offsets, sorted."""

    places: tuple[tuple[int, int], ...]

    def of(self, raw: str, content: Sequence[Span], cue: Sequence[Span], manner: Manner) -> Quoted:
        """Return how much of a statement's content stands in quotation marks in that text.

        Marks that hold the cue too quote somebody else, in whose words the statement is embedded.
        A name or title in marks of its own does not make a content quoted in part, unless the
        manner says that short fragments were taken for the speaker's words.
        """
        names = manner is Manner.MIXED
        over = [[one for one in self._over(span) if not _holds(one, cue)] for span in content]
        if not any(over):
            return Quoted.NONE
        total = inside = partly = 0
        for span, marked in zip(content, over, strict=True):
            total += _letters(raw, span.start, span.end)
            if not marked:
                continue
            inside += sum(_letters(raw, *piece) for piece in _merged(marked, span))
            words = [place for place in marked if names or not _is_name(raw, place, span)]
            partly += sum(_letters(raw, *piece) for piece in _merged(words, span))
        if total and inside == total:
            return Quoted.ALL
        return Quoted.PART if partly else Quoted.NONE

    def _over(self, span: Span) -> list[tuple[int, int]]:
        """Return the places that have something in common with a span."""
        first = bisect_left(self.places, (span.start, span.start))
        last = bisect_left(self.places, (span.end, span.end))
        before = self.places[max(0, first - _MAX_NESTED) : first]
        return [place for place in before if place[1] > span.start] + list(self.places[first:last])


def quotations(raw: str) -> Quotations:
    """Return what stands between quotation marks in a raw text."""
    if not _MARK.search(raw):
        return Quotations(())
    found: list[tuple[int, int]] = []
    waiting: list[_Open] = []
    for start, end in _paragraphs(raw):
        marks = [_Mark(unescape(m.group()), *m.span()) for m in _MARK.finditer(raw, start, end)]
        if waiting and marks and _opens_paragraph(raw, marks[0], start):
            found += [(one.start, start) for one in waiting]
            waiting = []
        waiting = _paired(marks, waiting, found)
    found += [(one.start, len(raw)) for one in waiting]
    return Quotations(tuple(sorted(found)))


def _paragraphs(raw: str) -> Iterable[tuple[int, int]]:
    start = 0
    for found in _BREAK.finditer(raw):
        yield start, found.start()
        start = found.end()
    yield start, len(raw)


def _opens_paragraph(raw: str, mark: _Mark, start: int) -> bool:
    """Whether a paragraph begins with an opening mark: what was open is opened anew."""
    return (mark.sign in QUOTE_PAIRS or mark.sign == _STRAIGHT) and not raw[
        start : mark.start
    ].strip()


def _paired(
    marks: Sequence[_Mark], waiting: list[_Open], found: list[tuple[int, int]]
) -> list[_Open]:
    """Add the quotations that end in a paragraph to those found; return what it leaves open.

    Straight marks close one of an earlier paragraph only where their own number is odd.
    """
    odd = sum(mark.sign == _STRAIGHT for mark in marks) % 2
    kept = [] if odd else [one for one in waiting if one.closer == _STRAIGHT]
    stack = [one for one in waiting if odd or one.closer != _STRAIGHT]
    for mark in marks:
        if stack and mark.sign == stack[-1].closer:
            found.append((stack.pop().start, mark.start))
        elif mark.sign == _STRAIGHT or mark.sign in QUOTE_PAIRS:
            stack.append(_Open(QUOTE_PAIRS.get(mark.sign, _STRAIGHT), mark.end))
            del stack[:-_MAX_NESTED]
        elif mark.sign == _CLOSING and any(one.closer == _CLOSING for one in stack):
            while stack[-1].closer != _CLOSING:
                stack.pop()
            found.append((stack.pop().start, mark.start))
    return kept + stack


def _holds(place: tuple[int, int], cue: Sequence[Span]) -> bool:
    return any(place[0] <= span.start and span.end <= place[1] for span in cue)


def _is_name(raw: str, place: tuple[int, int], span: Span) -> bool:
    """Whether a place is a name or a title inside a span: short, and marked there."""
    if not (span.start < place[0] and place[1] < span.end):
        return False
    words = _WORD.finditer(raw, *place)
    return sum(1 for _ in zip(words, range(_NAME_WORDS + 1), strict=False)) <= _NAME_WORDS


def _merged(places: Sequence[tuple[int, int]], span: Span) -> list[tuple[int, int]]:
    """Return the parts of a span that places cover, not overlapping."""
    out: list[tuple[int, int]] = []
    done = span.start
    for start, end in sorted(places):
        first, last = max(start, done), min(end, span.end)
        if first < last:
            out.append((first, last))
            done = last
    return out


def _letters(raw: str, start: int, end: int) -> int:
    return sum(map(str.isalnum, raw[start:end]))
