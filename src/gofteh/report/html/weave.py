"""Marks woven into an article's text: overlapping spans become well-formed nested elements."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from gofteh.report.html.inert import inert

_LINE_END = re.compile(r"\r\n?|[\n\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Mark:
    """An element to stand around ``[start, end)``: its opening tag, its end tag.

    ``lead`` goes before the first opening only: a span that is interrupted (by a paragraph's
    end, by a crossing span) is opened again without it. ``rank`` orders marks of one extent,
    outermost first. Both tags and ``lead`` are HTML, escaped already.
    """

    start: int
    end: int
    opening: Markup
    closing: Markup
    rank: int = 0
    lead: Markup | None = None


def weave(raw: str, start: int, end: int, marks: Iterable[Mark]) -> Iterator[Markup]:
    """Yield the paragraphs of ``raw[start:end]`` as HTML, every mark in its place.

    Empty lines give no paragraph. The text between the tags is the raw one, escaped.
    """
    relevant = (mark for mark in marks if mark.start < end and mark.end > start)
    loom = _Loom(raw, sorted(relevant, key=lambda m: (m.start, -m.end, m.rank)))
    for line_start, line_end in _lines(raw, start, end):
        if raw[line_start:line_end].strip():
            yield loom.paragraph(line_start, line_end)


def _lines(raw: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for found in _LINE_END.finditer(raw, start, end):
        yield at, found.start()
        at = found.end()
    yield at, end


class _Loom:
    """Walks through the text once, holding the marks that are open."""

    def __init__(self, raw: str, marks: Sequence[Mark]) -> None:
        self._raw = raw
        self._marks = marks
        self._next = 0
        self._open: list[Mark] = []
        self._led: set[int] = set()

    def paragraph(self, start: int, end: int) -> Markup:
        """Return the HTML of one line; marks that reach beyond it stay open for the next."""
        parts: list[Markup] = []
        self._open = [mark for mark in self._open if mark.end > start]
        parts.extend(map(self._opening, self._open))
        at = start
        while at < end:
            self._close_ended(at, parts)
            self._open_begun(at, end, parts)
            stop = self._stop(at, end)
            parts.append(inert(self._raw[at:stop]))
            at = stop
        parts.extend(mark.closing for mark in reversed(self._open))
        return Markup().join(parts)

    def _open_begun(self, at: int, end: int, parts: list[Markup]) -> None:
        while self._next < len(self._marks) and self._marks[self._next].start <= at < end:
            mark = self._marks[self._next]
            self._next += 1
            if mark.end > at:
                self._open.append(mark)
                parts.append(self._opening(mark))

    def _close_ended(self, at: int, parts: list[Markup]) -> None:
        """Close what ends here; what was opened inside it is closed and opened again."""
        ended = [index for index, mark in enumerate(self._open) if mark.end <= at]
        if not ended:
            return
        inner = self._open[ended[0] :]
        parts.extend(mark.closing for mark in reversed(inner))
        kept = [mark for mark in inner if mark.end > at]
        self._open[ended[0] :] = kept
        parts.extend(map(self._opening, kept))

    def _opening(self, mark: Mark) -> Markup:
        if id(mark) in self._led:
            return mark.opening
        self._led.add(id(mark))
        return (mark.lead or Markup()) + mark.opening

    def _stop(self, at: int, end: int) -> int:
        bounds = [mark.end for mark in self._open]
        if self._next < len(self._marks):
            bounds.append(self._marks[self._next].start)
        return min([bound for bound in bounds if at < bound < end], default=end)
