"""Tags that stand bare in a feed's texts, written as the text that they are.

A title or a text of a feed holds HTML as text: escaped, or marked as data. Where its tags stand
bare they are elements to an XML parser, and readers of feeds take what stands before the first of
them for the whole text. Atom's ``type="xhtml"`` means such tags; it is read the same way.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape

_FIELDS = ("title", "description", "summary", "content", "content:encoded")
# Names with a prefix are fields where it stands for one of these vocabularies: what else is called
# a title or a content (of a picture, of a podcast) may hold elements, and rightly.
_VOCABULARIES = "http://www\\.w3\\.org/2005/Atom|http://purl\\.org/(?:atom/ns#|rss/1\\.0/)"
_XHTML = "http://www\\.w3\\.org/1999/xhtml"
_PREFIX = r"""xmlns:([\w.-]{{1,40}})\s{{0,9}}=\s{{0,9}}["'](?:{})["']"""
_PREFIXES = re.compile(_PREFIX.format(_VOCABULARIES))
_XHTML_PREFIXES = re.compile(_PREFIX.format(_XHTML))
_MOST_PREFIXES = 5
_ATTRIBUTES = r"""(?:\s(?:[^<>"']++|"[^"<]*+"|'[^'<]*+')*+)?"""
_IS_XHTML = re.compile(r"""(\btype\s{0,9}=\s{0,9}["'])xhtml(?=["'])""")
_DATA = re.compile(r"<!\[CDATA\[(.*?)\]\]>", re.DOTALL)
_UNSEEN = re.compile(r"<!--.*?-->|<\?.*?\?>", re.DOTALL)
# An element closed in its own tag is open to HTML, up to the end of the text, or of the page.
_EMPTY = re.compile(r"<([A-Za-z][\w:.-]{0,40})([^<>]*+)(?<=/)>")
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())


@dataclass(frozen=True, slots=True)
class Fields:
    """How the texts of a feed are called in it."""

    opening: re.Pattern[str]
    xhtml: re.Pattern[str] | None


def fields_of(markup: str) -> Fields:
    """Return how a feed calls its texts, by the prefixes that it declares."""
    prefixes = [re.escape(name) for name in _declared(_PREFIXES, markup)]
    names = [*_FIELDS, *(f"{prefix}:{name}" for prefix in prefixes for name in _FIELDS[:4])]
    foreign = [re.escape(name) for name in _declared(_XHTML_PREFIXES, markup)]
    return Fields(
        re.compile(rf"<(?P<name>{'|'.join(names)}){_ATTRIBUTES}(?<!/)>"),
        re.compile(rf"(</?)(?:{'|'.join(foreign)}):") if foreign else None,
    )


def _declared(form: re.Pattern[str], markup: str) -> list[str]:
    found = dict.fromkeys(one[1] for one in form.finditer(markup))
    return list(found)[:_MOST_PREFIXES]


def tags_as_text(markup: str, fields: Fields) -> str:
    """Return an entry, or what stands around entries, with the tags in its texts escaped.

    A text that is not closed stays as it is, for whoever reads the entry to complain of.
    """
    kept: list[str] = []
    done = 0
    unclosed: set[str] = set()  # to look for an end at each beginning would take for ever
    while opening := fields.opening.search(markup, done):
        name = opening["name"]
        closing = None if name in unclosed else _closing(markup, name, opening.end())
        if closing is None:
            unclosed.add(name)
            kept.append(markup[done : opening.end()])
            done = opening.end()
            continue
        inner = markup[opening.end() : closing]
        kept += (markup[done : opening.start()], *_as_text(opening.group(), inner, fields))
        done = closing
    return "".join((*kept, markup[done:])) if kept else markup


def _closing(markup: str, name: str, start: int) -> int | None:
    """Return where the end tag of an element stands that may hold others of its name."""
    quoted = re.escape(name)
    tags = re.compile(
        rf"<!\[CDATA\[.*?(?:\]\]>|\Z)|<!--.*?(?:-->|\Z)|<{quoted}{_ATTRIBUTES}(?<!/)>"
        rf"|(?P<end></{quoted}\s{{0,9}}>)",
        re.DOTALL,
    )
    depth = 1
    for tag in tags.finditer(markup, start):
        if tag["end"]:
            depth -= 1
        elif not tag.group().startswith("<!"):
            depth += 1
        if not depth:
            return tag.start()
    return None


def _as_text(tag: str, inner: str, fields: Fields) -> tuple[str, str]:
    """Return a text's start tag, and its inner markup as text."""
    parts = _DATA.split(inner)  # markup and data take turns
    if "<" not in "".join(parts[::2]):
        return tag, inner
    html, xhtml = _IS_XHTML.subn(r"\1html", tag)
    for number, part in enumerate(parts):
        if number % 2:
            parts[number] = escape(escape(part) if xhtml else part, quote=False)
        else:
            # What XHTML escapes is no tag; it must be none either once it is read as text.
            part = part.replace("&", "&amp;") if xhtml else part
            parts[number] = _escaped(part, fields)
    return html, "".join(parts)


def _escaped(markup: str, fields: Fields) -> str:
    markup = _UNSEEN.sub("", markup)
    if fields.xhtml:
        markup = fields.xhtml.sub(r"\1", markup)
    return _EMPTY.sub(_opened, markup).replace("<", "&lt;")


def _opened(tag: re.Match[str]) -> str:
    name, attributes = tag[1], tag[2]
    if name.lower() in _VOID:
        return tag.group()
    return f"<{name}{attributes[:-1]}></{name}>"
