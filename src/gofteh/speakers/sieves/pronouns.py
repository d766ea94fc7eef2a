"""Pronouns: ``وی``, ``آن‌ها``, ``من``. Persian ones know no gender; who spoke last carries them."""

from __future__ import annotations

from gofteh.records import SpeakerKind
from gofteh.speakers.answers import Answer, Found, Passed, Question
from gofteh.speakers.antecedents import group_before, person_before
from gofteh.speakers.entities import Entity
from gofteh.speakers.sieves.latest import PERSONAL, latest

_SEVERAL = (SpeakerKind.GROUP, SpeakerKind.ORGANISATION)


def first_person(asked: Question) -> Answer:
    """``من`` within somebody's words: who spoke last."""
    if not asked.mention.first_person:
        return Passed.NOT_MINE
    if not asked.discourse.spoken:
        return Passed.NOBODY_FITS
    entity = asked.discourse.spoken[-1].entity
    return Found(entity, "first-person", asked.evidence(entity))


def plural_pronoun(asked: Question) -> Answer:
    """``آن‌ها``: the group that spoke or was named last, else the last body; never one person."""
    if not (asked.mention.pronoun and asked.mention.plural):
        return Passed.NOT_MINE
    discourse = asked.discourse
    if named := group_before(discourse.layout, asked.mention.range.start):
        entity = discourse.bearer(named) or Entity.of(discourse.layout, named)
        return Found(entity, "plural-pronoun-of-text", (named.range,))
    if last := latest(asked, _SEVERAL):
        return Found(last, "plural-pronoun", asked.evidence(last))
    return Found(Entity.unknown(), "nobody-named", asked.cue())


def pronoun(asked: Question) -> Answer:
    """``وی``: the last person who spoke, else the last one that the text names."""
    if not asked.mention.pronoun or asked.mention.plural:
        return Passed.NOT_MINE
    last = latest(asked, (SpeakerKind.PERSON,)) or latest(asked, PERSONAL)
    if last:
        return Found(last, "pronoun-last-person", asked.evidence(last))
    layout = asked.discourse.layout
    if named := person_before(layout, asked.mention.range[0]):
        return Found(Entity.of(layout, named), "pronoun-of-text", (named.range,))
    if last := latest(asked, tuple(SpeakerKind)):
        return Found(last, "pronoun-last-person", asked.evidence(last))
    return Passed.NOBODY_FITS
