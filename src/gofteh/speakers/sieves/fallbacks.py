"""Where no mention tells it: a dropped subject, a passive; and a speaker met for the first time."""

from __future__ import annotations

from gofteh.speakers.answers import Answer, Found, Passed, Question
from gofteh.speakers.entities import Entity

# So many of the last statements are looked through for one that stands in no other's words.
_MAX_ASIDE = 20


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
    """A verb without a subject: who spoke before goes on, not whom he told of."""
    spoken = asked.discourse.spoken
    # ``در واکنش به سخنان X که گفته بود A، گفت``: X was told of by the way.
    inner = asked.draft.embedded
    last = (s for s in reversed(spoken[-_MAX_ASIDE:]) if inner or not s.draft.embedded)
    found = next(last, None)
    if found is None:
        return Passed.NOBODY_FITS
    entity = found.entity
    return Found(entity, "dropped-subject", asked.evidence(entity))


def nobody_named(asked: Question) -> Answer:
    """Nobody spoke before: the speaker is not told."""
    return Found(Entity.unknown(), "nobody-named", asked.cue())
