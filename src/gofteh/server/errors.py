"""The one shape of an error, and every way in which a request can end in one."""

from __future__ import annotations

import errno
import logging
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, HTTPException, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException as AnyHTTPException
from starlette.responses import Response

from gofteh.server.answers import Json
from gofteh.store import (
    BusyError,
    CorrectionError,
    QueryError,
    RulingError,
    StoreError,
    TooLongError,
)

log = logging.getLogger("gofteh.server")
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EACCES)


class Problem(HTTPException):
    """A request that cannot be answered: status, a code for programs, a message for people."""

    def __init__(
        self,
        status: int,
        code: str,
        message: str,
        *,
        details: list[dict[str, str]] | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(status, message, dict(headers or {}))
        self.code, self.message, self.details = code, message, details or []


def missing(kind: str, id_: str) -> Problem:
    """Return the problem of something that is asked for by an id and is not there."""
    return Problem(404, "not-found", f"there is no {kind} {id_[:100]!r}.")


def answer(problem: Problem) -> Response:
    """Return a problem as the JSON that every error has."""
    error: dict[str, Any] = {"code": problem.code, "message": problem.message}
    if problem.details:
        error["details"] = problem.details
    return Json({"error": error}, problem.status_code, headers=problem.headers)


@dataclass(frozen=True, slots=True)
class _Told:
    status: int
    code: str
    headers: Mapping[str, str] | None = None


# What the store refuses, in words that are meant for users.
_REFUSALS: Mapping[type[Exception], _Told] = {
    QueryError: _Told(422, "bad-query"),
    TooLongError: _Told(503, "too-long"),
    BusyError: _Told(503, "busy", {"Retry-After": "2"}),
    CorrectionError: _Told(422, "bad-correction"),
    RulingError: _Told(422, "bad-ruling"),
}


def install(app: FastAPI) -> None:
    """Let the app answer every error in one shape."""
    app.add_exception_handler(Problem, _problem)
    app.add_exception_handler(AnyHTTPException, _http)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(StoreError, _no_store)
    app.add_exception_handler(OSError, _no_space)
    app.add_exception_handler(Exception, _bug)
    for kind in _REFUSALS:
        app.add_exception_handler(kind, _refused)


def shown(request: Request, problem: Problem) -> Response:
    """Return a problem as its reader wants it: pages may draw it, programs get JSON."""
    draw = getattr(request.app.state, "draw_problem", None)
    if draw and not request.url.path.startswith("/api/"):
        drawn: Response = draw(request, problem)
        return drawn
    return answer(problem)


async def _problem(request: Request, error: Exception) -> Response:
    assert isinstance(error, Problem)
    return shown(request, error)


async def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, AnyHTTPException)
    status = HTTPStatus(error.status_code)
    code = status.phrase.lower().replace(" ", "-")
    message = _MESSAGES.get(status, str(error.detail))
    return shown(request, Problem(status, code, message, headers=error.headers))


_MESSAGES = {
    HTTPStatus.NOT_FOUND: "there is nothing at this address. /api/v1/docs tells what there is.",
    HTTPStatus.METHOD_NOT_ALLOWED: "this address does not take this method; see Allow.",
}


async def _invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    details = [
        {"at": ".".join(str(part) for part in found["loc"]), "message": _why(found)}
        for found in error.errors()
    ]
    message = "the request does not fit: " + "; ".join(
        f"{detail['at']}: {detail['message']}" for detail in details[:3]
    )
    return shown(request, Problem(422, "invalid", message, details=details))


def _why(found: Mapping[str, Any]) -> str:
    if found["type"] == "extra_forbidden":
        return "there is none of this name; /api/v1/docs tells those there are"
    return str(found["msg"])


async def _refused(request: Request, error: Exception) -> Response:
    told = next(told for kind, told in _REFUSALS.items() if isinstance(error, kind))
    return shown(request, Problem(told.status, told.code, str(error), headers=told.headers))


async def _no_space(request: Request, error: Exception) -> Response:
    if getattr(error, "errno", None) not in _FULL:
        return await _bug(request, error)
    log.error("%s %s: %s", request.method, request.url.path, error)
    message = "the server has no room for temporary files now. Try again later."
    return shown(request, Problem(503, "no-space", message))


async def _no_store(request: Request, error: Exception) -> Response:
    log.error("the store: %s", error)
    message = "the database cannot be used now. Try again; the server's log says more."
    return shown(request, Problem(503, "unavailable", message))


async def _bug(request: Request, error: Exception) -> Response:
    log.error("%s %s", request.method, request.url.path, exc_info=error)
    message = "a bug of gofteh was met. The server's log tells which; please report it."
    return shown(request, Problem(500, "internal", message))
