"""The statement page: a permanent address, the words in their context, a citation, corrections."""

from __future__ import annotations

from dataclasses import dataclass, replace

from fastapi import APIRouter, Request
from fastapi.concurrency import run_in_threadpool
from starlette.responses import RedirectResponse, Response

from gofteh.records import SpeakerKind, Step
from gofteh.report.html.view import web_address
from gofteh.server import tasks
from gofteh.server.api.parameters import Id
from gofteh.server.errors import Problem
from gofteh.server.pages.addresses import public_address
from gofteh.server.pages.boundaries import parts_of, words_around
from gofteh.server.pages.cards import card
from gofteh.server.pages.citations import citation
from gofteh.server.pages.keeping import KeptTurn
from gofteh.server.pages.language import Language
from gofteh.server.pages.marked import in_context
from gofteh.server.pages.page import render, words_for
from gofteh.server.pages.persons import best_names
from gofteh.server.pages.wordings import Others, others_of
from gofteh.server.recent import Recent
from gofteh.server.security.access import Access, Reader
from gofteh.server.turns import in_turn, reading, turns_of, worked
from gofteh.store import Correction, Store, StoredArticle, StoredStatement
from gofteh.store.corrections import closest
from gofteh.store.linked.records import PersonHead
from gofteh.store.tokens import Role

router = APIRouter(route_class=KeptTurn)

# Of what else the speaker said: so many are shown, of so many that are looked at.
_MORE, _LOOKED_AT = 4, 8


@router.get("/statements/{id_}")
async def statement(request: Request, id_: Id, access: Reader) -> Response:
    """Show a statement; an id from before a newer extraction leads to the one of today."""
    found = await reading(request, lambda store: _found(store, id_))
    if found is None:
        raise Problem(404, "not-found", "there is no such statement.")
    if found.stored.statement.id != id_:
        return RedirectResponse(f"/statements/{found.stored.statement.id}", 308)
    asked = request.query_params.get("steps")
    trace = await _trace(request, found.article, found.stored) if asked else ()
    async with in_turn(request, turns_of(request).reads):
        return await run_in_threadpool(_page, request, access, found, trace)


@dataclass(frozen=True, slots=True)
class _Found:
    stored: StoredStatement
    article: StoredArticle
    corrections: list[Correction]
    others: Others
    maybe: tuple[PersonHead, ...]
    persons: dict[str, PersonHead]
    more: tuple[StoredStatement, ...]


def _found(store: Store, id_: str) -> _Found | None:
    stored = store.statement(id_)
    article = store.article(stored.article.id) if stored else None
    if stored is None or article is None:
        return None
    return _Found(
        stored,
        article,
        store.corrections(stored.article.id),
        others_of(store, stored),
        _maybe(store, stored),
        best_names(store, [stored]),
        _more(store, stored),
    )


def _more(store: Store, stored: StoredStatement) -> tuple[StoredStatement, ...]:
    """The newest of what else its speaker said, in other articles."""
    statement = stored.statement
    if statement.speaker.person is None:
        return ()
    newest = store.links.statements_of(statement.speaker.person, None, _LOOKED_AT).items
    others = (one for one in newest if one.article.id != stored.article.id)
    family = statement.family
    return tuple(one for one in others if not family or one.statement.family != family)[:_MORE]


def _maybe(store: Store, stored: StoredStatement) -> tuple[PersonHead, ...]:
    """Who else the speaker may be."""
    linked = stored.statement.speaker.linked
    heads = (store.links.person_head(id_) for id_ in (linked.others if linked else ()))
    return tuple(head for head in heads if head)


def _page(request: Request, access: Access, found: _Found, trace: tuple[Step, ...]) -> Response:
    stored, article = found.stored, found.article
    words = words_for(request)
    raw, content = article.reading.article.raw, stored.statement.content
    choices = words_around(raw, content)
    base = public_address(request)
    address = f"{base}/statements/{stored.statement.id}" if base else None
    alone = replace(article.reading, statements=(stored.statement,), provenance=None)
    return render(
        request,
        "statement.html.j2",
        access=access,
        stored=stored,
        link_out=web_address(stored.article.url),
        context=in_context(alone, words),
        trace=trace,
        steps=not request.query_params.get("steps"),
        others=found.others,
        maybe=found.maybe,
        persons=found.persons,
        more=found.more,
        citations={kind: citation(stored, kind, address) for kind in Language},
        address=address or f"{request.base_url}statements/{stored.statement.id}",
        is_public=address is not None,
        card=card(stored, words, address),
        history=[one for one in found.corrections if _is_about(one, stored)],
        choices=choices,
        spans=parts_of(content, choices),
        kinds=tuple(SpeakerKind),
        done=request.query_params.get("done"),
        can_edit=access.role.allows(Role.EDITOR),
    )


def _is_about(correction: Correction, stored: StoredStatement) -> bool:
    found = stored.found_as or stored.statement
    return closest(correction.statement.content, [found]) is not None


async def _trace(
    request: Request, article: StoredArticle, stored: StoredStatement
) -> tuple[Step, ...]:
    """What each sieve answered: worked out anew, as a store keeps only who won.

    Once for all statements of an article; where that comes to nothing, the page goes without.
    """
    known: Recent[dict[str, tuple[Step, ...]]] = request.app.state.traces
    text = article.reading.article
    key = (text.key, hash(text.raw))
    found = known.get(key)
    if found is None:
        try:
            found = await worked(request, tasks.traces, text)
        except Problem:
            request.state.passing = True
            return ()
        known.put(key, found)
    return found.get(stored.statement.id, ())
