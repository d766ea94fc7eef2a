"""A draft of a verb's saying: what its cue tells of speaker, polarity and manner."""

from __future__ import annotations

from gofteh.lexicon.acts import Act
from gofteh.lexicon.entries import Trait
from gofteh.records import Manner, Polarity
from gofteh.statements.context import Context
from gofteh.statements.cues import Cue
from gofteh.statements.drafts import TITLE_WORDS, Draft, manner_of, trim
from gofteh.statements.sourced import Sourced
from gofteh.text.tokens import Range


def draft_of(
    context: Context, item: Sourced, content: Range, rule: str, manner: Manner
) -> Draft | None:
    """Return the statement of a cue with its content, or None where nothing is left of that."""
    span = trim(context.layout, *content)
    if span.end <= span.start:
        return None
    verb = item.cue
    return Draft(
        content=(span,), cue=verb.parts, source=item.source, rule=rule,
        manner=manner, act=verb.act, lemma=verb.lemma, paragraph=context.number,
        polarity=_polarity(verb), unknown=item.source is None and _nobody(context, verb),
        embedded=item.inner or context.inside, first_person=verb.first_person,
        plural=verb.plural,
    )  # fmt: skip


def reported(
    context: Context, item: Sourced, content: Range, rule: str, *, title: int = TITLE_WORDS
) -> Draft | None:
    """Return a draft whose quotation marks, if any, tell its manner."""
    span = trim(context.layout, *content)
    manner = manner_of(context.layout, span, colon=False, title=title)
    return draft_of(context, item, span, rule, manner)


def _nobody(context: Context, cue: Cue) -> bool:
    """Whether a saying without a subject is nobody's in particular."""
    return cue.passive or (context.inside and they_say(cue))


def they_say(cue: Cue) -> bool:
    """Whether nobody in particular says it: ``می‌گویند``: people say."""
    return cue.has(Trait.THEY_SAY) and cue.plural and cue.ongoing and not cue.first_person


def _polarity(cue: Cue) -> Polarity:
    if cue.negated:
        return Polarity.NEGATED
    return Polarity.DENIED if cue.act is Act.DENY else Polarity.AFFIRMED
