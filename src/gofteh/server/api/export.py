"""Articles with their statements in every format, sent while they are read."""

from __future__ import annotations

import io
import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, closing
from enum import StrEnum
from typing import Annotated, BinaryIO, cast

from fastapi import APIRouter, Request
from fastapi import Query as Parameter
from fastapi.concurrency import iterate_in_threadpool, run_in_threadpool
from pydantic import Field
from starlette.responses import Response, StreamingResponse

from gofteh.formats import FORMATS, Format, Writer
from gofteh.server.api.parameters import Date, Strict, Values, Words, query_of_articles
from gofteh.server.api.work import heavy
from gofteh.server.security.access import Reader
from gofteh.server.stores import Lent
from gofteh.store import Query, Store

router = APIRouter(tags=["export"])

_PIECE = 1 << 16


class Form(StrEnum):
    """The formats of ``gofteh export`` that are for programs."""

    JSONL = "jsonl"
    CSV = "csv"
    PARQUET = "parquet"
    WEB_ANNOTATION = "web-annotation"
    QUOTATION = "quotation"
    DOCCANO = "doccano"
    WEBANNO = "webanno"


# Media type and file ending.
_KINDS = {
    Form.JSONL: ("application/x-ndjson", "jsonl"),
    Form.CSV: ("text/csv; charset=utf-8", "csv"),
    Form.PARQUET: ("application/vnd.apache.parquet", "parquet"),
    Form.WEB_ANNOTATION: ("application/ld+json", "jsonld"),
    Form.QUOTATION: ("application/ld+json", "jsonld"),
    Form.DOCCANO: ("application/x-ndjson", "jsonl"),
    Form.WEBANNO: ("application/zip", "zip"),
}


class ToExport(Strict):
    """Which articles, in which format."""

    format: Annotated[Form, Field(description="What to write.")] = Form.JSONL
    words: Words = ""
    outlet: Annotated[Values, Field(description="Of one of these outlets; repeatable.")] = ()
    since: Date = None
    until: Date = None


@router.get(
    "/export",
    summary="Articles with their statements, oldest first",
    response_class=StreamingResponse,
    responses={
        200: {
            "description": "The file, in the format's own media type.",
            "content": {kind.partition(";")[0]: {} for kind, _ in _KINDS.values()},
        }
    },
)
async def export(
    request: Request, _access: Reader, stores: Lent, asked: Annotated[ToExport, Parameter()]
) -> Response:
    """Corrections are applied. What fails on the way breaks the answer off: it has no good end."""
    query = query_of_articles(asked.words, asked.outlet, asked.since, asked.until)
    async with AsyncExitStack() as stack:
        await stack.enter_async_context(heavy(request).entered())
        store = stack.enter_context(closing(await run_in_threadpool(stores.open)))
        pieces = iterate_in_threadpool(_pieces(store, query, FORMATS[asked.format]))
        # What is wrong with the query shows before the answer begins.
        first = await anext(pieces, b"")
        sent = _all(first, pieces, stack.pop_all())
    kind, ending = _KINDS[asked.format]
    headers = {"Content-Disposition": f'attachment; filename="gofteh.{ending}"'}
    return StreamingResponse(sent, media_type=kind, headers=headers)


async def _all(
    first: bytes, pieces: AsyncIterator[bytes], stack: AsyncExitStack
) -> AsyncIterator[bytes]:
    async with stack:
        yield first
        async for piece in pieces:
            yield piece


def _pieces(store: Store, query: Query, form: Format) -> Iterator[bytes]:
    """Yield a file in pieces; one that makes sense only as a whole waits on the disk."""
    if form.streams:
        yield from _streamed(store, query, form)
        return
    with tempfile.TemporaryFile() as file:
        _write(store, query, form.open(cast(BinaryIO, file)))
        file.seek(0)
        while piece := file.read(_PIECE):
            yield piece


def _write(store: Store, query: Query, writer: Writer) -> None:
    for article in store.each_article(query):
        writer.write(article.reading)
    writer.close()


def _streamed(store: Store, query: Query, form: Format) -> Iterator[bytes]:
    buffer = io.BytesIO()
    writer = form.open(buffer)
    for article in store.each_article(query):
        writer.write(article.reading)
        if buffer.tell() >= _PIECE:
            yield _taken(buffer)
    writer.close()
    yield _taken(buffer)


def _taken(buffer: io.BytesIO) -> bytes:
    data = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    return data
