"""A web page to an article: its text in paragraphs, headline, date, outlet and address."""

from __future__ import annotations

import html
import re
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from gofteh.read.blocks import main_text
from gofteh.read.dates import parse_date
from gofteh.read.encodings import decode
from gofteh.read.errors import ReadError
from gofteh.read.furniture import ends_article, is_furniture, without_end_mark
from gofteh.read.guard import tame
from gofteh.read.jsonld import Described, described
from gofteh.read.metadata import metadata, page_titles
from gofteh.read.outline import Block, Outline, outline
from gofteh.records import Article

# The description wins by this factor only: it has lost its paragraphs more often than not.
_MUCH_MORE = 1.6
_LINE = re.compile(r"(?<![ \t\r\f])[ \t\r\f]*+\n\s*")
_REFRESH = re.compile(r"\s*\d{1,2}\s*[;,]\s*url", re.IGNORECASE)
_LONGEST_STUB = 400
_TAG = re.compile(r"<[a-zA-Z/]")


def read_page(data: bytes, *, charset: str | None = None, address: str | None = None) -> Article:
    """Return the article of a page.

    ``charset`` is the encoding that its server declared, ``address`` where it came from.
    ``extra["mojibake"]`` names a wrong reading of its letters that was undone.
    Raises ``ReadError`` where the page is empty, binary, or holds no article text.
    """
    decoded = decode(data, charset)
    markup = tame(decoded.text)
    page = LexborHTMLParser(markup)
    blocks = outline(page.body) if page.body is not None else Outline()
    told = described(page, page_titles(page))
    found = metadata(page, blocks, told, address)
    text, updates = _text(blocks, markup, found.title, told)
    if not text or _sends_on(page, text):
        raise ReadError("no-text", "no article text was found on the page")
    extra: dict[str, Any] = {"mojibake": decoded.mojibake} if decoded.mojibake else {}
    return Article(
        text=text,
        title=found.title,
        url=found.url,
        outlet=found.outlet,
        published=found.published,
        extra=extra | ({"updates": updates} if updates else {}),
    )


def fragment_text(markup: str) -> str:
    """Return all text of a piece of HTML, one paragraph a line."""
    if not _TAG.search(markup):
        return _tidy(html.unescape(markup))
    page = LexborHTMLParser(tame(markup))
    blocks: list[Block] = outline(page.body).blocks if page.body is not None else []
    return "\n".join(block.text for block in blocks)


def _text(
    blocks: Outline, markup: str, title: str | None, told: Described
) -> tuple[str, list[dict[str, Any]]]:
    """Return the text of the page's blocks, of its description, or of all that is visible.

    With the text of a live blog come its entries: ``start`` and ``end`` in it, ``published``.
    """
    text = main_text(blocks, title)
    body = _without_furniture(fragment_text(told.body)) if told.body else ""
    entries = [(fragment_text(entry), date) for entry, date in told.updates]
    live = "\n".join(entry for entry, _ in entries)
    if len(live) > _MUCH_MORE * max(len(text), len(body)):
        return live, _places(entries)
    if len(body) > _MUCH_MORE * len(text):
        return body, []
    return text or _everything(markup, title), []


def _places(entries: list[tuple[str, str | None]]) -> list[dict[str, Any]]:
    """Return where each entry of a live blog stands in their text, and when it appeared."""
    found, start = [], 0
    for entry, date in entries:
        end = start + len(entry)
        found.append({"start": start, "end": end, "published": parse_date(date or "")})
        start = end + 1
    return found


def _sends_on(page: LexborHTMLParser, text: str) -> bool:
    """Whether a page is a stub that sends its reader on to another one at once."""
    for node in page.css("meta[http-equiv][content]"):
        if (node.attributes.get("http-equiv") or "").lower() == "refresh":
            on = _REFRESH.match(node.attributes.get("content") or "")
            return bool(on) and len(text) < _LONGEST_STUB
    return False


def _everything(markup: str, title: str | None) -> str:
    from resiliparse.extract.html2text import extract_plain_text

    text = extract_plain_text(
        markup, main_content=True, preserve_formatting=True, alt_texts=False, list_bullets=False
    )
    lines = [line for line in _tidy(text).split("\n") if line != title]
    return _without_furniture("\n".join(lines))


def _without_furniture(text: str) -> str:
    kept: list[str] = []
    for line in text.split("\n"):
        if ends_article(line) and kept:
            break
        line, last = without_end_mark(line)
        if line and not is_furniture(line):
            kept.append(line)
        if last:
            break
    return "\n".join(kept)


def _tidy(text: str) -> str:
    return _LINE.sub("\n", text).strip(" \t\r\n\f\xa0")
