"""Takes from a page what makes parsers slow: bottomless nesting, tags of endless attributes.

HTML parsing costs depth times tags, attributes squared, and each open formatting element is
opened anew in every paragraph. A page of ten megabytes made of such things would take hours.
Pages of real sites pass through unchanged.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gofteh.read.errors import ReadError

_MOST_OPEN = 500  # browsers stop at 512
_MOST_FORMATTING = 16
_MOST_TAGS = 250_000  # a news page has some thousands
_LONG_TAG = 20_000
_MOST_ATTRIBUTES = 500

# A start or end tag by the rules of the HTML tokenizer. Possessive: linear on any input.
_TAG = re.compile(
    r"""<(/?)([a-zA-Z][^\s/>]*+)
    ((?:[\s/]++|[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|(?!["'])[^\s>]*+))?+)*+)>""",
    re.VERBOSE,
)
_ATTRIBUTE = re.compile(r"""[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>]*+))?+""")
_MARKUP = re.compile(r"<(?=[a-zA-Z/!])")
_END_TAG = re.compile(r"</[a-zA-Z]")
_RAW = {
    name: re.compile(rf"</{name}", re.IGNORECASE)
    for name in ("script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes")
}
_FORMATTING = frozenset("a b big code em font i nobr s small strike strong tt u span".split())
# Void elements, and those that end by themselves when the next one begins.
_NEVER_DEEP = frozenset(
    "area base br col embed hr img input link meta param source track wbr image frame "
    "p li dt dd option tr td th tbody thead tfoot rt rp html head body".split()
)


def tame(html: str) -> str:
    """Return the page without the tags and attributes beyond any honest number.

    The text between them all stays. A page within the limits is returned as it is. Raises
    ``ReadError`` for a page of so many tags that its tree would not fit in memory.
    """
    kept: list[str] = []
    done = 0
    levels = _Levels()
    for number, tag in enumerate(_tags(html)):
        if number >= _MOST_TAGS:
            message = f"the page has more than {_MOST_TAGS} tags; split it to read it"
            raise ReadError("too-complex", message)
        replacement = _judged(tag, levels)
        if replacement is not None:
            kept += (html[done : tag.start()], replacement)
            done = tag.end()
    return "".join((*kept, html[done:])) if kept else html


# What a feed has at most; honest ones have a hundredth of it.
_MOST_XML_ATTRIBUTES = 100
_MOST_XML_ATTRIBUTES_IN_ALL = 200_000
_MOST_XML_OPEN = 200
_XML_MARKUP = re.compile(r"<(?:!--|!\[CDATA\[|\?|[!/]?)")
_XML_ENDS = {"<!--": "-->", "<![CDATA[": "]]>", "<?": "?>"}
# A quoted value may hold ">"; a stray quote does not hide the end for long.
_XML_TAG_END = re.compile(r"""(?:[^>"']++|"[^"]*+"|'[^']*+'|["'])*+>""")


def refuse_monsters(xml: str) -> None:
    """Raise ``ReadError`` for XML that would cost a parser more than its length is worth.

    Parsers compare each attribute of a tag with all others, and each name with all that are
    open: the square of their number. One pass, linear in the length.
    """
    tags = attributes = depth = 0
    for tag in _xml_tags(xml):
        tags += 1
        if tag.startswith("</"):
            depth = max(0, depth - 1)
            continue
        found = tag.count("=")
        attributes += found
        depth += not tag.endswith("/>")
        if (
            found > _MOST_XML_ATTRIBUTES
            or attributes > _MOST_XML_ATTRIBUTES_IN_ALL
            or tags > _MOST_TAGS
        ):
            raise ReadError("too-complex", _MONSTER)
        if depth > _MOST_XML_OPEN:
            message = f"neither RSS nor Atom: more than {_MOST_XML_OPEN} levels of tags"
            raise ReadError("not-a-feed", message)


_MONSTER = (
    f"the feed has more than {_MOST_TAGS} tags, {_MOST_XML_ATTRIBUTES} attributes in a tag "
    f"or {_MOST_XML_ATTRIBUTES_IN_ALL} in all; such feeds are refused"
)


def _xml_tags(xml: str) -> Iterator[str]:
    """Yield the start and end tags, without what stands in comments and CDATA."""
    at = 0
    while found := _XML_MARKUP.search(xml, at):
        ends = _XML_ENDS.get(found[0])
        if ends is not None:
            at = xml.find(ends, found.end()) + len(ends)
            if at < len(ends):
                return  # no more ends: to look on at each of them would take for ever
            continue
        whole = _XML_TAG_END.match(xml, found.end())
        if whole is None:
            yield xml[found.start() :]
            return
        yield xml[found.start() : whole.end()]
        at = whole.end()


class _Levels:
    """Counts what is open, and of which elements tags were left out."""

    def __init__(self) -> None:
        self._open: dict[str, int] = {}
        self._left_out: dict[str, int] = {}
        self._depth = 0
        self._formatting = 0

    def enter(self, name: str) -> bool:
        """Note a start tag; return whether it may stay."""
        formatting = name in _FORMATTING
        if self._depth >= _MOST_OPEN or (formatting and self._formatting >= _MOST_FORMATTING):
            self._left_out[name] = self._left_out.get(name, 0) + 1
            return False
        self._change(name, 1)
        return True

    def leave(self, name: str) -> bool:
        """Note an end tag; return whether it may stay."""
        if self._left_out.get(name):
            self._left_out[name] -= 1
            return False
        if self._open.get(name):
            self._change(name, -1)
        return True

    def _change(self, name: str, step: int) -> None:
        self._open[name] = self._open.get(name, 0) + step
        self._depth += step
        self._formatting += step * (name in _FORMATTING)


def _tags(html: str) -> Iterator[re.Match[str]]:
    """Yield the tags that count, without those inside scripts and comments."""
    at = 0
    while found := _MARKUP.search(html, at):
        if html.startswith("<!", found.start()):
            at = _after_comment(html, found.start())
            continue
        if html.startswith("</", found.start()) and not _END_TAG.match(html, found.start()):
            at = html.find(">", found.start()) + 1  # to browsers a comment
            if not at:
                break
            continue
        tag = _TAG.match(html, found.start())
        if tag is None:
            break  # no tag ends any more: to look on, at each "<" anew, would take for ever
        yield tag
        at = _after_raw(html, tag)


def _after_comment(html: str, start: int) -> int:
    if not html.startswith("<!--", start):
        return start + 2
    end = html.find("-->", start + 2)
    return len(html) if end < 0 else end + 3


def _after_raw(html: str, tag: re.Match[str]) -> int:
    raw = None if tag[1] else _RAW.get(tag[2].lower())
    if raw is None:
        return tag.end()
    closing = raw.search(html, tag.end())
    return closing.start() if closing else len(html)


def _judged(tag: re.Match[str], levels: _Levels) -> str | None:
    """Return what stands in the place of a tag; ``None`` where it may stay as it is."""
    name = tag[2].lower()
    if name not in _NEVER_DEEP and not tag[3].endswith("/"):
        stays = levels.leave(name) if tag[1] else levels.enter(name)
        if not stays:
            return ""
    if len(tag[3]) > _LONG_TAG and len(_ATTRIBUTE.findall(tag[3])) > _MOST_ATTRIBUTES:
        return f"<{tag[1]}{tag[2]}>"
    return None
