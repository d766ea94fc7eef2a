"""Statements without a verb of saying: ``به گفته X، A`` and ``X با بیان این‌که A، …``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from gofteh.lexicon.acts import OWN_VOICE, Act
from gofteh.lexicon.frames import BYLINES, DOCUMENT_SOURCES, Frame
from gofteh.lexicon.grammar import CONTRASTS, GOVERNED
from gofteh.lexicon.heads import DOCUMENT_HEADS, LAWS, ORGANISATION_HEADS, ROLE_HEADS
from gofteh.lexicon.names import countries
from gofteh.lexicon.signs import CLOSING_QUOTES, COMMAS, PAUSES
from gofteh.statements.context import Context
from gofteh.statements.cues import CueKind
from gofteh.statements.drafts import Draft, manner_of, trim
from gofteh.statements.phrases import is_adjunct, is_finite, mention_at, skip_lead
from gofteh.statements.provenance import agency_end
from gofteh.statements.scope import before_cue, effective_start, quoted
from gofteh.statements.sourced import Sourced
from gofteh.statements.viable import marker
from gofteh.text.tokens import Range

_MIN_CONTENT = 3
# ``طبق گزارش رسیده``: a byline without a name.
_RECEIVED = frozenset({"رسیده", "واصله"})
_OPENING_SIGNS = COMMAS | {":"}
_MAX_BYLINE = 8
_MAX_ADJUNCT = 14


def prepositional(context: Context, item: Sourced) -> Iterator[Draft]:
    """Yield the statement of ``به گفته X، A``: the rest of its sentence."""
    frame = item.cue.frame
    if frame is None or item.source is None or _is_no_saying(context, item, frame):
        return
    start, end = _rest(context, item)
    if end - start < _MIN_CONTENT:
        return
    yield Draft(
        content=(*_interrupted(context, item), Range(start, end)), cue=item.cue.parts,
        source=item.source, rule="according-to",
        manner=manner_of(context.layout, Range(start, end), colon=False), act=frame.act,
        lemma=frame.lemma, paragraph=context.number, embedded=context.inside,
    )  # fmt: skip


def _is_no_saying(context: Context, item: Sourced, frame: Frame) -> bool:
    """Whether a frame is a byline, a noun's ``مبنی بر`` or a speaker's own ``بر اساس آمارها``."""
    if item.source is None or context.layout.tokens.words[item.behind] == "مبنی":
        return True
    told = context.layout.tokens.of(item.source)
    if any(map(is_finite, told)) or told[-1] in _RECEIVED:
        return True  # ``به قول X آب نیست``, where nothing tells the sayer's end
    if frame.lemma in BYLINES and _is_provenance(context, item):
        return True
    return context.inside and not _names_other(context, item.source, frame.act)


def _rest(context: Context, item: Sourced) -> Range:
    """What is told behind a frame with its source."""
    begin = _behind_verb(context, _behind_adjunct(context, _behind_relative(context, item)))
    first = _first_word(context, begin)
    inside = quoted(context.layout, first, context.paragraph.end)
    return trim(context.layout, *(inside or (begin, _end(context, begin))))


def _interrupted(context: Context, item: Sourced) -> tuple[Range, ...]:
    """``برق شهر، به گفته مدیر، وصل می‌شود``: the words in front of a frame between commas."""
    words, behind = context.layout.tokens.words, item.behind
    first = skip_lead(context.layout, context.sentence.start, item.cue.start)
    end = item.cue.start - 1
    between = end > first and words[end] in COMMAS and words[behind] == "،"
    if context.index or not between or context.inside:
        return ()
    goes_on = not is_finite(words[end - 1]) or words[behind + 1] == "و"
    plain = mention_at(context.layout, first, end) == end or is_finite(words[end - 1])
    return (trim(context.layout, first, end),) if goes_on and plain else ()


def _names_other(context: Context, source: Range, act: Act) -> bool:
    """Whether a frame inside a speech names somebody else rather than the speaker's own figures."""
    words = context.layout.tokens.words
    head = words[source.start]
    if act in OWN_VOICE:
        return head not in DOCUMENT_SOURCES
    closed = words[source.end] == "،"
    written = head in DOCUMENT_HEADS - LAWS and source.end - source.start > 1 and closed
    return written or head in ORGANISATION_HEADS or head in ROLE_HEADS or head in countries()


