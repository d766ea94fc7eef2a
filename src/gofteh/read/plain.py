"""Text files as crawlers write them: a headline in Markdown, lines of address and date, a footer.

What is no line of the article goes where it belongs: into title, address, date and outlet. A file
that shows no such sign is text as it stands.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from gofteh.read.dates import parse_date
from gofteh.read.furniture import ends_article

_HEADLINE = re.compile(r"#{1,2}[ \t]+(?P<title>\S.*?)[ \t]*#*$")
_UNDERLINE = re.compile(r"(?:={3,}|-{3,})$")
_RULE = re.compile(r"(?:-{3,}|\*{3,}|_{3,}|={3,})$")
_EMPHASIS = re.compile(r"\*\*|__|(?<!\w)[*_]|[*_](?!\w)")
_LINE = re.compile(r"(?P<label>[^\W\d_][^:：\n]{0,24})\s*[:：]\s*(?P<value>\S.*)$")
_ADDRESS = re.compile(r"<?(?P<url>https?://[^\s<>]+)>?$")
# What a line is about, by its label in small letters.
_URL, _DATE, _OUTLET, _TITLE, _OTHER = "url", "date", "outlet", "title", "other"
_LABELS = {
    label: kind
    for kind, labels in (
        (_URL, "url|link|address|permalink|canonical|source url|آدرس|لینک|نشانی|پیوند|لینک خبر"),
        (_URL, "لینک کوتاه|لینک مطلب"),
        (_DATE, "date|published|publish date|pubdate|time|تاریخ|تاریخ انتشار|زمان انتشار|زمان"),
        (_DATE, "انتشار|منتشر شده در"),
        (_OUTLET, "source|outlet|site|publisher|منبع|رسانه|خبرگزاری|سایت"),
        (_TITLE, "title|headline|عنوان|تیتر"),
        (_OTHER, "id|author|by|tags|category|section|keywords|crawled|fetched|retrieved|scraped"),
        (_OTHER, "crawl date|lang|language|کد خبر|نویسنده|خبرنگار|برچسب ها|برچسب‌ها|برچسبها|دسته"),
        (_OTHER, "گروه|سرویس|کلیدواژه|تاریخ دریافت|بازدید"),
    )
    for label in labels.split("|")
}
_MOST_LINES = 30
_LONGEST_LINE = 400


@dataclass(slots=True)
class Plain:
    """A text file taken apart; ``None`` for what it does not tell."""

    text: str
    title: str | None = None
    told: dict[str, str] = field(default_factory=dict)

    @property
    def url(self) -> str | None:
        """The address that the file gives."""
        return self.told.get(_URL)

    @property
    def published(self) -> str | None:
        """The date that the file gives, in ISO 8601."""
        return parse_date(self.told.get(_DATE, ""))

    @property
    def outlet(self) -> str | None:
        """The outlet that the file gives."""
        return self.told.get(_OUTLET)


def take_apart(text: str) -> Plain:
    """Return a text file's article and what stands around it."""
    lines = text.lstrip("\ufeff").splitlines(keepends=True)
    plain = Plain(text)
    start = _front_matter(lines, plain) or _headline(lines, plain)
    if not start:
        return plain
    while start < len(lines) and (not lines[start].strip() or _is_told(lines[start], plain)):
        start += 1
    end = _footer(lines, start, plain)
    plain.title = plain.title or plain.told.get(_TITLE)
    plain.text = "".join(lines[start:end]).rstrip()
    return plain if plain.text else Plain(text)


def _headline(lines: list[str], plain: Plain) -> int:
    """Return the line behind the headline, 0 where the file has none."""
    first = next((i for i, line in enumerate(lines[:_MOST_LINES]) if line.strip()), len(lines))
    while first < len(lines) and _is_told(lines[first], plain):  # the address may stand above
        first = next((i for i in range(first + 1, len(lines)) if lines[i].strip()), len(lines))
    if first == len(lines):
        return 0
    marked = _HEADLINE.match(lines[first].strip()[:_LONGEST_LINE])
    if marked:
        plain.title = _bare(marked["title"])
        return first + 1
    if first + 1 < len(lines) and _UNDERLINE.match(lines[first + 1].strip()):
        plain.title = _bare(lines[first].strip()[:_LONGEST_LINE])
        return first + 2
    return 0


def _front_matter(lines: list[str], plain: Plain) -> int:
    """Return the line behind a block of labels between two rules, 0 where there is none."""
    if not lines or lines[0].strip() != "---":
        return 0
    for i, line in enumerate(lines[1:_MOST_LINES], 1):
        if line.strip() == "---":
            behind = _headline(lines[i + 1 :], plain)
            return i + 1 + behind
        if line.strip() and not _is_told(line, plain):
            return 0
    return 0


def _is_told(line: str, plain: Plain) -> bool:
    """Whether a line is about the article and no part of it; what it tells is kept."""
    bare = _EMPHASIS.sub("", line.strip().lstrip("->•* "))[:_LONGEST_LINE]
    address = _ADDRESS.match(bare)
    if address:
        plain.told.setdefault(_URL, address["url"])
        return True
    found = _LINE.match(bare)
    kind = _LABELS.get(found["label"].strip().lower()) if found else None
    if found and kind:
        value = found["value"].strip().strip("\"'<>")
        plain.told.setdefault(kind, value)
        return True
    return _is_date(bare, plain)


def _is_date(line: str, plain: Plain) -> bool:
    """Whether a line is a date and nothing else."""
    words = line.split()
    if not words or len(words) > 8 or not any(c.isdigit() for c in line) or not parse_date(line):
        return False
    plain.told.setdefault(_DATE, line)
    return len([w for w in words if w.isalpha() and len(w) > 2]) <= 4 and not line.endswith(".")


def _footer(lines: list[str], start: int, plain: Plain) -> int:
    """Return where the article ends: before what a rule parts from it, or lines about it."""
    end = len(lines)
    for i in range(len(lines) - 1, max(start, len(lines) - _MOST_LINES), -1):
        line = lines[i].strip()
        if not line or _RULE.match(line) or ends_article(line) or _is_told(line, plain):
            end = i
        else:
            break
    return end


def _bare(title: str) -> str:
    return _EMPHASIS.sub("", title).strip()
