"""One person over all articles; what is to be reviewed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from gofteh.server.api.parameters import Id
from gofteh.server.errors import Problem
from gofteh.server.pages.asked import Asked
from gofteh.server.pages.charts import timeline
from gofteh.server.pages.keeping import KeptTurn
from gofteh.server.pages.page import render, words_for
from gofteh.server.pages.topics import repeated, topics
from gofteh.server.security.access import Reader
from gofteh.server.stores import Lent
from gofteh.store import Page, Store, StoredStatement
from gofteh.store.linked.records import PersonHead, PersonProfile, Ruling, Suggestion
from gofteh.store.tokens import Role

router = APIRouter(route_class=KeptTurn)

_SHOWN = 20
# Topics and repetitions are worked out over so many of the newest statements.
_NEWEST = 200
_SUGGESTED = 10
_LISTED = 30
# A person's rulings are looked for among so many of the newest.
_RULINGS = 1000
_LONGEST = 200
# The form of a person whose full name is known, as the store gives it.
_FULL = "full"


@router.get("/persons/{id_}")
def person(request: Request, id_: Id, access: Reader, stores: Lent) -> Response:
    """Show a person over all spellings and articles; the id of somebody merged leads here."""
    cursor = request.query_params.get("cursor") or None
    named = typed(request, "with")
    with stores.lend() as store:
        profile = profile_of(store, id_)
        if profile.head.id != id_:
            return RedirectResponse(f"/persons/{profile.head.id}", 308)
        page = store.links.statements_of(profile.head.id, cursor, _SHOWN)
        newest = _newest(store, profile.head.id, page if cursor is None else None)
        maybe = store.links.suggestions(profile.head.id, _SUGGESTED)
        like = store.links.persons(named, None, _SUGGESTED).items if named else ()
        ruled = _rulings_on(store, profile)
        known = heads_of(store, ruled)
        held = store.links.main_offices([*_both(maybe), *(one.id for one in like)])
    words = words_for(request)
    return render(
        request,
        "person.html.j2",
        section="speakers",
        access=access,
        profile=profile,
        asked=Asked(speaker=profile.head.id),
        page=page,
        first=cursor is None,
        chart=timeline(profile.days, words),
        undated=sum(number for day, number in profile.days if day is None),
        topics=topics([one.said for one in newest], profile.head.name),
        looked_at=len(newest),
        repeated=repeated(newest),
        suggestions=maybe,
        held=held,
        named=named,
        like=[one for one in like if one.id != profile.head.id],
        ruled=ruled,
        known=known,
        done=request.query_params.get("done"),
        can_edit=access.role.allows(Role.EDITOR),
    )


def _newest(store: Store, id_: str, page: Page[StoredStatement] | None) -> list[StoredStatement]:
    """The newest statements of a person; those of the first page are not read twice."""
    if page is None:
        return [*store.links.statements_of(id_, None, _NEWEST).items]
    more = _NEWEST - len(page.items)
    rest = store.links.statements_of(id_, page.next, more).items if page.next else ()
    return [*page.items, *rest]


def typed(request: Request, name: str) -> str:
    """Return what somebody typed into a field of a page."""
    return request.query_params.get(name, "").replace("\0", "").strip()[:_LONGEST]


def profile_of(store: Store, id_: str) -> PersonProfile:
    """Return a person's profile. Raises `Problem` 404 where there is none."""
    profile = store.links.person(id_)
    if profile is None:
        raise Problem(404, "not-found", "there is no such person.")
    return profile


def _rulings_on(store: Store, profile: PersonProfile) -> list[Ruling]:
    """Rulings in force that made this person what he is."""
    ids = {profile.head.id, *(one.id for one in profile.merged)}
    made = store.links.rulings(_RULINGS, undone=False)
    return [one for one in made if one.subject in ids or one.object in ids]


@router.get("/review")
def review(request: Request, access: Reader, stores: Lent) -> Response:
    """Show who may be the same, and speakers of whom it is not sure who they are.

    Those called by an office alone are many, and stand apart: ``of=offices``.
    """
    cursor = request.query_params.get("cursor") or None
    offices = request.query_params.get("of") == "offices"
    with stores.lend() as store:
        maybe = () if cursor or offices else store.links.suggestions(limit=_LISTED)
        page = store.links.doubtful(cursor, _LISTED, offices=offices)
        held = store.links.main_offices(_both(maybe))
    return render(
        request,
        "review.html.j2",
        section="speakers",
        access=access,
        suggestions=maybe,
        held=held,
        page=page,
        offices=offices,
        place="/review?of=offices" if offices else "/review",
        first=cursor is None,
        done=request.query_params.get("done"),
        can_edit=access.role.allows(Role.EDITOR),
    )


def _both(asked: Iterable[Suggestion]) -> set[str]:
    return {id_ for one in asked for id_ in (one.person.id, one.other.id)}


def best_names(store: Store, statements: Iterable[StoredStatement]) -> dict[str, PersonHead]:
    """Return the persons of some statements whose full name is known, by their ids."""
    ids = {one.statement.speaker.person for one in statements} - {None}
    found = {id_: store.links.person_head(id_) for id_ in sorted(filter(None, ids))}
    return {id_: head for id_, head in found.items() if head and head.form == _FULL}


def heads_of(store: Store, made: Sequence[Ruling]) -> dict[str, PersonHead]:
    """Return the persons that rulings name, by the ids used there."""
    ids = {id_ for one in made for id_ in (one.subject, one.object) if id_}
    found = {id_: store.links.person_head(id_) for id_ in sorted(ids)}
    return {id_: head for id_, head in found.items() if head}
