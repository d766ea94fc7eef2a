"""``او`` within somebody's own words: not himself, but whom he has just spoken of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from gofteh.lexicon.heads import ROLE_HEADS
from gofteh.lexicon.names import given_names, is_common_form
from gofteh.lexicon.particles import AND, OBJECT
from gofteh.lexicon.people import HONORIFICS
from gofteh.records import Manner, SpeakerKind
from gofteh.speakers.answers import Answer, Found, Passed, Question
from gofteh.speakers.discourse import Discourse, Spoken
from gofteh.speakers.entities import Entity
from gofteh.speakers.introductions import is_surname
from gofteh.speakers.mentions import Mention, parse
from gofteh.speakers.names import plain_name
from gofteh.speakers.sieves.namings import introduced, known_name, name_in_text
from gofteh.statements.drafts import Draft
from gofteh.statements.phrases import is_finite, mention_at
from gofteh.text.layout import Layout
from gofteh.text.tokens import Range

_RULE = "pronoun-within-speech"
# So many statements before may be the one in whose words the pronoun stands, and so many tokens
# of it are searched for whom it means.
_LATEST, _MAX_BACK = 12, 120
# The longest office in the midst of a sentence, in tokens, and what stands behind one.
_MAX_OFFICE = 7
_BEHIND = frozenset({AND, OBJECT, "هم", "نیز"})


def pronoun_within_speech(question: Question) -> Answer:
    """``علی راد گفت: مدیر سد را دیدم و او گفت …``: the last person of whom the speech tells.

    Only in words quoted behind a verb as they were said: in a clause (``علی راد گفت که به گفته او
    …``), in an answer or a letter the pronoun may be the reporter's, and mean whoever speaks.
    """
    mention, discourse = question.mention, question.discourse
    if not mention.pronoun or mention.plural or mention.first_person:
        return Passed.NOT_MINE
    outer = _outer(discourse, question.draft)
    span = _span_around(outer.draft, mention.range.start) if outer else None
    if outer is None or span is None:
        return Passed.NOT_MINE
    end = mention.range.start
    told = Range(max(end - _MAX_BACK, span.start), end)
    quoted = _quoted_before(discourse, told, outer.entity)
    nearer = Range(_end_of(quoted.draft, end), end) if quoted else told
    found = (_who(question, one) for one in _persons_in(discourse, nearer))
    if other := next((f for f in found if f.entity is not outer.entity), None):
        return other
    if quoted is None:
        return Passed.NOBODY_FITS
    return Found(quoted.entity, _RULE, question.evidence(quoted.entity))


def _outer(discourse: Discourse, draft: Draft) -> Spoken | None:
    """The statement in whose content, quoted as it was said, a draft stands."""
    near = reversed(discourse.spoken[-_LATEST:])
    found = next((s for s in near if _span_around(s.draft, draft.start)), None)
    if found is None or found.draft.rule.at_length:
        return None
    return found if found.draft.manner is Manner.DIRECT else None


def _span_around(draft: Draft, position: int) -> Range | None:
    """The span of a draft's content in which a token stands."""
    return next((span for span in draft.content if span.start <= position < span.end), None)


def _end_of(draft: Draft, least: int) -> int:
    """Where a draft ends; ``least`` where it ends later."""
    return min(least, max(end for _, end in (*draft.content, *draft.cue)))


def _quoted_before(discourse: Discourse, told: Range, speaker: Entity) -> Spoken | None:
    """The last person but the speaker who is quoted within a range of his words."""
    last = reversed(discourse.spoken[-_LATEST:])
    quoted = (s for s in last if told.start <= s.draft.start < told.end)
    others = (s for s in quoted if s.entity is not speaker and not s.entity.hidden)
    return next((s for s in others if s.entity.kind is SpeakerKind.PERSON), None)


def _persons_in(discourse: Discourse, told: Range) -> Iterator[Mention]:
    """The persons named or described in a range of tokens, the last first.

    What ends in a common word is no name here: ``پیاتزا ظرفیت`` of ``پیاتزا ظرفیت زیادی دارد``.
    """
    layout, words = discourse.layout, discourse.layout.tokens.words
    named = ((m, plain_name(layout, m.name)) for m in discourse.introduced)
    full = {m.range.start: m for m, name in named if not is_common_form(name[-1])}
    names = [n for e in discourse.named() for n in e.names]
    names += [plain_name(layout, m.name) for m in full.values()]
    surnames = {n[-1] for n in names if n and not is_common_form(n[-1])}
    for i in range(told.end - 1, told.start - 1, -1):
        if i in full:
            yield full[i]
        elif words[i] in HONORIFICS and words[i + 1] not in HONORIFICS:
            if is_surname(words[i + 1]):
                yield parse(layout, Range(i, _titled_end(words, i)))
        elif words[i] in ROLE_HEADS:
            described = parse(layout, Range(i, _described_end(layout, i, told.end)))
            if discourse.described_as(described) and described.kind is SpeakerKind.PERSON:
                yield described
        elif words[i] in surnames and i - 1 not in full:
            yield parse(layout, Range(i, i + 1))


def _titled_end(words: tuple[str, ...], title: int) -> int:
    """Where the name behind a title ends: a surname, or a given name and a surname."""
    whole = words[title + 1] in given_names() and is_surname(words[title + 2])
    return title + 2 + (whole and not is_common_form(words[title + 2]))


def _described_end(layout: Layout, start: int, end: int) -> int:
    """Where an office in the midst of a sentence ends: in front of its verb at the latest."""
    words = layout.tokens.words
    stop = mention_at(layout, start, min(end, start + _MAX_OFFICE))
    inside = range(start + 1, stop)
    behind = (i for i in inside if is_finite(words[i]) or words[i] in _BEHIND)
    return next(behind, max(start + 1, stop))


def _who(question: Question, named: Mention) -> Found:
    """The entity of a mention: who bears its name or office already, or somebody new."""
    about = replace(question, mention=named)
    for sieve in (known_name, name_in_text):
        if isinstance(found := sieve(about), Found):
            return replace(found, rule=_RULE)
    described = None if named.name else question.discourse.described_as(named)
    if described:
        return Found(described, _RULE, question.evidence(described))
    return introduced(about, named, _RULE)
