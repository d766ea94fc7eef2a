"""The shapes of answers on persons, families and copies; the records come from the store."""

from __future__ import annotations

from gofteh.records import Flag
from gofteh.server.api.models import DayCount, Head, NameCount, OutletCount, Page, StoredStatement
from gofteh.server.api.shapes import Shape
from gofteh.store import RulingKind


class PersonHead(Shape):
    """A person, body or document over all articles; ``form`` is how it is best named."""

    id: str
    name: str
    form: str
    statements: int


class Persons(Page):
    """A page of persons, the most quoted first."""

    items: list[PersonHead]


class PersonSuggestion(Shape):
    """Two persons who may be one, why, how often that was asked, and how likely it is."""

    person: PersonHead
    other: PersonHead
    reason: str
    articles: int
    likelihood: float


class HeldOffice(Shape):
    """An office, how many articles give it, from when to when, and who else tells it."""

    office: str
    articles: int
    first: str | None
    last: str | None
    source: str | None


class Person(PersonHead):
    """What is known of a person; ``merged`` are records for which this one stands by a ruling."""

    names: list[NameCount]
    offices: list[HeldOffice]
    outlets: list[OutletCount]
    days: list[DayCount]
    merged: list[PersonHead]
    authorities: list[str]
    maybe: list[PersonSuggestion]


class Suggestions(Shape):
    """Who may be the same."""

    items: list[PersonSuggestion]


class DoubtfulSpeaker(Shape):
    """A speaker of an article of whom it is not sure who it is."""

    article: Head
    number: int
    name: str | None
    role: str | None
    person: PersonHead | None
    confidence: float
    reason: str
    others: list[PersonHead]


class Doubts(Page):
    """A page of doubtful speakers, the newest first."""

    items: list[DoubtfulSpeaker]


class Changed(Shape):
    """Words that differ from the earliest telling."""

    flag: Flag
    before: str
    after: str


class Telling(Shape):
    """A statement of a family: how it stands to the nearest, and what it changed."""

    statement: StoredStatement
    relation: str | None
    nearest: str | None
    changes: list[Changed]
    credit: str | None
    origin: str | None


class Family(Shape):
    """One statement in all the articles that tell it, the earliest telling first."""

    id: str
    members: list[Telling]


class Siblings(Shape):
    """The family of a statement, null for one that stands alone, and what it repeats."""

    family: Family | None
    repeats: list[StoredStatement]


class CopiedArticle(Shape):
    """An article of a text that others have too: how it stands to ``origin``, and why so."""

    article: Head
    relation: str | None
    origin: str | None
    why: str | None
    credit: str | None


class Copies(Shape):
    """All articles of one text, the earliest first; none where no other has it."""

    id: str | None
    items: list[CopiedArticle]


class Ruling(Shape):
    """What a human ruled, who and when; ``undone`` is when it was taken back."""

    id: str
    kind: RulingKind
    subject: str | None
    object: str | None
    article: str | None
    name: str | None
    note: str | None
    author: str | None
    created: str
    undone: str | None
    undone_by: str | None


class Rulings(Shape):
    """The newest rulings, the newest first."""

    items: list[Ruling]
