"""Writings told at length, letters and declarations: one statement a paragraph.

So the definition has it (`docs/annotation.md`): each paragraph of a writing that says something is
a statement of its own. What only greets or signs (``با سلام``, a name) says nothing and belongs to
none.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from gofteh.statements.phrases import is_finite
from gofteh.text.layout import BULLETS, Layout
from gofteh.text.tokens import Range

# In front of an item of a list.
ITEM_SIGNS = BULLETS | frozenset("-–*•")
# Prose of so many words that ends in one of these is a sentence, known verb or not.
_MIN_SENTENCE = 5
_SENTENCE_ENDS = frozenset(".!؟…»")


@dataclass(frozen=True, slots=True)
class Part:
    """A statement's share of a writing: its content, and its paragraphs by their indices."""

    paragraphs: tuple[int, ...]
    content: tuple[Range, ...]


def parts_of(layout: Layout, run: Sequence[int], content: Sequence[Range]) -> tuple[Part, ...]:
    """Return the statements of a writing that fills a run of paragraphs; at least one.

    ``content`` holds a span for each paragraph with words. A writing none of whose paragraphs says
    anything, a list or a poem, is one statement. Every paragraph of the run is in one part.
    """
    groups: list[list[Range]] = []
    for span in content:
        if groups and _goes_on(layout, groups[-1][-1], span):
            groups[-1].append(span)
        elif says(layout, span):
            groups.append([span])
    if len(groups) < 2:
        return (Part(tuple(run), tuple(groups[0] if groups else content)),)
    begins = [0, *(bisect_left(run, layout.paragraph_at(g[0].start)) for g in groups[1:])]
    ends = [*begins[1:], len(run)]
    return tuple(
        Part(tuple(run[begin:end]), tuple(group))
        for begin, end, group in zip(begins, ends, groups, strict=True)
    )


def says(layout: Layout, span: Range) -> bool:
    """Return whether the span of a paragraph holds a clause: a greeting or a signature holds none.

    It has a verb that is known, or looks like a sentence.
    """
    end = layout.paragraphs[layout.paragraph_at(span.start)].end
    sentence = (
        span.end - span.start >= _MIN_SENTENCE and layout.tokens.words[end - 1] in _SENTENCE_ENDS
    )
    return sentence or any(is_finite(word) for word in layout.tokens.of(span))


def _goes_on(layout: Layout, last: Range, span: Range) -> bool:
    """Whether a span goes on with the one before: with its line, its sentence, or its list."""
    words = layout.tokens.words
    number = layout.paragraph_at(span.start)
    if layout.paragraph_at(last.start) != number - 1:
        return False
    if not _is_parted(layout, last, span):
        return True
    end = words[layout.paragraphs[number - 1].end - 1]
    item = _is_item(layout, number - 1)
    if end.isalnum() and not is_finite(end) and not item:  # a line broken within a sentence
        return True
    listed = end == ":" or (item and _is_item(layout, number))
    return listed and not says(layout, span)


def _is_parted(layout: Layout, last: Range, span: Range) -> bool:
    """Whether a line break stands between two spans in the raw text, and was not only guessed."""
    end, start = layout.raw_span(*last)[1], layout.raw_span(*span)[0]
    return "\n" in layout.view.raw[end:start]


def _is_item(layout: Layout, number: int) -> bool:
    first = layout.tokens.words[layout.paragraphs[number].start]
    return first.isdigit() or first in ITEM_SIGNS
