"""Which verbs of saying give no statement, by their subject and their surroundings."""

from __future__ import annotations

from dataclasses import replace

from gofteh.lexicon.acts import OWN_MIND
from gofteh.lexicon.boundaries import MODALS
from gofteh.lexicon.entries import Trait
from gofteh.lexicon.heads import DOCUMENT_HEADS, FIRST_PERSON_PRONOUNS
from gofteh.lexicon.particles import OPENS_CONTENT, WE, YOU
from gofteh.lexicon.signs import PAUSES
from gofteh.lexicon.talk import WITHHELD, WITHHELD_IN_RELATIVE
from gofteh.statements.context import CueContext
from gofteh.statements.cues import Cue
from gofteh.statements.drafting import they_say
from gofteh.statements.leads import skip_lead
from gofteh.statements.phrases import is_finite
from gofteh.statements.sourced_cues import SourcedCue, is_described
from gofteh.statements.viable import marker_behind
from gofteh.text.tokens import Range

_MAX_MODAL = 25
_CLAUSE_SIGNS = PAUSES | {"که", ":"}


def accepted(context: CueContext, item: SourcedCue) -> SourcedCue | None:
    """Return a verb with the source it may have; None where it gives no statement."""
    cue, source = item.cue, item.source
    if item.inner and source is None and not cue.passive:
        return None  # inside another statement's content, and nobody is named
    i_say = source is not None and is_first_person(context, source)
    if cue.first_person and not i_say:
        item = replace(item, source=None)
    if any(refuses(context, item) for refuses in _REFUSALS):
        return None
    return replace(item, source=None) if i_say and not cue.first_person else item


def _has_no_agent(context: CueContext, item: SourcedCue) -> bool:
    """A passive that reports nobody: ``توصیه می‌شود که``; in a speech ``پیش‌بینی شده است که``."""
    planned = context.inside and item.cue.has(Trait.PLANS)
    nobody = item.cue.passive and item.source is None
    return nobody and (planned or item.cue.has(Trait.NEEDS_AGENT))


def _shows_without_saying(context: CueContext, item: SourcedCue) -> bool:
    """``این حادثه نشان می‌دهد``: the subject shows something, but is no document that says it."""
    return item.cue.has(Trait.NEEDS_DOCUMENT) and not _is_document(context, item)


def _in_own_speech(context: CueContext, item: SourcedCue) -> bool:
    """``می‌گویم``, ``امیدوارم`` inside a speech: part of the speaker's own statement."""
    own = (context.inside or item.inner) and item.cue.first_person
    return own and (item.cue.act in OWN_MIND or not _quotes_himself(context, item))


def _without_subject(context: CueContext, item: SourcedCue) -> bool:
    """A verb inside a speech whose subject is left out, so that nobody can be named.

    Passives and ``می‌گویند`` *people say* have no speaker to name, and count without one.
    """
    nobody = item.cue.passive or item.cue.first_person or they_say(item.cue)
    return context.inside and item.source is None and not nobody


def _is_addressees(context: CueContext, item: SourcedCue) -> bool:
    """``شما گفتید``: what the person addressed has said."""
    return item.source is not None and context.layout.tokens.words[item.source.start] == YOU


def is_first_person(context: CueContext, source: Range) -> bool:
    """Whether a source is ``من`` or ``ما``."""
    return context.layout.tokens.words[source.start] in FIRST_PERSON_PRONOUNS


def is_under_modal(context: CueContext, cue: Cue) -> bool:
    """Whether a past form depends on a modal: ``باید به این نکته اشاره کرد`` *one must mention*."""
    words = context.layout.tokens.words
    if cue.verb is None or not cue.verb.past:
        return False
    for i in range(cue.start - 1, max(context.sentence.start, cue.start - _MAX_MODAL) - 1, -1):
        if words[i] in MODALS:
            return True
        listed = words[i] in PAUSES and cue.has(Trait.LISTS)
        if is_finite(words[i]) or (words[i] in _CLAUSE_SIGNS and not listed):
            return False
    return False


def opens(context: CueContext, cue: Cue) -> bool:
    """Whether a cue opens its sentence, behind connectives at most: ``همچنین افزود``."""
    return skip_lead(context.layout, context.sentence.start, cue.start + 1) == cue.start


def _reporter_reminds(context: CueContext, item: SourcedCue) -> bool:
    """``یادآور می‌شود …`` at the start of a sentence: the reporter himself reminds his readers."""
    cue = item.cue
    return item.source is None and opens(context, cue) and cue.ongoing and cue.has(Trait.REMINDS)


def _withholds_name(context: CueContext, item: SourcedCue) -> bool:
    """``خواست نامش نوشته نشود``: that a source stays unnamed is no statement."""
    words = context.layout.tokens.words
    if not item.cue.has(Trait.OF_WHOM):
        return False
    _, start = marker_behind(context.layout, item.cue, context.paragraph.end)
    withheld = WITHHELD_IN_RELATIVE if is_described(context.layout, item) else WITHHELD
    return start < context.paragraph.end and words[start] in withheld


def _quotes_himself(context: CueContext, item: SourcedCue) -> bool:
    """Whether a first person quotes himself: with ``من`` or ``ما``, or in the past: ``گفتم که``."""
    earlier = item.cue.has(Trait.RETOLD) and not item.cue.ongoing
    if (
        earlier
        and marker_behind(context.layout, item.cue, context.paragraph.end)[0] in OPENS_CONTENT
    ):
        return True
    return item.source is not None and is_first_person(context, item.source)


def _is_document(context: CueContext, item: SourcedCue) -> bool:
    """Whether the source is a document, or figures, that can say something by showing it."""
    if item.source is None:
        return False
    named = context.layout.tokens.of(item.source)
    if context.inside and WE in named:
        return False  # ``آمار ما``: the speaker's own figures are part of his speech
    pairs = ("".join(named[k : k + 2]) for k in range(2))
    return any(word in DOCUMENT_HEADS for word in (*named[:3], *pairs))


# Each tells one reason for which a verb gives no statement; any of them is enough.
_REFUSALS = (
    _has_no_agent,
    _shows_without_saying,
    _in_own_speech,
    _without_subject,
    _reporter_reminds,
    _is_addressees,
    _withholds_name,
)
