"""The sieves that find a mention's speaker; each answers or passes.

The idea of ordered sieves that name themselves is that of CoreNLP's quote annotator.
"""

from __future__ import annotations

from collections.abc import Callable

from gofteh.lexicon.frames import RELAYS
from gofteh.lexicon.heads import ORGANISATION_HEADS
from gofteh.lexicon.names import given_names
from gofteh.lexicon.people import ANONYMOUS_HEADS, KINSHIP, MANY_SEATS
from gofteh.records import SpeakerKind
from gofteh.speakers.antecedents import body_before, person_before
from gofteh.speakers.entities import Entity
from gofteh.speakers.mentions import Mention
from gofteh.speakers.names import plain_name, same_name
from gofteh.speakers.roles import role_of, same_role
from gofteh.speakers.state import MAX_ENTITIES, State
from gofteh.speakers.writings import writing_of
from gofteh.statements.drafts import Draft

_PERSONAL = (SpeakerKind.PERSON, SpeakerKind.UNNAMED)
_WRITERS = (SpeakerKind.ORGANISATION, SpeakerKind.GROUP)
_NEAR = 4
# A longer name of a body says what it is.
_MAX_BARE = 3
# A speaker, and the name of the sieve that found it.
Found = tuple[Entity, str]
Sieve = Callable[[State, Draft, Mention], Found | None]


def _first_person(state: State, draft: Draft, mention: Mention) -> Found | None:
    if not mention.first_person:
        return None
    return (state.spoken[-1][1], "first-person") if state.spoken else None


def _plural_pronoun(state: State, draft: Draft, mention: Mention) -> Found | None:
    if not (mention.pronoun and mention.plural):
        return None
    kinds = (SpeakerKind.GROUP, SpeakerKind.ORGANISATION)
    entity = state.last(*kinds) or state.last(*SpeakerKind)
    return (entity, "plural-pronoun") if entity else None


def _pronoun(state: State, draft: Draft, mention: Mention) -> Found | None:
    if not mention.pronoun or mention.plural:
        return None
    entity = state.last(SpeakerKind.PERSON) or state.last(*_PERSONAL)
    if entity:
        return entity, "pronoun-last-person"
    if named := person_before(state.layout, mention.range.start):
        return _met(state, named), "pronoun-of-text"
    last = state.last(*SpeakerKind)
    return (last, "pronoun-last-person") if last else None


def _met(state: State, named: Mention) -> Entity:
    """A speaker whom the text named before he spoke."""
    entity = Entity(named.kind)
    entity.add(state.layout, named)
    return entity


def _writer(state: State, draft: Draft, mention: Mention) -> Found | None:
    """``این بیانیه``: who wrote one of its kind, or the body that spoke last."""
    at = writing_of(mention)
    if at is None or at + 1 < len(mention.words):
        return None
    told = (e for e in reversed(state.recent) if mention.words[at] in e.heads)
    writer = next(told, None) or state.last(*_WRITERS)
    return (writer, "writer") if writer else None


def _demonstrative_head(state: State, draft: Draft, mention: Mention) -> Found | None:
    """``این سازمان`` behind ``سازمان X``."""
    if not mention.demonstrative:
        return None
    for entity in reversed(state.recent):
        if mention.head in entity.heads and _can_be(mention, entity):
            return entity, "demonstrative-same-head"
    return None


def _can_be(mention: Mention, entity: Entity) -> bool:
    """Whether a demonstrative's kind is a speaker's."""
    if mention.kind in _PERSONAL:
        return entity.kind in _PERSONAL
    return entity.kind in (SpeakerKind.ORGANISATION, mention.kind)


def _demonstrative_report(state: State, draft: Draft, mention: Mention) -> Found | None:
    """``این گزارش`` behind an outlet whose report was told of."""
    if not mention.demonstrative or mention.head != "گزارش":
        return None
    told = next((e for d, e in reversed(state.spoken) if d.lemma in RELAYS), None)
    return (told, "report-of-outlet") if told else None


