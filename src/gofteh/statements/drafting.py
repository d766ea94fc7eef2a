"""Drafts made from a cue and its content, with polarity and manner."""

from __future__ import annotations

from collections.abc import Iterator

from gofteh.lexicon.acts import Act
from gofteh.lexicon.entries import Trait
from gofteh.records import Manner, Polarity
from gofteh.statements.context import AtCue, CueContext
from gofteh.statements.cues import Cue
from gofteh.statements.declared import Rule
from gofteh.statements.drafts import TITLE_WORDS, Draft, manner_of, trim
from gofteh.text.tokens import Range


def draft_of(place: AtCue, content: Range, rule: Rule, manner: Manner) -> Iterator[Draft]:
    """Yield the draft of a verb with its content, or nothing where the content is only signs."""
    context, item = place.context, place.item
    span = trim(context.layout, *content)
    if span.end <= span.start:
        return
    cue = item.cue
    yield Draft(
        content=(span,), cue=cue.parts, source=item.source, rule=rule,
        manner=manner, act=cue.act, lemma=cue.lemma, paragraph=context.number,
        polarity=_polarity(cue), unknown=item.source is None and _nobody(context, cue),
        embedded=item.inner or context.inside, first_person=cue.first_person,
        plural=cue.plural,
    )  # fmt: skip


def reported(
    place: AtCue, content: Range, rule: Rule, *, title: int = TITLE_WORDS
) -> Iterator[Draft]:
    """Yield the draft of a verb; its manner depends on the quotation marks of the content.

    Up to ``title`` quoted words are taken for a name.
    """
    layout = place.context.layout
    span = trim(layout, *content)
    manner = manner_of(layout, span, colon=False, title=title)
    return draft_of(place, span, rule, manner)


def framed(place: AtCue, content: tuple[Range, ...], rule: Rule) -> Draft:
    """Return the draft of a frame; its manner is that of the last span."""
    context, item = place.context, place.item
    return Draft(
        content=content, cue=item.cue.parts, source=item.source, rule=rule,
        manner=manner_of(context.layout, content[-1], colon=False), act=item.cue.act,
        lemma=item.cue.lemma, paragraph=context.number, embedded=context.inside,
    )  # fmt: skip


def _nobody(context: CueContext, cue: Cue) -> bool:
    """Whether a verb without a source reports no speaker in particular."""
    return cue.passive or (context.inside and they_say(cue))


def they_say(cue: Cue) -> bool:
    """Return whether a verb means *people say*: ``می‌گویند``."""
    return cue.has(Trait.THEY_SAY) and cue.plural and cue.ongoing and not cue.first_person


def _polarity(cue: Cue) -> Polarity:
    if cue.negated:
        return Polarity.NEGATED
    return Polarity.DENIED if cue.act is Act.DENY else Polarity.AFFIRMED
