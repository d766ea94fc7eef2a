"""``/api/v1``: one module a subject, put together here."""

from __future__ import annotations

from fastapi import APIRouter

from gofteh.server.api import documentation, health

PREFIX = "/api/v1"

router = APIRouter()
for _subject in (health, documentation):
    router.include_router(_subject.router)
