"""The help page."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from gofteh.server.pages.page import render, words_for

router = APIRouter()


@router.get("/about")
def about(request: Request) -> Response:
    """Show what the pages do and how to search; needs no token."""
    return render(request, f"about.{words_for(request).language}.html.j2", section="about")
