"""Whether the server and its database work."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from gofteh import __version__
from gofteh.server.answers import Json
from gofteh.server.stores import Stores

router = APIRouter(tags=["health"])


@router.get("/health", summary="Whether the server and its database work")
def health(request: Request) -> Response:
    """Answer without a token, and say nothing of what is stored."""
    stores: Stores = request.app.state.stores
    with stores.lend() as store:
        store.article("")
    return Json({"status": "ok", "version": __version__})
