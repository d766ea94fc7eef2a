"""Stored articles."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter
from fastapi import Query as Parameter
from starlette.responses import Response

from gofteh.server.answers import Json
from gofteh.server.api.models import Articles, StatementsOf, StoredArticle, documented
from gofteh.server.api.parameters import Id, PagedArticles
from gofteh.server.errors import missing
from gofteh.server.security.access import Admin, Reader
from gofteh.server.stores import Lent
from gofteh.server.turns import Turn
from gofteh.store.jsonrecords import article_hit_record, article_record, stored_record

router = APIRouter(tags=["articles"], route_class=Turn)


@router.get("/articles", summary="Articles, the newest first", response_model=Articles)
def articles(
    _access: Reader, stores: Lent, asked: Annotated[PagedArticles, Parameter()]
) -> Response:
    """Words are looked for in title and text."""
    with stores.lend() as store:
        page = store.search_articles(asked.query(), asked.cursor, asked.limit)
    return Json({"items": [article_hit_record(hit) for hit in page.items], "next": page.next})


# An id may hold slashes: the longer address is tried first.
@router.get(
    "/articles/{id:path}/statements",
    summary="All statements of an article",
    response_model=StatementsOf,
    responses=documented(404),
)
def statements_of(_access: Reader, stores: Lent, id: Id) -> Response:  # noqa: A002
    """In the order of the text; those that a human rejected too, with the state `rejected`."""
    with stores.lend() as store:
        found = store.article(id)
    if found is None:
        raise missing("article", id)
    return Json({"items": [stored_record(one) for one in found.statements]})


@router.get(
    "/articles/{id:path}",
    summary="An article with its statements",
    response_model=StoredArticle,
    responses=documented(404),
)
def article(_access: Reader, stores: Lent, id: Id) -> Response:  # noqa: A002
    """Corrections are applied; offsets count code points of `raw`."""
    with stores.lend() as store:
        found = store.article(id)
    if found is None:
        raise missing("article", id)
    return Json(article_record(found))


@router.delete(
    "/articles/{id:path}",
    summary="Delete an article for good",
    status_code=204,
    response_class=Response,
    responses=documented(404),
)
def forget(access: Admin, stores: Lent, id: Id) -> Response:  # noqa: A002
    """With its statements, corrections and index entries. Needs the role admin."""
    with stores.lend() as store:
        if not store.forget([id], by=access.name):
            raise missing("article", id)
    return Response(status_code=204)
