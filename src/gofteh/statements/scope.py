"""How far a clause of content reaches, and where content in front of a cue ends."""

from __future__ import annotations

from collections.abc import Sequence

from gofteh.lexicon.boundaries import (
    CLAUSE_OPENERS,
    CONTRASTS,
    FIRST_PERSON,
)
from gofteh.lexicon.entries import BEHIND_PREPOSITION
from gofteh.lexicon.events import POINTERS, SAYING_NOUNS
from gofteh.lexicon.particles import AND, FROM, WHILE, WITH
from gofteh.lexicon.signs import COMMAS, DASHES, PAUSES
from gofteh.statements.cues import Cue
from gofteh.statements.leads import skip_lead
from gofteh.statements.phrases import is_adjunct, is_finite, mention_at
from gofteh.statements.sourced_cues import SourcedCue
from gofteh.text.layout import QUOTE_PAIRS, Layout
from gofteh.text.tokens import Range

_AFTER_QUOTE = frozenset(".!؟?؛،,…")
_ENDS_QUOTE = frozenset(".!؟?")
_MAX_EVENT = 40
_MAX_JOINT = 12
# How many words behind ``و`` are searched for the outer speaker's first person.
_NEAR = 8
# They open a phrase that accompanies the next statement: ``و با تأکید بر … گفت``.
_ACCOMPANIES = (WITH, WHILE)


def quoted(layout: Layout, start: int, end: int) -> Range | None:
    """Return what stands between the quotation marks that open at ``start``; None if more follows.

    They hold the whole content where the sentence ends behind them, or goes on with another clause.
    """
    words = layout.tokens.words
    if start >= end or (words[start] not in QUOTE_PAIRS and words[start] != '"'):
        return None
    close = layout.closing.get(start)
    if close is None or close >= end:
        return None
    after = close + 1
    joined = words[after] == AND and words[after + 1] not in QUOTE_PAIRS
    if after >= end or words[after] in _AFTER_QUOTE or joined:
        return Range(start + 1, close)
    if words[close - 1] in _ENDS_QUOTE:
        return Range(start + 1, close)
    return None


def clause_scope(
    layout: Layout,
    sentence: Range,
    start: int,
    later: Sequence[SourcedCue],
    *,
    embedded: bool = False,
) -> Range:
    """Return the clause, with ``که`` or without, that begins at ``start``.

    It ends with the sentence, or in front of a later cue of the same subject. ``later`` holds the
    sentence's following cues; ``embedded``: the cue stands inside somebody else's speech, which may
    go on behind ``، اما``.
    """
    inside = quoted(layout, start, sentence.end)
    if inside and not fragmented(layout, inside[1] + 1, sentence.end, later):
        return inside
    if embedded and (contrast := _contrast(layout, start, sentence.end)):
        return Range(start, contrast)
    if (aside := _aside_end(layout, sentence, start)) is not None:
        return Range(start, aside)
    ends = (_end_before(layout, start, item) for item in later if item.cue.start > start)
    return Range(start, next((e for e in ends if e is not None), sentence.end))


def _aside_end(layout: Layout, sentence: Range, start: int) -> int | None:
    """The dash that closes an aside with the cue in it: ``X – که می‌گویند A است – B کرد``."""
    words = layout.tokens.words
    # the first token is left out: a dash there is a list's
    opened = sum(words[i] in DASHES for i in range(sentence.start + 1, start))
    if opened % 2 == 0:
        return None
    closing = (i for i in range(start + 1, sentence.end) if words[i] in DASHES)
    close = next(closing, None)
    return close if close is not None and is_finite(words[close - 1]) else None


def fragmented(layout: Layout, behind: int, end: int, later: Sequence[SourcedCue]) -> bool:
    """Return whether further quoted words of the same content follow, joined by ``و``.

    ``گفت «A» و دولت «ناتوان» است``: both quotations, and what stands between, are the content.
    """
    joined = layout.tokens.words[behind] == AND
    more = any(i in layout.closing for i in range(behind, end))
    return joined and more and not any(item.cue.start > behind for item in later)


