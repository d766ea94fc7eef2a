"""Descriptions by which speakers are named without a name, and when two of them are the same.

In the field's terms these are definite descriptions: ``وزیر نیرو``, ``سازمان هواشناسی``.
"""

from __future__ import annotations

from dataclasses import dataclass

from gofteh.lexicon.people import DEPUTIES, DETERMINING
from gofteh.lexicon.signs import PAUSES
from gofteh.speakers.mentions import Mention
from gofteh.text.layout import Layout


@dataclass(frozen=True, slots=True)
class Description:
    """An office or a body: its words, and those that head it (``وزیر`` of ``وزیر نیرو``)."""

    words: frozenset[str]
    heads: frozenset[str]

    def __bool__(self) -> bool:
        return bool(self.words)


def description_of(layout: Layout, mention: Mention) -> Description:
    """Return the office that a mention tells; the whole mention where it is a bare phrase."""
    words = layout.tokens.words
    at = mention.role
    if not at and not (mention.name or mention.pronoun or mention.demonstrative):
        at = tuple(range(*mention.range))
    told = [i for i in at if len(words[i]) > 1 and words[i] not in DETERMINING]
    heads = [i for i in told if i == told[0] or words[i - 1] in PAUSES]
    return Description(frozenset(words[i] for i in told), frozenset(words[i] for i in heads))


def same_description(a: Description, b: Description) -> bool:
    """Whether two can be one office: one's words contain the other's, under one head."""
    if not (a.heads & b.heads) or (a.words ^ b.words) & DEPUTIES:
        return False
    return a.words <= b.words or b.words <= a.words
