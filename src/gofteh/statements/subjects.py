"""Who says it: the source mention of each cue of a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gofteh.statements.cues import Cue, CueKind
from gofteh.statements.drafts import Range
from gofteh.statements.lexicon.grammar import (
    CLAUSE_OPENERS,
    DOCUMENT_HEADS,
    ORGANISATION_HEADS,
    PLURAL_PRONOUNS,
    PRONOUNS,
    ROLE_HEADS,
    UNNAMED_HEADS,
)
from gofteh.statements.phrases import is_adjunct, mention_at, skip_lead
from gofteh.text.layout import Layout

_HEADS = ROLE_HEADS | ORGANISATION_HEADS | DOCUMENT_HEADS | PRONOUNS | PLURAL_PRONOUNS | UNNAMED_HEADS
_CLAUSE_MARKS = frozenset({"،", "؛", "که", "و", ",", ":", "«", "-"})


@dataclass(frozen=True, slots=True)
class Sourced:
    """A cue with its source. ``shared``: inherited from the cue before; ``behind``: the first
    token that is neither source nor adjunct in front of it; ``inner``: inside another's words."""

    cue: Cue
    source: Range | None
    shared: bool
    behind: int
    inner: bool = False


def find_sources(layout: Layout, start: int, end: int, cues: Sequence[Cue]) -> list[Sourced]:
    """Return each cue of the sentence ``[start, end)`` with its source, in order."""
    found: list[Sourced] = []
    for cue in cues:
        if cue.kind is CueKind.PREPOSITION:
            found.append(_prepositional(layout, cue, end))
        elif not found or found[-1].cue.kind is CueKind.PREPOSITION:
            low = found[-1].behind if found else start
            source, behind = _first_subject(layout, low, cue.start)
            found.append(Sourced(cue, source, False, behind))
        else:
            found.append(_later(layout, found, cue))
    return found


def _prepositional(layout: Layout, cue: Cue, end: int) -> Sourced:
    """``به گفته X، A``: the source follows the cue."""
    stop = mention_at(layout, cue.end, end)
    source = (cue.end, stop) if stop > cue.end else None
    return Sourced(cue, source, False, stop)


def _first_subject(layout: Layout, start: int, cue_start: int) -> tuple[Range | None, int]:
    """The subject of a sentence's first cue, and where it ends (or the clause's begin)."""
    begin = _last_opener(layout, start, cue_start)
    for low in dict.fromkeys((begin, start)):
        first = skip_lead(layout, low, cue_start)
        stop = mention_at(layout, first, cue_start)
        if stop > first and _plausible(layout, first, stop):
            return (first, stop), stop
    return _buried(layout, begin, cue_start), skip_lead(layout, begin, cue_start)


def _last_opener(layout: Layout, start: int, end: int) -> int:
    words = layout.tokens.words
    for i in range(end - 1, start, -1):
        if words[i] in CLAUSE_OPENERS and i > start + 2:
            return i + 1
    return start


def _plausible(layout: Layout, start: int, end: int) -> bool:
    """Whether a phrase can name a sayer: it has letters, and is not a bare number or clause."""
    words = layout.tokens.words[start:end]
    return any(w[0].isalpha() and len(w) > 1 for w in words) and words[0] not in ("چنین", "هیچ")


def _buried(layout: Layout, start: int, end: int) -> Range | None:
    """A subject behind an adjunct without comma: a pronoun, or a head that starts a phrase."""
    words = layout.tokens.words
    for i in range(end - 1, start, -1):
        if words[i] in ("وی", "او") and (i + 1 == end or is_adjunct(layout, i + 1, end, None)):
            if words[i - 1] in "،,؛" or is_adjunct(layout, i - 1, end, None):
                return i, i + 1
            if i + 1 == end and words[i - 1] not in ("به", "از", "با", "برای", "گفته"):
                return i, i + 1
    return None


def _later(layout: Layout, found: Sequence[Sourced], cue: Cue) -> Sourced:
    """The source of a cue that follows another verb or participle in its sentence."""
    last = found[-1]
    if last.cue.kind is CueKind.PARTICIPLE and last.source:
        return Sourced(cue, last.source, True, last.behind, last.inner)
    low = last.cue.end
    source, behind = _clause_subject(layout, low, cue.start)
    if last.cue.kind is CueKind.PARTICIPLE:
        return Sourced(cue, source, source is None, behind)
    words = layout.tokens.words
    joined = words[cue.start - 1] == "و" or low >= cue.start
    if source is None or joined:
        first = skip_lead(layout, low, cue.start)
        shared = joined or first >= cue.start or _only_object(layout, low, cue.start)
        return Sourced(cue, last.source if shared else None, shared, first, inner=not shared)
    return Sourced(cue, source, False, behind, inner=not _coordinate(layout, last, source))


def _coordinate(layout: Layout, last: Sourced, source: Range) -> bool:
    """Whether a new subject stands beside the last saying rather than inside its words."""
    words = layout.tokens.words
    follows = words[last.cue.end] if last.cue.end < len(words) else ""
    return follows in ("و", "،", "ولی", "اما", "؛", ".")


def _only_object(layout: Layout, start: int, end: int) -> bool:
    """``… و X را Y خواند``: the same subject with a new object."""
    words = layout.tokens.words
    return start < end and words[start] == "و"


def _clause_subject(layout: Layout, low: int, cue_start: int) -> tuple[Range | None, int]:
    """The nearest phrase in front of a cue that opens its clause and can say something."""
    words = layout.tokens.words
    for i in range(cue_start - 1, low - 1, -1):
        opens = i == low or words[i - 1] in _CLAUSE_MARKS or words[i - 1] in CLAUSE_OPENERS
        if not opens:
            continue
        first = skip_lead(layout, i, cue_start)
        if first >= cue_start:
            continue
        stop = mention_at(layout, first, cue_start)
        names = words[first] in _HEADS or (words[first] in ("این", "آن", "یک", "یکی"))
        near = stop == cue_start or (stop > first and is_adjunct(layout, stop, cue_start, None))
        if stop > first and near and (names or (stop == cue_start and stop - first <= 6)):
            return (first, stop), stop
    return None, skip_lead(layout, low, cue_start)
