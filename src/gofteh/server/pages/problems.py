"""Errors as pages."""

from __future__ import annotations

from fastapi import Request
from starlette.responses import Response

from gofteh.server.errors import Problem
from gofteh.server.pages.messages import MESSAGES
from gofteh.server.pages.page import render
from gofteh.server.pages.paste import MOST


def draw_problem(request: Request, problem: Problem) -> Response:
    """Return an error as a page in the reader's language."""
    signin = problem.status_code == 401 and request.method == "GET"
    response = render(
        request,
        "problem.html.j2",
        status=problem.status_code,
        kind=_kind(problem),
        problem=problem,
        most=MOST,
        next_address=_asked_for(request) if signin else None,
    )
    response.headers.update(problem.headers or {})
    return response


def _kind(problem: Problem) -> str:
    """What the page says: of this very problem, of its status, or of its kind of status."""
    whole = "400" if problem.status_code < 500 else "500"
    kinds = (problem.code, str(problem.status_code), whole)
    return next(kind for kind in kinds if f"error-{kind}" in MESSAGES)


def _asked_for(request: Request) -> str:
    return request.url.path + (f"?{request.url.query}" if request.url.query else "")