def _contrast(layout: Layout, start: int, end: int) -> int | None:
    """Where the outer speaker's own words go on behind the clause: ``گفتند نمی‌شود، اما شد``."""
    words = layout.tokens.words
    for i in range(start + 1, end - 1):
        if words[i] in PAUSES and words[i + 1] in CLAUSE_OPENERS:
            return i
        verb = is_finite(words[i]) or words[i] in FIRST_PERSON
        if verb and words[i + 1] in CONTRASTS:
            return i + 1
        if words[i + 1] == AND and verb and _turns_to_outer_speaker(words, start, i, end):
            return i + 1
    return None


def _turns_to_outer_speaker(words: Sequence[str], start: int, joint: int, end: int) -> bool:
    """``گفتند شاه است و فکر کردم``: the first person behind ``و``, and none in front of it."""
    behind = words[joint + 2 : min(end, joint + _NEAR)]
    return not FIRST_PERSON & set(words[start : joint + 1]) and not FIRST_PERSON.isdisjoint(behind)


def _end_before(layout: Layout, start: int, item: SourcedCue) -> int | None:
    """Where a clause ends in front of a later cue; None where it goes on over that cue."""
    words, cue = layout.tokens.words, item.cue
    if item.source and item.source.start > start and words[item.source.start - 1] in CLAUSE_OPENERS:
        return item.source.start - 1
    cut = before_cue(layout, start, effective_start(layout, cue))
    if item.shared and cut == cue.start:
        return joint(layout, start, cue.start) or cut
    with_colon = cut < cue.start and words[cue.end] == ":"
    return cut if item.shared or with_colon else None


def effective_start(layout: Layout, cue: Cue) -> int:
    """Return where a cue's own phrase begins: at the ``از`` of ``…، از X خبر داد``."""
    words = layout.tokens.words
    if BEHIND_PREPOSITION & cue.takes:
        for i in range(cue.start - 1, max(0, cue.start - _MAX_EVENT), -1):
            if words[i] == FROM and words[i - 1] in COMMAS:
                return i
    return cue.start


def before_cue(layout: Layout, start: int, cue_start: int) -> int:
    """Return where content ends in front of a cue.

    That is at the last comma or ``و`` that only adjuncts part from the cue; else at the cue.
    """
    words = layout.tokens.words
    if is_finite(words[cue_start - 1]):
        return cue_start  # ``با بیان این‌که کوتاه، میان و بلندمدت اجرا می‌شود گفت``
    for i in range(cue_start - 1, start, -1):
        if words[i] in PAUSES:
            if words[cue_start - 1] == AND and is_adjunct(layout, i + 1, cue_start, None):
                return i  # «…، به وضعیت سدها اشاره کرد و گفت»
            rest = skip_lead(layout, i + 1, cue_start)
            tail = mention_at(layout, rest, cue_start) if rest < cue_start else rest
            if rest >= cue_start or tail in (rest, cue_start):
                return i
            return cue_start
        if words[i] in CONTRASTS and i == cue_start - 1:
            return i
        if words[i] == AND and (i == cue_start - 1 or words[i + 1] in _ACCOMPANIES):
            return i
    return cue_start


def joint(layout: Layout, low: int, cue_start: int) -> int | None:
    """Return the ``و`` or ``اما`` in front of a cue that nothing but adjuncts part from it."""
    words = layout.tokens.words
    for i in range(cue_start - 1, max(low - 1, cue_start - _MAX_JOINT), -1):
        if words[i] in CONTRASTS or words[i] == AND:
            adjunct = i + 1 == cue_start or is_adjunct(layout, i + 1, cue_start, None)
            return i if adjunct else None
    return None


def points_back(layout: Layout, start: int, subject: int) -> bool:
    """Return whether ``این را`` stands right in front of a subject and so points back.

    ``«A»؛ این را X گفت که …``: the content stands in front; ``که`` opens a clause about X. Behind
    the subject ``این را`` points forward: ``وی این را گفت که A``.
    """
    words, mark = layout.tokens.words, subject - 1
    if mark <= start or words[mark] != "را":
        return False
    noun = words[mark - 1]
    return noun in POINTERS or (noun in SAYING_NOUNS and words[mark - 2] in POINTERS)
