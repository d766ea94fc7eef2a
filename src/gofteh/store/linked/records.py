"""What the store tells of persons, families and copies. Frozen; ids are text and stay good."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from gofteh.records import Change
from gofteh.store.records import ArticleHead, StoredStatement


class RulingKind(StrEnum):
    """What a human may say of who is who and of what is the same.

    ``MERGE``: subject is the person object. ``SPLIT``: the speaker ``name`` of an article is the
    person object, a new one where there is none. ``RENAME``: subject is called ``name``.
    ``NOBODY``: subject is no person. ``APART``: subject and object are two (no suggestion any
    more). ``SAME``, ``NOT_SAME``: the statements subject and object are one, or are not.
    """

    MERGE = "merge"
    SPLIT = "split"
    RENAME = "rename"
    NOBODY = "nobody"
    APART = "apart"
    SAME = "same"
    NOT_SAME = "not-same"


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a human ruled, who and when; ``undone`` is when it was taken back."""

    id: str
    kind: RulingKind
    subject: str | None = None
    object: str | None = None
    article_id: str | None = None
    name: str | None = None
    note: str | None = None
    author: str | None = None
    created: str = ""
    undone: str | None = None
    undone_by: str | None = None


@dataclass(frozen=True, slots=True)
class PersonHead:
    """A person, body or document over all articles; ``form`` is how it is best named."""

    id: str
    name: str
    form: str
    statements: int


@dataclass(frozen=True, slots=True)
class HeldOffice:
    """An office of a person: how many articles give it, its days, and who else tells it."""

    office: str
    articles: int
    first: dt.date | None
    last: dt.date | None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class PersonProfile:
    """What the store knows of a person.

    ``names`` (as written) count articles among the newest 5,000, ``outlets`` statements;
    ``days`` counts statements by day (``None``: undated), oldest first. ``merged`` are persons
    for whom this one stands by a ruling, ``authorities`` ids like ``wikidata:Q1``.
    """

    head: PersonHead
    names: tuple[tuple[str, int], ...]
    offices: tuple[HeldOffice, ...]
    outlets: tuple[tuple[str, int], ...]
    days: tuple[tuple[dt.date | None, int], ...]
    merged: tuple[PersonHead, ...]
    authorities: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Two persons who may be one, why, and in how many articles that was the question.

    ``likelihood`` (0 to 1) is how likely that was in the article where it was most; 0 for those of
    like names of whom no article asked.
    """

    person: PersonHead
    other: PersonHead
    reason: str
    articles: int
    likelihood: float


@dataclass(frozen=True, slots=True)
class Doubtful:
    """A speaker of an article of whom it is not sure who it is."""

    article: ArticleHead
    number: int
    name: str | None
    role: str | None
    person: PersonHead | None
    confidence: float
    reason: str
    others: tuple[PersonHead, ...]


@dataclass(frozen=True, slots=True)
class Member:
    """A telling of a statement.

    ``relation`` to ``nearest`` (a statement's id) is ``same``, ``edited`` or ``part``; ``changes``
    are against the family's earliest. ``credit`` is the agency that the article names,
    ``origin`` the outlet or agency from which it most likely has the words, where that is told.
    """

    stored: StoredStatement
    relation: str | None
    nearest: str | None
    changes: tuple[Change, ...]
    credit: str | None
    origin: str | None


@dataclass(frozen=True, slots=True)
class Family:
    """One statement in all the articles that tell it, the earliest telling first."""

    id: str
    members: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words of two tellings side by side: ``equal`` or not; one side may be empty."""

    before: str
    after: str
    equal: bool


@dataclass(frozen=True, slots=True)
class Copy:
    """An article among those of the same text: how it stands to ``origin``, an article's id."""

    article: ArticleHead
    relation: str | None
    origin: str | None
    why: str | None
    credit: str | None


@dataclass(frozen=True, slots=True)
class Copies:
    """All articles of one text, the earliest first."""

    id: str
    copies: tuple[Copy, ...]
