"""What the server has done in its workshop: functions by name, with plain data in and out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from gofteh.pipeline import extract
from gofteh.read import ReadOptions
from gofteh.read.articles import read_fetched
from gofteh.read.fetch import Fetched
from gofteh.records import Article, Failure, Reading, Step
from gofteh.records.codec import failure_record, reading_record
from gofteh.repairing import repair
from gofteh.repairing.records import edit_record
from gofteh.report.jsonlines import encode_line
from gofteh.server.pages.language import Language, words_of
from gofteh.server.pages.marked import Marked, marked, repaired_reading
from gofteh.text.levels import Digits, Level

# A feed has some dozens of entries; nobody waits for more.
_MOST_ITEMS = 50
# A page whose address is not told.
_NOWHERE = "https://page.invalid/"


def read_article(article: Article) -> Reading:
    """Return an article's reading."""
    return extract(article)


def extracted(article: Article) -> bytes:
    """Return the records of an article's reading, as the JSON that the API answers."""
    return _answer([_record(extract(article))])


def extracted_page(fetched: Fetched, characters: int) -> bytes | Failure:
    """Return the same of what an address sent; the failure where that is all there is."""
    found = islice(read_fetched(fetched, ReadOptions()), _MOST_ITEMS)
    items = [
        item if isinstance(item, Failure) else extract(item) for item in _within(found, characters)
    ]
    if len(items) == 1 and isinstance(items[0], Failure):
        return items[0]
    return _answer([_record(item) for item in items])


def repaired(text: str, level: Level, digits: Digits) -> bytes:
    """Return a repaired text with its edits, as the JSON that the API answers."""
    done = repair(text, level, digits=digits)
    return encode_line({"text": done.text, "edits": [edit_record(edit) for edit in done.edits]})


def marked_text(article: Article, language: Language) -> Marked:
    """Return a text with its statements marked and explained."""
    return marked(extract(article, explain=True), words_of(language))


def brought(html: str, address: str, language: Language) -> Marked | Failure:
    """Return the article of a page's HTML with its statements marked; why not where it has none."""
    fetched = Fetched(address or _NOWHERE, html.encode("utf-8", "replace"), "text/html", "utf-8")
    for item in read_fetched(fetched, ReadOptions()):
        return item if isinstance(item, Failure) else marked_text(item, language)
    return Failure(fetched.url, "empty", "the page has no article.")


def marked_repaired(reading: Reading) -> tuple[Reading, int]:
    """Return a reading of the repaired text, and the number of edits."""
    carried, mended = repaired_reading(reading)
    return carried, len(mended.edits)


def traces(article: Article) -> dict[str, tuple[Step, ...]]:
    """Return what each sieve answered, by statement."""
    return {s.id: s.because.trace for s in extract(article, explain=True).statements}


def _within(given: Iterable[Article | Failure], characters: int) -> Iterator[Article | Failure]:
    """Yield the items as long as their texts are together within the limit."""
    left = characters
    for item in given:
        if isinstance(item, Article):
            left -= len(item.raw)
            if left < 0:
                yield too_large(item, characters)
                continue
        yield item


def too_large(article: Article, characters: int) -> Failure:
    """Return the failure of a text beyond the limit."""
    message = f"there are more than {characters} characters. Send less at once."
    return Failure(article.key, "too-large", message, article.key)


def _record(item: Reading | Failure) -> dict[str, Any]:
    if isinstance(item, Failure):
        return failure_record(item)
    return reading_record(item) | {"raw": item.article.raw}


def _answer(items: list[dict[str, Any]]) -> bytes:
    return encode_line({"items": items})
