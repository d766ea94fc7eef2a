"""The outlets page: to whom each gives the word, how literally, how openly."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from gofteh.server.pages.charts import shares
from gofteh.server.pages.page import render, words_for
from gofteh.server.security.access import Reader
from gofteh.server.stores import Lent
from gofteh.server.turns import Turn

router = APIRouter(route_class=Turn)

# Outlets in the chart; the table has all.
_DRAWN = 10
_NAMED = 5


@router.get("/outlets")
def outlets(request: Request, access: Reader, stores: Lent) -> Response:
    """Show all outlets, those with the most statements first."""
    with stores.lend() as store:
        found = store.outlets()
    return render(
        request,
        "outlets.html.j2",
        section="outlets",
        access=access,
        outlets=found,
        chart=shares([one for one in found if one.statements][:_DRAWN], words_for(request)),
        named=_NAMED,
    )
