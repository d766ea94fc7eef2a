"""Forms of our own pages, told from those of others: a cookie, and its signature in the form.

A page with forms puts ``form_token(request)`` into a hidden field named `FIELD` and calls
``keep(request, response)`` on its answer; ``await checked_form(request)`` returns what was sent.
The signature covers the token that the browser is signed in with, so that a cookie planted by
a neighbouring site is worth nothing.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from urllib.parse import parse_qsl

from fastapi import Request
from starlette.responses import Response

from gofteh.server.errors import Problem
from gofteh.server.security.access import token_of

COOKIE = "gofteh_form"
FIELD = "form_token"
_FORM = "application/x-www-form-urlencoded"
_MOST_FIELDS = 100


def form_token(request: Request) -> str:
    """Return the value for the hidden field `FIELD` of every form in a page."""
    if not hasattr(request.state, "form_seed"):
        request.state.form_seed = request.cookies.get(COOKIE) or secrets.token_urlsafe(16)
    return _signed(request, request.state.form_seed)


def keep(request: Request, response: Response) -> None:
    """Set the cookie to which the page's forms belong, where there is none yet."""
    seed = getattr(request.state, "form_seed", None)
    if seed and request.cookies.get(COOKIE) != seed:
        set_cookie(request, response, COOKIE, seed)


def set_cookie(request: Request, response: Response, name: str, value: str) -> None:
    """Set a cookie that no script reads and that comes with a link from elsewhere, not a form."""
    secure = request.url.scheme == "https"
    response.set_cookie(name, value, httponly=True, samesite="lax", secure=secure, path="/")


async def checked_form(request: Request) -> dict[str, str]:
    """Return the fields of a form of ours. Raises `Problem` 403 for one of others, 415, 422."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != _FORM:
        raise Problem(415, "unsupported-media-type", f"a form comes as {_FORM}.")
    try:
        sent = (await request.body()).decode("utf-8")
        fields = dict(parse_qsl(sent, keep_blank_values=True, max_num_fields=_MOST_FIELDS))
    except ValueError as error:
        raise Problem(422, "bad-form", "the form cannot be read.") from error
    check(request, fields.pop(FIELD, ""))
    return fields


def check(request: Request, field: str) -> None:
    """Raise `Problem` 403 unless the hidden field belongs to the cookie."""
    seed = request.cookies.get(COOKIE)
    expected = _signed(request, seed or "")
    if not seed or not hmac.compare_digest(expected.encode(), field.encode("utf-8", "replace")):
        message = "this form is not ours, or too old. Load the page anew and send it again."
        raise Problem(403, "bad-form-token", message)


def _signed(request: Request, seed: str) -> str:
    secret: bytes = request.app.state.settings.secret
    what = f"{seed}\0{token_of(request) or ''}".encode("utf-8", "surrogatepass")
    return hmac.new(secret, what, hashlib.sha256).hexdigest()
