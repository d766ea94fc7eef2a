"""Quotation marks that a writer mixed up or a converter turned round, as edits of the view.

``((A))``, ``<<A>>``, ````A''``, ``''A''`` and ``گفت: (A.)`` stand for ``«A»``; ``»A«`` is turned
round; ``“A"`` is closed by another mark than it was opened by; ``» A`` at a line's begin is a
bullet. The text itself stays as it is. Where a mark stands is told by its neighbours: an
opening one has a blank in front and a letter behind, a closing one the reverse.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from gofteh.text.breaks import Edit

_BULLET = "•"
# Opening mark to closing mark. ``”`` opens nothing here: as an opening mark it is a slip itself.
_CLOSER = {"«": "»", "“": "”", "„": "“", "‹": "›", '"': '"'}
_OPENER = {"»": "«", "”": "“", "’": "‘"}
# Single marks also stand for an apostrophe: they are mended only where a pair is turned round.
_SINGLE = frozenset("‘’")
_DOUBLED = re.compile(
    r"(?<!\()\(\((?=[^\s()])(?P<round>[^()\n]{1,2000})\)\)(?!\))"
    r"|(?<!<)<<(?=[^\s<>])(?P<angle>[^<>\n]{1,2000})>>(?!>)"
    r"|(?:``|(?<![\w'])'')(?=[^\s`'])(?P<tex>[^`'\n]{1,2000})''(?!')"
)
_DOUBLED_SIGNS = ("((", "<<", "''")
# A sentence in brackets behind a colon: ``گفت: (راه باز است.)``.
_BRACKETED = re.compile(r":[ \u200c]?\((?=[^\s()])([^()\n]{1,2000}[.!؟…])\)")
_MARK = re.compile(r'[«»“”„‹›"‘’]')
# More marks in a line are no prose; further on in it nothing is mended.
_MAX_MARKS = 200
# How many marks behind an opening one are searched for its proper closing mark.
_MAX_AHEAD = 12


class _Mark(NamedTuple):
    """A mark, and whether its neighbours let it open or close a quotation."""

    sign: str
    at: int
    opens: bool
    closes: bool


def mended_marks(raw: str) -> list[Edit]:
    """Return ``(start, end, replacement)`` by which a text's quotation marks are read, sorted.

    No two of them touch the same letters.
    """
    doubled = any(signs in raw for signs in _DOUBLED_SIGNS)
    edits = [edit for m in _DOUBLED.finditer(raw) for edit in _quoted(m)] if doubled else []
    edits += [edit for m in _BRACKETED.finditer(raw) for edit in _bracketed(m)]
    taken = {start for start, _, _ in edits}
    left_open, last_closing = 0, raw.rfind("»")
    for start, end in _lines_with_marks(raw):
        marks = _marks(raw, start, end)
        if marks and marks[0].at > last_closing and _is_bullet(raw, start, marks[0]):
            edits.append((marks[0].at, marks[0].at + 1, _BULLET))
            marks = marks[1:]
        line = list(_in_line(raw, start, marks, left_open))
        edits += (edit for edit in line if edit[0] not in taken)
        signs = {edit[0]: edit[2] for edit in line}
        as_read = [signs.get(mark.at, mark.sign) for mark in marks]
        left_open = max(0, left_open + as_read.count("«") - as_read.count("»"))
    return sorted(edits)


def _is_bullet(raw: str, start: int, mark: _Mark) -> bool:
    """``« A`` at a line's begin, with a blank behind it; asked where no mark closes anything."""
    return mark.sign == "«" and not raw[start : mark.at].strip() and not mark.opens


def _in_line(raw: str, start: int, marks: list[_Mark], left_open: int) -> Iterator[Edit]:
    """The edits of one line's marks; ``left_open`` quotations of lines before go on in it.

    ``»`` at its begin opens a further paragraph of one of those, or else is a bullet.
    """
    first = marks[0] if marks else None
    if first and first.sign == "»" and not raw[start : first.at].strip():
        letter = raw[first.at + 1 : first.at + 2].isalnum()
        if (left_open and letter) or (not letter and first.closes) or len(marks) == 1:
            yield first.at, first.at + 1, "«" if left_open and letter else _BULLET
            marks = marks[1:]
    yield from _paired(marks)


def _quoted(found: re.Match[str]) -> Iterator[Edit]:
    """Both doubled signs as one mark each, if words stand between them: ``((A))``."""
    inside = found["round"] or found["angle"] or found["tex"]
    if any(char.isalpha() for char in inside):
        yield found.start(), found.start() + 2, "«"
        yield found.end() - 2, found.end(), "»"


def _bracketed(found: re.Match[str]) -> Iterator[Edit]:
    """Both brackets around a sentence that a colon announces as quotation marks."""
    yield found.start(1) - 1, found.start(1), "«"
    yield found.end(1), found.end(1) + 1, "»"


def _lines_with_marks(raw: str) -> Iterator[tuple[int, int]]:
    """The lines that hold any mark."""
    done = 0
    for found in _MARK.finditer(raw):
        if found.start() < done:
            continue
        start = raw.rfind("\n", 0, found.start()) + 1
        stop = raw.find("\n", found.start())
        done = len(raw) if stop < 0 else stop + 1
        yield start, done


def _marks(raw: str, start: int, end: int) -> list[_Mark]:
    """The marks of a line, `_MAX_MARKS` at most."""
    marks: list[_Mark] = []
    for found in _MARK.finditer(raw, start, end):
        at = found.start()
        before, after = raw[at - 1 : at] if at > start else " ", raw[at + 1 : at + 2] or " "
        spaced, letter = before.isspace() or before in "(:[،", after.isalnum() or after in "«“\"'("
        closing = after.isspace() or after in ".،؛:!؟?)]…,"
        opens = spaced and letter
        alone = at == start or not before.isspace()  # a bullet stands alone at its line's begin
        marks.append(_Mark(found.group(), at, opens, closing and alone))
        if len(marks) >= _MAX_MARKS:
            break
    return marks


def _paired(marks: list[_Mark]) -> Iterator[Edit]:
    """The edits of marks that are turned round, and of those that close a mark of another kind."""
    turned = _turned(marks)
    opened: list[str] = []
    for k, mark in enumerate(marks):
        sign = turned.get(k, mark.sign)
        if mark.sign in _SINGLE and k not in turned:
            continue
        if opened and sign == _CLOSER[opened[-1]] and not (sign == '"' and mark.opens):
            opened.pop()
        elif opened and mark.closes and not _closed_behind(marks, k, _CLOSER[opened[-1]]):
            sign = _CLOSER[opened.pop()]
        elif sign in _CLOSER and not (sign == '"' and mark.closes):
            opened.append(sign)
        if sign != mark.sign:
            yield mark.at, mark.at + 1, sign


def _turned(marks: list[_Mark]) -> dict[int, str]:
    """The marks of pairs that stand the wrong way round: ``»A«``, ``”A“``."""
    out: dict[int, str] = {}
    for k, (one, other) in enumerate(pairwise(marks)):
        pair = one.sign in _OPENER and other.sign == _OPENER[one.sign]
        if pair and one.opens and other.closes and k not in out:
            out |= {k: other.sign, k + 1: one.sign}
    return out


def _closed_behind(marks: list[_Mark], k: int, closer: str) -> bool:
    """Whether the proper closing mark stands behind the ``k``-th mark, and no opening one first."""
    for mark in marks[k + 1 : k + 1 + _MAX_AHEAD]:
        if mark.sign == closer and mark.closes:
            return True
        if mark.opens:
            return False
    return False
