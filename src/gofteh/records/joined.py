"""A content's words as one text: paragraphs go on, an ellipsis stands where words are left out."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, pairwise, repeat, takewhile

from gofteh.records.types import ELLIPSIS, Span

# They end a sentence or a part of one: what stands of them behind a piece belongs to it.
_ENDS = frozenset(".:؛;،,!؟?…")
_LEFT_OUT = ("…", "...")
_CLOSING = frozenset("»”’\"'")


def joined(raw: str, content: Sequence[Span]) -> str:
    """Return the words of a content of a raw text.

    Where nothing but signs stands between two of its spans (the end of a paragraph, the sign of a
    list), the first keeps its full stop and the second stands in a line of its own: no word is left
    out there, and an ellipsis would say so.
    """
    return together(content, joins_of(raw, content))


def joins_of(raw: str, content: Sequence[Span]) -> tuple[str, ...]:
    """Return what stands between the spans of a content of a raw text, in order."""
    return tuple(_join(raw[before.end : after.start]) for before, after in pairwise(content))


def together(content: Sequence[Span], joins: Sequence[str]) -> str:
    """Return the words of a content, with its joins between them: all its words in any case.

    Where there are fewer joins than the spans need, an ellipsis stands for the others.
    """
    texts = [span.text for span in content[:1]]
    for join, span in zip(chain(joins, repeat(ELLIPSIS)), content[1:], strict=False):
        texts += (join, span.text)
    return "".join(texts)


def _join(gap: str) -> str:
    # The article's own sign that words are missing stays one.
    if any(char.isalnum() for char in gap) or any(sign in gap for sign in _LEFT_OUT):
        return ELLIPSIS
    ends = takewhile(lambda char: char in _ENDS or char in _CLOSING, gap)
    return "".join(char for char in ends if char in _ENDS) + ("\n" if "\n" in gap else " ")
