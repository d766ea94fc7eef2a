"""Who the speakers are: ordered sieves, each of which names itself.

A draft's source mention is tried against the sieves in the order of `_SIEVES`; the first that
answers decides, and its name goes into ``because.speaker``.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from gofteh.lexicon.frames import RELAYS
from gofteh.lexicon.grammar import ADJUNCT_STARTERS
from gofteh.lexicon.heads import ORGANISATION_HEADS, ROLE_HEADS
from gofteh.lexicon.names import given_names
from gofteh.lexicon.people import ANONYMOUS_HEADS, KINSHIP, MANY_SEATS, NAMED_AFTER, PLURALS
from gofteh.records import SpeakerKind
from gofteh.speakers.entities import Entity
from gofteh.speakers.mentions import Mention, parse
from gofteh.speakers.names import plain_name, same_name
from gofteh.speakers.roles import Role, role_of, same_role
from gofteh.statements.drafts import Draft
from gofteh.statements.phrases import is_finite, mention_at
from gofteh.text.layout import Layout

_PERSONAL = (SpeakerKind.PERSON, SpeakerKind.UNNAMED)
_NEAR = 4
# How far back a body that has not spoken may have been named, and how long its name may be.
_MAX_BACK = 400
_MAX_BODY = 9
_MAX_BARE = 3
# How many sentences before a pronoun are searched for a name.
_MAX_SENTENCES = 100
# An article has fewer speakers; the bound keeps hostile text cheap.
_MAX_ENTITIES = 100
_MIN_PLURAL = 4


@dataclass(slots=True)
class State:
    """What is known while reading on: entities, and who spoke last, by draft."""

    layout: Layout
    drafts: Sequence[Draft]
    entities: list[Entity] = field(default_factory=list)
    recent: list[Entity] = field(default_factory=list)
    spoken: list[tuple[Draft, Entity]] = field(default_factory=list)
    told_by_person: list[bool] = field(default_factory=list)
    named_ahead: int = 0
    others_ahead: int = 0

    def last(self, *kinds: SpeakerKind) -> Entity | None:
        """The most recent speaker of one of the kinds who is not merely quoted by a person."""
        fallback: Entity | None = None
        for i in range(len(self.spoken) - 1, -1, -1):
            draft, entity = self.spoken[i]
            if entity.kind not in kinds or entity.hidden:
                continue
            if not (draft.embedded and self.told_by_person[i]):
                return entity
            fallback = fallback or entity
        return fallback

    def speak(self, draft: Draft, entity: Entity) -> None:
        """Note who said a draft, and whether a person's words stand around it."""
        person = bool(self.told_by_person) and self.told_by_person[-1]
        if not draft.embedded:
            person = entity.kind is SpeakerKind.PERSON
        if entity not in self.recent:
            self.entities.append(entity)
        else:
            self.recent.remove(entity)
        self.recent.append(entity)
        self.spoken.append((draft, entity))
        self.told_by_person.append(person)

    def persons(self) -> list[Entity]:
        """The persons among the last speakers met; more than these only hostile text has."""
        return [e for e in self.entities[-_MAX_ENTITIES:] if e.kind is SpeakerKind.PERSON]


Sieve = Callable[[State, Draft, Mention], tuple[Entity, str] | None]


def resolve(layout: Layout, drafts: Sequence[Draft]) -> list[tuple[Entity, str]]:
    """Return each draft's speaker and the sieve that decided, in the order of the drafts."""
    state = State(layout, drafts)
    state.named_ahead = _named_persons(layout, drafts)
    state.others_ahead = _other_voices(layout, drafts)
    out = []
    parsed: dict[tuple[int, int], tuple[Mention, Entity, str]] = {}
    for draft in drafts:
        if draft.source and draft.source in parsed:
            _, entity, why = parsed[draft.source]
        elif draft.source:
            mention = _as_many(parse(layout, draft.source), draft)
            entity, why = _decide(state, draft, mention)
            entity.add(layout, mention)
            parsed[draft.source] = (mention, entity, why)
        elif draft.antecedent:
            entity, why = _decide(state, draft, parse(layout, draft.antecedent))
            entity.add(layout, parse(layout, draft.antecedent))
        else:
            entity, why = _without_source(state, draft)
        state.speak(draft, entity)
        out.append((entity, why))
    return out


