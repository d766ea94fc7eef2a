"""Who the speakers are: each source mention goes through ordered sieves.

A statement's source mention is tried against `SIEVES` in their order; the first that answers
decides, and its rule goes into ``because.speaker``. A statement without one goes through
`WITHOUT_MENTION`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from gofteh.records import SpeakerKind
from gofteh.speakers.answers import Found, Passed, Question, Rejected
from gofteh.speakers.declared import Sieve
from gofteh.speakers.discourse import Discourse
from gofteh.speakers.entities import Entity
from gofteh.speakers.mentions import Mention, parse
from gofteh.speakers.sieves.order import SIEVES, WITHOUT_MENTION
from gofteh.speakers.writings import writer_of, writing_of
from gofteh.statements.drafts import Draft
from gofteh.text.layout import Layout
from gofteh.text.tokens import Range


@dataclass(frozen=True, slots=True)
class Tried:
    """What one sieve answered, and whom it looked at without choosing him."""

    sieve: Sieve
    answer: Found | Passed
    rejected: tuple[Rejected, ...]


@dataclass(frozen=True, slots=True)
class Resolution:
    """Who speaks a statement, which rule decided, and the sieves tried, if a trace was kept."""

    entity: Entity
    rule: str
    tried: tuple[Tried, ...] = ()


def resolve(layout: Layout, drafts: Sequence[Draft], *, traced: bool = False) -> list[Resolution]:
    """Return who speaks each draft, in the order of the drafts; with what each sieve answered."""
    discourse = Discourse.of(layout, drafts)
    decided: dict[Range, Resolution] = {}
    out = []
    for draft in drafts:
        decision = decided.get(draft.source) if draft.source else None
        if decision is None:
            decision = _decided(discourse, draft, traced=traced)
        if draft.source:
            decided[draft.source] = decision
        discourse.speak(draft, decision.entity)
        out.append(decision)
    return out


def _decided(discourse: Discourse, draft: Draft, *, traced: bool) -> Resolution:
    """A draft's speaker, with the mention that named it taken in."""
    layout = discourse.layout
    mention = _mention(discourse, draft)
    if mention is None:
        return _through(WITHOUT_MENTION, discourse, draft, _none_at(draft), traced=traced)
    writer = writer_of(layout, mention)
    decision = _through(SIEVES, discourse, draft, writer or mention, traced=traced)
    speaker = decision.entity
    if writer:
        speaker.add(layout, writer)
    if speaker.kind is not SpeakerKind.DOCUMENT and (at := writing_of(mention)) is not None:
        speaker.heads.add(mention.words[at])
        mention = replace(mention, demonstrative=True)
    speaker.add(layout, mention)
    return decision


def _mention(discourse: Discourse, draft: Draft) -> Mention | None:
    """The mention that names a draft's speaker: beside its cue, or where the draft points to."""
    if draft.source:
        return discourse.mentions[draft.source]
    return parse(discourse.layout, draft.antecedent) if draft.antecedent else None


def _none_at(draft: Draft) -> Mention:
    """The mention of no words, where a draft begins."""
    return Mention(Range(draft.start, draft.start), ())


def _through(
    sieves: Sequence[Sieve], discourse: Discourse, draft: Draft, mention: Mention, *, traced: bool
) -> Resolution:
    """Ask the sieves in their order until one answers; the last of them always does."""
    tried: list[Tried] = []
    question = Question(discourse, draft, mention)
    for sieve in sieves:
        if traced:  # each sieve rejects for itself
            question = Question(discourse, draft, mention, [])
        answer = sieve.run(question)
        if traced:
            tried.append(Tried(sieve, answer, tuple(question.rejected or ())))
        if isinstance(answer, Found):
            return Resolution(answer.entity, answer.rule, tuple(tried))
    raise AssertionError(f"the last sieve, {sieves[-1].id}, must find a speaker")
