"""One statement in several articles, and one article in several outlets."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import Response

from gofteh.server.answers import Json
from gofteh.server.api.linked_models import Copies, Family, Siblings
from gofteh.server.api.models import documented
from gofteh.server.api.parameters import Id
from gofteh.server.errors import missing
from gofteh.server.security.access import Reader
from gofteh.server.stores import Lent
from gofteh.server.turns import Turn
from gofteh.store.jsonrecords import stored_record
from gofteh.store.linked.jsonrecords import copies_record, family_record

router = APIRouter(tags=["families"], route_class=Turn)


@router.get(
    "/families/{id}",
    summary="One statement in all articles that tell it",
    response_model=Family,
    responses=documented(404),
)
def family(_access: Reader, stores: Lent, id: Id) -> Response:  # noqa: A002
    """The earliest telling first; each with what it changed against that one."""
    with stores.lend() as store:
        found = store.links.family(id)
    if found is None:
        raise missing("family", id)
    return Json(family_record(found))


@router.get(
    "/statements/{id}/siblings",
    summary="The same statement in other articles",
    response_model=Siblings,
    responses=documented(404),
)
def siblings(_access: Reader, stores: Lent, id: Id) -> Response:  # noqa: A002
    """Its family, and what the same person said so on other occasions before."""
    with stores.lend() as store:
        there = store.statement(id)
        found = store.links.siblings(there.statement.id) if there else None
        before = store.links.repeats(there.statement.id) if there else ()
    if there is None:
        raise missing("statement", id)
    told = family_record(found) if found else None
    return Json({"family": told, "repeats": [stored_record(one) for one in before]})


@router.get(
    "/copies/{article:path}",
    summary="The same text in other outlets",
    response_model=Copies,
)
def copies(_access: Reader, stores: Lent, article: Id) -> Response:
    """Exact, edited and shortened copies of an article, the earliest first."""
    with stores.lend() as store:
        found = store.links.copies(article)
    return Json(copies_record(found))
