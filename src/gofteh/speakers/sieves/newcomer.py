"""The last sieve: a mention of somebody who has not spoken before."""

from __future__ import annotations

from gofteh.speakers.answers import Answer, Found, Question
from gofteh.speakers.entities import Entity


def new_speaker(question: Question) -> Answer:
    """A mention that means nobody who spoke before is a new speaker's."""
    evidence = (question.mention.range,) if question.traced else ()
    return Found(Entity(question.mention.kind), "named-subject", evidence)
