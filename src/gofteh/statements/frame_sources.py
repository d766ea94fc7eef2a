"""Sources beside the subject: behind a frame (``به گفته X``), a passive's agent (``از سوی X``)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from gofteh.lexicon.acts import Act
from gofteh.lexicon.boundaries import DETERMINERS, PARTICIPLES
from gofteh.lexicon.frames import BYLINES, DOCUMENT_SOURCES
from gofteh.lexicon.heads import ANYBODY, DOCUMENT_HEADS, ROLE_HEADS
from gofteh.lexicon.names import given_names
from gofteh.lexicon.outlets import PLACED
from gofteh.lexicon.particles import (
    AND,
    BY,
    COMMA,
    FROM,
    IN,
    OWN,
    SIDE,
    THIS_OR_THAT,
    THIS_VERY,
    YEH,
)
from gofteh.lexicon.people import GROUP_HEADS, RELATED, RELATIONS
from gofteh.lexicon.signs import OPENING_QUOTES, PAUSES
from gofteh.statements.cues import Cue
from gofteh.statements.known_speakers import KnownSpeakers
from gofteh.statements.leads import behind_time
from gofteh.statements.phrases import MAX_QUOTED, is_finite, mention_at
from gofteh.statements.provenance import agency_end
from gofteh.statements.sourced_cues import SourcedCue
from gofteh.text.fold import word_set
from gofteh.text.layout import Layout
from gofteh.text.tokens import Range

# Adjectives behind a frame's noun that name nobody: ``بر اساس اطلاعات موجود`` *available*.
_AT_HAND = word_set("موجود مذکور رسیده واصله فوق یادشده پیشین قبلی اولیه")
# Participles of Arabic form: ``آمار منتشره``.
_PUBLISHED = word_set("منتشره ارایه_شده اعلامی ارسالی")
# The end of a passive participle: ``منتشر شده``.
_DONE = "شده"
# Between ``در`` and a document: ``در بخش دیگری از این نامه``.
_PARTS = word_set("بخش بخشی بخشهایی بخشهای ادامه پایان ابتدای آغاز دیگر دیگری از قسمتی قسمت ذیل")
# Signs that end a mention behind its frame.
_CLOSES = PAUSES | OPENING_QUOTES | {":"}
_NAME_ENDS = frozenset("،,؛:")
_GROUPS = GROUP_HEADS | {"مقامات", "منابع", "مسیولان"}
_OFFICES = ROLE_HEADS - ANYBODY
# ``از سوی X``, ``از طرف X``: *on the part of* X, by X.
_SIDES = (SIDE, "طرف")


def behind_frame(layout: Layout, cue: Cue, end: int, known: KnownSpeakers) -> SourcedCue:
    """Return a frame with the source behind it: ``به گفته X، A``.

    The source ends at the first comma. Of an agency's byline, nothing in front of that comma is
    content.
    """
    words = layout.tokens.words
    limit = _limit(layout, cue, end)
    first = behind_time(words, cue.end, limit)
    if first >= limit:
        return SourcedCue(cue, None, False, first)
    stop = _source_end(layout, first, limit, end, known)
    adjective = words[cue.end].endswith(YEH) or words[cue.end] in _AT_HAND
    described = _is_participle(words, cue.end) or (adjective and stop == cue.end + 1)
    if _has_noun(cue) and described:
        return _noun_as_source(cue, max(stop, cue.end + 1))
    if _is_participle(words, cue.end):  # ``به ادعای مطرح‌شده``: nobody's
        return SourcedCue(cue, None, False, cue.end + 1)
    if relays(cue) and (agency := _open_ended_agency(layout, first, limit, end)):
        return SourcedCue(cue, Range(first, agency), False, agency)
    source = Range(first, stop) if stop > first else None
    return SourcedCue(cue, source, False, limit if relays(cue) and limit < end else stop)


def _limit(layout: Layout, cue: Cue, end: int) -> int:
    """Where a source behind a frame ends at the latest: at its comma, unless a role follows that.

    ``به گفته X، مدیر سد، A``, ``به گفته پسرش، علی راد، A``: the apposition belongs to the source.
    """
    words = layout.tokens.words
    limit = next((i for i in range(cue.end, end) if _name_ends(layout, i, end)), end)
    apposition = not relays(cue) and limit + 1 < end and words[limit + 1] in _OFFICES
    return end if apposition or _is_bearer_behind(words, cue.end, limit, end) else limit


def _is_bearer_behind(words: Sequence[str], first: int, comma: int, end: int) -> bool:
    """Whether a relative's name stands behind a comma, and another comma closes it."""
    if words[first] not in RELATED and words[first] not in RELATIONS:
        return False
    named = comma + 1 < end and words[comma + 1] in given_names()
    return named and any(words[i] in PAUSES for i in range(comma + 2, min(end, comma + 5)))


