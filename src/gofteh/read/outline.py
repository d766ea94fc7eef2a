"""A page as a flat list of text blocks, each knowing where in the tree it stood."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape

from selectolax.lexbor import LexborNode

_BLOCKS = frozenset(
    "address article aside blockquote body center dd details dialog dir div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu "
    "nav ol p pre search section summary table tbody td tfoot th thead tr ul".split()
)
_SILENT = frozenset(
    "audio button canvas datalist embed head iframe input map math meter noscript object option "
    "progress script select style svg template textarea title video".split()
)
_NOISY_TAGS = frozenset("aside dialog figcaption figure footer form header nav search".split())
_NOISY_WORDS = frozenset(
    "ad ads adv advert advertisement advertising banner breadcrumb breadcrumbs caption cookie "
    "copyright credit footer gallery latest login menu modal mostviewed mostvisited nav navbar "
    "navigation newsletter pagination podcast poll popup popular print promo pull pullquote rate "
    "rating recommend recommended related relation sharing share shares shortlink sidebar sidenav "
    "social socials sponsor subscribe suggestion tag tags telegram toolbar trending whatsapp "
    "widget".split()
)
_COMMENT_WORDS = frozenset(
    "comment comments disqus replies respond nazar nazarat didgah didgahha usercomment usercomments"
    " viewers opinions cmt cmts cmnt cmnts".split()
)
_LEAD_WORDS = frozenset(
    "abstract excerpt intro introduction introtext lead leadtext lid lide standfirst subtitle "
    "summary".split()
)
# Parts of the site, and lists of other articles: their dates are not the article's.
_SITE_TAGS = frozenset("aside footer form header nav".split())
_OTHERS_WORDS = _COMMENT_WORDS | frozenset(
    "footer latest menu mostviewed mostvisited navbar navigation popular recommend recommended"
    " related relation sidebar sidenav suggestion ticker topbar trending".split()
)
_PARAGRAPHS = frozenset("p blockquote".split())
# Parts of the article that only subscribers see: a page hides them from machines, too.
_PAYWALL_WORDS = frozenset("paywall paywalled premium subscriber subscribers metered gated".split())
# … and what asks the others to subscribe.
_OFFERS = frozenset("notice banner message prompt offer overlay modal popup cta promo".split())
# What a page shows where its letters were escaped twice: ``می&zwnj;گوید``.
_ESCAPED = re.compile(
    r"&(?:zwnj|zwj|nbsp|laquo|raquo|quot|hellip|ndash|mdash|rlm|lrm|#8204|#x200c);"
)
_QUOTE, _QUOTED, _UNQUOTED = "q", "«", "»"
_HINT_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_AS_BLOCK = re.compile(r"display\s*:\s*(?:block|flex|grid|table|list-item)", re.IGNORECASE)
# HTML's white space. Everything else, half-spaces and hard spaces above all, is text.
_SPACE = re.compile(r"[ \t\n\r\f]+")
_EDGE = " \t\n\r\f\xa0"
_LONGEST_HINT = 300
# Classes by which a page hides text from the eye alone: what a screen reader says of its buttons.
_FOR_MACHINES = frozenset({"sr-only", "visually-hidden", "screen-reader-text"})
# So far out it is looked for what an element is part of.
_MOST_AROUND = 40


@dataclass(slots=True)
class Block:
    """One line of text; ``element`` is the index of the block element that holds it."""

    text: str
    linked: int
    element: int

    @property
    def link_share(self) -> float:
        """How much of the text stands in links, 0 to 1."""
        return self.linked / len(self.text)


@dataclass(slots=True)
class Element:
    """A block element: its place in the tree and what its markup says about it."""

    tag: str
    parent: int
    end: int = 0  # the last element inside
    noise: int = -1  # the outermost element around that calls itself something else
    comment: bool = False
    lead: bool = False
    body: bool = False  # itemprop=articleBody


@dataclass(slots=True)
class Outline:
    """All text blocks of a page in order, and the elements, parents before children."""

    blocks: list[Block] = field(default_factory=list)
    elements: list[Element] = field(default_factory=list)


def outline(root: LexborNode) -> Outline:
    """Return the blocks of everything under ``root`` (a body) that a reader can see."""
    builder = _Builder(around_headlines(root))
    for node, opens in _events(root):
        if not opens:
            builder.close(node)
        elif node.is_text_node:
            builder.add(node.text_content or "")
        else:
            builder.open(node)
    builder.flush()
    return builder.outline


def around_headlines(root: LexborNode) -> set[int]:
    """Return the elements around headlines and article bodies: no label makes them noise."""
    found: set[int] = set()
    for node in root.css("h1, [itemprop~=articleBody]"):
        inner: LexborNode | None = node
        while inner is not None and inner.mem_id not in found:
            found.add(inner.mem_id)
            inner = inner.parent
    return found


def _events(root: LexborNode) -> Iterator[tuple[LexborNode, bool]]:
    """Yield the nodes in order, elements again when they end; none of what nobody sees.

    Not recursive: pages nest deep.
    """
    stack: list[tuple[LexborNode, bool]] = [(root, True)]
    while stack:
        node, opens = stack.pop()
        if opens and node.is_element_node and _is_silent(node):
            continue
        yield node, opens
        if not opens or not node.is_element_node:
            continue
        stack.append((node, False))
        child = node.last_child
        while child is not None:
            if child.is_text_node or child.is_element_node:
                stack.append((child, True))
            child = child.prev


def _is_silent(node: LexborNode) -> bool:
    if node.tag in _SILENT:
        return True
    attributes = node.attributes
    # paragraphs behind a paywall are hidden from readers' machines alone
    aside = attributes.get("aria-hidden") == "true" and not _is_text_for_some(node)
    spoken = not _FOR_MACHINES.isdisjoint((attributes.get("class") or "")[:_LONGEST_HINT].split())
    return (
        ("hidden" in attributes or aside or spoken)
        or bool(_HIDDEN.search((attributes.get("style") or "")[:_LONGEST_HINT]))
    ) and node.tag != "body"


def _is_text_for_some(node: LexborNode) -> bool:
    if node.tag in _PARAGRAPHS:
        return True
    told = hints(node.attributes)
    return not _PAYWALL_WORDS.isdisjoint(told) and _OFFERS.isdisjoint(told)


def _is_shown_as_block(node: LexborNode) -> bool:
    """Whether an element's own style sets its text in lines of their own."""
    style = node.attributes.get("style")
    return bool(style) and bool(_AS_BLOCK.search((style or "")[:_LONGEST_HINT]))


