"""Which of the dates that a page prints is that of its article.

Asked in order: what the page tells machines, a line that is labelled as the date of publication,
marked elements, elements called after dates, a line under the headline that is a date. What stands
beside the article (the site's header,
lists of other articles, comments) is not asked, and the date of a later change only at last.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from gofteh.read.dates import parse_date
from gofteh.read.furniture import is_date
from gofteh.read.outline import Outline, around_headlines, beside_article, hints

_METAS = (
    "article:published_time",
    "datepublished",
    "nastooh:publishdate",
    "publishdate",
    "pubdate",
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.created",
    "og:pubdate",
    "article:published",
)
_MARKED = "[itemprop~=datePublished], time"
_PRINTED = (
    '[class*="date"], [class*="Date"], [class*="time"], [class*="tarikh"], [class*="publish"], '
    '[id*="date"], [id*="Date"]'
)
_MOST_PRINTED = 40
_LONGEST_PRINTED = 120
# So many lines under the headline may be its date.
_MOST_BELOW = 6
# So far out of a date it is looked for a headline of another article, in so many characters.
_MOST_BESIDE, _LONGEST_TEASER, _SHORTEST_HEADLINE = 2, 400, 25
# A line that says so is the date of the article, wherever it stands in it.
_LABEL = re.compile(
    r"(?:تاریخ|زمان|ساعت)\s*(?:انتشار|درج|مخابره|ارسال|خبر)"
    r"|(?:^|\W)(?:منتشر شده|انتشار)\s*(?:در)?\s*:"
)
# Later changes, and the day on which the page is looked at.
_CHANGED = re.compile(
    r"ویرایش|به\s?.?روز\s?.?رسانی|بروزرسانی|اصلاح|updated|modified", re.IGNORECASE
)
_CHANGED_WORDS = frozenset("update updated modified modify edit edited lastmod revision".split())
_TODAY = re.compile(r"^\W*(?:امروز|اکنون|today)\b", re.IGNORECASE)


def published(
    page: LexborHTMLParser, blocks: Outline, metas: dict[str, str], told: str | None
) -> str | None:
    """Return the date of the page's article in ISO 8601; ``None`` where it prints none."""
    given = (told, *(metas.get(name) for name in _METAS))
    heads = around_headlines(page.body) if page.body is not None else set()
    marked = list(_own_dates(page.css(_MARKED)[:_MOST_PRINTED], heads))
    printed = list(_own_dates(page.css(_PRINTED)[:_MOST_PRINTED], heads))
    return (
        _first_date(given)
        or _first_date(_labelled(blocks))
        or _first_date(text for text, changed in marked if not changed)
        or _first_date(text for text, changed in printed if not changed)
        or _first_date(text for text, _ in (*marked, *printed))
        or _first_date(_under_headline(blocks))
    )


def _first_date(texts: Iterable[str | None]) -> str | None:
    return next((date for text in texts if text and (date := parse_date(text))), None)


def _labelled(page: Outline) -> Iterator[str]:
    """Yield what stands behind a label in the article's own part: in its line or in the next."""
    lines = [b.text for b in page.blocks if page.elements[b.element].noise < 0]
    for number, line in enumerate(lines):
        label = _LABEL.search(line[:_LONGEST_PRINTED])
        if label:
            behind = line[label.end() : label.end() + _LONGEST_PRINTED]
            change = _CHANGED.search(behind)
            yield behind[: change.start()] if change else behind
            if number + 1 < len(lines) and not behind.strip(" :؛\xa0"):
                yield lines[number + 1][:_LONGEST_PRINTED]


def _under_headline(page: Outline) -> Iterator[str]:
    """Yield the lines close below the headline that are a date and nothing else."""
    heads = (n for n, b in enumerate(page.blocks) if page.elements[b.element].tag == "h1")
    head = next(heads, None)
    if head is not None:
        near = page.blocks[head + 1 : head + 1 + _MOST_BELOW]
        yield from (block.text for block in near if is_date(block.text))


def _beside_link(node: LexborNode, heads: set[int]) -> bool:
    """Whether a date stands beside the headline of another article: a link, and little else."""
    around = node.parent
    for _ in range(_MOST_BESIDE):
        if around is None or around.mem_id in heads or around.tag in ("body", "html"):
            return False
        if len(around.text()) <= _LONGEST_TEASER:
            links = around.css("a")[:_MOST_BELOW]
            if any(len(link.text().strip()) >= _SHORTEST_HEADLINE for link in links):
                return True
        around = around.parent
    return False


def _own_dates(nodes: Iterable[LexborNode], heads: set[int]) -> Iterator[tuple[str, bool]]:
    """Yield the dates of elements about the article, and whether each tells of a change."""
    for node in nodes:
        if beside_article(node, heads) or _beside_link(node, heads):
            continue
        text = " ".join(node.text(separator="").split())
        value = node.attributes.get("datetime") or node.attributes.get("content") or text
        if len(value) <= _LONGEST_PRINTED and not _TODAY.search(text):
            yield value, bool(hints(node.attributes) & _CHANGED_WORDS or _CHANGED.search(text))
