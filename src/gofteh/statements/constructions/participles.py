"""Content behind a participle frame: ``X با بیان این‌که A، …`` *X, stating that A, …*."""

from __future__ import annotations

from collections.abc import Iterator

from gofteh.lexicon.boundaries import GOVERNED, SUBORDINATORS
from gofteh.lexicon.particles import AND, THAT
from gofteh.lexicon.rules import Meaning
from gofteh.lexicon.signs import CLOSING_QUOTES, PAUSES
from gofteh.statements.context import AtCue, CueContext
from gofteh.statements.cues import CueKind
from gofteh.statements.declared import Construction, Example, Rule
from gofteh.statements.drafting import framed
from gofteh.statements.drafts import Draft, trim
from gofteh.statements.phrases import is_finite
from gofteh.statements.scope import before_cue, effective_start
from gofteh.statements.sourced_cues import SourcedCue
from gofteh.text.tokens import Range

_MIN_CONTENT = 2


def _participle(place: AtCue) -> Iterator[Draft]:
    """``با بیان این‌که A``: the content reaches up to the main verb."""
    scope = _scope(place.context, place.item)
    content = trim(place.context.layout, *scope)
    if content.end - content.start >= _MIN_CONTENT:
        yield framed(place, (content,), PARTICIPLE.rule)


def _scope(context: CueContext, item: SourcedCue) -> Range:
    start = item.cue.end
    for follower in context.sourced[context.index + 1 :]:
        if follower.cue.kind is not CueKind.PREPOSITION and not follower.inner:
            begin = effective_start(context.layout, follower.cue)
            return Range(start, _closed(context, start, before_cue(context.layout, start, begin)))
    return Range(start, _main_clause(context, item) or context.sentence.end)


def _main_clause(context: CueContext, item: SourcedCue) -> int | None:
    """The comma where the frame's clause ends and what its subject does, other than saying, begins.

    ``X با اشاره به این‌که A است، از پل بازدید کرد``. None where the frame stands behind the main
    verb, where no complement opens behind a closed clause, or a condition may be what the comma
    ends.
    """
    words, end = context.layout.tokens.words, context.sentence.end
    inside = words[item.cue.end : end]
    if any(is_finite(w) for w in words[context.sentence.start : item.cue.start]):
        return None
    if not SUBORDINATORS.isdisjoint(inside) or THAT in inside:
        return None
    for i in range(item.cue.end + 1, end):
        if words[i] in PAUSES and is_finite(words[i - 1]) and words[i + 1] in GOVERNED:
            return i if any(is_finite(w) for w in words[i:end]) else None
    return None


def _closed(context: CueContext, start: int, end: int) -> int:
    """Where the clause ends in front of something else that its subject does.

    ``با بیان این‌که A است، به B اشاره کرد و گفت``
    """
    words = context.layout.tokens.words
    joined = words[end] == AND
    for i in range(end - 1, start, -1):
        closed = words[i - 1] in CLOSING_QUOTES or (joined and is_finite(words[i - 1]))
        if words[i] in PAUSES and closed:
            return i if words[i + 1] in GOVERNED else end
    return end


PARTICIPLE = Construction(
    rule=Rule("participle", Meaning("«با بیان این‌که» و مانند آن", "«با بیان این‌که» and its like")),
    find=_participle,
    example=Example("مدیر سد با بیان این‌که آب کم است، گفت: صرفه‌جویی کنید.", "مدیر سد", "آب کم است"),
    why_here="The only one for its kind of cue.",
)
