"""Changes to a text, one by one: where, from what, to what, why and how sure."""

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
    """Both lists of edits walked together over the text between them."""

    def __init__(self, raw: str, first: Sequence[Edit], text: str, second: Sequence[Edit]) -> None:
        self._raw, self._text = raw, text
        self._second = second
        self._first: list[tuple[int, int, Edit]] = []  # each with its span in the text
        shift = 0
        for edit in first:
            start = edit.start + shift
            self._first.append((start, start + len(edit.after), edit))
            shift += len(edit.after) - (edit.end - edit.start)

    def edits(self) -> list[Edit]:
        """Return the composed edits, sorted and disjoint."""
        found: list[Edit] = []
        i, shift = 0, 0  # raw offset = text offset - shift
        for group, stop in self._groups():
            start = group[0].start
            while i < len(self._first) and self._before(i, start):
                _, _, edit = self._first[i]
                found.append(edit)
                shift += len(edit.after) - (edit.end - edit.start)
                i += 1
            own = []
            while i < len(self._first) and self._first[i][0] <= stop:
                own.append(self._first[i])
                i += 1
            found.append(self._merge(group, own, shift))
            shift += sum(len(e.after) - (e.end - e.start) for _, _, e in own)
        found += (edit for _, _, edit in self._first[i:])
        return [e for e in found if e.before != e.after]

    def _before(self, i: int, start: int) -> bool:
        return self._first[i][1] < start

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

    def _merge(self, group: list[Edit], own: list[tuple[int, int, Edit]], shift: int) -> Edit:
        start = min([group[0].start, *(a for a, _, _ in own)])
        end = max([group[-1].end, *(b for _, b, _ in own)])
        after = apply(
            self._text[start:end],
            [Edit(e.start - start, e.end - start, e.before, e.after, e.kind) for e in group],
        )
        grown = sum(len(e.after) - (e.end - e.start) for _, _, e in own)
        a, b = start - shift, end - shift - grown
        confidence = min(e.confidence for e in (*group, *(e for _, _, e in own)))
        return Edit(a, b, self._raw[a:b], after, group[-1].kind, confidence)
