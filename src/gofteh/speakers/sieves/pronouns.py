"""Pronouns: ``وی``, ``آن‌ها``, ``من``. Persian ones know no gender; who spoke last carries them."""

from __future__ import annotations

from gofteh.lexicon.acts import Act
from gofteh.lexicon.entries import Trait
from gofteh.lexicon.events import DENIED
from gofteh.lexicon.forms import lemmas_with
from gofteh.lexicon.particles import OBJECT
from gofteh.records import SpeakerKind
from gofteh.speakers.answers import Answer, Found, Passed, Question
from gofteh.speakers.antecedents import group_before, person_before
from gofteh.speakers.entities import Entity
from gofteh.speakers.mentions import parse
from gofteh.speakers.sieves.latest import PERSONAL, latest
from gofteh.text.tokens import Range

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
    return Found(Entity.unknown(), "plural-pronoun-no-group", asked.cue())


def _accused(asked: Question) -> Entity | None:
    """``X Y را متهم کرد. او این اتهام را رد کرد``: he whom the last saying accuses denies it."""
    discourse, words = asked.discourse, asked.discourse.layout.tokens.words
    if not discourse.spoken or asked.draft.act is Act.ADD:
        return None
    last = discourse.spoken[-1].draft
    between = words[asked.mention.range.end : asked.draft.cue[0].start] if asked.draft.cue else ()
    if last.lemma not in lemmas_with(Trait.ACCUSES) or DENIED.isdisjoint(between):
        return None
    start, end = last.content[0]
    mark = next((i for i in range(start, end) if words[i] == OBJECT), start)
    told = parse(discourse.layout, Range(start, mark)) if mark > start else None
    if told is None or not told.name:
        return None
    return discourse.met_as(told) or Entity.of(discourse.layout, told)


def pronoun(asked: Question) -> Answer:
    """``وی``: the last person who spoke, else the last one that the text names."""
    if not asked.mention.pronoun or asked.mention.plural:
        return Passed.NOT_MINE
    if accused := _accused(asked):
        return Found(accused, "pronoun-of-text", asked.evidence(accused))
    last = latest(asked, (SpeakerKind.PERSON,)) or latest(asked, PERSONAL)
    if last:
        return Found(last, "pronoun-last-person", asked.evidence(last))
    layout = asked.discourse.layout
    if named := person_before(layout, asked.mention.range[0]):
        return Found(Entity.of(layout, named), "pronoun-of-text", (named.range,))
    if last := latest(asked, tuple(SpeakerKind)):
        return Found(last, "pronoun-last-person", asked.evidence(last))
    return Passed.NOBODY_FITS
