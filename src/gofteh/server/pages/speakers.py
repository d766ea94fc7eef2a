"""Speakers: the list of persons over all articles, and one name over time."""

from __future__ import annotations

from collections.abc import Sequence

from fastapi import APIRouter, Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from gofteh.report.html.inert import inert_text
from gofteh.server.api.parameters import Id
from gofteh.server.errors import Problem
from gofteh.server.pages.asked import Asked
from gofteh.server.pages.charts import timeline
from gofteh.server.pages.keeping import KeptTurn
from gofteh.server.pages.page import one_line, render, words_for
from gofteh.server.pages.topics import repeated, topics
from gofteh.server.security.access import Reader
from gofteh.server.stores import Lent
from gofteh.store import Query, Role
from gofteh.text.fold import fold_word

router = APIRouter(route_class=KeptTurn)

_LISTED = 60
_LONGEST = 200  # characters of a name
# Topics and repetitions are worked out over so many of the newest statements.
_NEWEST = 200
_SHOWN = 10


@router.get("/speakers")
def speakers(request: Request, access: Reader, stores: Lent) -> Response:
    """Show persons over all articles, the most quoted first, or those with a name."""
    name = request.query_params.get("name", "").replace("\0", "").strip()[:_LONGEST]
    cursor = request.query_params.get("cursor") or None
    with stores.lend() as store:
        page = store.links.persons(name, cursor, _LISTED)
        held = store.links.main_offices(one.id for one in page.items)
    return render(
        request,
        "speakers.html.j2",
        section="speakers",
        access=access,
        page=page,
        held=held,
        name=name,
        first=cursor is None,
    )


@router.get("/suggest")
def suggest(request: Request, _access: Reader, stores: Lent) -> Response:
    """Return names that begin as somebody types, the most quoted first, for the script."""
    start = request.query_params.get("name", "").replace("\0", "").strip()[:_LONGEST]
    with stores.lend() as store:
        found = store.links.names_like(start)
    names = [
        {"name": inert_text(one_line(head.name)), "role": inert_text(one_line(role))}
        for head, role in found
    ]
    return JSONResponse(list({one["name"]: one for one in reversed(names)}.values())[::-1])


@router.get("/speakers/{id_}")
def speaker(request: Request, id_: Id, access: Reader, stores: Lent) -> Response:
    """Show one name's statements, or lead to whom it stands for over all articles.

    A full name has the id of the first person who is called so.
    """
    query = Query(speaker=id_)
    with stores.lend() as store:
        person = store.links.person_head(id_)
        if person is not None and person.statements:
            return RedirectResponse(f"/persons/{person.id}", 307)
        profile = store.speaker(id_)
        newest = store.search(query, limit=_NEWEST).items if profile else ()
    if profile is None:
        raise Problem(404, "not-found", "there is no such speaker.")
    if profile.head.id != id_:
        return RedirectResponse(f"/speakers/{profile.head.id}", 308)
    words = words_for(request)
    contents = [hit.stored.said for hit in newest]
    return render(
        request,
        "speaker.html.j2",
        section="speakers",
        access=access,
        profile=profile,
        asked=Asked(speaker=id_),
        chart=timeline(profile.days, words),
        undated=sum(number for day, number in profile.days if day is None),
        topics=topics(contents, profile.head.name),
        looked_at=len(contents),
        roles=_merged(profile.roles),
        repeated=repeated(hit.stored for hit in newest),
        newest=newest[:_SHOWN],
    )


def _merged(roles: Sequence[Role]) -> list[Role]:
    """Return roles that differ in spelling alone as one, the commonest first."""
    found: dict[str, Role] = {}
    for role in roles:
        key = fold_word(role.role)
        before = found.get(key, Role(role.role, 0, None, None))
        days = [day for day in (before.first, before.last, role.first, role.last) if day]
        number = before.articles + role.articles
        found[key] = Role(before.role, number, min(days, default=None), max(days, default=None))
    return sorted(found.values(), key=lambda role: -role.articles)
