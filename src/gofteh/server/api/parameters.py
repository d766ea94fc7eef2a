"""The parameters that calls share, checked before any database sees them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from typing import Annotated

from fastapi import Path
from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from gofteh.records import Manner, SpeakerKind
from gofteh.store import Order, Query, days_of
from gofteh.store.query import MAX_CHARACTERS
from gofteh.store.search import MAX_PAGE

_MOST_VALUES = 50
# PostgreSQL keeps no NUL, and no honest name has one.
NO_NUL = r"^[^\x00]*$"

Text = Annotated[str, Field(max_length=500, pattern=NO_NUL)]
Id = Annotated[str, Path(max_length=500, min_length=1, pattern=NO_NUL)]
Values = Annotated[tuple[Text, ...], Field(max_length=_MOST_VALUES)]
Act = Annotated[str, Field(pattern=r"^[a-z][a-z-]{0,30}$", examples=["deny"])]
Words = Annotated[
    str,
    Field(
        max_length=MAX_CHARACTERS,
        pattern=NO_NUL,
        description='Words, "a phrase", begin*, AND, OR, NOT, parentheses.',
        examples=["سد"],
    ),
]
Cursor = Annotated[
    str | None,
    Field(max_length=40, pattern=NO_NUL, description="The next of the page before."),
]
Limit = Annotated[int, Field(ge=1, le=MAX_PAGE, description="Items a page.")]


def _is_date(text: str) -> str:
    days_of(text)
    return text


Date = Annotated[
    str | None,
    Field(
        max_length=40,
        description="A day, month or year, Jalali or Gregorian: 1402/05, 2023-07-23.",
        examples=["1402/05"],
    ),
    AfterValidator(lambda text: text if text is None else _is_date(text)),
]


class Strict(BaseModel):
    """Parameters; one that is not known is refused, since it would be taken for a filter."""

    model_config = ConfigDict(extra="forbid")


class ArticleFilters(Strict):
    """Which articles."""

    words: Words = ""
    outlet: Annotated[Values, Field(description="Of one of these outlets; repeatable.")] = ()
    since: Date = None
    until: Date = None
    order: Annotated[Order, Field(description="What comes first.")] = Order.NEWEST

    def query(self) -> Query:
        """Return the store's query."""
        return replace(
            query_of_articles(self.words, self.outlet, self.since, self.until), order=self.order
        )


class Filters(ArticleFilters):
    """Which statements."""

    speaker: Annotated[Text | None, Field(description="The id of a person or speaker.")] = None
    speaker_name: Annotated[
        Words, Field(description="Words of the speaker's name, role or body.", examples=["فرهمند"])
    ] = ""
    kind: Annotated[
        tuple[SpeakerKind, ...],
        Field(max_length=_MOST_VALUES, description="Of this kind of speaker; repeatable."),
    ] = ()
    manner: Annotated[
        tuple[Manner, ...],
        Field(max_length=_MOST_VALUES, description="In this manner; repeatable."),
    ] = ()
    act: Annotated[
        tuple[Act, ...],
        Field(max_length=_MOST_VALUES, description="say, deny, warn, promise …; repeatable."),
    ] = ()
    min_confidence: Annotated[
        float,
        Field(ge=0, le=1, allow_inf_nan=False, description="At least this sure; steps of 0.05."),
    ] = 0.0

    def query(self) -> Query:
        """Return the store's query."""
        return replace(
            super().query(),
            speaker=self.speaker,
            speaker_name=self.speaker_name,
            kinds=tuple(kind.value for kind in self.kind),
            manners=tuple(manner.value for manner in self.manner),
            acts=self.act,
            min_confidence=self.min_confidence,
        )


class Paged(Strict):
    """Which page."""

    cursor: Cursor = None
    limit: Limit = 20


class PagedArticles(ArticleFilters, Paged):
    """A page of articles."""


class PagedStatements(Filters, Paged):
    """A page of statements."""


def query_of_articles(
    words: str, outlets: Sequence[str], since: str | None, until: str | None
) -> Query:
    """Return the store's query for whole articles."""
    return Query(words, outlets=tuple(outlets), since=_first(since), until=_last(until))


def _first(text: str | None) -> dt.date | None:
    return days_of(text)[0] if text else None


def _last(text: str | None) -> dt.date | None:
    return days_of(text)[1] if text else None
