"""The entities of one article: speakers while their mentions are still being collected."""

from __future__ import annotations

from dataclasses import dataclass, field

from gofteh.lexicon.people import KIN
from gofteh.records import SpeakerKind
from gofteh.speakers.descriptions import Description, description_of
from gofteh.speakers.mentions import Mention
from gofteh.speakers.names import plain_name
from gofteh.text.layout import Layout


@dataclass(slots=True, eq=False)
class Entity:
    """One speaker so far: its mentions, and the words that name it.

    ``names`` are plain names, ``descriptions`` offices and bodies, ``heads`` the nouns by which a
    demonstrative can go back to it. ``hidden`` marks a speaker whom the article does not name.
    """

    kind: SpeakerKind
    mentions: list[Mention] = field(default_factory=list)
    names: list[tuple[str, ...]] = field(default_factory=list)
    descriptions: list[Description] = field(default_factory=list)
    heads: set[str] = field(default_factory=set)
    hidden: bool = False

    @classmethod
    def of(cls, layout: Layout, mention: Mention) -> Entity:
        """Return a new entity of one mention: somebody whom the text names before he speaks."""
        entity = cls(mention.kind)
        entity.add(layout, mention)
        return entity

    @classmethod
    def unknown(cls) -> Entity:
        """Return a speaker whom the article does not name."""
        return cls(SpeakerKind.UNNAMED, hidden=True)

    def add(self, layout: Layout, mention: Mention) -> None:
        """Add a mention, with the name, the description and the head it has."""
        self.mentions.append(mention)
        if not mention.demonstrative:
            self.heads.add(mention.head)
        name = plain_name(layout, mention.name)
        if name and name not in self.names:
            self.names.append(name)
        description = description_of(layout, mention)
        if description and description not in self.descriptions:
            self.descriptions.append(description)

    @property
    def is_relative(self) -> bool:
        """Whether the first mention is one word that tells of whom somebody is kin: ``همسرش``."""
        first = self.mentions[0].words if self.mentions else ()
        return len(first) == 1 and first[0] in KIN and not self.named

    @property
    def named(self) -> bool:
        """Whether any mention gives a personal name."""
        return bool(self.names)
