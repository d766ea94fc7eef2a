"""Articles in: lines of JSON, as many as there are, each answered with a line."""

from __future__ import annotations

import io
import tempfile
from collections import deque
from collections.abc import AsyncIterator, Iterator
from functools import partial
from typing import IO, Any, BinaryIO, cast

import anyio.from_thread
from anyio import to_thread
from fastapi import APIRouter, Request
from starlette.requests import ClientDisconnect
from starlette.responses import Response, StreamingResponse

from gofteh.read import ReadOptions
from gofteh.read.lines import numbered_lines
from gofteh.read.streams import buffer
from gofteh.records import Article, Failure
from gofteh.report.jsonlines import encode_line
from gofteh.server import tasks
from gofteh.server.api import examples
from gofteh.server.api.models import IngestedLine, documented
from gofteh.server.errors import Problem
from gofteh.server.security.access import Editor
from gofteh.server.settings import Settings
from gofteh.server.stores import Lent
from gofteh.server.turns import Turn, asker, turns_of
from gofteh.server.workshop import Workshop
from gofteh.store import Extraction, Ingested, Store

router = APIRouter(tags=["articles"], route_class=Turn)

KIND = "application/x-ndjson"
_KINDS = (KIND, "application/jsonl", "application/jsonlines")
_PIECE = 1 << 16
_IN_MEMORY = 1 << 20


@router.post(
    "/ingest",
    summary="Store articles, one JSON object a line",
    response_class=StreamingResponse,
    responses=documented(415)
    | {
        200: {
            "description": "A line of JSON for each line that is not blank, in order.",
            "content": {
                KIND: {
                    "schema": IngestedLine.model_json_schema(
                        ref_template="#/components/schemas/{model}"
                    ),
                }
            },
        }
    },
    openapi_extra={
        "requestBody": {
            "required": True,
            "content": {
                KIND: {
                    "schema": {"type": "string"},
                    "examples": {"articles": {"value": examples.TO_INGEST}},
                }
            },
        }
    },
)
async def ingest(request: Request, access: Editor, stores: Lent) -> Response:
    """A line that cannot be read is named, and the rest goes on.

    Articles known already are passed over, so an upload that broke off can be sent again. The
    answer begins when the last line has come: a client need not read while it sends. The body
    may have any size, a line not (see the limits). Needs the role editor.
    """
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind not in _KINDS:
        raise Problem(415, "unsupported-media-type", f"send {KIND}.")
    settings: Settings = request.app.state.settings
    options = ReadOptions(max_line=settings.limits.line)
    body = buffer(cast(BinaryIO, _Body(request.stream())))
    answers: IO[bytes] = tempfile.SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115 - sent later
    workshop: Workshop = request.app.state.workshop
    extract = partial(workshop.read_all, tasks.read_article, jobs=settings.jobs)

    def work() -> None:
        store = stores.open()
        try:
            for line in _ingested(store, body, options, extract, access.name):
                answers.write(line)
        finally:
            stores.drop(store)

    try:
        async with turns_of(request).ingests.held(asker(request)):
            await to_thread.run_sync(work, limiter=request.app.state.ingesters)
    except BaseException:
        answers.close()
        raise
    answers.seek(0)
    return StreamingResponse(_sent(answers), media_type=KIND)


def _ingested(
    store: Store,
    body: io.BufferedReader,
    options: ReadOptions,
    extract: Extraction,
    by: str | None,
) -> Iterator[bytes]:
    numbers: deque[int] = deque()  # of the lines that are on their way through the store

    def items() -> Iterator[Article | Failure]:
        for number, item in numbered_lines(body, "line", options):
            numbers.append(number)
            yield item

    for done in store.ingest(items(), extract, by=by):
        yield encode_line(_record(numbers.popleft(), done))


def _record(line: int, done: Ingested) -> dict[str, Any]:
    failure = done.failure
    record: dict[str, Any] = {
        "line": line,
        "id": done.id if failure is None else failure.id,
        "outcome": done.outcome.value,
        "statements": done.statements,
    }
    if failure is not None:
        record["error"] = {"code": failure.code, "message": failure.message}
    return record


def _sent(answers: IO[bytes]) -> Iterator[bytes]:
    with answers:
        while piece := answers.read(_PIECE):
            yield piece


class _Body:
    """A request's body for a thread to read, as it comes."""

    def __init__(self, chunks: AsyncIterator[bytes]) -> None:
        self._chunks = chunks
        self._rest = b""

    def read(self, size: int) -> bytes:
        """Return at most so many bytes, none at the end. Raises `Problem` where it breaks off."""
        while not self._rest:
            try:
                chunk = anyio.from_thread.run(self._next)
            except ClientDisconnect as error:
                raise Problem(400, "cut-off", "the body was cut off.") from error
            if chunk is None:
                return b""
            self._rest = chunk
        found, self._rest = self._rest[:size], self._rest[size:]
        return found

    async def _next(self) -> bytes | None:
        return await anext(self._chunks, None)

    def close(self) -> None:
        """Do nothing: the server closes the connection."""
