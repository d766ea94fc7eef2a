"""Saved searches, and searches as Atom feeds."""

from __future__ import annotations

from typing import Annotated, Any
from urllib.parse import urlsplit

from fastapi import APIRouter, Body, Request
from fastapi import Query as Parameter
from pydantic import Field
from starlette.responses import Response

from gofteh.alerts.atom import MEDIA_TYPE, atom
from gofteh.alerts.mail import MailError, checked_address
from gofteh.server.answers import Json
from gofteh.server.api import examples
from gofteh.server.api.followed import SavedList, SavedWithSecret
from gofteh.server.api.models import documented
from gofteh.server.api.parameters import NO_NUL, Filters, Id, Strict
from gofteh.server.errors import Problem, missing
from gofteh.server.security.access import Editor, Reader
from gofteh.server.stores import Lent
from gofteh.server.turns import Turn
from gofteh.store import Query, SavedError, SavedSearch, Store
from gofteh.store.jsonrecords import saved_record

router = APIRouter(tags=["saved searches"], route_class=Turn)

_IN_FEED = 50
Name = Annotated[str, Field(min_length=1, max_length=200, pattern=NO_NUL)]
Url = Annotated[str, Field(max_length=2000, pattern=r"^https?://[^\s\x00]+$")]


class ToSave(Strict):
    """A search to keep, and who is told of what it finds."""

    name: Name
    query: Filters
    webhook: Annotated[
        Url | None, Field(description="Is sent what is new, signed (Standard Webhooks).")
    ] = None
    email: Annotated[str | None, Field(max_length=320, description="Is written to.")] = None


Asked = Annotated[ToSave, Body(openapi_examples={"search": {"value": examples.TO_SAVE}})]


@router.get("/saved-searches", summary="Saved searches", response_model=SavedList)
def saved_searches(_access: Reader, stores: Lent) -> Response:
    """By name. Where webhooks lead, and to whom is written, is not told."""
    with stores.lend() as store:
        found = store.saved_searches()
    return Json({"items": [saved_record(one) for one in found]})


@router.post(
    "/saved-searches",
    summary="Save a search",
    status_code=201,
    response_model=SavedWithSecret,
)
def save_search(access: Editor, stores: Lent, asked: Asked) -> Response:
    """It finds what comes in from now on. Needs the role editor; the secret is shown this once."""
    with stores.lend() as store:
        told = (asked.webhook, asked.email, access.name)
        made = saved(store, asked.name, asked.query.query(), *told)
    return Json(saved_record(made) | {"secret": made.secret}, 201)


def saved(
    store: Store, name: str, query: Query, webhook: str | None, email: str | None, by: str | None
) -> SavedSearch:
    """Return a search that is saved now. Raises `Problem` 422 where it cannot be."""
    try:
        if webhook and not urlsplit(webhook).hostname:
            raise SavedError("the webhook is no address.")
        email = checked_address(email) if email else None
        return store.save_search(name, query, webhook=webhook, email=email, by=by)
    except (SavedError, MailError, ValueError) as error:
        raise Problem(422, "not-saved", str(error)) from error


@router.delete(
    "/saved-searches/{id}",
    summary="Delete a saved search",
    status_code=204,
    response_class=Response,
    responses=documented(404),
)
def delete_search(access: Editor, stores: Lent, id: Id) -> Response:  # noqa: A002
    """With what it found; the statements stay. Needs the role editor."""
    with stores.lend() as store:
        if not store.delete_search(id, by=access.name):
            raise missing("saved search", id)
    return Response(status_code=204)


_ATOM: dict[int | str, dict[str, Any]] = {
    200: {"content": {"application/atom+xml": {}}, "description": "An Atom feed."}
}


@router.get("/search.atom", summary="A search as an Atom feed", responses=_ATOM)
def search_atom(
    request: Request, _access: Reader, stores: Lent, asked: Annotated[Filters, Parameter()]
) -> Response:
    """The newest 50 statements. Feed readers show a token as the password of HTTP's basic way."""
    name = asked.words or asked.speaker_name or "gofteh"
    return feed(request, stores, name, asked.query())


@router.get(
    "/saved-searches/{id}/feed.atom",
    summary="A saved search as an Atom feed",
    responses=_ATOM | documented(404),
)
def saved_atom(request: Request, _access: Reader, stores: Lent, id: Id) -> Response:  # noqa: A002
    """The newest 50 statements that it finds, older ones than itself too."""
    with stores.lend() as store:
        found = store.saved_search(id)
    if found is None:
        raise missing("saved search", id)
    return feed(request, stores, found.name, found.query)


def feed(request: Request, stores: Lent, name: str, query: Query) -> Response:
    """Return a query's newest statements as an Atom feed."""
    with stores.lend() as store:
        page = store.search(query, limit=_IN_FEED)
    public = request.app.state.settings.public
    base = (public or str(request.base_url)).rstrip("/")
    own = request.url.path + (f"?{request.url.query}" if request.url.query else "")
    body = atom(
        *(name, base + own, f"{base}/", (hit.stored for hit in page.items)),
        lambda one: f"{base}/statements/{one.statement.id}",
    )
    return Response(body, media_type=MEDIA_TYPE)