def _named_persons(layout: Layout, drafts: Sequence[Draft]) -> int:
    """How many persons the article names in full as sources of unembedded statements."""
    names: list[tuple[str, ...]] = []
    for draft in drafts:
        if draft.source is None or draft.embedded:
            continue
        name = plain_name(layout, parse(layout, draft.source).name)
        if name and not any(same_name(name, known) for known in names[-_MAX_ENTITIES:]):
            names.append(name)
    return len(names)


def _other_voices(layout: Layout, drafts: Sequence[Draft]) -> int:
    """How many statements have a body, a group or a nameless voice for their own source."""
    told = [d for d in drafts if d.source and not d.embedded and not d.unknown]
    kinds = [_as_many(parse(layout, d.source), d).kind for d in told if d.source]
    return sum(kind is not SpeakerKind.PERSON for kind in kinds)


def _as_many(mention: Mention, draft: Draft) -> Mention:
    """``مسافران گفتند``: the plural of verb and noun tells a group from a person."""
    head = mention.head
    plural = head.endswith(("ان", "ین")) and len(head) > _MIN_PLURAL and head not in given_names()
    if draft.plural and plural and mention.kind is SpeakerKind.PERSON and not mention.pronoun:
        return replace(mention, kind=SpeakerKind.GROUP, name=(), role=())
    return mention


def _decide(state: State, draft: Draft, mention: Mention) -> tuple[Entity, str]:
    for sieve in _SIEVES:
        if answer := sieve(state, draft, mention):
            return answer
    return Entity(mention.kind), "named-subject"


def _without_source(state: State, draft: Draft) -> tuple[Entity, str]:
    if draft.unknown:
        return Entity(SpeakerKind.UNNAMED, hidden=True), "impersonal"
    if state.spoken:
        return state.spoken[-1][1], "dropped-subject"
    return Entity(SpeakerKind.UNNAMED, hidden=True), "nobody-named"


def _first_person(state: State, draft: Draft, mention: Mention) -> tuple[Entity, str] | None:
    if not mention.first_person:
        return None
    return (state.spoken[-1][1], "first-person") if state.spoken else None


def _pronoun(state: State, draft: Draft, mention: Mention) -> tuple[Entity, str] | None:
    if not mention.pronoun:
        return None
    if mention.plural:
        kinds = (SpeakerKind.GROUP, SpeakerKind.ORGANISATION)
        entity = state.last(*kinds) or state.last(*SpeakerKind)
        return (entity, "plural-pronoun") if entity else None
    entity = state.last(SpeakerKind.PERSON) or state.last(*_PERSONAL) or state.last(*SpeakerKind)
    if entity is None and (named := _person_before(state, mention)):
        return named, "pronoun-of-text"
    return (entity, "pronoun-last-person") if entity else None


def _person_before(state: State, mention: Mention) -> Entity | None:
    """The first person named in the last sentence before a pronoun that names one."""
    sentences = [s for p in state.layout.paragraphs for s in p.sentences]
    last = bisect_right(sentences, mention.range[0], key=_start) - 1
    for k in range(last, max(-1, last - _MAX_SENTENCES), -1):
        start, end = sentences[k]
        if named := _named_in(state.layout, start, min(end, mention.range[0])):
            entity = Entity(SpeakerKind.PERSON)
            entity.add(state.layout, named)
            return entity
    return None


def _start(sentence: tuple[int, int]) -> int:
    return sentence[0]


def _named_in(layout: Layout, start: int, end: int) -> Mention | None:
    """The first person that a range of tokens names in full."""
    words = layout.tokens.words
    for i in range(start, end - 1):
        named = words[i] in given_names() and words[i + 1] not in PLURALS
        if named and words[i + 1].isalpha() and words[i - 1] not in NAMED_AFTER:
            twice = words[i + 1] in given_names() and words[i + 2].isalpha()
            found = parse(layout, (i, i + 2 + twice))
        elif i == start and i + 2 < end and words[i + 2] in ROLE_HEADS and _opens(words, i):
            found = parse(layout, (i, i + 2))
        else:
            continue
        if found.name and found.kind is SpeakerKind.PERSON:
            return found
    return None


