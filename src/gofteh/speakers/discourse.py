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
from gofteh.speakers.kinds import is_body_by_default
from gofteh.speakers.mentions import Mention, parse
from gofteh.speakers.names import plain_name, same_name
from gofteh.statements.drafts import Draft
from gofteh.statements.runon import writes_on
from gofteh.text.layout import Layout
from gofteh.text.tokens import Range

# An article has fewer speakers; the bound keeps hostile text cheap.
MAX_ENTITIES = 100
_MIN_PLURAL = 4
# So many of the last statements are searched for the one whose speaker goes on.
_MAX_ASIDE = 20


class Spoken(NamedTuple):
    """A statement with its speaker.

    ``by_person``: whether the outermost statement that it stands in (itself, if in none) is a
    person's.
    """

    draft: Draft
    entity: Entity
    by_person: bool

    @property
    def by_several_unnamed(self) -> bool:
        """Whether several whom nobody names said it (``گفتند``), so that it stands by the way."""
        return self.entity.hidden and self.draft.plural


@dataclass(slots=True)
class Discourse:
    """What the whole article tells of its speakers, and who has spoken so far.

    Of the whole article: ``mentions``, every source's mention by its token range; ``introduced``,
    whom the text names in full, speaker or not; ``persons_in_all``, how many different persons are
    named as sources of statements that are not embedded; ``others_in_all``, how many such
    statements have a source that is no person; ``offices``, the mentions that give an office, by
    the plain name that stands with it.

    So far: ``entities``, in the order in which they first spoke; ``recent``, the same in the order
    in which they spoke last, the latest at the end; ``spoken``, the statements in order;
    ``writer``, who spoke last in paragraphs of a writing or a talk, or opened one: ``نوشت:``.
    """

    layout: Layout
    mentions: dict[Range, Mention]
    introduced: tuple[Mention, ...]
    persons_in_all: int
    others_in_all: int
    offices: dict[tuple[str, ...], list[Mention]]
    entities: list[Entity] = field(default_factory=list)
    recent: list[Entity] = field(default_factory=list)
    spoken: list[Spoken] = field(default_factory=list)
    writer: Entity | None = None

    @classmethod
    def of(cls, layout: Layout, drafts: Sequence[Draft]) -> Discourse:
        """Return the discourse before the first draft of an article."""
        introduced = introductions(layout) if drafts else ()
        surnames = frozenset(w[-1] for m in introduced if (w := plain_name(layout, m.name)))
        mentions = {d.source: _mention(layout, d, d.source, surnames) for d in drafts if d.source}
        offices: defaultdict[tuple[str, ...], list[Mention]] = defaultdict(list)
        for mention in mentions.values():
            if mention.name and mention.role:
                offices[plain_name(layout, mention.name)].append(mention)
        outer = [(d, mentions[d.source]) for d in drafts if d.source and not d.embedded]
        names = [plain_name(layout, m.name) for _, m in outer if m.kind is SpeakerKind.PERSON]
        others = sum(m.kind is not SpeakerKind.PERSON for d, m in outer if not d.unknown)
        return cls(layout, mentions, introduced, _persons_among(names), others, offices)

    def last(self, kinds: Collection[SpeakerKind]) -> Entity | None:
        """Return the most recent speaker of one of the kinds who is not merely quoted by a person.

        Nor one who is only somebody's relative: in news the others are whom it is about. Failing
        that, the most recent one who is; None where nobody of the kinds has spoken.
        """
        fallback: Entity | None = None
        for draft, entity, by_person in reversed(self.spoken):
            if entity.kind not in kinds or entity.hidden:
                continue
            if not (draft.embedded and by_person) and not entity.is_relative:
                return entity
            fallback = fallback or entity
        return fallback

    def before(self, draft: Draft) -> Spoken | None:
        """Return the statement whose speaker goes on in one that names none.

        The one before; where this one is not embedded, the last that is not; never one of several
        whom nobody names (``گفتند``): what they say is told by the way.
        """
        near = reversed(self.spoken[-_MAX_ASIDE:])
        told = (s for s in near if not s.by_several_unnamed)
        return next((s for s in told if draft.embedded or not s.draft.embedded), None)

    def at_length(self) -> Entity | None:
        """Return whose writing or talk goes on: whose paragraphs without a cue are near.

        None where no such paragraph was among the last few statements.
        """
        near = self.spoken[-_MAX_ASIDE:]
        return self.writer if any(not s.draft.cue for s in near) else None

    def speak(self, draft: Draft, entity: Entity) -> None:
        """Note who said a draft. An embedded one stands in the outermost one before it."""
        by_person = bool(self.spoken) and self.spoken[-1].by_person
        if not draft.embedded:
            by_person = entity.kind is SpeakerKind.PERSON
        if entity not in self.recent:
            self.entities.append(entity)
        else:
            self.recent.remove(entity)
        self.recent.append(entity)
        self.spoken.append(Spoken(draft, entity, by_person))
        if (draft.rule.at_length or writes_on(self.layout, draft)) and not entity.hidden:
            self.writer = entity

    def persons(self) -> list[Entity]:
        """Return the persons who spoke so far."""
        return [e for e in self._met() if e.kind is SpeakerKind.PERSON]

    def named(self) -> list[Entity]:
        """Return those who spoke so far and have a name: persons, and outlets taken for persons."""
        return [e for e in self._met() if e.named]

    def described_as(self, mention: Mention) -> Entity | None:
        """Return who spoke and was described as a mention does, of its kind; the latest of them."""
        told = description_of(self.layout, mention)
        met = (e for e in reversed(self._met()) if e.kind is mention.kind)
        return next(
            (e for e in met if any(same_description(told, d) for d in e.descriptions)), None
        )

    def met_after(self, entity: Entity | None) -> list[Entity]:
        """Return who first spoke later than somebody, the latest first; all where that is None."""
        met = list(reversed(self._met()))
        return met[: met.index(entity)] if entity else met

    def bearing(self, mention: Mention) -> Entity | None:
        """Return who spoke and bears the very name in a mention."""
        name = plain_name(self.layout, mention.name)
        same = (e for e in reversed(self.named()) if name in e.names)
        return next(same, None)

    def _met(self) -> list[Entity]:
        """Those who spoke so far, the last `MAX_ENTITIES` of them: more only hostile text has."""
        return self.entities[-MAX_ENTITIES:]


