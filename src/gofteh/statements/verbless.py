"""Statements without a verb of saying: ``به گفته X، A`` and ``X با بیان این‌که A، …``."""

from __future__ import annotations

from collections.abc import Iterator

from gofteh.statements.cues import CueKind
from gofteh.statements.drafts import Draft, Range, manner_of, trim
from gofteh.statements.scope import before_cue
from gofteh.statements.subjects import Sourced
from gofteh.statements.verbal import Context

_MIN_CONTENT = 3
_RELAYS = frozenset({"به گزارش", "به نقل از"})


def prepositional(context: Context, item: Sourced) -> Iterator[Draft]:
    """Yield the statement of ``به گفته X، A``: the rest of its sentence."""
    frame = item.cue.frame
    if frame is None or item.source is None and not _self_sourced(context, item):
        return
    if frame.lemma in _RELAYS and _is_provenance(context, item):
        return
    if frame.lemma == "به نظر" and _seems(context, item):
        return
    content = (item.behind, context.sentence[1])
    start, end = trim(context.layout, *content)
    if end - start < _MIN_CONTENT:
        return
    yield Draft(
        content=((start, end),), cue=item.cue.parts, source=item.source, rule="according-to",
        manner=manner_of(context.layout, (start, end), colon=False), act=frame.act,
        lemma=frame.lemma, paragraph=context.number, embedded=context.inside,
    )  # fmt: skip


def _self_sourced(context: Context, item: Sourced) -> bool:
    return False


def _seems(context: Context, item: Sourced) -> bool:
    """``به نظر می‌رسد`` and ``به نظر من`` report nobody's words."""
    word = context.layout.tokens.words[item.cue.end]
    return word.startswith("می") or word in ("من", "ما", "شما", "نمیرسد", "میآید")


def _is_provenance(context: Context, item: Sourced) -> bool:
    """A byline frame opens the article's report: first body paragraphs, or before other frames."""
    return context.number <= 3 or item.cue.start != context.sentence[0] and context.index > 0


def participial(context: Context, item: Sourced) -> Iterator[Draft]:
    """Yield the statement of ``با بیان این‌که A``: up to the verb it leans on."""
    frame = item.cue.frame
    if frame is None:
        return
    start, end = trim(context.layout, *_participle_scope(context, item))
    if end - start < 2:
        return
    yield Draft(
        content=((start, end),), cue=item.cue.parts, source=item.source, rule="participle",
        manner=manner_of(context.layout, (start, end), colon=False), act=frame.act,
        lemma=frame.lemma, paragraph=context.number, embedded=context.inside,
    )  # fmt: skip


def _participle_scope(context: Context, item: Sourced) -> Range:
    start = item.cue.end
    for follower in context.sourced[context.index + 1 :]:
        if follower.cue.kind is not CueKind.PREPOSITION and (follower.shared or not follower.inner):
            return start, before_cue(context.layout, start, follower.cue.start)
    return start, context.sentence[1]
