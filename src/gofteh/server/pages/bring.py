"""A page that somebody is reading elsewhere, brought here by a button in the browser's bar.

The button (a bookmarklet) opens this page and hands it what its reader sees, from window to window;
nothing is sent to the server before the reader says so here, with a form of ours. Nothing is kept.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from fastapi import APIRouter, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from gofteh.records import Failure
from gofteh.report.html.view import web_address
from gofteh.server import tasks
from gofteh.server.pages.marked import Marked
from gofteh.server.pages.page import render, words_for
from gofteh.server.security import csrf
from gofteh.server.security.access import Access, Reader
from gofteh.server.turns import Turn, reading, worked
from gofteh.store import PersonHead, Query, QueryError, Store, StoredStatement

router = APIRouter(route_class=Turn)

# Characters of a page's HTML without scripts and styles, and of its address.
_MOST, _LONGEST_ADDRESS = 150_000, 2_000
# Speakers and statements of a page that are looked up, and what is shown of each.
_SPEAKERS, _STATEMENTS = 12, 20
_NEWEST, _TOLD = 3, 3
# Words of a statement by which it is found again; fewer would find others.
_WORDS, _FEWEST = 12, 5

# What the button runs: it opens the page, waits until that is ready, and hands over what is read,
# to this server's pages alone.
_BUTTON = (
    'javascript:(()=>{{const o="{origin}",'
    'w=open("{base}/bring#"+encodeURIComponent(location.href)),'
    'f=e=>{{if(e.source===w&&e.origin===o&&e.data==="gofteh-ready"){{removeEventListener("message",f);'
    "w.postMessage({{address:location.href,html:document.documentElement.outerHTML}},o)}}}};"
    'addEventListener("message",f)}})()'
)


@dataclass(frozen=True, slots=True)
class Known:
    """A speaker of the page whom the store knows, and the newest of what it has of them."""

    head: PersonHead
    newest: tuple[StoredStatement, ...]


def button(base: str) -> str:
    """Return the address of the bookmarklet that brings pages to a server (``https://host``)."""
    parts = urlsplit(base)
    return _BUTTON.format(origin=f"{parts.scheme}://{parts.netloc}", base=base.rstrip("/"))


@router.get("/bring")
def waiting(request: Request, access: Reader) -> Response:
    """Show the button, and wait for a page from the window that opened this one."""
    return _page(request, access)


@router.post("/bring")
async def bring(request: Request, access: Reader) -> Response:
    """Show the statements of a page, and what the store has of its speakers."""
    fields = await csrf.checked_form(request)
    html, address = fields.get("html", ""), fields.get("url", "")[:_LONGEST_ADDRESS]
    if not html.strip():
        return _page(request, access, problem="bring-empty", status=400)
    if len(html) > _MOST:
        return _page(request, access, problem="bring-long", status=413)
    language = words_for(request).language
    found = await worked(request, tasks.brought, html, web_address(address), language)
    if isinstance(found, Failure):
        return _page(request, access, problem="bring-none", status=422)
    known, told = await reading(request, lambda store: _in_store(store, found))

    def drawn() -> Response:
        return _page(request, access, found, known, told, web_address(address))

    return await run_in_threadpool(drawn)


def _in_store(
    store: Store, found: Marked
) -> tuple[tuple[Known, ...], dict[str, tuple[StoredStatement, ...]]]:
    """Return who of a page's speakers is known, and statements that the store has already."""
    speakers = (one.statement.speaker for one in found.statements)
    names = dict.fromkeys(speaker.name for speaker in speakers if speaker.name)
    known = {one.head.id: one for name in list(names)[:_SPEAKERS] for one in _known(store, name)}
    told = {one.statement.id: _told(store, one.said) for one in found.statements[:_STATEMENTS]}
    return tuple(known.values()), {id_: ones for id_, ones in told.items() if ones}


def _known(store: Store, name: str) -> list[Known]:
    heads = store.links.persons(name, None, 2).items
    return [Known(head, store.links.statements_of(head.id, None, _NEWEST).items) for head in heads]


def _told(store: Store, content: str) -> tuple[StoredStatement, ...]:
    """Return statements of the store that begin with the same words as a content."""
    words = content.replace('"', " ").replace("«", " ").replace("»", " ").split()[:_WORDS]
    if len(words) < _FEWEST:
        return ()
    try:
        hits = store.search(Query(f'"{" ".join(words)}"'), limit=_TOLD).items
    except QueryError:  # words beyond any length
        return ()
    return tuple(hit.stored for hit in hits)


def _page(
    request: Request,
    access: Access,
    found: Marked | None = None,
    known: Sequence[Known] = (),
    told: Mapping[str, tuple[StoredStatement, ...]] | None = None,
    address: str = "",
    *,
    problem: str = "",
    status: int = 200,
) -> Response:
    shown: dict[str, Any] = {"found": found, "known": known, "told": told or {}}
    return render(
        request,
        "bring.html.j2",
        section="paste",
        access=access,
        status=status,
        button=button(request.app.state.settings.public or str(request.base_url)),
        address=address,
        host=urlsplit(address).hostname or "",
        problem=problem,
        most=_MOST,
        **shown,
    )
