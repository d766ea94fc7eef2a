"""Stored statements: listed, searched, counted, one by one."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter
from fastapi import Query as Parameter
from starlette.responses import Response

from gofteh.server.answers import Json
from gofteh.server.api.models import Facets, Hits, Statements, StoredStatement, documented
from gofteh.server.api.parameters import Filters, Id, PagedStatements
from gofteh.server.errors import missing
from gofteh.server.security.access import Reader
from gofteh.server.stores import Lent
from gofteh.server.turns import Turn
from gofteh.store.jsonrecords import count_record, facets_record, hit_record, stored_record

router = APIRouter(tags=["statements"], route_class=Turn)
Asked = Annotated[PagedStatements, Parameter()]


@router.get("/statements", summary="Statements, the newest first", response_model=Statements)
def statements(_access: Reader, stores: Lent, asked: Asked) -> Response:
    """As search, without snippets."""
    with stores.lend() as store:
        page = store.search(asked.query(), asked.cursor, asked.limit)
    return Json({"items": [stored_record(hit.stored) for hit in page.items], "next": page.next})


@router.get("/search", summary="Search statements", response_model=Hits)
def search(_access: Reader, stores: Lent, asked: Asked) -> Response:
    """Words are looked for in what was said and in name, role and body of the speaker.

    Spelling does not matter. All parameters must match; of several values of one, any.
    """
    with stores.lend() as store:
        page = store.search(asked.query(), asked.cursor, asked.limit)
    return Json({"items": [hit_record(hit) for hit in page.items], "next": page.next})


@router.get(
    "/search/facets",
    summary="How many statements match, and how they spread",
    response_model=Facets,
)
def facets(_access: Reader, stores: Lent, asked: Annotated[Filters, Parameter()]) -> Response:
    """The count is exact up to 10,000; facets are those of the newest 5,000 results."""
    with stores.lend() as store:
        number = store.count(asked.query())
        found = store.facets(asked.query())
    return Json({"count": count_record(number)} | facets_record(found))


@router.get(
    "/statements/{id:path}",
    summary="A statement by its id",
    response_model=StoredStatement,
    responses=documented(404),
)
def statement(_access: Reader, stores: Lent, id: Id) -> Response:  # noqa: A002
    """Ids of former extractions lead to the statement of today."""
    with stores.lend() as store:
        found = store.statement(id)
    if found is None:
        raise missing("statement", id)
    return Json(stored_record(found))
