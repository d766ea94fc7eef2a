"""The edges of sources: signs, emoji and particles beside a mention are no part of it.

That holds for every draft, the grammar's and the learned reader's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from gofteh.lexicon.assertion import ASKS_HOW, UNASSERTED
from gofteh.lexicon.signs import CLOSING_QUOTES, DASHES, PAUSES, is_pictogram
from gofteh.statements.drafts import Draft
from gofteh.statements.findings import Findings
from gofteh.text.layout import Layout
from gofteh.text.tokens import Range

# A bullet, a list's sign, or what is left of one.
_BULLETS = frozenset("*•#|…:./\\~+=>") | DASHES | PAUSES
_LEADING_WORDS = UNASSERTED | ASKS_HOW
_TRAILING_WORDS = ASKS_HOW | {"و"}


def bounded(findings: Findings, drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """Return the drafts with sources that begin and end with words of the mention."""
    return tuple(_bounded(findings.layout, draft) for draft in drafts)


def _bounded(layout: Layout, draft: Draft) -> Draft:
    if draft.source is None:
        return draft
    words = layout.tokens.words
    start, end = draft.source
    while start < end and _precedes(layout, start, end):
        start += 1
    while end > start and (_is_sign(words[end - 1]) or words[end - 1] in _TRAILING_WORDS):
        end -= 1
    if (start, end) == draft.source:
        return draft
    return replace(draft, source=Range(start, end) if end > start else None)


def _precedes(layout: Layout, i: int, end: int) -> bool:
    """Whether a source's first token is no word of the mention: ``»``, ``🔴``, ``آیا``."""
    word = layout.tokens.words[i]
    stray = word in CLOSING_QUOTES and i not in layout.closing
    return stray or _is_sign(word) or (word in _LEADING_WORDS and i + 1 < end)


def _is_sign(word: str) -> bool:
    return word in _BULLETS or is_pictogram(word)
