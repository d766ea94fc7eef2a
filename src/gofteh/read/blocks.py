"""Which blocks of a page are the article: its lead and its paragraphs, and nothing else."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import islice, takewhile

from gofteh.read.furniture import (
    announces_comments,
    announces_related,
    counts_comments,
    ends_article,
    is_furniture,
    without_end_mark,
)
from gofteh.read.outline import Block, Outline

_GOOD_LENGTH = 40  # characters of running text; menus and labels are shorter
_GOOD_LINKS = 0.35
_LINK_LINE = 0.75
_LONGEST_HEADLINE = 80  # characters; what is longer and ends in a full stop is prose
# A child that holds this much of its parent's running text holds the article.
_HOLDS_MOST = 0.8
_HOLDS_ALL = 0.97
_ENOUGH_BODY = 200
_NOISE_IS_ALL = 0.6
_LONGEST_LEAD = 1000
# So many blocks behind a number of comments are looked at.
_MOST_BEHIND = 200
# So many headlines with a line on each, side by side, are a list of other articles.
_FEWEST_TEASERS = 3
# So far out it is looked for what a headline is part of.
_MOST_AROUND = 4
_SENTENCE_END = (".", "!", "؟", "?", "»", "”", '"', ":", "…", "؛", "،", "/", ")")
_RELATED_LENGTH = 120


def main_text(page: Outline, title: str | None) -> str:
    """Return the article's paragraphs, one a line, the lead first; empty if there are none."""
    if not page.elements:
        return ""
    silenced = _noise(page)
    blocks = [b for b in page.blocks if page.elements[b.element].noise not in silenced]
    blocks = _without_teasers(page, _without_comments(page, blocks))
    top = _marked_body(page, blocks)
    marked = top is not None
    if top is None:
        blocks = _after_title(page, blocks, title)
        top = _densest(page, blocks)
    inside = [b for b in blocks if top <= b.element <= page.elements[top].end]
    kept = inside if marked else _trimmed(page, inside)
    lead = _lead(page, blocks, kept[0] if kept else None, title)
    return "\n".join(_paragraphs(page, [*lead, *kept], title))


def _without_comments(page: Outline, blocks: list[Block]) -> list[Block]:
    """Return the blocks without what stands under a heading over readers' comments.

    It rules to the end of the element around it, and to the end of the page where that also holds
    the article.
    """
    kept: list[Block] = []
    until = -1
    length = 0
    for number, block in enumerate(blocks):
        if block.element <= until:
            continue
        if length and not block.linked and _opens_comments(page, blocks, number, length):
            until = _ruled(page, block)
            continue
        length += _is_good(block)
        kept.append(block)
    return kept


def _ruled(page: Outline, block: Block) -> int:
    """The last element that a heading rules."""
    return max(page.elements[page.elements[block.element].parent].end, block.element)


def _opens_comments(page: Outline, blocks: list[Block], number: int, length: int) -> bool:
    """Whether a block is a heading over comments, behind so many blocks of good text.

    How many comments there are is one at the begin of an element of its own, or if less text
    follows than stands before: else it stands beside the headline.
    """
    block = blocks[number]
    if announces_comments(block.text) or not counts_comments(block.text):
        return announces_comments(block.text)
    inside = page.elements[block.element].end
    own = number + 1 < len(blocks) and blocks[number + 1].element <= inside
    return own or _text_up_to(blocks, number + 1, _ruled(page, block)) < length


def _text_up_to(blocks: list[Block], first: int, end: int) -> int:
    """How many blocks of good text stand from one on up to an element."""
    near = islice(blocks, first, first + _MOST_BEHIND)
    behind = takewhile(lambda block: block.element <= end, near)
    return sum(map(_is_good, behind))


def _without_teasers(page: Outline, blocks: list[Block]) -> list[Block]:
    """Return the blocks without lists of other articles: each a linked headline and a line on it.

    All of them where little else would be left: a live blog is such a list, too.
    """
    inside: set[int] = set()
    done = -1  # an item may stand in another: no element is gone through twice
    for item in sorted(_teasers(page, blocks)):
        end = page.elements[item].end
        inside.update(range(max(item, done + 1), end + 1))
        done = max(done, end)
    kept = [block for block in blocks if block.element not in inside]
    left = sum(len(block.text) for block in kept if _is_good(block))
    return kept if left >= _ENOUGH_BODY else blocks


def _teasers(page: Outline, blocks: list[Block]) -> set[int]:
    """Return the elements of such a list, of `_FEWEST_TEASERS` or more side by side."""
    goods: Counter[int] = Counter()
    for block in blocks:
        goods.update(_around(page, block.element) if _is_good(block) else ())
    found: defaultdict[int, set[int]] = defaultdict(set)
    for block in blocks:
        if block.link_share < _LINK_LINE or len(block.text) < _GOOD_LENGTH // 2:
            continue
        item = next((index for index in _around(page, block.element) if goods[index]), None)
        if item is not None and goods[item] == 1:
            found[page.elements[item].parent].add(item)
    return {item for items in found.values() if len(items) >= _FEWEST_TEASERS for item in items}


def _around(page: Outline, element: int) -> list[int]:
    """Return an element and the nearest of those around it, innermost first."""
    around: list[int] = []
    while element > 0 and len(around) < _MOST_AROUND:
        around.append(element)
        element = page.elements[element].parent
    return around


