"""Persons, bodies and documents over all articles."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter
from fastapi import Query as Parameter
from pydantic import Field
from starlette.responses import Response

from gofteh.server.answers import Json
from gofteh.server.api.linked_models import Doubts, Person, Persons, Suggestions
from gofteh.server.api.models import Statements, documented
from gofteh.server.api.parameters import Id, Limit, Paged, Text
from gofteh.server.errors import missing
from gofteh.server.security.access import Reader
from gofteh.server.stores import Lent
from gofteh.server.turns import Turn
from gofteh.store.jsonrecords import stored_record
from gofteh.store.linked.jsonrecords import (
    doubtful_record,
    person_head_record,
    person_record,
    suggestion_record,
)

router = APIRouter(tags=["persons"], route_class=Turn)
_SUGGESTED = 20


class PagedPersons(Paged):
    """A page of persons."""

    name: Annotated[
        Text, Field(description="A full name, a surname or an office.", examples=["مشکاتی"])
    ] = ""


@router.get("/persons", summary="Persons, the most quoted first", response_model=Persons)
def persons(_access: Reader, stores: Lent, asked: Annotated[PagedPersons, Parameter()]) -> Response:
    """A person is one record over all articles, whatever they call it."""
    with stores.lend() as store:
        page = store.links.persons(asked.name, asked.cursor, asked.limit)
    return Json({"items": [person_head_record(one) for one in page.items], "next": page.next})


@router.get("/persons/suggestions", summary="Who may be the same", response_model=Suggestions)
def suggestions(_access: Reader, stores: Lent, limit: Limit = 50) -> Response:
    """By likelihood and statements, from the newest doubts; whom a human ruled on is left out."""
    with stores.lend() as store:
        found = store.links.suggestions(limit=limit)
    return Json({"items": [suggestion_record(one) for one in found]})


class PagedDoubts(Paged):
    """A page of doubtful speakers."""

    offices: Annotated[bool, Field(description="Those called by an office alone, no others.")] = (
        False
    )


@router.get("/persons/doubtful", summary="Speakers of whom it is not sure", response_model=Doubts)
def doubtful(_access: Reader, stores: Lent, asked: Annotated[PagedDoubts, Parameter()]) -> Response:
    """The newest first; a page ends with an article. Those that a human ruled on are not there."""
    with stores.lend() as store:
        page = store.links.doubtful(asked.cursor, asked.limit, offices=asked.offices)
    return Json({"items": [doubtful_record(one) for one in page.items], "next": page.next})


@router.get(
    "/persons/{id}",
    summary="What is known of a person",
    response_model=Person,
    responses=documented(404),
)
def person(_access: Reader, stores: Lent, id: Id) -> Response:  # noqa: A002
    """Names, offices by period, outlets, statements by day; ids of merged persons lead here."""
    with stores.lend() as store:
        found = store.links.person(id)
        maybe = store.links.suggestions(id, _SUGGESTED) if found else ()
    if found is None:
        raise missing("person", id)
    return Json(person_record(found, maybe))


@router.get(
    "/persons/{id}/statements",
    summary="What a person said, the newest first",
    response_model=Statements,
    responses=documented(404),
)
def statements_of_person(
    _access: Reader,
    stores: Lent,
    id: Id,  # noqa: A002
    asked: Annotated[Paged, Parameter()],
) -> Response:
    """Over all articles, under every name."""
    with stores.lend() as store:
        if store.links.person_head(id) is None:
            raise missing("person", id)
        page = store.links.statements_of(id, asked.cursor, asked.limit)
    return Json({"items": [stored_record(one) for one in page.items], "next": page.next})
