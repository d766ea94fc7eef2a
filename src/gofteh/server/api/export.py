"""Articles with their statements in every format, sent while they are read."""

from __future__ import annotations

import io
import tempfile
import threading
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from enum import StrEnum
from functools import partial
from typing import Annotated, Any, BinaryIO, cast

from fastapi import APIRouter, Request
from fastapi import Query as Parameter
from fastapi.concurrency import run_in_threadpool
from pydantic import Field
from starlette.responses import Response, StreamingResponse
from starlette.types import Receive, Scope, Send

from gofteh.formats import FORMATS, Format, Writer
from gofteh.server.api.parameters import Date, Strict, Values, Words, query_of_articles
from gofteh.server.security.access import Reader
from gofteh.server.stores import Lent, Stores
from gofteh.server.turns import Turn, asker, in_turn, turns_of
from gofteh.store import Query, Store

router = APIRouter(tags=["export"], route_class=Turn)

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
    permits, client = turns_of(request), asker(request)
    await permits.exports.take(client)
    pieces = Pieces(stores, partial(_pieces, query=query, form=FORMATS[asked.format]))

    def end() -> None:
        pieces.end()
        permits.exports.give_back(client)

    async def following() -> bytes:
        # The permit is for work: it is not held while a piece is sent.
        async with in_turn(request, permits.heavy):
            return await run_in_threadpool(pieces.next)

    kind, ending = _KINDS[asked.format]
    headers = {"Content-Disposition": f'attachment; filename="gofteh.{ending}"'}
    try:
        # What is wrong with the query shows before the answer begins.
        sent = _all(await following(), following)
        return _Export(sent, end, media_type=kind, headers=headers)
    except BaseException:
        end()
        raise


async def _all(first: bytes, following: Callable[[], Awaitable[bytes]]) -> AsyncIterator[bytes]:
    piece = first
    while piece:
        yield piece
        piece = await following()


class _Export(StreamingResponse):
    """An answer after which something is to be done, however it ends.

    A generator that is given up in the middle ends some time later, and in the wrong place.
    """

    def __init__(self, sent: AsyncIterator[bytes], end: Callable[[], None], **more: Any) -> None:
        super().__init__(sent, **more)
        self._end = end

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send the answer."""
        try:
            await super().__call__(scope, receive, send)
        finally:
            self._end()


class Pieces:
    """The pieces of an export, made one at a time in a thread that has the store to itself.

    Whoever waits for a thread can be cancelled, the thread cannot: the store is closed by the
    thread if it is at work, and not under its feet.
    """

    def __init__(self, stores: Stores, made: Callable[[Store], Iterator[bytes]]) -> None:
        self._stores, self._made = stores, made
        self._store: Store | None = None
        self._pieces: Iterator[bytes] = iter(())
        self._working = threading.Lock()
        self._ended = False

    def next(self) -> bytes:
        """Return the next piece, nothing at the end."""
        with self._working:
            try:
                if self._store is None and not self._ended:
                    self._store = self._stores.open()
                    self._pieces = self._made(self._store)
                piece = b"" if self._ended else next(self._pieces, b"")
            except BaseException:
                self._ended = True
                raise
            finally:
                if self._ended:
                    self._close()
        return piece

    def end(self) -> None:
        """Make no more; may be called while a piece is being made."""
        self._ended = True
        if self._working.acquire(blocking=False):
            try:
                self._close()
            finally:
                self._working.release()
        elif (store := self._store) is not None:
            store.interrupt()

    def _close(self) -> None:
        store, self._store = self._store, None
        self._pieces = iter(())
        if store is not None:
            self._stores.drop(store)


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
    if buffer.tell():
        yield _taken(buffer)


def _taken(buffer: io.BytesIO) -> bytes:
    data = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    return data
