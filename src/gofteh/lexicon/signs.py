"""Signs of punctuation, by what they do."""

from __future__ import annotations

from unicodedata import category

COMMAS = frozenset("،,")
# What parts phrases and clauses.
PAUSES = frozenset("،,؛;")
SENTENCE_ENDS = frozenset(".!؟?…")
OPENING_QUOTES = frozenset("«“„‹”‘\"'")
CLOSING_QUOTES = frozenset("»”“’›\"'")
# Mathematical signs from here on are arrows and squares, used as bullets.
FIRST_ARROW = "\u2190"
QUESTION_MARKS = frozenset("؟?")
DASHES = frozenset("-–—")
OPENING_BRACKETS = frozenset("([")
CLOSING_BRACKETS = frozenset(")]")

# Exclamation marks that are emoji: ``‼️``, ``⁉️``. They end no sentence.
_EXCLAIMED = frozenset("‼⁉")


def is_pictogram(word: str) -> bool:
    """Return whether a token is an emoji, a flag's letter or a bullet: it belongs to no phrase."""
    sort = category(word[:1] or " ")
    return word[:1] in _EXCLAIMED or sort in ("So", "Sk") or (sort == "Sm" and word >= FIRST_ARROW)
