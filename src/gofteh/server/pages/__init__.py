"""The pages for people; until they come, the way to the API's documentation."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import RedirectResponse

router = APIRouter(include_in_schema=False)


@router.get("/")
def home() -> RedirectResponse:
    """Lead to the API's documentation."""
    return RedirectResponse("/api/v1/docs")
