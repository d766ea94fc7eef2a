"""A page's or an entry's article, under the address that it goes by."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace

from gofteh.read.errors import ReadError
from gofteh.read.fetch import Answer
from gofteh.read.pages import read_page
from gofteh.records import Article
from gofteh.watch.addresses import canonical, is_front
from gofteh.watch.plan import Source
from gofteh.watch.state import Address


def article_of_page(answer: Answer, address: Address, source: Source | None) -> Article:
    """Return the article of a page. Raises ``ReadError`` where it holds none.

    It goes by the address that the page calls its own, unless that is the front of its site.
    What the page does not tell, date and outlet, is the feed's word.
    """
    url = canonical(answer.url) or answer.url
    article = read_page(answer.data, charset=answer.charset, address=url)
    own = canonical(article.url or "") or url
    entry = _entry(address)
    return replace(
        article,
        url=url if is_front(own) and not is_front(url) else own,
        title=article.title or entry.get("title"),
        published=article.published or entry.get("published"),
        outlet=(source.outlet if source else None) or article.outlet or entry.get("outlet"),
    )


def names_of(article: Article, listed: str, answer: Answer | None) -> tuple[Article, ...]:
    """Return an article under the names that it may go by, the best first; the last is its own.

    The address that the page calls its own, the one that answered, the one that was listed; at
    last that one under an id that no other address has.
    """
    answered = canonical(answer.url) if answer else None
    urls = dict.fromkeys(url for url in (article.url, answered, listed) if url)
    own = hashlib.sha256(f"{listed}\0own".encode()).hexdigest()[:32]
    return (
        *(replace(article, url=url) for url in urls),
        replace(article, url=answered or listed, id=own),
    )


def article_of_entry(address: Address) -> Article | None:
    """Return the article that a feed itself carries; ``None`` where it carries no text."""
    entry = _entry(address)
    text = entry.get("text") or ""
    if not text:
        return None
    return Article(
        text=text,
        title=entry.get("title"),
        url=address.url,
        outlet=entry.get("outlet"),
        published=entry.get("published"),
        extra={"text_from": "feed"}
        | ({"mojibake": entry["mojibake"]} if entry.get("mojibake") else {}),
    )


def has_text(address: Address) -> bool:
    """Return whether a feed carried something to read in the place of the page."""
    return bool(_entry(address).get("text"))


def _entry(address: Address) -> dict[str, str]:
    try:
        found = json.loads(address.entry or "{}")
    except ValueError as error:
        raise ReadError("damaged", f"what was kept of {address.url} is damaged") from error
    return found if isinstance(found, dict) else {}