def _is_good(block: Block) -> bool:
    return len(block.text) >= _GOOD_LENGTH and block.link_share < _GOOD_LINKS


def _masses(page: Outline, blocks: list[Block]) -> list[int]:
    """Return the length of running text under each element."""
    masses = [0] * len(page.elements)
    for block in blocks:
        if _is_good(block):
            masses[block.element] += len(block.text)
    for index in range(len(masses) - 1, 0, -1):
        masses[page.elements[index].parent] += masses[index]
    return masses


def _noise(page: Outline) -> set[int]:
    """Return the noisy elements to leave out: all but one that holds the page's main text."""
    masses = _masses(page, page.blocks)
    roots = {element.noise for element in page.elements if element.noise >= 0}
    main = {
        root
        for root in roots
        if masses[root] > _NOISE_IS_ALL * masses[0] and not page.elements[root].comment
    }
    return roots - main


def _marked_body(page: Outline, blocks: list[Block]) -> int | None:
    """Return the element that the page itself marks as the article, if it holds enough."""
    masses = _masses(page, blocks)
    marked = [index for index, element in enumerate(page.elements) if element.body]
    best = max(marked, key=lambda index: masses[index], default=None)
    if best is None or masses[best] < min(_ENOUGH_BODY, masses[0] // 2):
        return None
    return best if masses[best] else None


def _after_title(page: Outline, blocks: list[Block], title: str | None) -> list[Block]:
    """Return the blocks after the headline, unless most of the running text stands before."""
    heads = [
        number
        for number, block in enumerate(blocks)
        if block.text == title or page.elements[block.element].tag == "h1"
    ]
    total = sum(len(block.text) for block in blocks if _is_good(block))
    for head in heads:
        rest = blocks[head + 1 :]
        if sum(len(block.text) for block in rest if _is_good(block)) * 2 > total:
            return rest
    return blocks


def _densest(page: Outline, blocks: list[Block]) -> int:
    """Return the innermost element with nearly all of the running text."""
    masses = _masses(page, blocks)
    counts = [0] * len(masses)
    for block in blocks:
        counts[block.element] += _is_good(block)
    for index in range(len(counts) - 1, 0, -1):
        counts[page.elements[index].parent] += counts[index]
    best = [0] * len(masses)  # of each element, the child with most text
    for index in range(1, len(masses)):
        parent = page.elements[index].parent
        if not best[parent] or masses[index] > masses[best[parent]]:
            best[parent] = index
    top = 0
    while child := best[top]:
        needed = _HOLDS_MOST if counts[child] > 1 else _HOLDS_ALL
        if masses[child] < needed * masses[top] or not masses[child]:
            break
        top = child
    return top


def _trimmed(page: Outline, blocks: list[Block]) -> list[Block]:
    """Return the blocks from the first to the last that is running text."""
    good = [number for number, block in enumerate(blocks) if _is_good(block)]
    if not good:
        return []
    first, last = good[0], good[-1]
    while first and page.elements[blocks[first - 1].element].lead:
        first -= 1
    while last + 1 < len(blocks) and _ends_sentence(blocks[last + 1]):
        last += 1
    return blocks[first : last + 1]


def _ends_sentence(block: Block) -> bool:
    return block.text.endswith(_SENTENCE_END[:7]) and block.link_share < _GOOD_LINKS


def _lead(
    page: Outline, blocks: list[Block], first: Block | None, title: str | None
) -> list[Block]:
    """Return the paragraphs that the page marks as lead before the first one of its body."""
    lead: list[Block] = []
    for block in blocks:
        if block is first:
            break
        element = page.elements[block.element]
        marked = element.lead or (element.parent >= 0 and page.elements[element.parent].lead)
        fits = len(block.text) <= _LONGEST_LEAD and block.link_share < _GOOD_LINKS
        if marked and fits and block.text != title and len(block.text) >= _GOOD_LENGTH // 2:
            lead.append(block)
    return lead if first is not None else []


def _paragraphs(page: Outline, blocks: list[Block], title: str | None) -> list[str]:
    """Return the texts without end marks, labels, related headlines and repetitions."""
    kept: list[str] = []
    seen = {title}
    related = False
    for block in blocks:
        line = block.text
        if ends_article(line) and kept:
            break
        if announces_related(line):
            related = True
            continue
        related = related and _is_headline(page, block)
        linked = block.link_share >= _LINK_LINE and not _is_prose(page, block)
        if related or linked or is_furniture(line):
            continue
        line, last = without_end_mark(line)
        if line and (line not in seen or len(line) < _GOOD_LENGTH):
            kept.append(line)
        seen.add(line)
        if last:
            break
    return kept


def _is_prose(page: Outline, block: Block) -> bool:
    """Whether a line that is all a link is still a paragraph: it is marked as one, and ends so."""
    paragraph = page.elements[block.element].tag == "p" and len(block.text) >= _LONGEST_HEADLINE
    return paragraph and block.text.endswith(_SENTENCE_END[:4])


def _is_headline(page: Outline, block: Block) -> bool:
    if block.link_share > _GOOD_LINKS or page.elements[block.element].tag == "li":
        return True
    return len(block.text) < _RELATED_LENGTH and not block.text.endswith(_SENTENCE_END)
