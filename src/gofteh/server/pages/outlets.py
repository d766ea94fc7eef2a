"""Outlets: to whom each gives the word, how literally, how openly; all in figures to cite."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from gofteh.server.errors import Problem
from gofteh.server.pages.asked import Asked
from gofteh.server.pages.charts import shares, timeline
from gofteh.server.pages.figures import Figures, as_csv, figures_of, over_time
from gofteh.server.pages.keeping import KeptTurn
from gofteh.server.pages.page import render, words_for
from gofteh.server.pages.share_chart import share_chart
from gofteh.server.security.access import Reader
from gofteh.server.stores import Lent
from gofteh.store import OutletDay, OutletProfile, Store
from gofteh.store.outlet_figures import outlet_days, taken_over

router = APIRouter(route_class=KeptTurn)

# Outlets in the chart; the table has all.
_DRAWN = 10
_NAMED = 5


@router.get("/outlets")
def outlets(request: Request, access: Reader, stores: Lent) -> Response:
    """Show all outlets, those with the most statements first."""
    with stores.lend() as store:
        found, taken = store.outlets(_NAMED), taken_over(store.db)
    return render(
        request,
        "outlets.html.j2",
        section="outlets",
        access=access,
        outlets=[(one, figures_of(one, taken.get(one.name, 0))) for one in found],
        chart=shares([one for one in found if one.statements][:_DRAWN], words_for(request)),
        named=_NAMED,
    )


@router.get("/outlets.csv")
def outlets_table(request: Request, _access: Reader, stores: Lent) -> Response:
    """Return the figures of all outlets."""
    with stores.lend() as store:
        found, taken = store.outlets(0), taken_over(store.db)
    rows = [figures_of(one, taken.get(one.name, 0)) for one in found]
    return _csv(as_csv(rows, words_for(request), "outlet"), "outlets")


@router.get("/outlet")
def outlet(request: Request, access: Reader, stores: Lent) -> Response:
    """Show one outlet (``name``) over time."""
    words = words_for(request)
    profile, whole, days = _found(request, stores)
    rows = over_time(days, words)
    return render(
        request,
        "outlet.html.j2",
        section="outlets",
        access=access,
        profile=profile,
        whole=whole,
        rows=rows,
        asked=Asked(outlets=(profile.name,)),
        chart=timeline([(one.day, one.statements) for one in days], words),
        shares=share_chart(rows, words),
        undated=sum(one.statements for one in days if one.day is None),
    )


@router.get("/outlet.csv")
def outlet_table(request: Request, _access: Reader, stores: Lent) -> Response:
    """Return one outlet's figures over time."""
    words = words_for(request)
    _, _, days = _found(request, stores)
    return _csv(as_csv(over_time(days, words), words, "month-or-year"), "outlet")


def _found(request: Request, stores: Lent) -> tuple[OutletProfile, Figures, tuple[OutletDay, ...]]:
    name = request.query_params.get("name", "").replace("\0", "")
    with stores.lend() as store:
        return _of_store(store, name)


def _of_store(store: Store, name: str) -> tuple[OutletProfile, Figures, tuple[OutletDay, ...]]:
    profile = store.outlet(name)
    if profile is None:
        raise Problem(404, "not-found", "there is no such outlet.")
    taken = taken_over(store.db).get(name, 0)
    return profile, figures_of(profile, taken), outlet_days(store.db, name)


def _csv(text: str, name: str) -> Response:
    return Response(
        text.encode("utf-8", "replace"),
        media_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="gofteh-{name}.csv"'},
    )