def _demonstrative_person(state: State, draft: Draft, mention: Mention) -> Found | None:
    if not mention.demonstrative or mention.kind not in _PERSONAL:
        return None
    last = state.last(*_PERSONAL)
    return (last, "demonstrative-last") if last else None


def _demonstrative_body(state: State, draft: Draft, mention: Mention) -> Found | None:
    """``این اداره``: the last body, if its name does not say what it is; else that of the text."""
    others = (*_PERSONAL, SpeakerKind.DOCUMENT)
    if not mention.demonstrative or mention.kind in others:
        return None
    last = state.last(mention.kind)
    if last and _is_bare(last):
        return last, "demonstrative-last"
    named = body_before(state.layout, mention)
    if named and named.kind is mention.kind:
        return _known(state, named) or _met(state, named), "demonstrative-of-text"
    return (last, "demonstrative-last") if last else _body_taken_for_person(state)


def _is_bare(entity: Entity) -> bool:
    """Whether a body is known by a name that does not say what it is: ``دیلی‌تلگراف``."""
    short = all(len(m.words) <= _MAX_BARE for m in entity.mentions)
    return short and not entity.heads & ORGANISATION_HEADS


def _known(state: State, mention: Mention) -> Entity | None:
    """The speaker of a mention's kind that bears its role."""
    role = role_of(state.layout, mention)
    met = (e for e in reversed(state.entities[-MAX_ENTITIES:]) if e.kind is mention.kind)
    return next((e for e in met if any(same_role(role, r) for r in e.roles)), None)


def _body_taken_for_person(state: State) -> Found | None:
    """``این شرکت`` tells that the bare name before it was a company's."""
    entity = state.spoken[-1][1] if state.spoken else None
    if entity is None or entity.kind is not SpeakerKind.PERSON or entity.roles:
        return None
    if any(name[0] in given_names() for name in entity.names):
        return None
    entity.kind = SpeakerKind.ORGANISATION
    return entity, "demonstrative-last"


def _known_name(state: State, draft: Draft, mention: Mention) -> Found | None:
    name = plain_name(state.layout, mention.name)
    if not name:
        return None
    best: Found | None = None
    for entity in reversed(state.named()):
        for known in entity.names:
            rule = same_name(name, known)
            if rule == "same-name":
                return entity, rule
            if rule and best is None:
                best = entity, rule
    return best


def _role_then_name(state: State, draft: Draft, mention: Mention) -> Found | None:
    """A full name met for the first time, behind a role that nobody bears yet, is its bearer."""
    person = mention.kind is SpeakerKind.PERSON and len(mention.name) > 1
    if not person or draft.embedded or _as_well(state, mention):
        return None
    for earlier, entity in reversed(state.spoken):
        if entity.kind not in _PERSONAL or entity.named or entity.hidden or not entity.roles:
            continue
        if draft.paragraph - earlier.paragraph > _NEAR:
            return None
        if not _is_anonymous(entity) and _may_hold(state, mention, entity):
            entity.kind = SpeakerKind.PERSON
            return entity, "role-then-name"
    return None


def _is_anonymous(entity: Entity) -> bool:
    return any(m.head in ANONYMOUS_HEADS for m in entity.mentions if not m.demonstrative)


def _may_hold(state: State, mention: Mention, entity: Entity) -> bool:
    """Whether no mention of a person, here or later, tells another office than an entity's."""
    told = state.offices.get(plain_name(state.layout, mention.name), ())
    offices = [mention, *told] if mention.role else told
    return all(any(_one_office(state, o, m) for m in entity.mentions) for o in offices)


def _as_well(state: State, mention: Mention) -> bool:
    """``رئیس پژوهشکده نیز گفت``: somebody else than who spoke before."""
    behind = mention.range.end
    return state.layout.tokens.words[behind] in ("نیز", "هم")


