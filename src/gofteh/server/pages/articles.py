"""The article page: its text with every statement marked, as published or repaired."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from gofteh.report.html.view import web_address
from gofteh.server.api.parameters import Id
from gofteh.server.api.work import gate_of
from gofteh.server.errors import Problem
from gofteh.server.pages.marked import marked, repaired_reading
from gofteh.server.pages.page import render, words_for
from gofteh.server.security.access import Reader
from gofteh.server.stores import Lent
from gofteh.store import State
from gofteh.store.tokens import Role

router = APIRouter()


# An id may be an address, slashes and all.
@router.get("/articles/{id_:path}")
def article(request: Request, id_: Id, access: Reader, stores: Lent) -> Response:
    """Show an article."""
    with stores.lend() as store:
        found = store.article(id_)
    if found is None:
        raise Problem(404, "not-found", "there is no such article.")
    words = words_for(request)
    reading, edits = found.reading, None
    if request.query_params.get("view") == "repaired":
        with gate_of(request).entered():
            reading, mended = repaired_reading(reading)
        edits = len(mended.edits)
    return render(
        request,
        "article.html.j2",
        section="",
        access=access,
        stored={one.statement.id: one for one in found.statements},
        head=found.head,
        link_out=web_address(found.head.url),
        text=marked(reading, words),
        edits=edits,
        rejected=[one for one in found.statements if one.state is State.REJECTED],
        can_edit=access.role.allows(Role.EDITOR),
    )
