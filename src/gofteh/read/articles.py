"""All inputs to one stream of articles, in order, whatever some of them hold."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from gofteh.extras import missing_extra
from gofteh.passwords import without_passwords
from gofteh.read.encodings import decode
from gofteh.read.errors import ReadError, nested
from gofteh.read.options import ReadOptions
from gofteh.read.places import named
from gofteh.read.plain import take_apart
from gofteh.read.sniff import Kind
from gofteh.read.sources import Opened, names_of, open_source, opened_address, opened_stream
from gofteh.read.streams import read_all
from gofteh.records import Article, Failure

if TYPE_CHECKING:
    from gofteh.read.fetch import Fetched

_DEFAULTS = ReadOptions()


def read_articles(
    inputs: Iterable[str], *, options: ReadOptions = _DEFAULTS
) -> Iterator[Article | Failure]:
    """Yield an article or a failure for every item of every input, in order.

    An input is the path of a file (``.html``, ``.txt``, ``.jsonl``, ``.parquet``, a feed
    ``.xml``, ``.warc``; packed with gzip or zstandard too), of a folder (read recursively, in
    the order of the names), an http(s) address, or ``-`` for standard input. A file whose name
    tells nothing is known by its first bytes.

    Nothing is raised for what cannot be read: a `Failure` names it and says why, and the rest
    goes on. Lines and rows are read one by one, pages and feeds within ``max_document``.
    """
    for given in inputs:
        for name in names_of(given):
            if isinstance(name, Failure):
                yield from named([name], name.item)
            else:
                yield from _items(name, options)


def _items(name: str, options: ReadOptions) -> Iterator[Article | Failure]:
    items = _read_well(lambda: open_source(name, options), name, options)
    yield from named(items, without_passwords(name))


def _read_well(
    source: Callable[[], Opened], name: str, options: ReadOptions
) -> Iterator[Article | Failure]:
    try:
        opened = source()
        with opened.stream:
            yield from _read(opened, options)
    except ReadError as error:
        yield error.failure(name)
    except OSError as error:
        yield ReadError("cannot-read", f"cannot be read ({error})").failure(name)
    except (KeyboardInterrupt, SystemExit, GeneratorExit):
        raise
    except ImportError as error:
        lacking = missing_extra(error)
        yield (
            _internal(error, name)
            if lacking is None
            else ReadError("missing-extra", str(lacking)).failure(name)
        )
    except BaseException as error:  # a panic of a parser in Rust is no Exception
        # The parsers of others meet bytes of strangers here. The batch outlives their bugs.
        yield _internal(error, name)


def _internal(error: BaseException, name: str) -> Failure:
    message = f"a bug was met while reading it: {type(error).__name__}: {error}"
    return ReadError("internal", message).failure(name)


def read_fetched(fetched: Fetched, options: ReadOptions = _DEFAULTS) -> Iterator[Article | Failure]:
    """Yield the articles and failures of what an address sent; nothing is raised, as above."""
    items = _read_well(lambda: opened_address(fetched.url, fetched, options), fetched.url, options)
    yield from named(items, without_passwords(fetched.url))


def _read(opened: Opened, options: ReadOptions) -> Iterator[Article | Failure]:
    match opened.kind:
        case Kind.LINES:
            from gofteh.read.lines import read_lines

            yield from read_lines(opened.stream, opened.name, options)
        case Kind.TABLE:
            from gofteh.read.tables import read_table

            yield from read_table(opened.stream, opened.name)
        case Kind.ARCHIVE:
            from gofteh.read.archives import read_archive

            yield from read_archive(opened.stream, opened.name, options)
        case Kind.SHEET:
            from gofteh.read.sheets import read_sheet

            yield from read_sheet(opened.stream, opened.name, options)
        case Kind.DOCUMENT:
            from gofteh.read.documents import read_document

            yield from read_document(opened.stream, opened.name, options)
        case Kind.TAR:
            if opened.within:  # without an end, where one of them holds itself
                raise nested()
            yield from _members(opened, options)
        case Kind.FEED:
            from gofteh.read.feeds import read_feed

            data = read_all(opened.stream, options.max_document)
            yield from read_feed(data, opened.name)
        case Kind.PAGE:
            from gofteh.read.pages import read_page

            data = read_all(opened.stream, options.max_document)
            yield read_page(data, charset=opened.charset, address=opened.address)
        case Kind.TEXT:
            data = read_all(opened.stream, options.max_document)
            yield _plain(data, opened)


def _members(opened: Opened, options: ReadOptions) -> Iterator[Article | Failure]:
    from gofteh.read.tars import members

    for name, content in members(opened.stream, options):
        whole = f"{opened.name}:{name}"
        if isinstance(content, ReadError):
            items: Iterator[Article | Failure] = iter([content.failure(whole)])
        else:
            items = _read_well(partial(opened_stream, whole, content, options), whole, options)
        yield from named(items, without_passwords(opened.name), name)


def _plain(data: bytes, opened: Opened) -> Article:
    """Return a text file's article, without the lines about it that a crawler put around."""
    decoded = decode(data, opened.charset)
    plain = take_apart(decoded.text)
    return Article(
        text=plain.text,
        title=plain.title,
        url=opened.address or plain.url,
        outlet=plain.outlet,
        published=plain.published,
        extra={"mojibake": decoded.mojibake} if decoded.mojibake else {},
    )
