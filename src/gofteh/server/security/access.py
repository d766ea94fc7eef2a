"""Whose token a request shows, and whether its role is enough."""

from __future__ import annotations

import base64
import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request
from fastapi.dependencies.models import Dependant

from gofteh.roles import Role
from gofteh.server.errors import Problem
from gofteh.server.settings import Settings
from gofteh.server.stores import Stores
from gofteh.store.tokens import Token, matching

COOKIE = "gofteh_token"
# What proxies tell of whom they ask for.
_FORWARDED = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via")
_CHALLENGE = {"WWW-Authenticate": 'Bearer realm="gofteh"'}


@dataclass(frozen=True, slots=True)
class Access:
    """Who asks: the token's name, ``None`` on a server without tokens, and the role."""

    name: str | None
    role: Role


async def access_of(request: Request) -> Access:
    """Return who asks. Raises `Problem` 401 where a token is needed and none, or none good, shown.

    As long as there never was a token, whoever can reach a server of this machine alone may do
    everything; one that others can reach, or that once had tokens, answers nobody without one.
    """
    settings: Settings = request.app.state.settings
    stores: Stores = request.app.state.stores
    known, closed = await stores.ask(lambda store: (store.tokens(), store.had_tokens()))
    if not known and not closed and settings.is_local:
        _require_direct(request)
        return Access(None, Role.ADMIN)
    shown = token_of(request)
    found = matching(known, shown) if shown else None
    now = dt.datetime.now(dt.UTC)
    if found is None or found.is_expired(now):
        raise Problem(401, "unauthorised", _why_not(known, shown, found), headers=_CHALLENGE)
    stores.seen(found.id, now)
    return Access(found.name, found.role)


def _why_not(known: Sequence[Token], shown: str | None, found: Token | None) -> str:
    make = "Make one: gofteh token add NAME --role reader"
    if not known:
        return f"this server has no token that is good any more, so it answers nobody. {make}"
    if found is not None:
        return f"this token has expired. {make}"
    return f"{'this token is not known.' if shown else 'a token is needed.'} {make}"


def _require_direct(request: Request) -> None:
    """Raise `Problem` 403 for what a proxy forwards: it comes from who knows where."""
    if any(name in request.headers for name in _FORWARDED):
        message = (
            "a proxy forwards this, and no token says who may ask. "
            "Make one (gofteh token add NAME), and start with --allow-host NAME."
        )
        raise Problem(403, "forwarded", message)


def token_of(request: Request) -> str | None:
    """Return the token that a program shows as ``Authorization: Bearer``, a browser as a cookie.

    A feed reader shows it as the password of HTTP's basic way, under any name.
    """
    scheme, _, value = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() == "bearer":
        return value.strip()
    if scheme.lower() == "basic":
        return _password(value)
    return request.cookies.get(COOKIE)


def _password(given: str) -> str:
    try:
        return base64.b64decode(given, validate=True).decode("utf-8").partition(":")[2]
    except ValueError:
        return ""


class Needs:
    """A dependency that gives who asks, and answers 403 to all whose role is not enough."""

    def __init__(self, role: Role) -> None:
        self.role = role

    async def __call__(self, request: Request) -> Access:
        """Return who asks."""
        return await admitted(request, self.role)


async def admitted(request: Request, role: Role) -> Access:
    """Return who asks, looked up once a request. Raises `Problem` 401 and 403."""
    access: Access | None = getattr(request.state, "access", None)
    if access is None:
        access = request.state.access = await access_of(request)
    if not access.role.allows(role):
        message = f"this needs the role {role}; the token {access.name} has {access.role}."
        raise Problem(403, "forbidden", message)
    return access


def needed_role(dependant: Dependant) -> Role | None:
    """Return the role that a route asks for; ``None`` where it asks for none."""
    calls = (one.call for one in dependant.dependencies)
    return next((call.role for call in calls if isinstance(call, Needs)), None)


Reader = Annotated[Access, Depends(Needs(Role.READER))]
Editor = Annotated[Access, Depends(Needs(Role.EDITOR))]
Admin = Annotated[Access, Depends(Needs(Role.ADMIN))]
