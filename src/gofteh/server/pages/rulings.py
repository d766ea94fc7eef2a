"""Rulings by hand: who is who and what is the same, made on a page, listed, taken back."""

from __future__ import annotations

import re
from collections.abc import Mapping

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from gofteh.server.api.parameters import Id
from gofteh.server.errors import Problem
from gofteh.server.pages.keeping import KeptTurn
from gofteh.server.pages.page import render
from gofteh.server.pages.persons import heads_of
from gofteh.server.security import csrf
from gofteh.server.security.access import Access, Editor, Reader
from gofteh.server.stores import Lent
from gofteh.server.turns import reading
from gofteh.store import RulingKind, Store
from gofteh.store.tokens import Role

router = APIRouter(route_class=KeptTurn)

_LISTED = 100
_LONGEST = 2000
# Where a form may lead back to: pages of ours, told by their paths alone.
_BACK = re.compile(
    r"/(?:review(?:\?of=offices)?|rulings|(?:persons|families|statements)/[0-9A-Za-z_-]{1,100})"
)


@router.get("/rulings")
def rulings(request: Request, access: Reader, stores: Lent) -> Response:
    """Show the rulings, the newest first, those taken back too."""
    with stores.lend() as store:
        made = store.links.rulings(_LISTED)
        known = heads_of(store, made)
    return render(
        request,
        "rulings.html.j2",
        section="corrections",
        access=access,
        rulings=made,
        known=known,
        done=request.query_params.get("done"),
        can_edit=access.role.allows(Role.EDITOR),
    )


@router.post("/rulings")
async def rule(request: Request, access: Editor) -> Response:
    """Keep a ruling and lead back to where it was made."""
    fields = await csrf.checked_form(request)
    await reading(request, lambda store: _rule(store, access, fields))
    return _back(fields, "ruled")


def _rule(store: Store, access: Access, fields: Mapping[str, str]) -> None:
    kind = fields.get("kind", "")
    if kind not in set(RulingKind):
        raise Problem(422, "bad-form", "the form does not say what to rule.")
    store.links.rule(
        RulingKind(kind),
        subject=_text(fields, "subject"),
        object_=_text(fields, "object"),
        article_id=fields.get("article", "").replace("\0", "") or None,
        name=_text(fields, "name"),
        note=_text(fields, "note"),
        author=access.name or _text(fields, "author"),
        by=access.name,
    )


@router.post("/rulings/{id_}/undo")
async def undo(request: Request, id_: Id, access: Editor) -> Response:
    """Take a ruling back."""
    fields = await csrf.checked_form(request)
    if not await reading(request, lambda store: store.links.undo(id_, by=access.name)):
        raise Problem(404, "not-found", "there is no such ruling in force.")
    return _back(fields, "undone")


def _text(fields: Mapping[str, str], name: str) -> str | None:
    return " ".join(fields.get(name, "").replace("\0", "").split())[:_LONGEST] or None


def _back(fields: Mapping[str, str], done: str) -> Response:
    place = fields.get("back", "")
    if not _BACK.fullmatch(place):
        place = "/rulings"
    return RedirectResponse(f"{place}{'&' if '?' in place else '?'}done={done}", 303)
