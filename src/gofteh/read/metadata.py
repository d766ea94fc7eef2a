"""Headline, date, outlet and address of a page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from urllib.parse import urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from gofteh.read.jsonld import Described
from gofteh.read.outline import Outline
from gofteh.read.published import published

_SPACE = re.compile(r"[ \t\n\r\f]+")
_SEPARATOR = re.compile(r"(?<!\s)\s++[-–—|•·»«:/]{1,2}\s+|(?:(?<!\s)\s++)?(?:\||::)\s*")
# Words that outlets call themselves by.
_OUTLET_WORDS = re.compile(
    r"خبرگزاری|روزنامه|پایگاه خبری|سایت|وب ?سایت|نیوز|آنلاین|شبکه خبر|هفته ?نامه|مجله|ماهنامه|"
    r"\bnews\b|agency|online",
    re.IGNORECASE,
)
_LONGEST_TITLE = 400


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page tells about its article besides the text; ``None`` for what it does not."""

    title: str | None
    published: str | None
    outlet: str | None
    url: str | None


def metadata(
    page: LexborHTMLParser, blocks: Outline, told: Described, address: str | None
) -> Metadata:
    """Return the page's metadata; ``address`` is where it was fetched from, if anywhere."""
    metas = _metas(page)
    url = _canonical(page, metas, told, address)
    outlet = _outlet(page, metas, told, url or address)
    date = published(page, blocks, metas, told.published)
    return Metadata(_title(page, metas, told, outlet), date, outlet, url)


def page_titles(page: LexborHTMLParser) -> list[str]:
    """Return what the page calls itself, outside its JSON-LD: headlines and titles."""
    metas = _metas(page)
    heads = [_visible(node) for node in page.css("h1")[:20]]
    names = (metas.get("og:title"), metas.get("twitter:title"), _text(page, "title"))
    return [name for name in (*heads, *names) if name]


def _metas(page: LexborHTMLParser) -> dict[str, str]:
    """Return the contents of the meta elements by each of their names, the first of a kind."""
    found: dict[str, str] = {}
    for node in page.css("meta, link[property]"):
        attributes = node.attributes
        content = _tidy(attributes.get("content") or attributes.get("href") or "")
        for kind in ("property", "name", "itemprop"):
            for name in (attributes.get(kind) or "").lower().split():
                if content:
                    found.setdefault(name, content)
    return found


def _tidy(text: str) -> str:
    return _SPACE.sub(" ", unescape(text)).strip(" \xa0")


def _title(
    page: LexborHTMLParser, metas: dict[str, str], told: Described, outlet: str | None
) -> str | None:
    """Return the headline as printed where the page's other titles agree with it."""
    names = [told.headline, metas.get("og:title"), metas.get("twitter:title"), _text(page, "title")]
    given = [title for name in names if name and (title := without_outlet(_tidy(name), outlet))]
    heads = [head for node in page.css("h1")[:20] if (head := _visible(node))]
    agreed = [head for head in heads if any(_agree(head, title) for title in given)]
    chosen = next(iter([*agreed, *given, *heads]), None)
    return chosen[:_LONGEST_TITLE] if chosen else None


def _agree(one: str, other: str) -> bool:
    short, long = sorted((_letters(one), _letters(other)), key=len)
    return len(short) > 8 and short in long


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", _folded(text))


def _folded(text: str) -> str:
    return text.replace("ي", "ی").replace("ك", "ک")


def _visible(node: LexborNode) -> str:
    return _SPACE.sub(" ", node.text(separator="")).strip(" \xa0")


def _text(page: LexborHTMLParser, selector: str) -> str | None:
    node = page.css_first(selector)
    return _visible(node) if node is not None else None


def without_outlet(title: str, outlet: str | None) -> str:
    """Return a page title without the name of the outlet before or after a separator."""
    while True:
        cuts = list(_SEPARATOR.finditer(title))
        if not cuts:
            return title
        if _names_outlet(title[cuts[-1].end() :], outlet):
            title = title[: cuts[-1].start()].strip()
        elif _names_outlet(title[: cuts[0].start()], outlet):
            title = title[cuts[0].end() :].strip()
        else:
            return title


def _names_outlet(part: str, outlet: str | None) -> bool:
    letters, known = _letters(part).lower(), _letters(outlet or "").lower()
    if known and letters and (letters in known or (known in letters and len(part.split()) <= 8)):
        return True
    return len(part.split()) <= 6 and bool(_OUTLET_WORDS.search(_folded(part)))


def _outlet(
    page: LexborHTMLParser, metas: dict[str, str], told: Described, address: str | None
) -> str | None:
    names = (metas.get("og:site_name"), told.publisher, metas.get("application-name"))
    short = (short_name(name) for name in names if name)
    named = next(filter(None, short), None) or _outlet_in(_text(page, "title") or "")
    return named or _host(address).removeprefix("www.") or None


def _outlet_in(title: str) -> str | None:
    """Return the part before or after a separator that calls itself a newspaper or the like."""
    parts = _SEPARATOR.split(title)
    ends = (parts[-1], parts[0]) if len(parts) > 1 else ()
    return next((part.strip() for part in ends if _names_outlet(part, None)), None)


def short_name(name: str) -> str:
    """Return an outlet's name without the motto behind a separator."""
    return _SEPARATOR.split(_tidy(name))[0].strip()


def _host(address: str | None) -> str:
    try:
        return (urlsplit(address or "").hostname or "").lower()
    except ValueError:
        return ""


def _canonical(
    page: LexborHTMLParser, metas: dict[str, str], told: Described, address: str | None
) -> str | None:
    """Return the address that the page calls its own, unless it points to another site."""
    link = page.css_first("link[rel~=canonical]")
    names = (link.attributes.get("href") if link else None, metas.get("og:url"), told.url)
    for name in names:
        url = absolute(name, address)
        if url and (not address or _same_site(url, address)):
            return url
    return address


def absolute(name: str | None, address: str | None) -> str | None:
    """Return a link as an address of the web, seen from ``address``; ``None`` if it is none."""
    try:
        url = urljoin(address or "", (name or "").strip())
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if name and parts.scheme in ("http", "https") and parts.hostname else None


def _same_site(one: str, other: str) -> bool:
    ours, theirs = (".".join(_host(url).split(".")[-2:]) for url in (one, other))
    return ours == theirs
