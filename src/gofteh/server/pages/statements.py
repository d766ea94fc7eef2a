"""The statement page: a permanent address, the words in their context, a citation, corrections."""

from __future__ import annotations

from dataclasses import replace

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from gofteh.pipeline import extract
from gofteh.records import SpeakerKind, Step
from gofteh.report.html.view import web_address
from gofteh.server.api.parameters import Id
from gofteh.server.api.work import gate_of
from gofteh.server.errors import Problem
from gofteh.server.pages.boundaries import parts_of, words_around
from gofteh.server.pages.citations import citation
from gofteh.server.pages.language import Language
from gofteh.server.pages.marked import in_context
from gofteh.server.pages.page import render, words_for
from gofteh.server.security.access import Reader
from gofteh.server.stores import Lent
from gofteh.store import Correction, StoredArticle, StoredStatement
from gofteh.store.corrections import closest
from gofteh.store.tokens import Role

router = APIRouter()


@router.get("/statements/{id_}")
def statement(request: Request, id_: Id, access: Reader, stores: Lent) -> Response:
    """Show a statement; an id from before a newer extraction leads to the one of today."""
    with stores.lend() as store:
        stored = store.statement(id_)
        article = store.article(stored.article.id) if stored else None
        made = store.corrections(stored.article.id) if stored else []
    if stored is None or article is None:
        raise Problem(404, "not-found", "there is no such statement.")
    if stored.statement.id != id_:
        return RedirectResponse(f"/statements/{stored.statement.id}", 308)
    words = words_for(request)
    raw, content = article.reading.article.raw, stored.statement.content
    choices = words_around(raw, content)
    address = f"{request.base_url}statements/{id_}"
    alone = replace(article.reading, statements=(stored.statement,), provenance=None)
    return render(
        request,
        "statement.html.j2",
        access=access,
        stored=stored,
        link_out=web_address(stored.article.url),
        context=in_context(alone, words),
        trace=_trace(request, article, stored),
        citations={kind: citation(stored, kind, address) for kind in Language},
        history=[one for one in made if _is_about(one, stored)],
        choices=choices,
        spans=parts_of(content, choices),
        kinds=tuple(SpeakerKind),
        done=request.query_params.get("done"),
        can_edit=access.role.allows(Role.EDITOR),
    )


def _is_about(correction: Correction, stored: StoredStatement) -> bool:
    found = stored.found_as or stored.statement
    return closest(correction.statement.content, [found]) is not None


def _trace(request: Request, article: StoredArticle, stored: StoredStatement) -> tuple[Step, ...]:
    """What each sieve answered: worked out anew, as a store keeps only who won."""
    with gate_of(request).entered():
        reading = extract(article.reading.article, explain=True)
    for found in reading.statements:
        if found.id == stored.statement.id:
            return found.because.trace
    return ()
