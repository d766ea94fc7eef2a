"""Where no mention tells it: a dropped subject, a passive; and a speaker met for the first time."""

from __future__ import annotations

from gofteh.speakers.answers import Answer, Found, Passed, Question
from gofteh.speakers.entities import Entity


def new_speaker(asked: Question) -> Answer:
    """Who is named beside the verb and fits nobody before."""
    evidence = (asked.mention.range,) if asked.traced else ()
    return Found(Entity(asked.mention.kind), "named-subject", evidence)


def impersonal(asked: Question) -> Answer:
    """``گفته می‌شود``: the article hides who says so."""
    if not asked.draft.unknown:
        return Passed.NOT_MINE
    return Found(Entity.unknown(), "impersonal", asked.cue())


def dropped_subject(asked: Question) -> Answer:
    """A verb without a subject: who spoke before goes on."""
    if not asked.discourse.spoken:
        return Passed.NOBODY_FITS
    entity = asked.discourse.spoken[-1].entity
    return Found(entity, "dropped-subject", asked.evidence(entity))


def nobody_named(asked: Question) -> Answer:
    """Nobody spoke before: the speaker is not told."""
    return Found(Entity.unknown(), "nobody-named", asked.cue())
