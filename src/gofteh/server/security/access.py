"""Whose token a request shows, and whether its role is enough."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request

from gofteh.roles import Role
from gofteh.server.errors import Problem
from gofteh.server.settings import Settings
from gofteh.server.stores import Stores
from gofteh.store.tokens import matching

COOKIE = "gofteh_token"
_CHALLENGE = {"WWW-Authenticate": 'Bearer realm="gofteh"'}


@dataclass(frozen=True, slots=True)
class Access:
    """Who asks: the token's name, ``None`` on a server without tokens, and the role."""

    name: str | None
    role: Role


def access_of(request: Request) -> Access:
    """Return who asks. Raises `Problem` 401 where a token is needed and none, or none good, shown.

    As long as there are no tokens, whoever can reach a server of this machine alone may do
    everything; one that others can reach answers nobody.
    """
    settings: Settings = request.app.state.settings
    stores: Stores = request.app.state.stores
    with stores.lend() as store:
        known = store.tokens()
    if not known and settings.is_local:
        return Access(None, Role.ADMIN)
    shown = token_of(request)
    found = matching(known, shown) if shown else None
    if found is None:
        text = "this token is not known." if shown else "a token is needed."
        message = f"{text} Make one: gofteh token add NAME --role reader"
        raise Problem(401, "unauthorised", message, headers=_CHALLENGE)
    return Access(found.name, found.role)


def token_of(request: Request) -> str | None:
    """Return the token that a program shows as ``Authorization: Bearer``, a browser as a cookie."""
    scheme, _, value = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() == "bearer":
        return value.strip()
    return request.cookies.get(COOKIE)


def needs(role: Role) -> Callable[[Request], Access]:
    """Return a dependency that answers 403 to all whose role is not enough."""

    def check(request: Request) -> Access:
        access = access_of(request)
        if not access.role.allows(role):
            message = f"this needs the role {role}; the token {access.name} has {access.role}."
            raise Problem(403, "forbidden", message)
        return access

    return check


Reader = Annotated[Access, Depends(needs(Role.READER))]
Editor = Annotated[Access, Depends(needs(Role.EDITOR))]
Admin = Annotated[Access, Depends(needs(Role.ADMIN))]
