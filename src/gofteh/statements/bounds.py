"""The edges of sources: signs, emoji, dates and particles beside a mention are no part of it.

Nor are footers part of a content. That holds for every draft, the grammar's and the learned
reader's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from gofteh.lexicon.assertion import ASKS_HOW, UNASSERTED, WHAT
from gofteh.lexicon.boundaries import NAMING_DAYS
from gofteh.lexicon.mentions import ALSO_WORDS, RECENT
from gofteh.lexicon.people import RUMOURS
from gofteh.lexicon.signs import (
    CLOSING_BRACKETS,
    CLOSING_QUOTES,
    DASHES,
    OPENING_BRACKETS,
    PAUSES,
    is_pictogram,
)
from gofteh.lexicon.talk import GLUED_SAYINGS
from gofteh.statements.drafts import Draft
from gofteh.statements.findings import Findings
from gofteh.statements.footers import without_footers
from gofteh.statements.leads import behind_date
from gofteh.text.layout import Layout
from gofteh.text.tokens import Range

# A bullet, a list's sign, or what is left of one.
_BULLETS = frozenset("*•#|…:./\\~+=>") | DASHES | PAUSES
_LEADING_WORDS = UNASSERTED | ASKS_HOW | RECENT
_TRAILING_WORDS = ASKS_HOW | WHAT | ALSO_WORDS | {"و"}
# Words of the longest expression that asks *when* or *why*, beside the mention before it.
_MAX_ASKING = 3
_MOST_DATE = 6


def bounded(findings: Findings, drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """Return the drafts with sources that begin and end with words of the mention.

    Their contents end in front of the page's own words; one that holds nothing else falls away.
    """
    bounded_drafts = (_bounded(findings.layout, draft) for draft in drafts)
    return tuple(draft for draft in bounded_drafts if draft.content)


def _bounded(layout: Layout, draft: Draft) -> Draft:
    content = without_footers(layout, draft.content)
    draft = draft if content == draft.content else replace(draft, content=content)
    return _with_bounded_source(layout, draft)


def _with_bounded_source(layout: Layout, draft: Draft) -> Draft:
    if draft.source is None:
        return draft
    words = layout.tokens.words
    if words[draft.source.start] in RUMOURS:  # ``شنیده‌ها حاکی است``: nobody says it
        return replace(draft, source=None, unknown=True)
    if draft.source.end - draft.source.start == 1 and words[draft.source.start] in GLUED_SAYINGS:
        return replace(draft, source=None)
    start, end = draft.source
    while start < end and (behind := _behind_lead(layout, start, end)) > start:
        start = behind
    while end > start and (ahead := _ahead_of_trail(words, start, end)) < end:
        end = ahead
    opened = sum((w in OPENING_BRACKETS) - (w in CLOSING_BRACKETS) for w in words[start:end])
    end += opened == 1 and words[end] in CLOSING_BRACKETS  # ``امام راد (ره)``
    if (start, end) == draft.source:
        return draft
    return replace(draft, source=Range(start, end) if end > start else None)


def _behind_lead(layout: Layout, i: int, end: int) -> int:
    """Behind what is no word of the mention: ``»``, ``🔴``, ``آیا``, ``هشتم مردادماه``."""
    words = layout.tokens.words
    stray = words[i] in CLOSING_QUOTES and i not in layout.closing
    if stray or _is_sign(words[i]) or (words[i] in _LEADING_WORDS and i + 1 < end):
        return i + 1
    behind = behind_date(words, i, end)
    return behind if behind < end else i


def _ahead_of_trail(words: Sequence[str], start: int, end: int) -> int:
    """Where a mention ends in front of a sign, a particle, a question or a date behind it."""
    last = words[end - 1]
    for at in range(max(start + 1, end - _MAX_ASKING), end - 1):
        if "".join(words[at:end]) in ASKS_HOW:  # ``وزیر چه وقت گفت``
            return at
    if _is_sign(last) or last in _TRAILING_WORDS or last in OPENING_BRACKETS:
        return end - 1
    dates = range(max(start + 1, end - _MOST_DATE), end)
    at = next((i for i in dates if behind_date(words, i, end) == end), end)
    named = at + 2 == end and words[at + 1] in NAMING_DAYS.get(words[at], ())
    return end if named else at


def _is_sign(word: str) -> bool:
    return word in _BULLETS or is_pictogram(word)
