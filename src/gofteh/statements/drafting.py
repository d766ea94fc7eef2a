"""A draft of a verb's saying: what its cue tells of speaker, polarity and manner."""

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
    """Yield the statement of a cue with its content, or nothing where nothing is left of that."""
    context, item = place.context, place.item
    span = trim(context.layout, *content)
    if span.end <= span.start:
        return
    verb = item.cue
    yield Draft(
        content=(span,), cue=verb.parts, source=item.source, rule=rule,
        manner=manner, act=verb.act, lemma=verb.lemma, paragraph=context.number,
        polarity=_polarity(verb), unknown=item.source is None and _nobody(context, verb),
        embedded=item.inner or context.inside, first_person=verb.first_person,
        plural=verb.plural,
    )  # fmt: skip


def reported(
    place: AtCue, content: Range, rule: Rule, *, title: int = TITLE_WORDS
) -> Iterator[Draft]:
    """Yield a draft whose quotation marks, if any, tell its manner."""
    layout = place.context.layout
    span = trim(layout, *content)
    manner = manner_of(layout, span, colon=False, title=title)
    return draft_of(place, span, rule, manner)


def framed(place: AtCue, content: tuple[Range, ...], rule: Rule) -> Draft:
    """Return the statement of a frame, whose last span tells its manner."""
    context, item = place.context, place.item
    return Draft(
        content=content, cue=item.cue.parts, source=item.source, rule=rule,
        manner=manner_of(context.layout, content[-1], colon=False), act=item.cue.act,
        lemma=item.cue.lemma, paragraph=context.number, embedded=context.inside,
    )  # fmt: skip


def _nobody(context: CueContext, cue: Cue) -> bool:
    """Whether a saying without a subject is nobody's in particular."""
    return cue.passive or (context.inside and they_say(cue))


def they_say(cue: Cue) -> bool:
    """Whether nobody in particular says it: ``می‌گویند``: people say."""
    return cue.has(Trait.THEY_SAY) and cue.plural and cue.ongoing and not cue.first_person


def _polarity(cue: Cue) -> Polarity:
    if cue.negated:
        return Polarity.NEGATED
    return Polarity.DENIED if cue.act is Act.DENY else Polarity.AFFIRMED