def _mention(layout: Layout, draft: Draft, source: Range, surnames: frozenset[str]) -> Mention:
    """What a draft's source tells, read with what the article and the verb tell of it.

    A word that no table knows is a surname where the article has it as one; ``مسافران گفتند`` is a
    group by the plural of noun and verb; whom a frame such as ``به نوشته`` names is an outlet.
    """
    mention = parse(layout, source)
    is_surname = len(mention.words) == 1 and mention.words[0] in surnames
    if is_surname and is_body_by_default(mention.words):  # ``هنری`` of ``فاطمه هنری``
        mention = replace(mention, kind=SpeakerKind.PERSON, name=(source[0],), role=())
    head = mention.head
    plural = (
        head.endswith(PERSON_PLURAL_ENDS) and len(head) > _MIN_PLURAL and head not in given_names()
    )
    if draft.plural and plural and mention.kind is SpeakerKind.PERSON and not mention.pronoun:
        return replace(mention, kind=SpeakerKind.GROUP, name=(), role=())
    return _as_outlet(layout, draft, mention)


def _as_outlet(layout: Layout, draft: Draft, mention: Mention) -> Mention:
    """``به نوشته دیلی نوا``: a name behind such a frame is an outlet's, unless it is a person's."""
    if draft.lemma not in OUTLET_FRAMES or mention.kind is not SpeakerKind.PERSON:
        return mention
    words = layout.tokens.words
    person = mention.role or mention.pronoun or mention.demonstrative
    if person or not mention.name or words[mention.name[0]] in given_names():
        return mention
    titled = any(w in HONORIFICS for w in mention.words)
    return mention if titled else replace(mention, kind=SpeakerKind.ORGANISATION)


def _persons_among(names: Sequence[tuple[str, ...]]) -> int:
    """How many different persons bear some names."""
    known: list[tuple[str, ...]] = []
    for name in dict.fromkeys(names):
        if name and not any(same_name(name, other) for other in known[-MAX_ENTITIES:]):
            known.append(name)
    return len(known)
