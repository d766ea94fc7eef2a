"""A telling beside the earliest one, as runs of words: what it has as well, changed or left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from gofteh.records import Flag
from gofteh.store.linked.records import Member, Piece
from gofteh.store.linked.stories import side_by_side
from gofteh.store.records import StoredStatement

_SIGNS = re.compile(r"[.:؛;،,!؟?…]")
# More words of the earliest than this are told to be left out, not struck out one by one.
_LONG = 8


class Part(StrEnum):
    """What a run of words is beside the earliest telling."""

    SAME = "same"
    CHANGED = "changed"
    CUT = "cut"


@dataclass(frozen=True, slots=True)
class Run:
    """A run of a telling's words; ``before`` are those of the earliest that it stands for.

    ``CUT`` is what the telling leaves out at an end, or a long piece of it. ``flags`` are what the
    change is about.
    """

    part: Part
    text: str
    before: str = ""
    flags: tuple[Flag, ...] = ()


def runs_of(first: StoredStatement | None, member: Member) -> Iterator[Run]:
    """Yield the words of a telling as runs beside those of the earliest telling."""
    text = member.stored.said
    if first is None or first is member.stored:
        yield Run(Part.SAME, text)
        return
    pieces = side_by_side(first.said, text)
    for index, piece in enumerate(pieces):
        if piece.equal:
            yield Run(Part.SAME, piece.after)
        elif not piece.after.strip() and index in (0, len(pieces) - 1):
            # What is left out at an end is no change of the words that stand.
            yield Run(Part.CUT, "", piece.before.strip())
        elif len(piece.before.split()) > _LONG:
            yield Run(Part.CUT, "", piece.before.strip())
            if piece.after.strip():
                yield Run(Part.CHANGED, piece.after)
        else:
            yield Run(Part.CHANGED, piece.after, piece.before, _flags(piece, member))


def _bare(text: str) -> str:
    """The words alone: linking has ellipses where what is shown has full stops."""
    return " ".join(_SIGNS.sub(" ", text).split())


def _flags(piece: Piece, member: Member) -> tuple[Flag, ...]:
    told = _bare(piece.before), _bare(piece.after)
    found = (one.flag for one in member.changes if (_bare(one.before), _bare(one.after)) == told)
    return tuple(dict.fromkeys(found))
