"""The clause that a verb takes without quotation marks: where it ends, and whom it asks."""

from __future__ import annotations

from gofteh.lexicon.boundaries import SUBORDINATORS
from gofteh.lexicon.particles import FROM
from gofteh.lexicon.signs import COMMAS
from gofteh.statements.context import CueContext
from gofteh.statements.phrases import is_finite, is_subjunctive
from gofteh.statements.scope import clause_scope
from gofteh.statements.sourced_cues import SourcedCue, is_described
from gofteh.text.tokens import Range


def clause_of(context: CueContext, item: SourcedCue, start: int) -> Range:
    """Return the clause that begins at ``start`` and is the content of a cue."""
    embedded = context.inside or item.inner
    first, end = clause_scope(
        context.layout, context.sentence, start, context.later(), embedded=embedded
    )
    closed = _subordinate_end(context, first, end) if _is_subordinate(context, item) else None
    return Range(first, closed or end)


def _is_subordinate(context: CueContext, item: SourcedCue) -> bool:
    """Whether the main clause follows: ``وقتی X می‌گوید A، …``, ``X که می‌گوید A، …``."""
    words = context.layout.tokens.words
    first = context.sentence.start
    if any("".join(words[first : first + n]) in SUBORDINATORS for n in (1, 2, 3, 4)):
        return True
    return is_described(context.layout, item)


def _subordinate_end(context: CueContext, start: int, end: int) -> int | None:
    """The comma behind a verb that closes a subordinate clause."""
    words = context.layout.tokens.words
    commas = (i for i in range(start + 1, end) if words[i] in COMMAS)
    return next(
        (i for i in commas if is_finite(words[i - 1]) or is_subjunctive(words[i - 1])), None
    )


def is_asked_of(context: CueContext, item: SourcedCue) -> bool:
    """Return whether a verb of wishing says of whom something is wished: ``از X خواست که …``."""
    low = item.source.end if item.source else context.sentence.start
    return FROM in context.layout.tokens.words[low : item.cue.start]