def _opens(words: Sequence[str], i: int) -> bool:
    """Whether two words in front of an office can be a name."""
    pair = words[i : i + 2]
    return all(w.isalpha() and w not in ADJUNCT_STARTERS and w not in ROLE_HEADS for w in pair)


def _demonstrative(state: State, draft: Draft, mention: Mention) -> tuple[Entity, str] | None:
    if not mention.demonstrative:
        return None
    for entity in reversed(state.recent):
        if mention.head in entity.heads and _can_be(mention, entity):
            return entity, "demonstrative-same-head"
    if mention.kind is SpeakerKind.DOCUMENT:
        told = next((e for d, e in reversed(state.spoken) if d.lemma in RELAYS), None)
        return (told, "report-of-outlet") if told and mention.head == "گزارش" else None
    kinds = _PERSONAL if mention.kind in _PERSONAL else (mention.kind,)
    last = state.last(*kinds)
    bare = last is not None and _is_bare(last)
    if mention.kind not in _PERSONAL and not bare and (named := _named_before(state, mention)):
        return named, "demonstrative-of-text"
    if last:
        return last, "demonstrative-last"
    return _body_taken_for_person(state) if mention.kind not in _PERSONAL else None


def _is_bare(entity: Entity) -> bool:
    """Whether a body is known by a name that does not say what it is: ``دیلی‌تلگراف``."""
    short = all(len(m.words) <= _MAX_BARE for m in entity.mentions)
    return short and not entity.heads & ORGANISATION_HEADS


def _can_be(mention: Mention, entity: Entity) -> bool:
    """Whether a demonstrative's kind is a speaker's."""
    if mention.kind in _PERSONAL:
        return entity.kind in _PERSONAL
    return entity.kind in (SpeakerKind.ORGANISATION, mention.kind)


def _named_before(state: State, mention: Mention) -> Entity | None:
    """``این اداره``: the body that the text names with the same noun, though it has not spoken."""
    layout, words = state.layout, state.layout.tokens.words
    low = max(0, mention.range[0] - _MAX_BACK)
    for i in range(mention.range[0] - 2, low, -1):
        if words[i] != mention.head or words[i - 1] in ("این", "آن", "همین"):
            continue
        stop = mention_at(layout, i, min(i + _MAX_BODY, mention.range[0]))
        if stop > i + 1 and not any(map(is_finite, words[i:stop])):
            found = parse(layout, (i, stop))
            entity = next((e for e in state.entities if _is_body(state, e, found)), None)
            if entity is None:
                entity = Entity(found.kind)
                entity.add(layout, found)
            return entity if entity.kind is mention.kind else None
    return None


def _is_body(state: State, entity: Entity, found: Mention) -> bool:
    role = role_of(state.layout, found)
    return entity.kind is found.kind and any(same_role(role, r) for r in entity.roles)


def _body_taken_for_person(state: State) -> tuple[Entity, str] | None:
    """``این شرکت`` tells that the bare name before it was a company's."""
    entity = state.spoken[-1][1] if state.spoken else None
    if entity is None or entity.kind is not SpeakerKind.PERSON or entity.roles:
        return None
    if any(name[0] in given_names() for name in entity.names):
        return None
    entity.kind = SpeakerKind.ORGANISATION
    return entity, "demonstrative-last"


def _known_name(state: State, draft: Draft, mention: Mention) -> tuple[Entity, str] | None:
    name = plain_name(state.layout, mention.name)
    if not name:
        return None
    best: tuple[Entity, str] | None = None
    for entity in reversed(state.persons()):
        for known in entity.names:
            rule = same_name(name, known)
            if rule == "same-name":
                return entity, rule
            if rule and best is None:
                best = entity, rule
    return best


def _role_then_name(state: State, draft: Draft, mention: Mention) -> tuple[Entity, str] | None:
    """A full name met for the first time, behind a role that nobody bears yet, is its bearer."""
    if len(mention.name) < 2 or not state.spoken or draft.embedded or _as_well(state, mention):
        return None
    role = role_of(state.layout, mention) if mention.role else None
    for earlier, entity in reversed(state.spoken):
        if entity.kind not in _PERSONAL or entity.named or entity.hidden or not entity.roles:
            continue
        if draft.paragraph - earlier.paragraph > _NEAR:
            return None
        if any(m.head in ANONYMOUS_HEADS for m in entity.mentions if not m.demonstrative):
            continue
        if role and not any(_one_office(state, mention, role, m) for m in entity.mentions):
            continue
        entity.kind = SpeakerKind.PERSON
        return entity, "role-then-name"
    return None


