"""Saved searches, and the digest of a day: what each of them found."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from fastapi import APIRouter, Request
from starlette.datastructures import QueryParams
from starlette.responses import RedirectResponse, Response

from gofteh.read.dates import TEHRAN
from gofteh.server.api.parameters import Id
from gofteh.server.api.saved import saved
from gofteh.server.errors import Problem
from gofteh.server.pages.asked import Asked, AskedError, asked_of
from gofteh.server.pages.page import render
from gofteh.server.security import csrf
from gofteh.server.security.access import Editor, Reader
from gofteh.server.stores import Lent
from gofteh.server.turns import Turn, reading
from gofteh.store import SavedSearch, Store, days_of
from gofteh.store.saved import problems
from gofteh.store.tokens import Role
from gofteh.watch.status import status

router = APIRouter(route_class=Turn)

_LONGEST = 2000


@router.get("/saved")
def saved_searches(request: Request, access: Reader, stores: Lent) -> Response:
    """Show all saved searches, and a form that saves the one asked for in the address."""
    asked = Asked.of(request.query_params)
    with stores.lend() as store:
        found = [(one, asked_of(one.query).address()) for one in store.saved_searches()]
        wrong = problems(store.db)
    return render(
        request,
        "saved.html.j2",
        section="saved",
        access=access,
        found=found,
        wrong=wrong,
        asked=None if asked.is_empty else asked,
        done=request.query_params.get("done"),
        secret=None,
        can_edit=access.role.allows(Role.EDITOR),
    )


@router.post("/saved")
async def save(request: Request, access: Editor) -> Response:
    """Save a search; with a webhook, show its secret, this once."""
    fields = await csrf.checked_form(request)
    made = await reading(request, lambda store: _saved(store, fields, access.name))
    if made.secret is None:
        return RedirectResponse("/saved?done=saved", 303)
    return render(
        request,
        "saved.html.j2",
        section="saved",
        access=access,
        found=[],
        wrong={},
        asked=None,
        done="saved",
        secret=made.secret,
        can_edit=True,
    )


def _saved(store: Store, fields: Mapping[str, str], by: str | None) -> SavedSearch:
    asked = Asked.of(QueryParams(fields.get("asked", "")[:_LONGEST]))
    name = " ".join(fields.get("name", "").replace("\0", "").split())[:200]
    try:
        query = asked.query()
    except AskedError as error:
        raise Problem(422, "bad-form", f"{error.field} cannot be understood.") from error
    if not name or asked.is_empty:
        raise Problem(422, "bad-search", "a saved search needs a name and something to ask for.")
    webhook, email = (fields.get(key, "").strip()[:_LONGEST] for key in ("webhook", "email"))
    if webhook and not webhook.lower().startswith(("http://", "https://")):
        raise Problem(422, "bad-webhook", "a webhook begins with https://.")
    return saved(store, name, query, webhook or None, email or None, by)


@router.post("/saved/{id_}/delete")
async def delete(request: Request, id_: Id, access: Editor) -> Response:
    """Delete a saved search."""
    await csrf.checked_form(request)
    if not await reading(request, lambda store: store.delete_search(id_, by=access.name)):
        raise Problem(404, "not-found", "there is no such saved search.")
    return RedirectResponse("/saved?done=deleted", 303)


@router.get("/digest")
def digest(request: Request, access: Reader, stores: Lent) -> Response:
    """Show what the saved searches found on a day, today without a word."""
    day = _day(request.query_params.get("day", ""))
    since = dt.datetime.combine(day, dt.time(), TEHRAN)
    until = dt.datetime.combine(day + dt.timedelta(days=1), dt.time(), TEHRAN)
    bounds = [one.astimezone(dt.UTC).isoformat(timespec="seconds") for one in (since, until)]
    with stores.lend() as store:
        found = [(one, store.new_hits(one.id, *bounds)) for one in store.saved_searches()]
    return render(
        request,
        "digest.html.j2",
        section="saved",
        access=access,
        day=day,
        before=day - dt.timedelta(days=1),
        after=day + dt.timedelta(days=1) if day < _today() else None,
        found=[(one, asked_of(one.query).address(), new) for one, new in found if new],
        searches=len(found),
    )


def _day(text: str) -> dt.date:
    try:
        day = days_of(text)[0] if text else _today()
    except ValueError as error:
        raise Problem(400, "bad-day", "day is no date.") from error
    if not dt.date.min < day < dt.date(3000, 1, 1):
        raise Problem(400, "bad-day", "day is no date of ours.")
    return max(day, dt.date(1900, 1, 1))


def _today() -> dt.date:
    return dt.datetime.now(TEHRAN).date()


@router.get("/watch")
def watch(request: Request, access: Reader, stores: Lent) -> Response:
    """Show how the watch of feeds is doing."""
    with stores.lend() as store:
        found = status(store.db)
    return render(request, "watch.html.j2", section="saved", access=access, found=found)
