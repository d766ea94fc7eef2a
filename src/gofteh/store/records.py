"""What the store gives back. Everything is frozen; ids are text and stay good for ever."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from gofteh.records import Reading, Span, SpeakerKind, Statement
from gofteh.records.joined import together

Item = TypeVar("Item")

# Where an article was read stands beside its unknown fields, under a name that none of them has.
ORIGIN_FIELD = "gofteh:source"


class State(StrEnum):
    """Whether a statement stands as extracted, was corrected, or was said to be none."""

    FOUND = "found"
    CORRECTED = "corrected"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Extractor:
    """What extracts: gofteh's version, and fingerprints of its rules and of its tables."""

    version: str
    rules: str
    model: str


@dataclass(frozen=True, slots=True)
class ArticleHead:
    """An article without its text. ``day`` is that of publication in Tehran."""

    id: str
    title: str | None
    url: str | None
    outlet: str | None
    published: str | None
    day: dt.date | None


@dataclass(frozen=True, slots=True)
class StoredStatement:
    """A statement with its article's head and its place among all speakers.

    ``speaker_id`` and ``speaker_name`` are those of the speaker across articles, ``None`` for
    one without a name. ``found_as`` is what was extracted, where a human changed it. ``joins``
    stand between the spans of its content (`gofteh.records.joined.joins_of`).
    """

    statement: Statement
    article: ArticleHead
    speaker_id: str | None
    speaker_name: str | None
    state: State = State.FOUND
    found_as: Statement | None = None
    joins: tuple[str, ...] = ()

    @property
    def said(self) -> str:
        """The content's words: a line a paragraph, an ellipsis where words are left out."""
        return together(self.statement.content, self.joins)


@dataclass(frozen=True, slots=True)
class StoredArticle:
    """An article with all its statements, rejected ones too, in the order of the text.

    ``reading`` holds those that count, as `gofteh.extract` gives them, corrections applied.
    """

    head: ArticleHead
    reading: Reading
    statements: tuple[StoredStatement, ...]
    extractor: Extractor

    @property
    def repaired(self) -> str | None:
        """The repaired form of the article's text, where it was ingested with one."""
        return self.reading.repaired


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a snippet; ``marked`` where a word of the query stands."""

    text: str
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """A statement that was searched for, and the pieces of its raw text to show."""

    stored: StoredStatement
    snippet: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class ArticleHit:
    """An article that was searched for, and the pieces of its raw text to show."""

    head: ArticleHead
    snippet: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Page(Generic[Item]):
    """Some items, and the cursor that asks for the next; ``None`` at the end."""

    items: tuple[Item, ...]
    next: str | None = None


@dataclass(frozen=True, slots=True)
class Count:
    """How many there are; where not ``exact``, more than that."""

    number: int
    exact: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """One value that results can be narrowed to. ``value`` goes into the query."""

    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Facets:
    """Values and their counts among the newest ``over`` results; all of them if ``exact``."""

    over: int
    exact: bool
    speakers: tuple[Facet, ...]
    outlets: tuple[Facet, ...]
    kinds: tuple[Facet, ...]
    manners: tuple[Facet, ...]
    acts: tuple[Facet, ...]


@dataclass(frozen=True, slots=True)
class SpeakerHead:
    """A speaker across articles: everything under one exactly folded name.

    ``person`` is the id of whom the name mostly stands for, where that was asked. In lists by
    person all names of one are a single head.
    """

    id: str
    name: str
    statements: int
    person: str | None = None


@dataclass(frozen=True, slots=True)
class Role:
    """A role that articles give a speaker: how many do, from when to when."""

    role: str
    articles: int
    first: dt.date | None
    last: dt.date | None


@dataclass(frozen=True, slots=True)
class SpeakerProfile:
    """What the store knows of a speaker.

    ``names`` (spellings) and ``roles`` come with numbers of articles, from the newest 5,000
    articles with the speaker; ``outlets`` with numbers of statements. ``days`` counts statements
    by day (``None``: undated), oldest first.
    """

    head: SpeakerHead
    kinds: tuple[tuple[SpeakerKind, int], ...]
    names: tuple[tuple[str, int], ...]
    roles: tuple[Role, ...]
    outlets: tuple[tuple[str, int], ...]
    days: tuple[tuple[dt.date | None, int], ...]


@dataclass(frozen=True, slots=True)
class OutletProfile:
    """Whom an outlet gives the word: numbers of statements, and the most quoted speakers."""

    name: str
    articles: int
    statements: int
    direct: int
    unnamed: int
    speakers: tuple[SpeakerHead, ...]


class CorrectionKind(StrEnum):
    """What a human may say of a statement."""

    WRONG_SPEAKER = "wrong-speaker"
    WRONG_BOUNDARY = "wrong-boundary"
    NOT_A_STATEMENT = "not-a-statement"
    MISSED = "missed"


@dataclass(frozen=True, slots=True)
class Correction:
    """What a human said of a statement, kept with the statement as it stood then.

    One that was missed is itself the ``statement``. ``content`` is where a wrong boundary should
    stand; ``speaker`` who a wrong speaker should
    be, ``None`` for one whom the article does not name.
    """

    article_id: str
    kind: CorrectionKind
    statement: Statement
    content: tuple[Span, ...] = ()
    speaker: str | None = None
    speaker_kind: SpeakerKind = SpeakerKind.PERSON
    note: str | None = None
    author: str | None = None
    created: str = ""
    id: str = ""
