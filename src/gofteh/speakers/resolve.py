"""Who the speakers are: each source mention goes through ordered sieves.

A draft's source mention is tried against `SIEVES` in their order; the first that answers decides,
and its name goes into ``because.speaker``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from gofteh.records import SpeakerKind
from gofteh.speakers.entities import Entity
from gofteh.speakers.mentions import Mention, parse
from gofteh.speakers.sieves import SIEVES, Found
from gofteh.speakers.state import State
from gofteh.speakers.writings import writer_of, writing_of
from gofteh.statements.drafts import Draft
from gofteh.text.layout import Layout
from gofteh.text.tokens import Range

# An explanation names so many of the last speakers.
_MAX_MET = 8


class Decision(NamedTuple):
    """Who speaks a draft, which sieve decided, and the last speakers met before, latest first."""

    entity: Entity
    why: str
    met: tuple[Entity, ...]


def resolve(layout: Layout, drafts: Sequence[Draft]) -> list[Decision]:
    """Return who speaks each draft, in the order of the drafts."""
    state = State.of(layout, drafts)
    decided: dict[Range, Found] = {}
    out = []
    for draft in drafts:
        met = tuple(reversed(state.recent[-_MAX_MET:]))
        found = decided.get(draft.source) if draft.source else None
        if found is None:
            found = _resolved(state, draft)
        if draft.source:
            decided[draft.source] = found
        state.speak(draft, found[0])
        out.append(Decision(*found, met))
    return out


def _resolved(state: State, draft: Draft) -> Found:
    """A draft's speaker, with the mention that named it taken in."""
    if draft.source:
        mention = state.mentions[draft.source]
    elif draft.antecedent:
        mention = parse(state.layout, draft.antecedent)
    else:
        return _without_source(state, draft)
    writer = writer_of(state.layout, mention)
    found = _decide(state, draft, writer or mention)
    if writer:
        found[0].add(state.layout, writer)
    if found[0].kind is not SpeakerKind.DOCUMENT and (at := writing_of(mention)) is not None:
        found[0].heads.add(mention.words[at])
        mention = replace(mention, demonstrative=True)
    found[0].add(state.layout, mention)
    return found


def _decide(state: State, draft: Draft, mention: Mention) -> Found:
    for sieve in SIEVES:
        if answer := sieve(state, draft, mention):
            return answer
    return Entity(mention.kind), "named-subject"


def _without_source(state: State, draft: Draft) -> Found:
    if draft.unknown:
        return Entity(SpeakerKind.UNNAMED, hidden=True), "impersonal"
    if state.spoken:
        return state.spoken[-1][1], "dropped-subject"
    return Entity(SpeakerKind.UNNAMED, hidden=True), "nobody-named"
