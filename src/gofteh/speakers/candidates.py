"""Who could have been a statement's speaker, and what speaks against each."""

from __future__ import annotations

from gofteh.records import Candidate
from gofteh.speakers.entities import Entity
from gofteh.speakers.mentions import Mention, parse
from gofteh.speakers.names import plain_name, same_name
from gofteh.speakers.records import full_name
from gofteh.speakers.resolve import Decision
from gofteh.speakers.roles import role_of
from gofteh.statements.drafts import Draft
from gofteh.text.layout import Layout


def candidates(layout: Layout, draft: Draft, decision: Decision) -> tuple[Candidate, ...]:
    """Return the chosen speaker and those met before, the latest first, each with a verdict."""
    found = []
    for entity in decision.met:
        verdict = "won" if entity is decision.entity else _against(layout, draft, entity)
        found.append(Candidate(full_name(layout, entity), entity.kind, verdict))
    if decision.entity not in decision.met:
        chosen = decision.entity
        name = None if chosen.hidden else full_name(layout, chosen)
        found.insert(0, Candidate(name, chosen.kind, "new"))
    return tuple(found)


def _against(layout: Layout, draft: Draft, entity: Entity) -> str:
    """What the source says that does not fit somebody met before."""
    if not draft.source:
        return "earlier"
    mention = parse(layout, draft.source)
    if mention.kind is not entity.kind and not (mention.demonstrative or mention.first_person):
        return "kind"
    if mention.name:
        return "earlier" if _bears(layout, mention, entity) else "name"
    if role_of(layout, mention) and not mention.pronoun and not mention.demonstrative:
        return "role"
    return "earlier"


def _bears(layout: Layout, mention: Mention, entity: Entity) -> bool:
    name = plain_name(layout, mention.name)
    names = (plain_name(layout, m.name) for m in entity.mentions if m.name)
    return any(same_name(name, other) for other in names)
