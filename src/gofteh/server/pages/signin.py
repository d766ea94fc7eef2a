"""Signing in: a token becomes a cookie that no script reads."""

from __future__ import annotations

import datetime as dt

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from gofteh.server.pages.page import render
from gofteh.server.security import csrf
from gofteh.server.security.access import COOKIE
from gofteh.server.stores import Lent
from gofteh.server.turns import Turn
from gofteh.store.tokens import matching

router = APIRouter(route_class=Turn)


@router.get("/sign-in")
def form(request: Request) -> Response:
    """Show the form."""
    return render(request, "signin.html.j2", next_address="/", wrong=False)


@router.post("/sign-in")
async def sign_in(request: Request, stores: Lent) -> Response:
    """Keep a good token in a cookie and go on to the page that was asked for."""
    fields = await csrf.checked_form(request)
    token, following = fields.get("token", "").strip(), local(fields.get("next", "/"))
    known = await stores.ask(lambda store: store.tokens())
    found = matching(known, token)
    if found is None or found.is_expired(dt.datetime.now(dt.UTC)):
        return render(request, "signin.html.j2", status=401, next_address=following, wrong=True)
    response = RedirectResponse(following, 303)
    csrf.set_cookie(request, response, COOKIE, token)
    return response


@router.post("/sign-out")
async def sign_out(request: Request) -> Response:
    """Forget the token."""
    await csrf.checked_form(request)
    response = RedirectResponse("/", 303)
    response.delete_cookie(COOKIE, path="/")
    return response


def local(address: str) -> str:
    """Return an address if it leads to a page of ours, else that of the search."""
    plain = address.isprintable() and "\\" not in address
    return address if plain and address.startswith("/") and address[1:2] != "/" else "/"
