"""Signs of punctuation, by what they do."""

from __future__ import annotations

from unicodedata import category

COMMAS = frozenset("،,")
# What parts phrases and clauses.
PAUSES = frozenset("،,؛;")
SENTENCE_ENDS = frozenset(".!؟?…")
OPENING_QUOTES = frozenset("«“„‹”‘\"'")
CLOSING_QUOTES = frozenset("»”“’›\"'")
QUESTION_MARKS = frozenset("؟?")
DASHES = frozenset("-–—")
OPENING_BRACKETS = frozenset("([")
CLOSING_BRACKETS = frozenset(")]")


def is_pictogram(word: str) -> bool:
    """Return whether a token is an emoji, a flag's letter or a bullet: it belongs to no phrase."""
    return category(word[:1] or " ") in ("So", "Sk")
