"""``/api/v1``: one module a subject, put together here."""

from __future__ import annotations

from fastapi import APIRouter

from gofteh.server.api import (
    articles,
    corrections,
    documentation,
    export,
    extract,
    families,
    health,
    ingest,
    persons,
    repair,
    rulings,
    saved,
    speakers,
    statements,
    watch,
)
from gofteh.server.api.models import EVERYWHERE

PREFIX = "/api/v1"

router = APIRouter(responses=EVERYWHERE)
for _subject in (
    extract,
    repair,
    families,
    statements,
    articles,
    speakers,
    persons,
    rulings,
    corrections,
    saved,
    watch,
    ingest,
    export,
    health,
    documentation,
):
    router.include_router(_subject.router)
