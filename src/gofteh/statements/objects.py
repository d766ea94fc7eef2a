"""Where the object of a verb begins, behind its subject's appositions and adjuncts."""

from __future__ import annotations

from gofteh.lexicon.boundaries import (
    FINITE_VERBS,
    NUMBERS,
    RELATIVE_TIME_WORDS,
    TIME_PLURALS,
    TIME_UNITS,
)
from gofteh.lexicon.heads import ROLE_HEADS
from gofteh.lexicon.outlets import OUTLET_WORDS, STAFF
from gofteh.lexicon.particles import A_FEW, AND, IN, ONE_OF, THAT, THIS_OR_THAT, WITH
from gofteh.lexicon.signs import PAUSES
from gofteh.statements.context import CueContext
from gofteh.statements.cues import CueKind
from gofteh.statements.leads import skip_lead
from gofteh.statements.phrases import is_adjunct, mention_at
from gofteh.statements.provenance import agency_end
from gofteh.statements.scope import before_cue, effective_start
from gofteh.statements.sourced_cues import SourcedCue
from gofteh.text.layout import Layout

# Finite verbs but those of becoming: behind ``با واکنش Y مواجه شد و`` the subject may be Y.
_ACTIVE = FINITE_VERBS - {"شد", "شدند"}
_MAX_APPOSITION = 6
# Tokens of ``در چند سال اخیر``.
_SPAN = 4
_MAX_DETERMINED = 4
_IMPERSONAL = frozenset({"نمیتوان", "میتوان", "نمیشود", "میشود", "بتوان"})
_TALKS = ("گفتوگو", "گفتگو", "مصاحبه")
# *In*, *during*.
_DURING = (IN, "طی")
# *Always*, *time and again*: behind a span of time.
_HOW_OFTEN = ("همواره", "همیشه", "بارها")
# ``که``, whose relative clause ends an apposition as a comma does.
_THAT = frozenset({THAT})
# What stands in front of an agency's name that the subject talked to.
_BEFORE_AGENCY = ("خبرنگار", "خبرگزاری", WITH)
# How an indefinite noun ends: ``مقاله‌ای`` *an article*.
_INDEFINITE = "ای"


def behind_subject(context: CueContext, item: SourcedCue) -> int:
    """Return the first token behind the subject, or behind the cue before that shares it."""
    if not item.shared or not context.index:
        return item.behind
    before = context.sourced[context.index - 1].cue
    if before.kind is CueKind.PARTICIPLE:
        return before_cue(context.layout, before.end, effective_start(context.layout, item.cue)) + 1
    return before.end + (context.layout.tokens.words[before.end] == AND)


def is_impersonal(context: CueContext, item: SourcedCue) -> bool:
    """Return whether a modal makes the verb impersonal: ``نمی‌توان … را انکار کرد`` *one cannot*."""
    words = context.layout.tokens.words[behind_subject(context, item) : item.cue.start]
    return not _IMPERSONAL.isdisjoint(words)


def behind_adjuncts(layout: Layout, start: int, end: int) -> int:
    """Return the first token of the object that ends before ``را`` at ``end``.

    ``start`` is the first token behind the subject. Appositions, relative clauses, agencies that
    the subject talked to, and places of speaking are passed over.
    """
    # in the order in which they follow each other behind a subject
    low = _behind_clause(layout, start, end)
    low = _behind_apposition(layout, low, end)
    low = _behind_span(layout, skip_lead(layout, low, end), end)
    # an agency's name shows where it ends; only without one is the end of a talk guessed
    for skip in (_behind_agency, _behind_talk, _behind_document):
        low = skip(layout, low, end)
    return _determined(layout, skip_lead(layout, low, end), end)


def _behind_span(layout: Layout, i: int, end: int) -> int:
    """The first token behind a span of time without comma: ``در چند سال اخیر همواره``."""
    words = layout.tokens.words
    if i + _SPAN >= end or words[i] not in _DURING or words[i + 2] not in TIME_UNITS:
        return i
    counted = words[i + 1] == A_FEW or words[i + 1] in NUMBERS or words[i + 1].isdigit()
    if not counted or words[i + 3] not in RELATIVE_TIME_WORDS:
        return i
    return i + _SPAN + (words[i + _SPAN] in _HOW_OFTEN)


def _behind_clause(layout: Layout, start: int, end: int) -> int:
    """The first token behind a clause before: ``X بر همکاری تأکید کرد و این کار را …``."""
    words = layout.tokens.words
    joined = (i for i in range(end - 1, start, -1) if words[i] == AND)
    return next((i + 1 for i in joined if words[i - 1] in _ACTIVE), start)


def _determined(layout: Layout, low: int, end: int) -> int:
    """The ``این`` with which an object begins behind an adjunct without comma: ``این X را``."""
    words = layout.tokens.words
    if low >= end or not is_adjunct(layout, low, end, None):
        return low
    if FINITE_VERBS & set(words[low:end]):
        return low  # a clause, not an adjunct: its subject may be another
    near = range(end - 1, max(low, end - _MAX_DETERMINED), -1)
    return next((i for i in near if words[i] in THIS_OR_THAT), low)


def _behind_apposition(layout: Layout, start: int, end: int) -> int:
    """The first token behind an apposition and its clause: ``X، کارگردان Y، که …، Z را``."""
    words = layout.tokens.words
    low = start
    first = low + (low < end and words[low] in PAUSES)
    if first < end and words[first] in ROLE_HEADS and words[first] != ONE_OF:
        stop = mention_at(layout, first, end)
        closed = stop < end and words[stop] in PAUSES | _THAT
        low = stop if closed else min(first + 2, end - 1)
    elif first > low:
        ahead = range(first, min(end, first + _MAX_APPOSITION))
        low = next((i for i in ahead if words[i] in PAUSES), low)
    while low < end and words[low] in PAUSES:
        low += 1
    if low < end and words[low] == THAT:
        return next((i + 1 for i in range(low, end) if words[i] in PAUSES), low)
    return low


def _behind_agency(layout: Layout, low: int, end: int) -> int:
    """The first token behind an agency's name: ``در گفت‌وگو با خبرنگار فارس X را``."""
    words = layout.tokens.words
    for i in range(end - 1, low, -1):
        talked_to = words[i - 1] in _BEFORE_AGENCY
        stop = agency_end(words, i, end) if talked_to and words[i] not in OUTLET_WORDS else None
        if stop and words[i] not in STAFF:
            return stop
    return low


def _behind_talk(layout: Layout, low: int, end: int) -> int:
    """The first token behind an interviewer: ``در گفت‌وگو با رادیو نوا X را``.

    He is one word behind ``با``, and the outlet's nouns in front of it.
    """
    words = layout.tokens.words
    if low >= end or words[low] != IN or not words[low + 1].startswith(_TALKS):
        return low
    with_word = next((i for i in range(low, end) if words[i] == WITH), None)
    if with_word is None:
        return low
    i = with_word + 1
    while i < end and words[i] in OUTLET_WORDS:
        i += 1
    return min(i + 1, end - 1)


def _behind_document(layout: Layout, low: int, end: int) -> int:
    """The first token behind an indefinite document (``در مقاله‌ای X را``) or recent days."""
    words = layout.tokens.words
    placed = low + 2 < end and words[low] in _DURING
    if placed and words[low + 1] in TIME_PLURALS and words[low + 2] in RELATIVE_TIME_WORDS:
        return low + 3  # ``در روزهای اخیر``
    return low + 2 if placed and words[low + 1].endswith(_INDEFINITE) else low
