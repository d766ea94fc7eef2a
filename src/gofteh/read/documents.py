"""A JSON document (an array of records, or an object that holds one) to articles."""

from __future__ import annotations

from collections.abc import Iterator
from io import BufferedReader
from typing import Any

import orjson

from gofteh.read.columns import as_record, guess_columns
from gofteh.read.encodings import decode
from gofteh.read.errors import ReadError
from gofteh.read.fields import article_of, key_of
from gofteh.read.lines import read_lines
from gofteh.read.options import ReadOptions
from gofteh.read.places import placed
from gofteh.read.streams import buffer, read_all
from gofteh.records import Article, Failure, Unit


def read_document(
    stream: BufferedReader, item: str, options: ReadOptions
) -> Iterator[Article | Failure]:
    """Yield an article or a failure (named ``item:place``, from 1) for every record.

    What is no single document is read as lines of JSON. Raises ``ReadError`` where no record of
    an article is found.
    """
    import io

    data = read_all(stream, options.max_document)
    try:
        value = orjson.loads(decode(data).text.encode("utf-8", "surrogatepass"))
    except (orjson.JSONDecodeError, RecursionError) as error:
        if b"\n{" not in data.strip():
            raise ReadError("bad-json", f"not valid JSON: {error}") from error
        yield from read_lines(buffer(io.BytesIO(data)), item, options)
        return
    records = _records(value)
    if not records:
        raise ReadError("missing-text", "no list of articles is in this JSON document")
    for number, record in enumerate(records, 1):
        yield placed(_article(record, f"{item}:{number}", options), Unit.ITEM, number)


def _records(value: Any) -> list[Any]:
    """Return the list of records that a document holds; an object may be one itself."""
    if isinstance(value, list):
        return value
    if not isinstance(value, dict):
        return []
    if isinstance(value.get("text"), str):
        return [value]
    lists = [one for one in value.values() if isinstance(one, list)]
    longest = max((one for one in lists if one and isinstance(one[0], dict)), key=len, default=[])
    return longest or [value]


def _article(record: Any, item: str, options: ReadOptions) -> Article | Failure:
    key = None
    try:
        if not isinstance(record, dict):
            raise ReadError(
                "not-an-object", f"expected a JSON object, found a {type(record).__name__}"
            )
        key = key_of(record)
        return article_of(as_record(record, guess_columns(record, options.text_column)))
    except ReadError as error:
        return error.failure(item, key)
