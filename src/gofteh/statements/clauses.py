"""The clause that a verb tells without quotation marks: how far it reaches, and of whom it asks."""

from __future__ import annotations

from gofteh.lexicon.grammar import SUBORDINATORS
from gofteh.lexicon.signs import COMMAS, PAUSES
from gofteh.statements.context import Context
from gofteh.statements.phrases import is_finite
from gofteh.statements.scope import clause_scope
from gofteh.statements.sourced import Sourced
from gofteh.text.tokens import Range

_MIN_WISHED = 3


def clause_of(context: Context, item: Sourced, start: int) -> Range:
    """Return the clause that begins at a token and is told by a cue."""
    told = context.inside or item.inner
    first, end = clause_scope(context.layout, context.sentence, start, context.later(), told=told)
    closed = _subordinate_end(context, first, end) if _is_subordinate(context, item) else None
    return Range(first, closed or end)


def _is_subordinate(context: Context, item: Sourced) -> bool:
    """``وقتی X می‌گوید A، …`` and ``X که می‌گوید A، …``: the main clause comes behind."""
    words = context.layout.tokens.words
    first = context.sentence.start
    if any("".join(words[first : first + n]) in SUBORDINATORS for n in (1, 2, 3, 4)):
        return True
    if item.source is None or words[item.source.end] != "که":
        return False
    between = words[item.source.end + 1 : item.cue.start]
    return not any(w in PAUSES or is_finite(w) for w in between)


def _subordinate_end(context: Context, start: int, end: int) -> int | None:
    """The comma behind a verb that closes a subordinate clause."""
    words = context.layout.tokens.words
    commas = (i for i in range(start + 1, end) if words[i] in COMMAS)
    return next((i for i in commas if is_finite(words[i - 1]) or _wished(words[i - 1])), None)


def _wished(word: str) -> bool:
    """``بخوابد``, ``نرود``: the subjunctive, which closes a clause only in front of a comma."""
    return len(word) > _MIN_WISHED and word[0] in "بن" and word.endswith("د")


def is_asked_of(context: Context, item: Sourced) -> bool:
    """Return whether a wish is put to somebody: ``از X خواست که …``."""
    low = item.source.end if item.source else context.sentence.start
    return "از" in context.layout.tokens.words[low : item.cue.start]