def _as_well(state: State, mention: Mention) -> bool:
    """``رئیس پژوهشکده نیز گفت``: somebody else than who spoke before."""
    return state.layout.tokens.words[mention.range[1] : mention.range[1] + 1] in (("نیز",), ("هم",))


def _one_office(state: State, mention: Mention, role: Role, other: Mention) -> bool:
    known = role_of(state.layout, other)
    run_together = "".join(state.layout.tokens.words[i] for i in mention.role)
    shared = other.head in role.words and len(role.words & known.words) > 1
    return same_role(role, known) or shared or run_together.startswith(other.head)


def _headline_name(state: State, draft: Draft, mention: Mention) -> tuple[Entity, str] | None:
    """A role right behind a headline that names its sayer is that sayer's."""
    if mention.name or mention.kind not in _PERSONAL or not mention.role or not state.spoken:
        return None
    if all(d.rule == "headline" for d, _ in state.spoken) and state.spoken[-1][1].named:
        return state.spoken[-1][1], "role-of-headline-name"
    return None


def _known_body(state: State, draft: Draft, mention: Mention) -> tuple[Entity, str] | None:
    if mention.name or mention.kind in _PERSONAL:
        return None
    role = role_of(state.layout, mention)
    for entity in reversed(state.entities[-_MAX_ENTITIES:]):
        if entity.kind is mention.kind and any(same_role(role, r) for r in entity.roles):
            return entity, "same-body"
    return None


def _known_role(state: State, draft: Draft, mention: Mention) -> tuple[Entity, str] | None:
    if mention.name or mention.kind is not SpeakerKind.PERSON or mention.indefinite:
        return None
    role = role_of(state.layout, mention)
    for entity in reversed(state.persons()):
        if any(same_role(role, r) for r in entity.roles):
            return entity, "same-role"
    return None


def _only_person(state: State, draft: Draft, mention: Mention) -> tuple[Entity, str] | None:
    """A role not met before, in an article with one speaker so far, is that speaker's."""
    if mention.name or mention.kind is not SpeakerKind.PERSON or mention.indefinite:
        return None
    if not mention.role or mention.head in KINSHIP:
        return None
    persons = [e for e in state.persons() if e.named]
    alone = len(persons) == 1 and not draft.embedded and state.named_ahead <= 1
    if alone and not _other_office(state, persons[0], mention):
        known = frozenset().union(*(r.words for r in persons[0].roles), set())
        shared = role_of(state.layout, mention).words & known
        if not state.others_ahead or not persons[0].roles or shared:
            return persons[0], "role-of-only-speaker"
    last = state.last(SpeakerKind.PERSON)
    if _as_well(state, mention):
        return None
    if last and last.named and not last.roles and not draft.embedded:
        return last, "role-of-last-speaker"
    return None


def _other_office(state: State, entity: Entity, mention: Mention) -> bool:
    """Whether a person is known to hold the same post elsewhere: another's spokesman."""
    if mention.head in MANY_SEATS:
        return False
    role = role_of(state.layout, mention)
    heads = [
        m
        for m in entity.mentions
        if m.role and state.layout.tokens.words[m.role[0]] == mention.head
    ]
    return any(not same_role(role, role_of(state.layout, m)) for m in heads)


def _trade_surname(state: State, draft: Draft, mention: Mention) -> tuple[Entity, str] | None:
    """A surname that is also a trade or an office: ``علیرضا دبیر`` … ``دبیر گفت``."""
    if mention.name or len(mention.words) != 1:
        return None
    for entity in reversed(state.persons()):
        if any(len(name) > 1 and name[-1] == mention.words[0] for name in entity.names):
            return entity, "surname"
    return None


_SIEVES: tuple[Sieve, ...] = (
    _first_person,
    _pronoun,
    _demonstrative,
    _known_name,
    _trade_surname,
    _role_then_name,
    _known_body,
    _known_role,
    _headline_name,
    _only_person,
)
