"""The article page: its text with every statement marked, as published or repaired."""

from __future__ import annotations

from collections.abc import Sequence

from fastapi import APIRouter, Request
from fastapi.concurrency import run_in_threadpool
from starlette.responses import Response

from gofteh.records import Reading
from gofteh.report.html.view import web_address
from gofteh.server import tasks
from gofteh.server.api.parameters import Id
from gofteh.server.errors import Problem
from gofteh.server.pages.keeping import KeptTurn
from gofteh.server.pages.marked import marked
from gofteh.server.pages.page import render, words_for
from gofteh.server.pages.revisions import revisions
from gofteh.server.security.access import Access, Reader
from gofteh.server.turns import in_turn, reading, turns_of, worked
from gofteh.store import State, StoredArticle, Version
from gofteh.store.tokens import Role

router = APIRouter(route_class=KeptTurn)


# An id may be an address, slashes and all.
@router.get("/articles/{id_:path}")
async def article(request: Request, id_: Id, access: Reader) -> Response:
    """Show an article, and how it stood before it was changed."""
    found, former = await reading(request, lambda store: (store.article(id_), store.versions(id_)))
    if found is None:
        raise Problem(404, "not-found", "there is no such article.")
    shown, edits = found.reading, None
    if request.query_params.get("view") == "repaired":
        shown, edits = await worked(request, tasks.marked_repaired, shown)
    async with in_turn(request, turns_of(request).reads):
        return await run_in_threadpool(_page, request, access, found, former, shown, edits)


def _page(
    request: Request,
    access: Access,
    found: StoredArticle,
    former: Sequence[Version],
    shown: Reading,
    edits: int | None,
) -> Response:
    return render(
        request,
        "article.html.j2",
        section="",
        access=access,
        stored={one.statement.id: one for one in found.statements},
        head=found.head,
        link_out=web_address(found.head.url),
        text=marked(shown, words_for(request)),
        edits=edits,
        revisions=revisions(former, found.head.title),
        rejected=[one for one in found.statements if one.state is State.REJECTED],
        can_edit=access.role.allows(Role.EDITOR),
    )
