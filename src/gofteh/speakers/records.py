"""From an article's entities to the frozen speakers of its reading."""

from __future__ import annotations

from collections.abc import Sequence

from gofteh.lexicon.heads import ORGANISATION_HEADS, ROLE_HEADS
from gofteh.records import Span, Speaker, SpeakerKind
from gofteh.speakers.entities import Entity
from gofteh.speakers.mentions import Mention
from gofteh.speakers.names import plain_name
from gofteh.text.layout import Layout


def speaker_of(layout: Layout, entity: Entity, number: int) -> Speaker:
    """Return the frozen speaker of an entity."""
    mentions = sorted({m.range for m in entity.mentions})
    spans = tuple(Span.of(layout.view.raw, *layout.raw_span(*r)) for r in mentions)
    return Speaker(
        id=number,
        name=None if entity.hidden else full_name(layout, entity),
        kind=_kind(entity),
        role=_role(layout, entity),
        organisation=_organisation(layout, entity),
        mentions=spans,
    )


def _kind(entity: Entity) -> SpeakerKind:
    """The entity's kind; an unnamed one that some mention names after all is a person."""
    named = entity.kind is SpeakerKind.UNNAMED and entity.named
    return SpeakerKind.PERSON if named else entity.kind


def full_name(layout: Layout, entity: Entity) -> str | None:
    """Return the fullest name: the longest of a person, else the longest mention.

    None where only pronouns mention the entity. A demonstrative counts where nothing else does.
    """
    named = [m for m in entity.mentions if m.name]
    if named and entity.kind in (SpeakerKind.PERSON, SpeakerKind.UNNAMED):
        best = max(named, key=lambda m: len("".join(plain_name(layout, m.name))))
        return _text(layout, best.name)
    telling = [m for m in entity.mentions if not m.pronoun and not m.demonstrative]
    if not telling:
        telling = [m for m in entity.mentions if m.demonstrative]
    if not telling:
        return None
    best = max(telling, key=lambda m: len("".join(m.words)))
    first, stop = best.range
    if best.demonstrative and entity.kind is SpeakerKind.PERSON:
        return _text(layout, range(first + 1, stop))  # ``نویسنده`` of ``این نویسنده``
    quoted = layout.closing.get(first) == stop - 1 and stop - first > 2
    return _text(layout, range(first + quoted, stop - quoted))


def _text(layout: Layout, indices: Sequence[int]) -> str:
    return layout.written(indices[0], indices[-1] + 1)


def _role(layout: Layout, entity: Entity) -> str | None:
    roles: list[Mention] = [m for m in entity.mentions if m.role and not m.demonstrative]
    if not roles or entity.kind not in (SpeakerKind.PERSON, SpeakerKind.UNNAMED):
        return None
    best = max(roles, key=lambda m: len(m.role))
    return _text(layout, best.role)


def _organisation(layout: Layout, entity: Entity) -> str | None:
    """The body in the longest role: ``سازمان هواشناسی`` of ``رئیس سازمان هواشناسی``."""
    roles = [m for m in entity.mentions if m.role and not m.demonstrative]
    if not roles or _kind(entity) is not SpeakerKind.PERSON:
        return None
    best = max(roles, key=lambda m: len(m.role)).role
    for position, index in enumerate(best):
        word = layout.tokens.words[index]
        if word in ORGANISATION_HEADS and word not in ROLE_HEADS:
            return _text(layout, best[position:])
    return None
