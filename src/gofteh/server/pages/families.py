"""The family page: one statement as every outlet words it, who was first, who changed what."""

from __future__ import annotations

from collections import Counter

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from gofteh.server.api.parameters import Id
from gofteh.server.errors import Problem
from gofteh.server.pages.keeping import KeptTurn
from gofteh.server.pages.page import render
from gofteh.server.pages.persons import best_names
from gofteh.server.pages.wordings import apart_from, wordings
from gofteh.server.security.access import Reader
from gofteh.server.stores import Lent
from gofteh.store.tokens import Role

router = APIRouter(route_class=KeptTurn)


@router.get("/families/{id_}")
def family(request: Request, id_: Id, access: Reader, stores: Lent) -> Response:
    """Show a family; a former id leads to the one of today."""
    with stores.lend() as store:
        found = store.links.family(id_)
        repeats = store.links.repeats(found.members[0].stored.statement.id) if found else ()
        persons = best_names(store, [one.stored for one in found.members[:1]]) if found else {}
    if found is None or not found.members:
        raise Problem(404, "not-found", "there is no such family.")
    if found.id != id_:
        return RedirectResponse(f"/families/{found.id}", 308)
    tellings = wordings(found)
    return render(
        request,
        "family.html.j2",
        access=access,
        family=found,
        tellings=tellings,
        first=tellings[0],
        persons=persons,
        outlets=len({one.stored.article.outlet for one in tellings}),
        credits=Counter(one.member.credit for one in tellings if one.member.credit).most_common(),
        repeats=apart_from(found, repeats),
        done=request.query_params.get("done"),
        can_edit=access.role.allows(Role.EDITOR),
    )
