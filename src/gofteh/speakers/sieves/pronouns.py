"""Pronouns: ``وی``, ``آن‌ها``, ``من``. Persian ones have no gender, so that recency decides."""

from __future__ import annotations

from dataclasses import replace

from gofteh.lexicon.acts import Act
from gofteh.lexicon.entries import Trait
from gofteh.lexicon.events import DENIED
from gofteh.lexicon.forms import lemmas_with
from gofteh.lexicon.mentions import GOING_ON
from gofteh.lexicon.names import given_names
from gofteh.lexicon.particles import OBJECT
from gofteh.records import SpeakerKind
from gofteh.speakers.answers import Answer, Found, Passed, Question
from gofteh.speakers.antecedents import group_before, person_before, sentence_before, subject_of
from gofteh.speakers.entities import Entity
from gofteh.speakers.mentions import parse
from gofteh.speakers.sieves.latest import PERSONAL, latest
from gofteh.speakers.sieves.namings import introduced, known_name, name_in_text
from gofteh.statements.drafts import Draft
from gofteh.text.tokens import Range

# So many statements before may hold the sentence in front of a pronoun.
_LATEST = 8
_SEVERAL = (SpeakerKind.GROUP, SpeakerKind.ORGANISATION)


def first_person(question: Question) -> Answer:
    """``من`` within a content: the speaker of the statement before, in whose words it stands."""
    if not question.mention.first_person:
        return Passed.NOT_MINE
    spoken = reversed(question.discourse.spoken[-_LATEST:])
    entity = next((s.entity for s in spoken if not s.by_several_unnamed), None)
    if entity is None:
        return Passed.NOBODY_FITS
    return Found(entity, "first-person", question.evidence(entity))


def _goes_on(question: Question) -> bool:
    """Whether the sentence in front holds the last statement, and it is a group's or a body's."""
    discourse = question.discourse
    if not discourse.spoken or discourse.spoken[-1].entity.kind not in _SEVERAL:
        return False
    sentence = sentence_before(discourse.layout, question.mention.range.start)
    return sentence is not None and _speaks_in(sentence, discourse.spoken[-1].draft)


def plural_pronoun(question: Question) -> Answer:
    """``آن‌ها``: the last group that the text names, else the last group or body that spoke.

    Never one person: where there is no group or body, it is not known who is meant.
    """
    if not (question.mention.pronoun and question.mention.plural):
        return Passed.NOT_MINE
    discourse = question.discourse
    if _goes_on(question) and (last := latest(question, _SEVERAL)):
        return Found(last, "plural-pronoun", question.evidence(last))
    if named := group_before(discourse.layout, question.mention.range.start):
        entity = discourse.described_as(named) or Entity.of(discourse.layout, named)
        return Found(entity, "plural-pronoun-of-text", (named.range,))
    if last := latest(question, _SEVERAL):
        return Found(last, "plural-pronoun", question.evidence(last))
    return Found(Entity.unknown(), "plural-pronoun-no-group", question.cue())


def _accused(question: Question) -> Entity | None:
    """``X Y را متهم کرد. او این اتهام را رد کرد``: who denies is whom the last one accuses."""
    discourse, words = question.discourse, question.discourse.layout.tokens.words
    if not discourse.spoken or question.draft.act is Act.ADD:
        return None
    last = discourse.spoken[-1].draft
    between = (
        words[question.mention.range.end : question.draft.cue[0].start]
        if question.draft.cue
        else ()
    )
    if last.lemma not in lemmas_with(Trait.ACCUSES) or DENIED.isdisjoint(between):
        return None
    start, end = last.content[0]
    mark = next((i for i in range(start, end) if words[i] == OBJECT), start)
    told = parse(discourse.layout, Range(start, mark)) if mark > start else None
    if told is None or not told.name:
        return None
    return discourse.bearing(told) or Entity.of(discourse.layout, told)


def _told_of(question: Question) -> Answer:
    """``X به سد آمد. وی گفت``: whom the sentence before is about, unless somebody speaks in it.

    Whoever ``افزود``, or says something ``همچنین``, spoke before: it is the last speaker.
    """
    discourse, layout = question.discourse, question.discourse.layout
    if discourse.spoken and _adds(question):
        return Passed.SOMEBODY_ELSE
    sentence = sentence_before(layout, question.mention.range.start)
    if sentence is None or any(
        _speaks_in(sentence, one.draft) for one in discourse.spoken[-_LATEST:]
    ):
        return Passed.NOBODY_FITS
    named = subject_of(layout, sentence)
    if named is None:
        return Passed.NOBODY_FITS
    about = replace(question, mention=named)
    for sieve in (known_name, name_in_text):
        if isinstance(found := sieve(about), Found):
            return replace(found, rule="pronoun-of-text")
    given = layout.tokens.words[named.name[0]] in given_names()
    full = len(named.name) > 1 and (given or named.role)
    return introduced(about, named, "pronoun-of-text") if full else Passed.NOBODY_FITS


def _adds(question: Question) -> bool:
    """Whether a statement goes on with what its speaker said: ``افزود``, ``او همچنین گفت``."""
    draft, start = question.draft, question.mention.range.end
    if draft.act is Act.ADD or not draft.cue:
        return draft.act is Act.ADD
    words = question.discourse.layout.tokens.words[start : draft.cue[0].start]
    return not GOING_ON.isdisjoint(words)


def _speaks_in(sentence: Range, draft: Draft) -> bool:
    """Whether a sentence holds a statement's cue, or words of its content."""
    parts = (*draft.cue, *draft.content)
    return any(start < sentence.end and sentence.start < end for start, end in parts)


def pronoun(question: Question) -> Answer:
    """``وی``: the last person who spoke, else one whom the text names before.

    A denial is looked at first, since there recency is wrong. Persons with a name come before
    unnamed ones, both before those who have not spoken, and before bodies whom a writer calls so.
    """
    if not question.mention.pronoun or question.mention.plural:
        return Passed.NOT_MINE
    if accused := _accused(question):
        return Found(accused, "pronoun-of-text", question.evidence(accused))
    if isinstance(told := _told_of(question), Found):
        return told
    last = latest(question, (SpeakerKind.PERSON,)) or latest(question, PERSONAL)
    if last:
        return Found(last, "pronoun-last-person", question.evidence(last))
    layout = question.discourse.layout
    if named := person_before(layout, question.mention.range[0]):
        return Found(Entity.of(layout, named), "pronoun-of-text", (named.range,))
    if last := latest(question, tuple(SpeakerKind)):
        return Found(last, "pronoun-last-person", question.evidence(last))
    return Passed.NOBODY_FITS
