"""A web page to an article: its text in paragraphs, headline, date, outlet and address."""

from __future__ import annotations

import html
import re

from selectolax.lexbor import LexborHTMLParser

from gofteh.read.blocks import main_text
from gofteh.read.encodings import decode
from gofteh.read.errors import ReadError
from gofteh.read.furniture import ends_article, is_furniture, without_end_mark
from gofteh.read.guard import tame
from gofteh.read.jsonld import described
from gofteh.read.metadata import metadata
from gofteh.read.outline import Block, outline
from gofteh.records import Article

# The description wins by this factor only: it has lost its paragraphs more often than not.
_MUCH_MORE = 1.6
_LINE = re.compile(r"[ \t\r\f]*\n\s*")
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
    told = described(page)
    found = metadata(page, told, address)
    text = _text(page, markup, found.title, told.body)
    if not text:
        raise ReadError("no-text", "no article text was found on the page")
    return Article(
        text=text,
        title=found.title,
        url=found.url,
        outlet=found.outlet,
        published=found.published,
        extra={"mojibake": decoded.mojibake} if decoded.mojibake else {},
    )


def fragment_text(markup: str) -> str:
    """Return all text of a piece of HTML, one paragraph a line."""
    if not _TAG.search(markup):
        return _tidy(html.unescape(markup))
    page = LexborHTMLParser(tame(markup))
    blocks: list[Block] = outline(page.body).blocks if page.body is not None else []
    return "\n".join(block.text for block in blocks)


def _text(page: LexborHTMLParser, markup: str, title: str | None, told: str | None) -> str:
    """Return the text of the page's blocks, of its description, or of all that is visible."""
    text = main_text(outline(page.body), title) if page.body is not None else ""
    body = _without_furniture(fragment_text(told)) if told else ""
    if len(body) > _MUCH_MORE * len(text):
        return body
    return text or _everything(markup, title)


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
