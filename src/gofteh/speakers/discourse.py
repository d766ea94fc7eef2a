"""The discourse model: what is known of an article's speakers while it is read on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from gofteh.lexicon.frames import OUTLET_FRAMES
from gofteh.lexicon.mentions import PERSON_PLURAL_ENDS
from gofteh.lexicon.names import given_names
from gofteh.lexicon.people import HONORIFICS
from gofteh.records import SpeakerKind
from gofteh.speakers.descriptions import description_of, same_description
from gofteh.speakers.entities import Entity
from gofteh.speakers.introductions import introductions
from gofteh.speakers.kinds import is_guess
from gofteh.speakers.mentions import Mention, parse
from gofteh.speakers.names import plain_name, same_name
from gofteh.statements.drafts import Draft
from gofteh.text.layout import Layout
from gofteh.text.tokens import Range

# An article has fewer speakers; the bound keeps hostile text cheap.
MAX_ENTITIES = 100
_MIN_PLURAL = 4


class Spoken(NamedTuple):
    """A statement with its speaker, and whether a person's words stand around it."""

    draft: Draft
    entity: Entity
    by_person: bool


@dataclass(slots=True)
class Discourse:
    """The speakers met, in order; who spoke last; and what lies ahead.

    ``mentions``: every source mention by its tokens. ``introduced``: who the article names in full,
    wherever he stands. ``named_ahead``: how many persons are named
    as sources of unembedded statements. ``others_ahead``: how many statements have a body, a group
    or a nameless voice. ``offices``: the mentions that tell an office, by the plain name in them.
    ``recent``: the speakers met, who spoke last at the end.
    """

    layout: Layout
    mentions: dict[Range, Mention]
    introduced: tuple[Mention, ...]
    named_ahead: int
    others_ahead: int
    offices: dict[tuple[str, ...], list[Mention]]
    entities: list[Entity] = field(default_factory=list)
    recent: list[Entity] = field(default_factory=list)
    spoken: list[Spoken] = field(default_factory=list)

    @classmethod
    def of(cls, layout: Layout, drafts: Sequence[Draft]) -> Discourse:
        """Return the discourse before the first draft of an article."""
        introduced = introductions(layout) if drafts else ()
        surnames = frozenset(w[-1] for m in introduced if (w := plain_name(layout, m.name)))
        mentions = {d.source: _mention(layout, d, d.source, surnames) for d in drafts if d.source}
        own = [d for d in drafts if d.source and not d.embedded]
        told = [mentions[d.source] for d in own if d.source and not d.unknown]
        offices: defaultdict[tuple[str, ...], list[Mention]] = defaultdict(list)
        for mention in mentions.values():
            if mention.name and mention.role:
                offices[plain_name(layout, mention.name)].append(mention)
        persons = [mentions[d.source] for d in own if d.source]
        names = [plain_name(layout, m.name) for m in persons if m.kind is SpeakerKind.PERSON]
        others = sum(m.kind is not SpeakerKind.PERSON for m in told)
        return cls(layout, mentions, introduced, _different(names), others, offices)

    def last(self, kinds: Collection[SpeakerKind]) -> Entity | None:
        """Return the most recent speaker of one of the kinds who is not merely quoted by a person.

        Failing that, the most recent one who is; None where nobody of the kinds has spoken.
        """
        fallback: Entity | None = None
        for draft, entity, by_person in reversed(self.spoken):
            if entity.kind not in kinds or entity.hidden:
                continue
            if not (draft.embedded and by_person):
                return entity
            fallback = fallback or entity
        return fallback

    def speak(self, draft: Draft, entity: Entity) -> None:
        """Note who said a draft, and whether a person's words stand around it."""
        person = bool(self.spoken) and self.spoken[-1].by_person
        if not draft.embedded:
            person = entity.kind is SpeakerKind.PERSON
        if entity not in self.recent:
            self.entities.append(entity)
        else:
            self.recent.remove(entity)
        self.recent.append(entity)
        self.spoken.append(Spoken(draft, entity, person))

    def persons(self) -> list[Entity]:
        """Return the persons among the last speakers met; more only hostile text has."""
        return [e for e in self._met() if e.kind is SpeakerKind.PERSON]

    def named(self) -> list[Entity]:
        """Return the last speakers met that bear a name: persons, and outlets known as such."""
        return [e for e in self._met() if e.named]

    def bearer(self, mention: Mention) -> Entity | None:
        """Return the speaker of a mention's kind who was described as it is."""
        told = description_of(self.layout, mention)
        met = (e for e in reversed(self._met()) if e.kind is mention.kind)
        return next(
            (e for e in met if any(same_description(told, d) for d in e.descriptions)), None
        )

    def others(self, entity: Entity | None) -> list[Entity]:
        """Return who was met later than a speaker, the latest first; all where he is None."""
        met = list(reversed(self._met()))
        return met[: met.index(entity)] if entity else met

    def met_as(self, mention: Mention) -> Entity | None:
        """Return the speaker whose name is the very one in a mention."""
        name = plain_name(self.layout, mention.name)
        same = (e for e in reversed(self.named()) if name in e.names)
        return next(same, None)

    def _met(self) -> list[Entity]:
        return self.entities[-MAX_ENTITIES:]


def _mention(layout: Layout, draft: Draft, source: Range, surnames: frozenset[str]) -> Mention:
    """A draft's source; ``مسافران گفتند``: the plural of verb and noun tells a group."""
    mention = parse(layout, source)
    alone = len(mention.words) == 1 and mention.words[0] in surnames
    if alone and is_guess(mention.words):  # ``هنری`` of ``فاطمه هنری``
        mention = replace(mention, kind=SpeakerKind.PERSON, name=(source[0],), role=())
    head = mention.head
    plural = (
        head.endswith(PERSON_PLURAL_ENDS) and len(head) > _MIN_PLURAL and head not in given_names()
    )
    if draft.plural and plural and mention.kind is SpeakerKind.PERSON and not mention.pronoun:
        return replace(mention, kind=SpeakerKind.GROUP, name=(), role=())
    return _outlet(layout, draft, mention)


def _outlet(layout: Layout, draft: Draft, mention: Mention) -> Mention:
    """``به نوشته دیلی نوا``: who is written or reported by is an outlet, unless a person's name."""
    if draft.lemma not in OUTLET_FRAMES or mention.kind is not SpeakerKind.PERSON:
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
