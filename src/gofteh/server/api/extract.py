"""Statements of a text, an article or an address, without storing anything."""

from __future__ import annotations

from typing import Annotated

from anyio import CapacityLimiter, to_thread
from fastapi import APIRouter, Request
from fastapi import Query as Parameter
from starlette.responses import Response

from gofteh.read import ReadOptions
from gofteh.read.errors import ReadError
from gofteh.read.fetch import fetch
from gofteh.read.lines import read_line
from gofteh.records import Article, Failure
from gofteh.server import tasks
from gofteh.server.answers import Json
from gofteh.server.api import examples
from gofteh.server.api.models import Extracted, documented
from gofteh.server.errors import Problem
from gofteh.server.security.access import Reader
from gofteh.server.settings import Limits
from gofteh.server.turns import Turn, in_turn, turns_of, worked

router = APIRouter(tags=["text"], route_class=Turn)

_OPTIONS = ReadOptions(timeout=15.0)
_BODY = {
    "required": False,
    "content": {
        "application/json": {
            "schema": {
                "type": "object",
                "required": ["text"],
                "properties": {
                    "text": {"type": "string", "minLength": 1},
                    **{
                        name: {"type": ["string", "null"]}
                        for name in ("title", "id", "url", "outlet", "published")
                    },
                },
            },
            "examples": {"article": {"value": examples.ARTICLE}},
        },
        "text/plain": {
            "schema": {"type": "string"},
            "examples": {"text": {"value": examples.ARTICLE["text"]}},
        },
    },
}


@router.post(
    "/extract",
    summary="Who said what in a text, an article or at an address",
    response_model=Extracted,
    responses=documented(415),
    openapi_extra={"requestBody": _BODY},
)
async def extract(
    request: Request,
    _access: Reader,
    url: Annotated[
        str | None,
        Parameter(
            max_length=2000,
            description="An http or https address of the open web to read instead of a body.",
        ),
    ] = None,
) -> Response:
    """Send an article as JSON (unknown fields come back), or plain text, or name a `url`.

    Offsets count code points of `raw`: the title, a blank line, the text.
    """
    limits: Limits = request.app.state.settings.limits
    body = await request.body()
    if url is None:
        answer = await _of_body(request, body, limits)
    elif body:
        raise Problem(422, "invalid", "send a body or name a url, not both.")
    else:
        answer = await _of_address(request, url, limits)
    return Response(answer, media_type=Json.media_type)


async def _of_body(request: Request, body: bytes, limits: Limits) -> bytes:
    item = _sent(request, body)
    if isinstance(item, Article) and len(item.raw) > limits.characters:
        item = tasks.too_large(item, limits.characters)
    if isinstance(item, Failure):
        raise _problem(item)
    return await worked(request, tasks.extracted, item)


async def _of_address(request: Request, url: str, limits: Limits) -> bytes:
    """Return the records of an address: fetched in a thread, read in the workshop."""
    if not url.lower().startswith(("http://", "https://")):
        raise Problem(422, "bad-url", "only http and https addresses can be read.")
    async with in_turn(request, turns_of(request).fetches):
        try:
            fetched = await to_thread.run_sync(fetch, url, _OPTIONS, limiter=_fetchers(request))
        except ReadError as error:
            raise _problem(error.failure(url)) from error
    answer = await worked(request, tasks.extracted_page, fetched, limits.characters)
    if isinstance(answer, Failure):
        raise _problem(answer)
    return answer


def _fetchers(request: Request) -> CapacityLimiter:
    found: CapacityLimiter = request.app.state.fetchers
    return found


def _sent(request: Request, body: bytes) -> Article | Failure:
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind == "application/json":
        return read_line(body, "body", ReadOptions())
    if kind == "text/plain":
        try:
            return Article(text=body.decode("utf-8"))
        except UnicodeDecodeError as error:
            raise Problem(422, "bad-encoding", "plain text must be UTF-8.") from error
    raise Problem(415, "unsupported-media-type", "send application/json or text/plain.")


def _problem(failure: Failure) -> Problem:
    """Return why nothing was read; of places that may not be asked, nothing is told."""
    if failure.code in ("refused", "unknown-host"):
        return Problem(422, "refused", "no page of the open web stands at this address.")
    return Problem(422, failure.code, failure.message)