def _one_office(state: State, mention: Mention, other: Mention) -> bool:
    role, known = role_of(state.layout, mention), role_of(state.layout, other)
    run_together = "".join(state.layout.tokens.words[i] for i in mention.role)
    shared = other.head in role.words and len(role.words & known.words) > 1
    return same_role(role, known) or shared or run_together.startswith(other.head)


def _headline_name(state: State, draft: Draft, mention: Mention) -> Found | None:
    """A role right behind a headline that names its sayer is that sayer's."""
    if mention.name or mention.kind not in _PERSONAL or not mention.role or not state.spoken:
        return None
    if all(d.rule.heads for d, _ in state.spoken) and state.spoken[-1][1].named:
        return state.spoken[-1][1], "role-of-headline-name"
    return None


def _known_body(state: State, draft: Draft, mention: Mention) -> Found | None:
    if mention.name or mention.kind in _PERSONAL or mention.demonstrative:
        return None
    known = _known(state, mention)
    return (known, "same-body") if known else None


def _known_role(state: State, draft: Draft, mention: Mention) -> Found | None:
    if not _is_office(mention):
        return None
    known = _known(state, mention)
    return (known, "same-role") if known else None


def _is_office(mention: Mention) -> bool:
    """Whether a mention tells a person's office alone."""
    return not mention.name and mention.kind is SpeakerKind.PERSON and not mention.indefinite


def _only_person(state: State, draft: Draft, mention: Mention) -> Found | None:
    """A role not met before, in an article with one speaker so far, is that speaker's."""
    if not _unclaimed(draft, mention) or state.named_ahead > 1 or _as_well(state, mention):
        return None
    persons = [e for e in state.persons() if e.named]
    if len(persons) != 1 or _other_office(state, persons[0], mention):
        return None
    known: frozenset[str] = frozenset().union(*(r.words for r in persons[0].roles))
    shared = role_of(state.layout, mention).words & known
    sure = not state.others_ahead or not persons[0].roles or shared
    return (persons[0], "role-of-only-speaker") if sure else None


def _last_person(state: State, draft: Draft, mention: Mention) -> Found | None:
    """A role not met before is the last speaker's, if he was named without one."""
    if not _unclaimed(draft, mention) or _as_well(state, mention):
        return None
    last = state.last(SpeakerKind.PERSON)
    return (last, "role-of-last-speaker") if last and last.named and not last.roles else None


def _unclaimed(draft: Draft, mention: Mention) -> bool:
    """Whether a mention tells a role that may be that of a person named before."""
    role = _is_office(mention) and mention.role
    return bool(role) and mention.head not in KINSHIP and not draft.embedded


def _other_office(state: State, entity: Entity, mention: Mention) -> bool:
    """Whether a person is known to hold the same post elsewhere: another's spokesman."""
    if mention.head in MANY_SEATS:
        return False
    words, role = state.layout.tokens.words, role_of(state.layout, mention)
    same = (m for m in entity.mentions if m.role and words[m.role[0]] == mention.head)
    return any(not same_role(role, role_of(state.layout, m)) for m in same)


def _trade_surname(state: State, draft: Draft, mention: Mention) -> Found | None:
    """A surname that is also a trade or an office: ``علیرضا دبیر`` … ``دبیر گفت``."""
    if mention.name or len(mention.words) != 1:
        return None
    for entity in reversed(state.persons()):
        if any(len(name) > 1 and name[-1] == mention.words[0] for name in entity.names):
            return entity, "surname"
    return None


SIEVES: tuple[Sieve, ...] = (
    _first_person,
    _plural_pronoun,
    _pronoun,
    _writer,
    _demonstrative_head,
    _demonstrative_report,
    _demonstrative_person,
    _demonstrative_body,
    _known_name,
    _trade_surname,
    _role_then_name,
    _known_body,
    _known_role,
    _headline_name,
    _only_person,
    _last_person,
)
