"""Who spoke last, of some kinds: what pronouns and demonstratives go back to."""

from __future__ import annotations

from collections.abc import Collection

from gofteh.records import SpeakerKind
from gofteh.speakers.answers import Against, Question
from gofteh.speakers.entities import Entity

PERSONAL = (SpeakerKind.PERSON, SpeakerKind.UNNAMED)
# So many of those who spoke are told of in an explanation.
_MAX_TOLD = 8


def latest(question: Question, kinds: Collection[SpeakerKind]) -> Entity | None:
    """Return the last speaker of one of the kinds, rather one not merely quoted by a person."""
    found = question.discourse.last(kinds)
    if question.traced:
        _tell_others(question, kinds, found)
    return found


def _tell_others(question: Question, kinds: Collection[SpeakerKind], found: Entity | None) -> None:
    """Say of those who spoke before what sets them behind the one found."""
    passed_by = True
    for entity in reversed(question.discourse.recent[-_MAX_TOLD:]):
        if entity is found:
            passed_by = False
        elif entity.hidden:
            question.reject(entity, Against.NO_NAME)
        elif entity.kind not in kinds:
            question.reject(entity, Against.KIND)
        else:
            question.reject(entity, Against.MERELY_QUOTED if passed_by else Against.EARLIER)
