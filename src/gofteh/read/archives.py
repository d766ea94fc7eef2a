"""Pages in web archives (WARC) to articles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, BinaryIO

from gofteh.read.errors import ReadError
from gofteh.read.options import ReadOptions
from gofteh.read.pages import read_page
from gofteh.read.persian import looks_persian
from gofteh.read.places import placed
from gofteh.read.streams import inflated, read_all, unpacked
from gofteh.records import Article, Failure, Unit

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

_PAGE_TYPES = ("text/html", "application/xhtml+xml")
_CHUNK = re.compile(rb"[0-9a-fA-F]{1,8}[^\r\n]{0,100}\r\n")
_PACKINGS = ("br", "deflate")


def read_archive(stream: BinaryIO, item: str, options: ReadOptions) -> Iterator[Article | Failure]:
    """Yield an article or a failure (named ``item:address``) for every archived web page.

    Records that are no pages (pictures, redirects, requests) are passed over. An archive
    without any page gives one failure.
    """
    pages = 0
    try:
        for record in _records(stream):
            if _is_page(record):
                pages += 1
                found = _read_record(record, item, options)
                if found is not None:
                    yield placed(found, Unit.OFFSET, record.stream_pos)
        if not pages:
            raise ReadError("no-pages", "no archived web page was found in the file")
    except ReadError as error:
        yield error.failure(item)


def _records(stream: BinaryIO) -> Iterator[WarcRecord]:
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    kinds = WarcRecordType.response | WarcRecordType.resource
    try:
        yield from ArchiveIterator(stream, record_types=kinds, parse_http=True)
    except (OSError, ValueError, RuntimeError, EOFError) as error:
        message = f"the archive is damaged or cut off here: {str(error)[:200]}"
        raise ReadError("bad-archive", message) from error


def _is_page(record: WarcRecord) -> bool:
    kind = (record.http_content_type or record.headers.get("Content-Type") or "").lower()
    http = record.http_headers
    fine = http is None or http.status_code in (None, 200)
    return fine and kind.split(";")[0].strip() in _PAGE_TYPES


def _read_record(record: WarcRecord, item: str, options: ReadOptions) -> Article | Failure | None:
    """Return the page's article; ``None`` where it is in a language that is not asked for."""
    address = record.headers.get("WARC-Target-URI") or None
    try:
        data = _payload(record, options.max_document)
        if options.persian_only and not looks_persian(data):
            return None
        return read_page(data, charset=record.http_charset, address=address)
    except ReadError as error:
        return error.failure(f"{item}:{address or record.record_id}")


def _payload(record: WarcRecord, limit: int) -> bytes:
    """Return the page's bytes; raise ``ReadError`` where some are missing."""
    from fastwarc.stream_io import ChunkedReader

    http = record.http_headers
    packing = (http.get("Content-Encoding") or "").lower() if http is not None else ""
    try:
        stored = read_all(record.reader, limit)
        if len(stored) < record.content_length:
            raise ReadError("truncated", "the archive ends within this page; fetch it again")
        # Crawlers often store what they unpacked, under the header of what they received.
        if _CHUNK.match(stored) and http is not None and "Transfer-Encoding" in http:
            stored = read_all(ChunkedReader(BytesIO(stored)), limit)
        if packing in _PACKINGS:
            return _unpacked_as(packing, stored, limit)
        return read_all(unpacked(BytesIO(stored)), limit)
    except (OSError, ValueError, RuntimeError, EOFError) as error:
        raise ReadError("bad-archive", f"the record is damaged: {str(error)[:200]}") from error


def _unpacked_as(packing: str, stored: bytes, limit: int) -> bytes:
    """Return a page that was packed so, or as it stands where its crawler unpacked it before."""
    from fastwarc.stream_io import BrotliReader

    try:
        if packing == "br":
            return read_all(BrotliReader(BytesIO(stored)), limit)
        return inflated(stored, limit)
    except (OSError, ValueError, RuntimeError, EOFError):
        return read_all(unpacked(BytesIO(stored)), limit)
