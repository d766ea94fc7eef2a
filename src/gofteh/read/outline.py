"""A page as a flat list of text blocks, each knowing where in the tree it stood."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

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
_COMMENT_WORDS = frozenset("comment comments disqus replies respond nazar".split())
_LEAD_WORDS = frozenset(
    "abstract excerpt intro introduction introtext lead leadtext lid lide standfirst subtitle "
    "summary".split()
)
_HINT_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
# HTML's white space. Everything else, half-spaces and hard spaces above all, is text.
_SPACE = re.compile(r"[ \t\n\r\f]+")
_EDGE = " \t\n\r\f\xa0"
_LONGEST_HINT = 300


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
    builder = _Builder(_guarded(root))
    for node, opens in _events(root):
        if not opens:
            builder.close(node)
        elif node.is_text_node:
            builder.add(node.text_content or "")
        else:
            builder.open(node)
    builder.flush()
    return builder.outline


def _guarded(root: LexborNode) -> set[int]:
    """Return the elements around headlines and article bodies: no label makes them noise."""
    found: set[int] = set()
    for node in root.css("h1, [itemprop~=articleBody]"):
        inner: LexborNode | None = node
        while inner is not None and inner.mem_id not in found:
            found.add(inner.mem_id)
            inner = inner.parent
    return found


def _events(root: LexborNode) -> Iterator[tuple[LexborNode, bool]]:
    """Yield the nodes in order, elements again when they end. Not recursive: pages nest deep."""
    stack: list[tuple[LexborNode, bool]] = [(root, True)]
    while stack:
        node, opens = stack.pop()
        yield node, opens
        if not opens or not node.is_element_node or _is_silent(node):
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
    return (
        ("hidden" in attributes or attributes.get("aria-hidden") == "true")
        or bool(_HIDDEN.search((attributes.get("style") or "")[:_LONGEST_HINT]))
    ) and node.tag != "body"


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
        if tag in _BLOCKS or tag == "br":
            self.flush()
        if tag in _BLOCKS:
            self._enter(node, tag)
        self._links += tag == "a"

    def close(self, node: LexborNode) -> None:
        tag = node.tag or ""
        self._links -= tag == "a"
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
        words = _hints(attributes)
        itemprop = (attributes.get("itemprop") or "").split()
        element.body = "articleBody" in itemprop
        element.lead = bool(words & _LEAD_WORDS) or "description" in itemprop
        element.comment = bool(words & _COMMENT_WORDS) or "comment" in itemprop
        noisy = element.comment or element.tag in _NOISY_TAGS or words & _NOISY_WORDS
        if noisy and element.noise < 0 and index and node.mem_id not in self._guarded:
            element.noise = index


def _hints(attributes: dict[str, str | None]) -> set[str]:
    labels = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"[:_LONGEST_HINT]
    return {word.lower() for word in _HINT_WORD.findall(labels)}