def _source_end(layout: Layout, first: int, limit: int, end: int, known: KnownSpeakers) -> int:
    """Where the source mention at ``first`` ends; cut where no comma closes it."""
    words = layout.tokens.words
    stop = mention_at(layout, first, limit)
    if stop < end and words[stop] in _CLOSES:
        return _people(words, first, stop) or stop
    this = words[first] in THIS_VERY and stop > first + 1
    if this and words[first + 1] in DOCUMENT_SOURCES:
        return first + 2  # ``بنابر همین گزارش X گفت``
    return known.cut(layout, first, stop) or _people(words, first, stop) or stop


def _open_ended_agency(layout: Layout, first: int, limit: int, end: int) -> int | None:
    """The end of an agency's name without a comma behind it: ``به نقل از فارس X گفت``."""
    words = layout.tokens.words
    closed = limit < end and words[limit] in PAUSES
    agency = None if closed else agency_end(words, first, limit)
    return agency if agency and words[agency] not in PLACED else None


def _people(words: Sequence[str], first: int, stop: int) -> int | None:
    """Where a group with its adjective ends: ``به باور کارشناسان ایرانی سد خالی است``."""
    first += words[first] == OWN
    clause = any(is_finite(w) or w in PARTICIPLES for w in words[first:stop])
    if not clause or words[first] not in _GROUPS:
        return None
    adjective = words[first + 1]
    return first + 1 + (adjective.endswith(YEH) and adjective != YEH)


def _has_noun(cue: Cue) -> bool:
    """Whether a frame of a report has a noun of its own: ``بر اساس آمارهای …``."""
    return cue.act is Act.REPORT and cue.end - cue.start > 1


def _is_participle(words: Sequence[str], i: int) -> bool:
    """Whether a participle describes the frame's noun: ``منتشرشده``, ``ارائه شده``, ``منتشره``."""
    return words[i] in _PUBLISHED or words[i].endswith(_DONE) or words[i + 1] == _DONE


def _noun_as_source(cue: Cue, stop: int) -> SourcedCue:
    """``بر اساس آمارهای رسمی``: the cue without its noun, which is the source."""
    noun = cue.end - 1
    shorter = replace(cue, end=noun, parts=(Range(cue.start, noun),))
    return SourcedCue(shorter, Range(noun, stop), False, stop)


def _name_ends(layout: Layout, i: int, end: int) -> bool:
    """Whether a mention ends at a token: a long quotation, or a comma that parts no adjectives.

    ``معاون فرهنگی، اجتماعی و ورزشی``: its comma is part of the mention.
    """
    words = layout.tokens.words
    if layout.closing.get(i, i) - i > MAX_QUOTED:
        return True
    adjectives = i + 1 < end and words[i - 1].endswith(YEH) and words[i + 1].endswith(YEH)
    listed = words[i + 2] == AND and words[i + 4] == COMMA
    row = listed or (adjectives and AND in words[i + 1 : i + 4])
    return words[i] in _NAME_ENDS and not row


def relays(cue: Cue) -> bool:
    """Return whether a frame passes on an agency's report."""
    return cue.frame is not None and cue.frame.lemma in BYLINES


def agent_of(layout: Layout, start: int, cue: Cue) -> Range | None:
    """Return the agent of a passive: ``از سوی وزارت نیرو اعلام شد``, ``در متن طرح تأکید شد``."""
    words = layout.tokens.words
    for i in range(start, cue.start - 1):
        by = words[i] == BY or (words[i] == FROM and words[i + 1] in _SIDES)
        first = i + 1 + (words[i] == FROM) if by else _document_at(words, i, cue.start)
        if first is not None:
            stop = mention_at(layout, first, cue.start)
            if not by and words[first] in DETERMINERS:
                stop = min(stop, first + 2)  # ``در این نامه وزیر متهم شد``
            other = any(is_finite(w) or w in PARTICIPLES for w in words[first : cue.start])
            return Range(first, stop) if stop > first and not other else None
    return None


def _document_at(words: Sequence[str], i: int, end: int) -> int | None:
    """Where a document is named behind ``در`` at ``i``: ``در بخشی از این نامه``, ``در متن طرح``."""
    if words[i] != IN:
        return None
    first = i + 1
    while first < end and words[first] in _PARTS:
        first += 1
    head = first + (words[first] in DETERMINERS)
    return first if head < end and words[head] in DOCUMENT_HEADS else None


def locative(layout: Layout, start: int, cue: Cue) -> SourcedCue:
    """Return the cue ``آمده است`` with the document of its adjunct: ``در بخشی از این بیانیه``."""
    words = layout.tokens.words
    for i in range(start, cue.start):
        if words[i] in DOCUMENT_HEADS and IN in words[start:i]:
            first = i - 1 if words[i - 1] in THIS_OR_THAT and i > start else i
            stop = mention_at(layout, first, cue.start)
            return SourcedCue(cue, Range(first, stop) if stop > first else None, False, stop)
    return SourcedCue(cue, None, False, cue.start, inner=True)
