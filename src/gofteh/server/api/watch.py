"""How the watch is doing."""

from __future__ import annotations

from dataclasses import asdict

from fastapi import APIRouter
from starlette.responses import Response

from gofteh.server.answers import Json
from gofteh.server.api.followed import Watch
from gofteh.server.security.access import Reader
from gofteh.server.stores import Lent
from gofteh.server.turns import Turn
from gofteh.watch.metrics import MEDIA_TYPE, metrics
from gofteh.watch.status import status

router = APIRouter(tags=["watch"], route_class=Turn)


@router.get("/watch", summary="How the watch is doing", response_model=Watch)
def watch(_access: Reader, stores: Lent) -> Response:
    """By source; times are seconds since 1970. Empty where nothing is watched."""
    with stores.lend() as store:
        found = status(store.db)
    return Json(asdict(found))


@router.get(
    "/watch/metrics",
    summary="The same for Prometheus",
    responses={
        200: {"content": {"application/openmetrics-text": {}}, "description": "OpenMetrics."}
    },
)
def watch_metrics(_access: Reader, stores: Lent) -> Response:
    """In OpenMetrics' text form."""
    with stores.lend() as store:
        return Response(metrics(status(store.db)), media_type=MEDIA_TYPE)
