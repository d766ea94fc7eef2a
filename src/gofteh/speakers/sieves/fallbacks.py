"""Where no mention tells it: a dropped subject, a passive; and a speaker met for the first time."""

from __future__ import annotations

from gofteh.speakers.answers import Answer, Found, Passed, Question
from gofteh.speakers.entities import Entity


def new_speaker(question: Question) -> Answer:
    """Who is named beside the verb and fits nobody before."""
    evidence = (question.mention.range,) if question.traced else ()
    return Found(Entity(question.mention.kind), "named-subject", evidence)


def impersonal(question: Question) -> Answer:
    """``گفته می‌شود``: the article hides who says so."""
    if not question.draft.unknown:
        return Passed.NOT_MINE
    return Found(Entity.unknown(), "impersonal", question.cue())


def dropped_subject(question: Question) -> Answer:
    """A verb without a subject: who spoke before goes on."""
    if not question.discourse.spoken:
        return Passed.NOBODY_FITS
    entity = question.discourse.spoken[-1].entity
    return Found(entity, "dropped-subject", question.evidence(entity))


def nobody_named(question: Question) -> Answer:
    """Nobody spoke before: the speaker is not told."""
    return Found(Entity.unknown(), "nobody-named", question.cue())
