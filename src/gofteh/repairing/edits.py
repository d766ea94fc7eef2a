"""Edits of a text: where, from what, to what, why and how sure; and how two lists add up."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from gofteh.text.offsets import OffsetMap


@dataclass(frozen=True, slots=True)
class Edit:
    """``raw[start:end]``, which is ``before``, reads ``after``; offsets are code points."""

    start: int
    end: int
    before: str
    after: str
    kind: str
    confidence: float = 1.0


def apply(text: str, edits: Iterable[Edit]) -> str:
    """Return the text with sorted, disjoint edits carried out."""
    parts: list[str] = []
    done = 0
    for edit in edits:
        parts += (text[done : edit.start], edit.after)
        done = edit.end
    return "".join((*parts, text[done:])) if parts else text


def offset_map(edits: Iterable[Edit]) -> OffsetMap:
    """Return the map between the edited text (the view) and the raw one."""
    return OffsetMap.from_edits((e.start, e.end, len(e.after)) for e in edits)


def compose(raw: str, first: Sequence[Edit], text: str, second: Sequence[Edit]) -> list[Edit]:
    """Return the edits of a raw text that do what ``first`` and then ``second`` did.

    ``text`` is the raw text after ``first``, to which the offsets of ``second`` belong. Edits
    that touch the same characters become one, of the later kind and the lower confidence.
    """
    if not first or not second:
        return list(first or second)
    return _Composition(raw, first, text, second).edits()


class _Composition:
    """Walks through both lists of edits at once, over the text that the first makes of the raw one.

    Later edits that touch the same earlier one make a group. A group and the earlier edits that it
    touches become one edit; earlier edits that no group touches stay.
    """

    def __init__(self, raw: str, first: Sequence[Edit], text: str, second: Sequence[Edit]) -> None:
        self._raw, self._text = raw, text
        self._second = second
        self._first: list[tuple[int, int, Edit]] = []  # with the span of what it wrote in the text
        shift = 0
        for edit in first:
            start = edit.start + shift
            self._first.append((start, start + len(edit.after), edit))
            shift += _growth(edit)

    def edits(self) -> list[Edit]:
        """Return the composed edits, sorted and disjoint."""
        found: list[Edit] = []
        i, shift = 0, 0  # raw offset = text offset - shift
        for group, stop in self._groups():
            while i < len(self._first) and self._first[i][1] < group[0].start:
                edit = self._first[i][2]
                found.append(edit)
                shift += _growth(edit)
                i += 1
            touched = []
            while i < len(self._first) and self._first[i][0] <= stop:
                touched.append(self._first[i])
                i += 1
            found.append(self._merge(group, touched, shift))
            shift += sum(_growth(edit) for _, _, edit in touched)
        found += (edit for _, _, edit in self._first[i:])
        return [e for e in found if e.before != e.after]

    def _groups(self) -> Iterable[tuple[list[Edit], int]]:
        """Yield later edits that share an earlier one, with the end of what they touch."""
        group: list[Edit] = []
        stop = k = 0
        for edit in self._second:
            if group and edit.start > stop:
                yield group, stop
                group = []
            group.append(edit)
            stop = max(stop, edit.end) if len(group) > 1 else edit.end
            while k < len(self._first) and self._first[k][0] <= stop:
                if self._first[k][1] >= group[0].start:
                    stop = max(stop, self._first[k][1])
                k += 1
        if group:
            yield group, stop

    def _merge(self, group: list[Edit], touched: list[tuple[int, int, Edit]], shift: int) -> Edit:
        """One edit that does what a group and the earlier edits that it touches do."""
        start = min([group[0].start, *(a for a, _, _ in touched)])
        end = max([group[-1].end, *(b for _, b, _ in touched)])
        after = apply(
            self._text[start:end],
            [Edit(e.start - start, e.end - start, e.before, e.after, e.kind) for e in group],
        )
        a, b = start - shift, end - shift - sum(_growth(e) for _, _, e in touched)
        confidence = min(e.confidence for e in (*group, *(e for _, _, e in touched)))
        return Edit(a, b, self._raw[a:b], after, group[-1].kind, confidence)


def _growth(edit: Edit) -> int:
    """By how many characters an edit lengthens a text."""
    return len(edit.after) - (edit.end - edit.start)
