"""The speakers of one article while they are being put together."""

from __future__ import annotations

from dataclasses import dataclass, field

from gofteh.records import SpeakerKind
from gofteh.speakers.mentions import Mention
from gofteh.speakers.names import plain_name
from gofteh.speakers.roles import Role, role_of
from gofteh.text.layout import Layout


@dataclass(slots=True, eq=False)
class Entity:
    """One speaker in the making: its mentions, and the words that name it."""

    kind: SpeakerKind
    mentions: list[Mention] = field(default_factory=list)
    names: list[tuple[str, ...]] = field(default_factory=list)
    roles: list[Role] = field(default_factory=list)
    heads: set[str] = field(default_factory=set)
    hidden: bool = False

    def add(self, layout: Layout, mention: Mention) -> None:
        """Take a mention in, with the names and roles it tells."""
        self.mentions.append(mention)
        if not mention.demonstrative:
            self.heads.add(mention.head)
        name = plain_name(layout, mention.name)
        if name and name not in self.names:
            self.names.append(name)
        role = role_of(layout, mention)
        if role and role not in self.roles:
            self.roles.append(role)

    @property
    def named(self) -> bool:
        """Whether any mention gives a personal name."""
        return bool(self.names)
