"""Statements of a text, an article or an address, without storing anything."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Annotated, Any

from fastapi import APIRouter, Request
from fastapi import Query as Parameter
from fastapi.concurrency import run_in_threadpool
from starlette.responses import Response

from gofteh.batch.reading import read_all
from gofteh.read import ReadOptions, read_articles
from gofteh.read.lines import read_line
from gofteh.records import Article, Failure, Reading
from gofteh.records.codec import failure_record, reading_record
from gofteh.server.answers import Json
from gofteh.server.api import examples
from gofteh.server.api.models import Extracted, documented
from gofteh.server.api.work import heavy
from gofteh.server.errors import Problem
from gofteh.server.security.access import Reader
from gofteh.server.settings import Limits

router = APIRouter(tags=["text"])

# A feed has some dozens of entries; nobody waits for more.
_MOST_ITEMS = 50
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
    if url is not None and body:
        raise Problem(422, "invalid", "send a body or name a url, not both.")
    given = _fetched(url) if url is not None else iter((_sent(request, body),))

    async with heavy(request).entered():
        return Json({"items": await run_in_threadpool(_records, given, limits.characters)})


def _fetched(url: str) -> Iterator[Article | Failure]:
    if not url.lower().startswith(("http://", "https://")):
        raise Problem(422, "bad-url", "only http and https addresses can be read.")
    return islice(read_articles([url], options=ReadOptions(timeout=15.0)), _MOST_ITEMS)


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


def _records(given: Iterator[Article | Failure], characters: int) -> list[dict[str, Any]]:
    """Return the records of all items. Raises `Problem` where the only one failed."""
    results = list(read_all(_within(given, characters)))
    if len(results) == 1 and isinstance(results[0], Failure):
        raise _problem(results[0])
    return [_record(result) for result in results]


def _problem(failure: Failure) -> Problem:
    """Return why nothing was read; of places that may not be asked, nothing is told."""
    if failure.code in ("refused", "unknown-host"):
        return Problem(422, "refused", "no page of the open web stands at this address.")
    return Problem(422, failure.code, failure.message)


def _within(given: Iterator[Article | Failure], characters: int) -> Iterator[Article | Failure]:
    """Yield the items as long as their texts are together within the limit."""
    left = characters
    for item in given:
        if isinstance(item, Article):
            left -= len(item.raw)
            if left < 0:
                message = f"there are more than {characters} characters. Send less at once."
                yield Failure(item.key, "too-large", message, item.key)
                continue
        yield item


def _record(result: Reading | Failure) -> dict[str, Any]:
    if isinstance(result, Failure):
        return failure_record(result)
    return reading_record(result) | {"raw": result.article.raw}
