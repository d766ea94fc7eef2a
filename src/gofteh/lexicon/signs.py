"""Signs of punctuation, by what they do."""

from __future__ import annotations

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
