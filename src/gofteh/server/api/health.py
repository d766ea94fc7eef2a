"""Whether the server and its database work."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from gofteh.server.answers import Json
from gofteh.server.api.models import Health
from gofteh.server.settings import Limits
from gofteh.server.stores import Lent
from gofteh.server.turns import Turn
from gofteh.version import __version__

router = APIRouter(tags=["health"], route_class=Turn)


@router.get("/health", summary="Whether the server and its database work", response_model=Health)
async def health(request: Request, stores: Lent) -> Response:
    """Needs no token, tells nothing of what is stored; the limits are in docs/server.md."""
    limits: Limits = request.app.state.settings.limits
    await stores.ask(lambda store: store.article(""))
    told = {name: getattr(limits, name) for name in Limits.__slots__}
    return Json({"status": "ok", "version": __version__, "limits": told})
