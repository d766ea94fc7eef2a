"""The shapes of answers, for the documentation; the records themselves come from the store."""

from __future__ import annotations

from typing import Any

from pydantic import Field

from gofteh.records import SpeakerKind
from gofteh.server.api.shapes import Failed, FailedItem, Place, Record, Shape, Statement
from gofteh.store import CorrectionKind, Outcome, State


class Reading(Record):
    """An article with its statements, as ``gofteh extract`` gives them; offsets count into raw."""

    raw: str


class Extracted(Shape):
    """What was read: one item for a text, or one for each entry of a feed."""

    items: list[Reading | FailedItem]


class Edit(Shape):
    """``raw[start:end]``, which is ``before``, reads ``after``."""

    start: int
    end: int
    before: str
    after: str
    kind: str
    confidence: float


class Repaired(Shape):
    """A repaired text, and every edit of the one that was sent."""

    text: str
    edits: list[Edit]


class Piece(Shape):
    """A piece of a snippet; marked where a word of the query stands."""

    text: str
    marked: bool


class Head(Shape):
    """An article without its text; ``day`` is that of publication in Tehran."""

    id: str
    title: str | None
    url: str | None
    outlet: str | None
    published: str | None
    day: str | None


class FoundArticle(Head):
    """An article with the pieces of its text to show."""

    snippet: list[Piece]


class Extractor(Shape):
    """What extracted: version, and fingerprints of rules and tables."""

    version: str
    rules: str
    model: str


class StoredArticle(Reading):
    """A stored article with the statements that count, corrections applied."""

    day: str | None
    repaired: str | None
    extractor: Extractor


class Across(Shape):
    """A speaker across articles."""

    id: str
    name: str


class StoredStatement(Statement):
    """A statement with its article.

    ``across`` is all that is said under the speaker's exact name, ``person`` the id of whom that
    name stands for.
    """

    role: str | None
    across: Across | None
    person: str | None
    state: State
    article: Head


class FoundStatement(StoredStatement):
    """A statement that was searched for, with the pieces of its text to show."""

    snippet: list[Piece]


class SpeakerHead(Shape):
    """A speaker across articles, how many statements are theirs, and who that mostly is.

    An outlet's most quoted are by person: ``name`` is the person's, ``id`` of the commonest name.
    """

    id: str
    name: str
    statements: int
    person: str | None


class KindCount(Shape):
    """How many statements name the speaker as this kind."""

    kind: SpeakerKind
    statements: int


class NameCount(Shape):
    """A spelling, and how many articles have it."""

    name: str
    articles: int


class OutletCount(Shape):
    """An outlet, and how many statements it reports."""

    name: str
    statements: int


class DayCount(Shape):
    """How many statements of a day; ``day`` is null for the undated."""

    day: str | None
    statements: int


class RoleCount(Shape):
    """A role, how many articles give it, and from when to when."""

    role: str
    articles: int
    first: str | None
    last: str | None


class SpeakerProfile(SpeakerHead):
    """What is known of a speaker; days are oldest first."""

    kinds: list[KindCount]
    names: list[NameCount]
    roles: list[RoleCount]
    outlets: list[OutletCount]
    days: list[DayCount]


class Outlet(Shape):
    """Whom an outlet gives the word: numbers of statements, the most quoted speakers."""

    name: str
    articles: int
    statements: int
    direct: int
    unnamed: int
    speakers: list[SpeakerHead]


class Page(Shape):
    """Some items; ``next`` is the cursor of the following page, null at the end."""

    next: str | None


class Articles(Page):
    """A page of articles."""

    items: list[FoundArticle]


class Statements(Page):
    """A page of statements."""

    items: list[StoredStatement]


class Hits(Page):
    """A page of statements that were searched for."""

    items: list[FoundStatement]


class Speakers(Page):
    """A page of speakers, the most quoted first."""

    items: list[SpeakerHead]


class Outlets(Shape):
    """All outlets, those with the most statements first."""

    items: list[Outlet]


class StatementsOf(Shape):
    """All statements of an article in the order of the text, rejected ones too."""

    items: list[StoredStatement]


class Count(Shape):
    """How many there are; where not exact, more than that."""

    number: int
    exact: bool


class Facet(Shape):
    """A value that results can be narrowed to; ``value`` goes into the query."""

    value: str
    label: str
    count: int


class Facets(Shape):
    """How many results there are, and how they spread among the newest ``over`` of them."""

    count: Count
    over: int
    exact: bool
    speakers: list[Facet]
    outlets: list[Facet]
    kinds: list[Facet]
    manners: list[Facet]
    acts: list[Facet]


class Correction(Shape):
    """What a human said of a statement, with the statement as it stood then."""

    id: str
    article: str
    kind: CorrectionKind
    statement: Statement
    content: list[Place]
    speaker: str | None
    speaker_kind: SpeakerKind
    note: str | None
    author: str | None
    created: str


class Corrections(Shape):
    """The corrections of an article, in the order they were made."""

    items: list[Correction]


class IngestedLine(Shape):
    """What became of one line; ``error`` says what failed."""

    line: int | None
    id: str | None
    outcome: Outcome
    statements: int
    error: Failed | None = None


class Health(Shape):
    """That the server works, its version, and its limits (docs/server.md)."""

    status: str
    version: str
    limits: dict[str, float]


class Detail(Shape):
    """Where a request does not fit, and how."""

    at: str
    message: str


class Error(Failed):
    """What was wrong; ``details`` name the parameters where some do not fit."""

    details: list[Detail] = Field(default_factory=list)


class ErrorAnswer(Shape):
    """The one shape of every error."""

    error: Error


def documented(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """Return OpenAPI's word on the errors that a call can end in."""
    return {status: {"model": ErrorAnswer, "description": _ERRORS[status]} for status in statuses}


_ERRORS = {
    400: "The request is not HTTP as it should be.",
    401: "No token, or none that is known.",
    403: "The token's role is not enough, or a page of another site asks.",
    404: "There is no such thing.",
    405: "Not this method.",
    408: "The body came too slowly.",
    413: "The body is too large.",
    415: "Not this kind of body.",
    421: "The server is not asked by this name.",
    422: "The request does not fit, or the text, address or query cannot be read.",
    429: "Too many requests; Retry-After says when to ask again.",
    503: "Too much is asked at once, or the database cannot be used now.",
}
EVERYWHERE = documented(400, 401, 403, 405, 408, 413, 421, 422, 429, 503)
