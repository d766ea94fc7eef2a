"""Demonstratives: ``این سازمان``, ``این گزارش``, ``این بیانیه``."""

from __future__ import annotations

from gofteh.lexicon.frames import RELAYS
from gofteh.lexicon.heads import ORGANISATION_HEADS
from gofteh.lexicon.mentions import INDEFINITE_ARTICLES, REPORT
from gofteh.lexicon.names import given_names
from gofteh.lexicon.people import ANONYMOUS_HEADS
from gofteh.records import SpeakerKind
from gofteh.speakers.answers import Against, Answer, Found, Passed, Question
from gofteh.speakers.antecedents import body_before
from gofteh.speakers.discourse import Spoken
from gofteh.speakers.entities import Entity
from gofteh.speakers.mentions import Mention
from gofteh.speakers.sieves.latest import PERSONAL, latest
from gofteh.speakers.sieves.namings import introduced
from gofteh.speakers.writings import writing_of
from gofteh.text.layout import Layout

_WRITERS = (SpeakerKind.ORGANISATION, SpeakerKind.GROUP)
_NO_BODIES = (*PERSONAL, SpeakerKind.DOCUMENT)
# A longer name of a body says what it is.
_MAX_BARE = 3


def writer(question: Question) -> Answer:
    """``این بیانیه``: the speaker known as its writer, else the last body to speak by one."""
    mention = question.mention
    at = writing_of(mention)
    if at is None or at + 1 < len(mention.words):
        return Passed.NOT_MINE
    head, discourse = mention.words[at], question.discourse
    told = (e for e in reversed(discourse.recent) if head in e.heads)
    issued = (s.entity for s in reversed(discourse.spoken) if _issues(discourse.layout, s, head))
    entity = next(told, None) or next(issued, None)
    return Found(entity, "writer", question.evidence(entity)) if entity else Passed.NOBODY_FITS


def _issues(layout: Layout, spoken: Spoken, head: str) -> bool:
    """Whether a body or group spoke through such a writing: ``باشگاه در بیانیه‌ای گفت``."""
    source, cue = spoken.draft.source, spoken.draft.cue
    if source is None or not cue or spoken.entity.kind not in _WRITERS:
        return False
    between = layout.tokens.words[source.end : cue[0].start]
    kinds = (word[len(head) :] for word in between if word.startswith(head))
    return any(end in INDEFINITE_ARTICLES for end in kinds)


def same_noun(question: Question) -> Answer:
    """``این سازمان`` behind ``سازمان X``: the last speaker who was called by the same noun."""
    mention = question.mention
    if not mention.demonstrative:
        return Passed.NOT_MINE
    layout = question.discourse.layout
    for entity in reversed(question.discourse.recent):
        holds = any(_holds(layout, m, mention) for m in entity.mentions)
        if mention.head not in entity.heads and not holds:
            question.reject(entity, Against.NOUN)
        elif not _can_be(mention, entity):
            question.reject(entity, Against.KIND)
        else:
            evidence = question.evidence(
                entity, lambda m: m.head == mention.head or _holds(layout, m, mention)
            )
            return Found(entity, "demonstrative-same-head", evidence)
    return Passed.NOBODY_FITS


def _can_be(mention: Mention, entity: Entity) -> bool:
    """Whether an entity is of the kind that a demonstrative names."""
    if mention.kind in PERSONAL:
        return entity.kind in PERSONAL
    return entity.kind in (SpeakerKind.ORGANISATION, mention.kind)


def report_of_outlet(question: Question) -> Answer:
    """``بر اساس این گزارش``: the outlet whose report was the last one told.

    A report that itself ``می‌افزاید``, with a verb behind it, speaks as the document it is.
    """
    if not question.mention.demonstrative or question.mention.head != REPORT:
        return Passed.NOT_MINE
    if not question.draft.cue or question.draft.cue[0] > question.mention.range:
        return Passed.NOBODY_FITS
    told = (s for s in reversed(question.discourse.spoken) if s.draft.lemma in RELAYS)
    relayed = next(told, None)
    if relayed is None or relayed.entity.kind is not SpeakerKind.ORGANISATION:
        return Passed.NOBODY_FITS
    return Found(relayed.entity, "report-of-outlet", question.evidence(relayed.entity))


def that_person(question: Question) -> Answer:
    """``این مقام مسئول``: the last person whom the text gives that office, else who spoke last.

    Where nobody has spoken, and the noun fits any office (``مقام``, ``مسئول``): whom the text
    named last with one.
    """
    mention, layout = question.mention, question.discourse.layout
    if not mention.demonstrative or mention.kind not in PERSONAL:
        return Passed.NOT_MINE
    before = [m for m in question.discourse.introduced if m.range.start < mention.range.start]
    holders = [m for m in before if _holds(layout, m, mention)]
    last = latest(question, PERSONAL)
    if not holders and last is None and mention.head in ANONYMOUS_HEADS:
        holders = [m for m in before if m.role]
    if holders:
        return introduced(question, holders[-1], "role-of-text")
    return _last(question, last)


def _holds(layout: Layout, known: Mention, demonstrative: Mention) -> bool:
    """Whether an office's head ends with a demonstrative's noun: ``سرمربی``, ``این مربی``."""
    heads = (layout.tokens.words[i] for i in known.role[:1])
    return not known.demonstrative and any(w.endswith(demonstrative.head) for w in heads)


def that_body(question: Question) -> Answer:
    """``این اداره``: a body called by that noun before, or the last body that spoke.

    A body that spoke under a bare name comes first, since its name cannot contradict the noun;
    then the text's last body of that noun, whether or not it spoke; then whichever spoke last.
    """
    mention, discourse = question.mention, question.discourse
    if not mention.demonstrative or mention.kind in _NO_BODIES:
        return Passed.NOT_MINE
    last = latest(question, (mention.kind,))
    if last and _is_bare(last):
        return _last(question, last)
    named = body_before(discourse.layout, mention)
    if named and named.kind is mention.kind:
        entity = discourse.described_as(named) or Entity.of(discourse.layout, named)
        return Found(entity, "demonstrative-of-text", (named.range,))
    return _last(question, last or _body_taken_for_person(question))


def _last(question: Question, entity: Entity | None) -> Answer:
    if entity is None:
        return Passed.NOBODY_FITS
    return Found(entity, "demonstrative-last", question.evidence(entity))


def _is_bare(entity: Entity) -> bool:
    """Whether no mention of a body says what sort of body it is: ``دیلی‌تلگراف``."""
    short = all(len(m.words) <= _MAX_BARE for m in entity.mentions)
    return short and not entity.heads & ORGANISATION_HEADS


def _body_taken_for_person(question: Question) -> Entity | None:
    """``این شرکت`` tells that the speaker just before, taken for a person, is a company.

    The only place where an answer changes what was known: the entity's kind is put right.
    """
    spoken = question.discourse.spoken
    entity = spoken[-1].entity if spoken else None
    if entity is None or entity.kind is not SpeakerKind.PERSON or entity.descriptions:
        return None
    if any(name[0] in given_names() for name in entity.names):
        return None
    entity.kind = SpeakerKind.ORGANISATION
    return entity
