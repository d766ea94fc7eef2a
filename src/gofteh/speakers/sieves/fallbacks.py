"""The last sieve of all, a speaker met for the first time; and those for no mention at all."""

from __future__ import annotations

from gofteh.speakers.answers import Answer, Found, Passed, Question
from gofteh.speakers.entities import Entity


def new_speaker(question: Question) -> Answer:
    """A mention that means nobody who spoke before is a new speaker's."""
    evidence = (question.mention.range,) if question.traced else ()
    return Found(Entity(question.mention.kind), "named-subject", evidence)


def impersonal(question: Question) -> Answer:
    """``گفته می‌شود``: an impersonal verb, by which the article hides the speaker."""
    if not question.draft.unknown:
        return Passed.NOT_MINE
    return Found(Entity.unknown(), "impersonal", question.cue())


def dropped_subject(question: Question) -> Answer:
    """A verb without a subject: the speaker of the statement before goes on."""
    if not question.discourse.spoken:
        return Passed.NOBODY_FITS
    entity = question.discourse.spoken[-1].entity
    return Found(entity, "dropped-subject", question.evidence(entity))


def nobody_named(question: Question) -> Answer:
    """Nobody spoke before: the article does not name the speaker."""
    return Found(Entity.unknown(), "nobody-named", question.cue())
