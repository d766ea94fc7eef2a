"""What is known of an article's speakers while it is read on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from gofteh.lexicon.frames import RELAYS
from gofteh.lexicon.names import given_names
from gofteh.lexicon.people import HONORIFICS
from gofteh.records import SpeakerKind
from gofteh.speakers.entities import Entity
from gofteh.speakers.mentions import Mention, parse
from gofteh.speakers.names import plain_name, same_name
from gofteh.statements.drafts import Draft
from gofteh.text.layout import Layout
from gofteh.text.tokens import Range

# An article has fewer speakers; the bound keeps hostile text cheap.
MAX_ENTITIES = 100
_MIN_PLURAL = 4
_OUTLET_FRAMES = RELAYS - {"به نقل از"}


@dataclass(slots=True)
class State:
    """Entities, and who spoke last, by draft; and what lies ahead.

    ``mentions``: every source mention by its tokens. ``named_ahead``: how many persons are named
    as sources of unembedded statements. ``others_ahead``: how many statements have a body, a group
    or a nameless voice. ``offices``: the mentions that tell an office, by the plain name in them.
    """

    layout: Layout
    mentions: dict[Range, Mention]
    named_ahead: int
    others_ahead: int
    offices: dict[tuple[str, ...], list[Mention]]
    entities: list[Entity] = field(default_factory=list)
    recent: list[Entity] = field(default_factory=list)
    spoken: list[tuple[Draft, Entity]] = field(default_factory=list)
    told_by_person: list[bool] = field(default_factory=list)

    @classmethod
    def of(cls, layout: Layout, drafts: Sequence[Draft]) -> State:
        """Return the state before the first draft of an article."""
        mentions = {d.source: _mention(layout, d, d.source) for d in drafts if d.source}
        own = [d for d in drafts if d.source and not d.embedded]
        told = [mentions[d.source] for d in own if d.source and not d.unknown]
        offices: defaultdict[tuple[str, ...], list[Mention]] = defaultdict(list)
        for mention in mentions.values():
            if mention.name and mention.role:
                offices[plain_name(layout, mention.name)].append(mention)
        persons = [mentions[d.source] for d in own if d.source]
        names = [plain_name(layout, m.name) for m in persons if m.kind is SpeakerKind.PERSON]
        others = sum(m.kind is not SpeakerKind.PERSON for m in told)
        return cls(layout, mentions, _different(names), others, offices)

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
        return [e for e in self.entities[-MAX_ENTITIES:] if e.kind is SpeakerKind.PERSON]

    def named(self) -> list[Entity]:
        """The last speakers met that bear a name: persons, and outlets known as such."""
        return [e for e in self.entities[-MAX_ENTITIES:] if e.named]


def _mention(layout: Layout, draft: Draft, source: Range) -> Mention:
    """A draft's source; ``مسافران گفتند``: the plural of verb and noun tells a group."""
    mention = parse(layout, source)
    head = mention.head
    plural = head.endswith(("ان", "ین")) and len(head) > _MIN_PLURAL and head not in given_names()
    if draft.plural and plural and mention.kind is SpeakerKind.PERSON and not mention.pronoun:
        return replace(mention, kind=SpeakerKind.GROUP, name=(), role=())
    return _outlet(layout, draft, mention)


def _outlet(layout: Layout, draft: Draft, mention: Mention) -> Mention:
    """``به نوشته دیلی نوا``: who is written or reported by is an outlet, unless a person's name."""
    if draft.lemma not in _OUTLET_FRAMES or mention.kind is not SpeakerKind.PERSON:
        return mention
    words = layout.tokens.words
    person = mention.role or mention.pronoun or mention.demonstrative
    if person or not mention.name or words[mention.name[0]] in given_names():
        return mention
    titled = any(w in HONORIFICS for w in mention.words)
    return mention if titled else replace(mention, kind=SpeakerKind.ORGANISATION)


def _different(names: Sequence[tuple[str, ...]]) -> int:
    """How many persons some names are."""
    known: list[tuple[str, ...]] = []
    for name in dict.fromkeys(names):
        if name and not any(same_name(name, other) for other in known[-MAX_ENTITIES:]):
            known.append(name)
    return len(known)
