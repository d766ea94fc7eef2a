"""Which sayings an article tells as done: none in a question, a condition, a wish or a doubt.

``آیا وزیر گفت A؟``, ``اگر وزیر بگوید A``, ``کاش وزیر می‌گفت A`` tell nobody's words. It is asked of
every draft, whoever proposed it: the words in front of a cue tell it, not who found the cue.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from gofteh.lexicon.assertion import (
    ASKS_HOW,
    MAX_JOINED,
    NEGATION,
    SUBJUNCTIVE_AUXILIARIES,
    UNASSERTED,
    WHO,
)
from gofteh.lexicon.signs import PAUSES, QUESTION_MARKS
from gofteh.statements.drafts import Draft
from gofteh.statements.page import Page
from gofteh.statements.phrases import is_finite, is_subjunctive
from gofteh.text.layout import Layout
from gofteh.text.tokens import Range

# How far in front of a cue the word that governs its clause may stand.
_MAX_CLAUSE = 40


def asserted(page: Page, drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """Return the drafts that are told as said, without the question mark of the question they
    stand in."""
    layout = page.layout
    return tuple(_unasked(layout, d) for d in drafts if not d.cue or _is_told(layout, d))


def _is_told(layout: Layout, draft: Draft) -> bool:
    """Whether nothing in front of a draft's cue, or behind it, takes its saying back."""
    words, cue = layout.tokens.words, draft.cue[0]
    if words[cue.start] == ":" or layout.tokens.of(cue)[-1] == ":":
        return True
    who = draft.source is None and words[cue.start - 1] in WHO
    named = draft.source is not None and layout.tokens.of(draft.source)[-1:] in {(w,) for w in WHO}
    subjunctive = words[draft.cue[-1].end] in SUBJUNCTIVE_AUXILIARIES
    if who or (named and _alone(draft)) or subjunctive or words[cue.start - 1] == NEGATION:
        return False
    return not any(w in UNASSERTED for w in _governing(layout, cue.start))


def _alone(draft: Draft) -> bool:
    return draft.source is not None and draft.source.end - draft.source.start == 1


def _governing(layout: Layout, position: int) -> list[str]:
    """The words of a cue's own clause in front of it, each also run together with those behind."""
    words, start = layout.tokens.words, _sentence_start(layout, position)
    low = position
    while low > max(start, position - _MAX_CLAUSE) and not _ends_clause(words, low - 1):
        low -= 1
    return [
        "".join(words[i : i + n])
        for i in range(low, position)
        for n in range(1, min(MAX_JOINED, position - i) + 1)
    ]


def _ends_clause(words: Sequence[str], i: int) -> bool:
    """Whether a clause ends at a token: a pause behind its verb, or an opening quotation mark."""
    verb = is_finite(words[i - 1]) or is_subjunctive(words[i - 1])
    return words[i] in "«“:" or (words[i] in PAUSES and verb)


def _sentence_start(layout: Layout, position: int) -> int:
    k = bisect_right(layout.paragraphs, position, key=lambda p: p.start) - 1
    sentences = layout.paragraphs[k].sentences
    return sentences[bisect_right(sentences, position, key=lambda s: s.start) - 1].start


def _unasked(layout: Layout, draft: Draft) -> Draft:
    """``شهردار چرا گفت A؟``: the question mark is the asker's, and no part of what is told."""
    words, last = layout.tokens.words, draft.content[-1]
    asks = draft.cue and words[last.end - 1] in QUESTION_MARKS and last.end - last.start > 1
    if not asks or not any(w in ASKS_HOW for w in _governing(layout, draft.cue[0].start)):
        return draft
    return replace(draft, content=(*draft.content[:-1], Range(last.start, last.end - 1)))
