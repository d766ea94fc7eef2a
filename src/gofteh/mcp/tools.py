"""What an assistant can ask: each call bounded, over the functions that the REST API calls too."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Annotated, Any

from mcp.server.mcpserver.exceptions import ToolError
from pydantic import Field

from gofteh.mcp.quotes import (
    Found,
    InContext,
    Mended,
    OverTime,
    Persons,
    Quotes,
    Wordings,
    by_year,
    quote,
    quotes_of,
    told,
)
from gofteh.passwords import without_passwords
from gofteh.records import Article, Manner, SpeakerKind
from gofteh.server import tasks
from gofteh.server.api.parameters import Act, Cursor, Date, PagedStatements, Text, Values, Words
from gofteh.server.errors import Problem
from gofteh.server.pages.language import Language
from gofteh.server.stores import Stores
from gofteh.server.workshop import WorkFailedError, Workshop
from gofteh.store import Order, QueryError, Store, StoreError
from gofteh.store.linked.jsonrecords import family_record, person_head_record, person_record
from gofteh.text.levels import Digits, Level

MOST = 20
CHARACTERS = 20_000
_MOST_FOUND = 100
_MOST_EDITS = 200
# Of a person's offices and outlets, those with the most articles.
_MOST_HELD = 10
_AROUND = 2000

Id = Annotated[str, Field(min_length=1, max_length=500, pattern=r"^[^\x00]*$")]
Limit = Annotated[int, Field(ge=1, le=MOST, description="Items a page.")]
Given = Annotated[str, Field(min_length=1, max_length=CHARACTERS)]
CitedIn = Annotated[Language, Field(description="The language of the citation's own words.")]
FA = Language.FA


@dataclass(frozen=True, slots=True)
class Tools:
    """The calls over one store. Heavy work is done in processes with limits of time and memory."""

    stores: Stores
    workshop: Workshop

    def search_statements(
        self,
        words: Words = "",
        speaker: Annotated[Words, Field(description="Words of name, role or body.")] = "",
        outlets: Values = (),
        kinds: tuple[SpeakerKind, ...] = (),
        manners: tuple[Manner, ...] = (),
        acts: tuple[Act, ...] = (),
        since: Date = None,
        until: Date = None,
        order: Order = Order.NEWEST,
        limit: Limit = 10,
        cursor: Cursor = None,
        language: CitedIn = FA,
    ) -> Quotes:
        """Search what was said, by whom, where and when, in Persian news.

        Words are looked for in Persian; spelling does not matter. Quote the content as it is
        given, and cite it as the citation does. Dates may be Jalali or Gregorian.
        """
        asked = PagedStatements(
            words=words,
            speaker_name=speaker,
            outlet=outlets,
            kind=kinds,
            manner=manners,
            act=acts,
            since=since,
            until=until,
            order=order,
        )
        with self._reading() as store:
            page = store.search(asked.query(), cursor, limit)
        items = [quote(hit.stored, language) for hit in page.items]
        return Quotes.model_validate({"items": items, "next": page.next})

    def get_statement(
        self,
        statement: Id,
        around: Annotated[
            int, Field(ge=0, le=_AROUND, description="So many characters before and after it.")
        ] = 300,
        language: CitedIn = FA,
    ) -> InContext:
        """Return a statement by its id with what its article says around it."""
        with self._reading() as store:
            found = store.statement(statement)
            article = store.article(found.article.id) if found else None
        if found is None or article is None:
            raise ToolError(f"there is no statement {statement!r}.")
        raw, content = article.reading.article.raw, found.statement.content
        start, end = content[0].start, content[-1].end
        around_it = {
            "before": raw[max(0, start - around) : start],
            "after": raw[end : end + around],
        }
        return InContext.model_validate({"statement": quote(found, language)} | told(around_it))

    def find_persons(
        self,
        name: Annotated[Text, Field(description="A full name, a surname or an office.")],
        limit: Limit = 10,
        cursor: Cursor = None,
    ) -> Persons:
        """Find persons, bodies and documents by name: one record over all articles and spellings.

        Two persons of one name are two records: ask which one is meant where it is not clear.
        """
        with self._reading() as store:
            page = store.links.persons(name, cursor, limit)
        items = [told(person_head_record(one)) for one in page.items]
        return Persons.model_validate({"items": items, "next": page.next})

    def person_statements(
        self,
        person: Annotated[Id, Field(description="The id of a person, from find_persons.")],
        oldest_first: bool = False,
        limit: Limit = 10,
        cursor: Cursor = None,
        language: CitedIn = FA,
    ) -> OverTime:
        """Return what a person said over time, with offices by period and statements by year."""
        with self._reading() as store:
            known = store.links.person(person)
            if known is None:
                raise ToolError(f"there is no person {person!r}. find_persons gives the ids.")
            page = store.links.statements_of(person, cursor, limit, oldest=oldest_first)
        whole = told(person_record(known, ()))
        items = [quote(one, language) for one in page.items]
        return OverTime.model_validate(
            {
                "person": whole,
                "offices": whole["offices"][:_MOST_HELD],
                "outlets": whole["outlets"][:_MOST_HELD],
                "years": by_year(known.days),
                "items": items,
                "next": page.next,
            }
        )

    def statement_wordings(self, statement: Id, language: CitedIn = FA) -> Wordings:
        """Return how outlets word one statement: the earliest telling, and what each changed.

        A statement that no other article tells has one wording, its own.
        """
        with self._reading() as store:
            alone = store.statement(statement)
            family = store.links.siblings(alone.statement.id) if alone else None
        if alone is None:
            raise ToolError(f"there is no statement {statement!r}.")
        if family is None:
            only: dict[str, Any] = {"relation": None, "changes": [], "credit": None, "origin": None}
            items = [only | {"statement": quote(alone, language)}]
            return Wordings.model_validate({"family": None, "items": items, "left_out": 0})
        members = family.members[:MOST]
        records: list[dict[str, Any]] = told(family_record(family))["members"]
        items = [
            record | {"statement": quote(member.stored, language)}
            for record, member in zip(records, members, strict=False)
        ]
        left_out = len(family.members) - len(members)
        return Wordings.model_validate({"family": family.id, "items": items, "left_out": left_out})

    async def extract_statements(
        self, text: Given, title: Text | None = None, language: CitedIn = FA
    ) -> Found:
        """Find who said what in a Persian news text that is given. Nothing is stored."""
        article = Article(text, title)
        reading = await self._worked(tasks.read_article, article)
        found = quotes_of(reading, language)
        return Found.model_validate(
            told({"raw": article.raw})
            | {"items": found[:_MOST_FOUND], "left_out": len(found[_MOST_FOUND:])}
        )

    async def repair_text(
        self, text: Given, level: Level = Level.SPACING, digits: Digits = Digits.ARABIC
    ) -> Mended:
        """Repair a damaged Persian text: letters, half-spaces, spelling; every edit is given."""
        mended = json.loads(await self._worked(tasks.repaired, text, level, digits))
        edits = mended["edits"]
        return Mended.model_validate(
            told({"text": mended["text"], "edits": edits[:_MOST_EDITS]})
            | {"left_out": len(edits[_MOST_EDITS:])}
        )

    def close(self) -> None:
        """End the processes and close the stores."""
        self.workshop.close()
        self.stores.close()

    @contextmanager
    def _reading(self) -> Iterator[Store]:
        """Yield a store for one call; what it refuses is told in words that help."""
        try:
            with self.stores.lend() as store:
                yield store
        except (QueryError, StoreError, Problem) as error:
            raise ToolError(without_passwords(str(error))) from error

    async def _worked(self, task: Any, *given: Any) -> Any:
        try:
            return await self.workshop.run(task, *given)
        except WorkFailedError as error:
            raise ToolError(error.message) from error