class _Builder:
    """Collects text into blocks while a tree is walked."""

    def __init__(self, guarded: set[int]) -> None:
        self.outline = Outline()
        self._guarded = guarded
        self._open: list[int] = []
        self._parts: list[str] = []
        self._linked = 0
        self._links = 0

    def open(self, node: LexborNode) -> None:
        tag = node.tag or ""
        if tag in _BLOCKS or tag == "br" or _is_shown_as_block(node):
            self.flush()
        if tag in _BLOCKS:
            self._enter(node, tag)
        self._links += tag == "a"
        if tag == _QUOTE:
            self._parts.append(_QUOTED)

    def close(self, node: LexborNode) -> None:
        tag = node.tag or ""
        self._links -= tag == "a"
        if tag == _QUOTE:
            self._parts.append(_UNQUOTED)
        if _is_shown_as_block(node):
            self.flush()
        if tag in _BLOCKS:
            self.flush()
            index = self._open.pop()
            self.outline.elements[index].end = len(self.outline.elements) - 1

    def add(self, text: str) -> None:
        self._parts.append(text)
        if self._links:
            self._linked += len(_SPACE.sub("", text))

    def flush(self) -> None:
        text = _SPACE.sub(" ", "".join(self._parts)).strip(_EDGE)
        text = _ESCAPED.sub(lambda escaped: unescape(escaped.group()), text)
        if text and self._open:
            linked = min(self._linked, len(text))
            self.outline.blocks.append(Block(text, linked, self._open[-1]))
        self._parts, self._linked = [], 0

    def _enter(self, node: LexborNode, tag: str) -> None:
        elements = self.outline.elements
        parent = self._open[-1] if self._open else -1
        element = Element(tag, parent)
        if parent >= 0:
            element.noise = elements[parent].noise
        self._label(element, node, len(elements))
        self._open.append(len(elements))
        elements.append(element)

    def _label(self, element: Element, node: LexborNode, index: int) -> None:
        attributes = node.attributes
        words = hints(attributes)
        itemprop = (attributes.get("itemprop") or "").split()
        element.body = "articleBody" in itemprop
        element.lead = bool(words & _LEAD_WORDS) or "description" in itemprop
        element.comment = bool(words & _COMMENT_WORDS) or "comment" in itemprop
        noisy = element.comment or element.tag in _NOISY_TAGS or words & _NOISY_WORDS
        if noisy and element.noise < 0 and index and node.mem_id not in self._guarded:
            element.noise = index


def beside_article(node: LexborNode, headlines: set[int]) -> bool:
    """Whether an element stands in the site's own parts: header, lists of others, comments.

    ``headlines`` are the elements around headlines, as ``around_headlines`` gives them.
    """
    inner: LexborNode | None = node
    for _ in range(_MOST_AROUND):
        if inner is None or inner.tag in ("body", "html") or inner.mem_id in headlines:
            return False
        if inner.tag in _SITE_TAGS or hints(inner.attributes) & _OTHERS_WORDS:
            return True
        inner = inner.parent
    return False


def hints(attributes: dict[str, str | None]) -> set[str]:
    """Return the words of an element's class and id, in small letters."""
    labels = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"[:_LONGEST_HINT]
    return {word.lower() for word in _HINT_WORD.findall(labels)}
