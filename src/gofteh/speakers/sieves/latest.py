"""Recency: the last speaker of some kinds, to whom pronouns and demonstratives go back."""

from __future__ import annotations

from collections.abc import Collection

from gofteh.records import SpeakerKind
from gofteh.speakers.answers import Against, Question
from gofteh.speakers.entities import Entity

PERSONAL = (SpeakerKind.PERSON, SpeakerKind.UNNAMED)
# An explanation shows so many of those who spoke before.
_MAX_SHOWN = 8


def latest(question: Question, kinds: Collection[SpeakerKind]) -> Entity | None:
    """Return the last speaker of one of the kinds; one merely quoted by a person comes behind."""
    found = question.discourse.last(kinds)
    if question.traced:
        _reject_others(question, kinds, found)
    return found


def _reject_others(
    question: Question, kinds: Collection[SpeakerKind], found: Entity | None
) -> None:
    """Note of those who spoke before why it is not they, the latest first."""
    later_than_found = True
    for entity in reversed(question.discourse.recent[-_MAX_SHOWN:]):
        if entity is found:
            later_than_found = False
        elif entity.hidden:
            question.reject(entity, Against.NO_NAME)
        elif entity.kind not in kinds:
            question.reject(entity, Against.KIND)
        else:
            merely_quoted = later_than_found  # or the latest of the kinds would be the one found
            against = Against.MERELY_QUOTED if merely_quoted else Against.EARLIER
            question.reject(entity, against)
