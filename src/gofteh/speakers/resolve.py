"""Who the speakers are: the mention that names each one is resolved to an entity.

The mention in a statement's source goes through `SIEVES` in their order; the first that finds
somebody decides, and its rule goes into ``because.speaker``. A statement whose speaker no words
name goes through `WITHOUT_MENTION`.
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
from gofteh.speakers.sieves.order import SIEVES
from gofteh.speakers.sieves.unmentioned import WITHOUT_MENTION
from gofteh.speakers.writings import writer_of, writing_of
from gofteh.statements.drafts import Draft
from gofteh.text.layout import Layout
from gofteh.text.tokens import Range


@dataclass(frozen=True, slots=True)
class Tried:
    """What one sieve answered, and whom it looked at and did not choose."""

    sieve: Sieve
    answer: Found | Passed
    rejected: tuple[Rejected, ...]


@dataclass(frozen=True, slots=True)
class Resolution:
    """Who speaks a statement and by which rule; ``tried`` only where a trace was asked for."""

    entity: Entity
    rule: str
    tried: tuple[Tried, ...] = ()


def resolve(layout: Layout, drafts: Sequence[Draft], *, traced: bool = False) -> list[Resolution]:
    """Return who speaks each draft, in the order of the drafts; ``traced``: with the sieves tried.

    Drafts that share the words that name their speaker share the speaker: it is resolved once.
    """
    discourse = Discourse.of(layout, drafts)
    by_naming: dict[Range, Resolution] = {}
    out = []
    for draft in drafts:
        naming = draft.source or draft.antecedent
        resolution = by_naming.get(naming) if naming else None
        if resolution is None:
            resolution = _resolved(discourse, draft, traced=traced)
        if naming:
            by_naming[naming] = resolution
        discourse.speak(draft, resolution.entity)
        out.append(resolution)
    return out


def _resolved(discourse: Discourse, draft: Draft, *, traced: bool) -> Resolution:
    """A draft's speaker, to whose mentions the draft's own is added.

    Of a writing (``بیانیه سازمان X``) the writer is asked for. Its noun becomes one by which
    ``این بیانیه`` goes back to that speaker, but names nobody: as a mention it counts like a
    demonstrative.
    """
    layout = discourse.layout
    mention = _mention(discourse, draft)
    if mention is None:
        return _through(WITHOUT_MENTION, discourse, draft, _empty_mention(draft), traced=traced)
    writer = writer_of(layout, mention)
    resolution = _through(SIEVES, discourse, draft, writer or mention, traced=traced)
    speaker = resolution.entity
    if writer:
        speaker.add(layout, writer)
    if speaker.kind is not SpeakerKind.DOCUMENT and (at := writing_of(mention)) is not None:
        speaker.heads.add(mention.words[at])
        mention = replace(mention, demonstrative=True)
    speaker.add(layout, mention)
    return resolution


def _mention(discourse: Discourse, draft: Draft) -> Mention | None:
    """The mention that names a draft's speaker: in its source, else in its antecedent."""
    if draft.source:
        return discourse.mentions[draft.source]
    return parse(discourse.layout, draft.antecedent) if draft.antecedent else None


def _empty_mention(draft: Draft) -> Mention:
    """A mention of no words, where a draft begins: a question always has one."""
    return Mention(Range(draft.start, draft.start), ())


def _through(
    sieves: Sequence[Sieve], discourse: Discourse, draft: Draft, mention: Mention, *, traced: bool
) -> Resolution:
    """Ask the sieves in their order until one answers; the last of them always does."""
    tried: list[Tried] = []
    question = Question(discourse, draft, mention)
    for sieve in sieves:
        if traced:  # whom each sieve rejects is told apart from the others' rejections
            question = Question(discourse, draft, mention, [])
        answer = sieve.run(question)
        if traced:
            tried.append(Tried(sieve, answer, tuple(question.rejected or ())))
        if isinstance(answer, Found):
            return Resolution(answer.entity, answer.rule, tuple(tried))
    raise AssertionError(f"the last sieve, {sieves[-1].id}, must find a speaker")
