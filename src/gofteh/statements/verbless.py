"""Statements without a verb of saying: ``به گفته X، A`` and ``X با بیان این‌که A، …``."""

from __future__ import annotations

from collections.abc import Iterator

from gofteh.statements.cues import CueKind
from gofteh.statements.drafts import Draft, Range, manner_of, trim
from gofteh.statements.lexicon.grammar import (
    ORGANISATION_HEADS,
    PLURAL_PRONOUNS,
    PRONOUNS,
    ROLE_HEADS,
)
from gofteh.statements.scope import before_cue
from gofteh.statements.subjects import Sourced
from gofteh.statements.verbal import Context

_MIN_CONTENT = 3
# A ``به گزارش`` in the title, the lead or the first paragraph behind it is the byline.
_BYLINE_PARAGRAPHS = 2
_RELAYS = frozenset({"به گزارش", "به نقل از"})
# Frames that also mean a mere respect: ``از نظر`` a thing.
_OPINIONS = frozenset({"از نظر", "از دید", "از نگاه", "از منظر", "از دیدگاه", "به نظر"})
_THINKERS = PRONOUNS | PLURAL_PRONOUNS | ROLE_HEADS | ORGANISATION_HEADS


def prepositional(context: Context, item: Sourced) -> Iterator[Draft]:
    """Yield the statement of ``به گفته X، A``: the rest of its sentence."""
    frame = item.cue.frame
    if frame is None or item.source is None:
        return
    if frame.lemma in _OPINIONS and not _can_think(context, item.source):
        return
    if frame.lemma in _RELAYS and _is_provenance(context, item):
        return
    if frame.lemma == "به نظر" and _seems(context, item):
        return
    content = (_behind_relative(context, item), context.sentence[1])
    start, end = trim(context.layout, *content)
    if end - start < _MIN_CONTENT:
        return
    yield Draft(
        content=((start, end),), cue=item.cue.parts, source=item.source, rule="according-to",
        manner=manner_of(context.layout, (start, end), colon=False), act=frame.act,
        lemma=frame.lemma, paragraph=context.number, embedded=context.inside,
    )  # fmt: skip


def _can_think(context: Context, source: Range) -> bool:
    """``از نظر کارشناسان`` names a sayer, ``از نظر آمادگی بدنی`` a respect."""
    words = context.layout.tokens.words
    head = words[source[0] + 1] if words[source[0]] in ("این", "آن", "یک") else words[source[0]]
    return head in _THINKERS or head.endswith("ان")


def _behind_relative(context: Context, item: Sourced) -> int:
    """``به گفته وی که مسئول … نیز هست، A``: behind the relative clause's comma."""
    words = context.layout.tokens.words
    if item.behind < context.sentence[1] and words[item.behind] == "که":
        for i in range(item.behind, context.sentence[1]):
            if words[i] == "،":
                return i + 1
    return item.behind


def _seems(context: Context, item: Sourced) -> bool:
    """``به نظر می‌رسد`` and ``به نظر من`` report nobody's words."""
    word = context.layout.tokens.words[item.cue.end]
    return word.startswith("می") or word in ("من", "ما", "شما", "نمیرسد", "میآید")


def _is_provenance(context: Context, item: Sourced) -> bool:
    """A byline frame, of the article's own or a relayed agency, is its provenance."""
    if item.source is None:
        return True
    words = context.layout.tokens.words
    name = "".join(words[slice(*item.source)])
    return context.number <= _BYLINE_PARAGRAPHS or any(
        name in p or p in name for p in context.provenance
    )


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
        if follower.cue.kind is not CueKind.PREPOSITION and not follower.inner:
            return start, before_cue(context.layout, start, follower.cue.start)
    return start, context.sentence[1]