def _end(context: Context, begin: int) -> int:
    """The sentence's end, or the ``و`` of a further saying without a subject of its own."""
    words = context.layout.tokens.words
    for item in context.later():
        joined = item.cue.start > begin and words[item.cue.start - 1] == "و"
        if joined and item.source is None:
            return item.cue.start - 1
        if item.source and item.source.start > begin and words[item.source.start - 1] in CONTRASTS:
            return item.source.start - 1
    return context.sentence.end


def _behind_verb(context: Context, start: int) -> int:
    """``به نقل از X نوشته است: A``: the content is the verb's."""
    later = context.sourced[context.index + 1 : context.index + 2]
    if not later or later[0].cue.start != start:
        return start
    return marker(context.layout, later[0].cue, context.sentence.end)[1]


def _first_word(context: Context, start: int) -> int:
    words = context.layout.tokens.words
    while start < context.sentence.end and words[start] in _OPENING_SIGNS:
        start += 1
    return start


def _behind_relative(context: Context, item: Sourced) -> int:
    """``به گفته وی که مسئول … نیز هست، A``: behind the relative clause's comma."""
    words = context.layout.tokens.words
    that = item.behind + context.layout.tokens.at(item.behind, "،", "که")
    if that < context.sentence.end and words[that] == "که":
        for i in range(that, context.sentence.end):
            if words[i] == "،":
                return i + 1
    return item.behind


def _behind_adjunct(context: Context, start: int) -> int:
    """``بر اساس گزارش X در سال جاری، A``: behind the adjunct's comma."""
    layout, end = context.layout, context.sentence.end
    if layout.tokens.words[start - 1] in COMMAS or not is_adjunct(layout, start, end, None):
        return start
    behind = skip_lead(layout, start, end)
    passed = layout.tokens.words[start:behind]
    clause = any(map(is_finite, passed)) or "و" in passed
    return start if clause or len(passed) > _MAX_ADJUNCT else behind


def _is_provenance(context: Context, item: Sourced) -> bool:
    """A byline frame, of the article's own or a relayed agency, is its provenance."""
    if item.source is None:
        return True
    words = context.layout.tokens.words
    told = context.layout.tokens.of(item.source)
    if agency_end(words, *item.source) or _passed_on(context, item):
        return True
    top = context.number <= context.whole.provenance.paragraph
    return top or "".join(told) in context.whole.provenance.names


def _passed_on(context: Context, item: Sourced) -> bool:
    """``به گزارش ایسنا به نقل از X``: the second source of a byline."""
    if not context.index:
        return False
    before = context.sourced[context.index - 1]
    frame, near = before.cue.frame, item.cue.start - before.cue.end <= _MAX_BYLINE
    byline = frame is not None and frame.lemma in BYLINES
    return byline and near and _is_provenance(replace(context, index=context.index - 1), before)


def participial(context: Context, item: Sourced) -> Iterator[Draft]:
    """Yield the statement of ``با بیان این‌که A``: up to the verb it leans on."""
    frame = item.cue.frame
    if frame is None:
        return
    start, end = trim(context.layout, *_participle_scope(context, item))
    if end - start < 2:
        return
    yield Draft(
        content=(Range(start, end),), cue=item.cue.parts, source=item.source, rule="participle",
        manner=manner_of(context.layout, Range(start, end), colon=False), act=frame.act,
        lemma=frame.lemma, paragraph=context.number, embedded=context.inside,
    )  # fmt: skip


def _participle_scope(context: Context, item: Sourced) -> Range:
    start = item.cue.end
    for follower in context.sourced[context.index + 1 :]:
        if follower.cue.kind is not CueKind.PREPOSITION and not follower.inner:
            begin = effective_start(context.layout, follower.cue)
            return Range(start, _closed(context, start, before_cue(context.layout, start, begin)))
    return Range(start, context.sentence.end)


def _closed(context: Context, start: int, end: int) -> int:
    """Where a clause's verb or quotation closes it in front of another of the subject's doings.

    ``با بیان این‌که A است، به B اشاره کرد و گفت``
    """
    words = context.layout.tokens.words
    joined = words[end] == "و"
    for i in range(end - 1, start, -1):
        closed = words[i - 1] in CLOSING_QUOTES or (joined and is_finite(words[i - 1]))
        if words[i] in PAUSES and closed:
            return i if words[i + 1] in GOVERNED else end
    return end
