"""Statements as an assistant may quote them: the words with their places, and a citation. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from pydantic import Field

from gofteh.records import Reading, Span
from gofteh.records.joined import joins_of
from gofteh.report.wellformed import well_formed_value
from gofteh.server.api.linked_models import Changed, HeldOffice, PersonHead
from gofteh.server.api.models import Edit, OutletCount, Page, StoredStatement
from gofteh.server.api.shapes import Shape
from gofteh.server.pages.citations import citation
from gofteh.server.pages.language import Language
from gofteh.store import ArticleHead
from gofteh.store import StoredStatement as Stored
from gofteh.store.jsonrecords import stored_record

# A speech can be a whole article; an assistant is shown so many characters of it.
LONGEST = 2000


class Quote(StoredStatement):
    """A statement with its article; offsets count code points of title, blank line and text."""

    citation: str = Field(
        description="How to cite it. Words stand in quotation marks only where the article has "
        "them so; what is retold, denied or not said is told to be."
    )
    complete: bool = Field(description="False where the statement goes on behind its content here.")


class Quotes(Page):
    """A page of statements; give ``next`` as the cursor of the following one."""

    items: list[Quote]


class InContext(Shape):
    """A statement with what the article says around it, to the letter."""

    statement: Quote
    before: str
    after: str


class Persons(Page):
    """A page of persons, bodies and documents, the most quoted first."""

    items: list[PersonHead]


class YearCount(Shape):
    """How many statements of a year; ``year`` is null for the undated."""

    year: int | None
    statements: int


class OverTime(Quotes):
    """A page of what a person said, and who that is."""

    person: PersonHead
    offices: list[HeldOffice]
    outlets: list[OutletCount]
    years: list[YearCount]


class Wording(Shape):
    """One telling of a statement, and what it changed against the earliest."""

    statement: Quote
    relation: str | None = Field(description="To the nearest telling: same, edited or part.")
    changes: list[Changed]
    credit: str | None = Field(description="The agency that the article names.")
    origin: str | None = Field(description="From where it most likely has the words.")


class Wordings(Shape):
    """One statement in all articles that tell it, the earliest first."""

    family: str | None
    items: list[Wording]
    left_out: int


class Found(Shape):
    """What a text reports somebody to have said; offsets count code points of ``raw``."""

    raw: str
    items: list[Quote]
    left_out: int


class Mended(Shape):
    """A repaired text, and the edits of the one that was given."""

    text: str
    edits: list[Edit]
    left_out: int


def quote(stored: Stored, language: Language) -> dict[str, Any]:
    """Return what may be quoted of a statement: a `Quote`."""
    content = tuple(_first(stored.statement.content, LONGEST))
    complete = content == stored.statement.content
    shown = replace(stored, statement=replace(stored.statement, content=content))
    cited = citation(shown, language, None)
    return told(stored_record(shown) | {"citation": cited, "complete": complete})


def told(record: dict[str, Any]) -> dict[str, Any]:
    """Return a record that JSON of any kind can hold: no lone surrogates, offsets as they were."""
    made: dict[str, Any] = well_formed_value(record)
    return made


def quotes_of(reading: Reading, language: Language) -> list[dict[str, Any]]:
    """Return what may be quoted of an article that is not stored."""
    article = reading.article
    head = ArticleHead(
        article.key, article.title, article.url, article.outlet, article.published, None
    )
    stored = (
        Stored(one, head, None, None, joins=joins_of(article.raw, one.content))
        for one in reading.statements
    )
    return [quote(one, language) for one in stored]


def _first(spans: Sequence[Span], most: int) -> Iterator[Span]:
    """Yield the spans up to so many characters; the last is cut between words where it can be."""
    for span in spans:
        if len(span) > most:
            end = span.text.rfind(" ", 0, most)
            kept = span.text[: end if end > 0 else most]
            if kept:
                yield Span(span.start, span.start + len(kept), kept)
            return
        yield span
        most -= len(span)


def by_year(days: Iterable[tuple[Any, int]]) -> list[dict[str, int | None]]:
    """Return numbers of statements by year of numbers by day, oldest first, the undated too."""
    years: dict[int | None, int] = {}
    for day, number in days:
        year = day.year if day else None
        years[year] = years.get(year, 0) + number
    return [{"year": year, "statements": number} for year, number in years.items()]
