"""Which verbs of saying tell a statement at all, by their subject and their surroundings."""

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
    """Return the cue with the source it may have; None where it tells no saying."""
    cue, source = item.cue, item.source
    if item.inner and source is None and not cue.passive:
        return None  # inside another saying's words, without a subject of its own
    mine = source is not None and is_first_person(context, source)
    if cue.first_person and not mine:
        item = replace(item, source=None)
    if any(refuses(context, item) for refuses in _REFUSALS):
        return None
    return replace(item, source=None) if mine and not cue.first_person else item


def _nobodys(context: CueContext, item: SourcedCue) -> bool:
    """``توصیه می‌شود که``, and within a speech ``پیش‌بینی شده است که``: nobody is reported."""
    planned = context.inside and item.cue.has(Trait.PLANS)
    nobody = item.cue.passive and item.source is None
    return nobody and (planned or item.cue.has(Trait.NEEDS_AGENT))


def _shown(context: CueContext, item: SourcedCue) -> bool:
    """``این حادثه نشان می‌دهد``: only writings and figures show something by telling it."""
    return item.cue.has(Trait.NEEDS_DOCUMENT) and not _is_document(context, item)


def _within(context: CueContext, item: SourcedCue) -> bool:
    """What a speaker hopes or says while he speaks is his statement already."""
    told = (context.inside or item.inner) and item.cue.first_person
    return told and (item.cue.act in OWN_MIND or not _speaks_itself(context, item))


def _speakerless(context: CueContext, item: SourcedCue) -> bool:
    """A verb inside a speech, without a subject, that is not nobody's."""
    nobody = item.cue.passive or item.cue.first_person or they_say(item.cue)
    return context.inside and item.source is None and not nobody


def _addressed(context: CueContext, item: SourcedCue) -> bool:
    """``شما گفتید``: what the one spoken to said."""
    return item.source is not None and context.layout.tokens.words[item.source.start] == YOU


def is_first_person(context: CueContext, source: Range) -> bool:
    """Whether a source is ``من`` or ``ما``."""
    return context.layout.tokens.words[source.start] in FIRST_PERSON_PRONOUNS


def is_under_modal(context: CueContext, cue: Cue) -> bool:
    """``باید به این نکته اشاره کرد``: the past form under a modal is nobody's saying."""
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
    """Whether nothing but connectives stands in front of a cue: ``همچنین افزود``."""
    return skip_lead(context.layout, context.sentence.start, cue.start + 1) == cue.start


def _reminds(context: CueContext, item: SourcedCue) -> bool:
    """``یادآور می‌شود …`` at a sentence's begin is the reporter's own."""
    cue = item.cue
    return item.source is None and opens(context, cue) and cue.ongoing and cue.has(Trait.REMINDS)


def _hides(context: CueContext, item: SourcedCue) -> bool:
    """``خواست نامش نوشته نشود``: how a nameless one speaks, and nothing he says."""
    words = context.layout.tokens.words
    if not item.cue.has(Trait.OF_WHOM):
        return False
    _, start = marker_behind(context.layout, item.cue, context.paragraph.end)
    told = WITHHELD_IN_RELATIVE if is_described(context.layout, item) else WITHHELD
    return start < context.paragraph.end and words[start] in told


def _speaks_itself(context: CueContext, item: SourcedCue) -> bool:
    """A first person's saying counts with ``ما`` or ``من``, or if he tells it: ``گفتم که``."""
    told = item.cue.has(Trait.RETOLD) and not item.cue.ongoing
    if told and marker_behind(context.layout, item.cue, context.paragraph.end)[0] in OPENS_CONTENT:
        return True
    return item.source is not None and is_first_person(context, item.source)


def _is_document(context: CueContext, item: SourcedCue) -> bool:
    """Only writings and figures ``نشان می‌دهد``; events that show something say nothing."""
    if item.source is None:
        return False
    told = context.layout.tokens.of(item.source)
    if context.inside and WE in told:
        return False  # a speaker's own figures are his words
    pairs = ("".join(told[k : k + 2]) for k in range(2))
    return any(word in DOCUMENT_HEADS for word in (*told[:3], *pairs))


_REFUSALS = (_nobodys, _shown, _within, _speakerless, _reminds, _addressed, _hides)
