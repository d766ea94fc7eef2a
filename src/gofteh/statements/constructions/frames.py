"""Content behind a frame that names its speaker: ``به گفته X، A``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from gofteh.lexicon.acts import OWN_VOICE, Act
from gofteh.lexicon.boundaries import CONTRASTS
from gofteh.lexicon.classes import IS_CITED, PERSONAL, is_a
from gofteh.lexicon.frames import BYLINES, DOCUMENT_SOURCES, Frame
from gofteh.lexicon.heads import DOCUMENT_HEADS, LAWS
from gofteh.lexicon.particles import AND, BASED, COMMA, THAT
from gofteh.lexicon.rules import Meaning
from gofteh.lexicon.signs import COMMAS, OPENING_QUOTES
from gofteh.statements.context import AtCue, CueContext
from gofteh.statements.declared import Construction, Example, Rule
from gofteh.statements.drafting import framed
from gofteh.statements.drafts import Draft, trim
from gofteh.statements.leads import skip_lead
from gofteh.statements.phrases import is_adjunct, is_finite, mention_at
from gofteh.statements.provenance import agency_end
from gofteh.statements.scope import quoted
from gofteh.statements.sourced_cues import SourcedCue
from gofteh.statements.viable import marker_behind
from gofteh.text.tokens import Range

_MIN_CONTENT = 3
_WRITINGS = DOCUMENT_HEADS - LAWS
# ``طبق گزارش رسیده`` *by a report received*: a byline without a name.
_RECEIVED = frozenset({"رسیده", "واصله"})
_OPENING_SIGNS = COMMAS | {":"}
_MAX_BYLINE = 8
_MAX_ADJUNCT = 14


def _according(place: AtCue) -> Iterator[Draft]:
    """``به گفته X، A``: the rest of the frame's sentence."""
    context, item = place.context, place.item
    if item.cue.frame is None or _is_no_saying(context, item, item.cue.frame):
        return
    content = (*_interrupted(context, item), _rest(context, item))
    told = sum(r.end - r.start for r in content)
    if content[-1].end > content[-1].start and told >= _MIN_CONTENT:
        yield framed(place, content, ACCORDING_TO.rule)


def _is_no_saying(context: CueContext, item: SourcedCue, frame: Frame) -> bool:
    """Whether a frame reports nothing by itself.

    It is a byline, or ``مبنی بر`` follows (see `nominal`), or a speaker gives figures of his own
    inside his speech (``بر اساس آمارها``).
    """
    if item.source is None or context.layout.tokens.words[item.behind] == BASED:
        return True
    named = context.layout.tokens.of(item.source)
    if any(map(is_finite, named)) or named[-1] in _RECEIVED:
        return True  # ``به قول X آب نیست``: nothing shows where the mention ends
    if frame.lemma in BYLINES and _is_provenance(context, item):
        return True
    return context.inside and not _names_other(context, item.source, frame.act)


def _rest(context: CueContext, item: SourcedCue) -> Range:
    """The content behind a frame and its source."""
    begin = _behind_verb(context, _behind_adjunct(context, _behind_relative(context, item)))
    first = _first_word(context, begin)
    inside = quoted(context.layout, first, context.paragraph.end)
    return trim(context.layout, *(inside or (begin, _end(context, begin))))


def _interrupted(context: CueContext, item: SourcedCue) -> tuple[Range, ...]:
    """``برق شهر، به گفته مدیر، وصل می‌شود``: the words in front of a frame between commas."""
    words, behind = context.layout.tokens.words, item.behind
    first = skip_lead(context.layout, context.sentence.start, item.cue.start)
    end = item.cue.start - 1
    between = end > first and words[end] in COMMAS and words[behind] == COMMA
    if context.index or not between or context.inside:
        return ()
    goes_on = not is_finite(words[end - 1]) or words[behind + 1] == AND
    plain = mention_at(context.layout, first, end) == end or is_finite(words[end - 1])
    return (trim(context.layout, first, end),) if goes_on and plain else ()


def _names_other(context: CueContext, source: Range, act: Act) -> bool:
    """Whether a frame inside a speech names somebody else rather than the speaker's own figures."""
    words = context.layout.tokens.words
    head = words[source.start]
    if act in OWN_VOICE:
        return head not in DOCUMENT_SOURCES
    closed = words[source.end] == COMMA
    written = head in _WRITINGS and source.end - source.start > 1 and closed
    return written or is_a(head, IS_CITED)


def _end(context: CueContext, begin: int) -> int:
    """Where the content ends: with the sentence, or in front of a further cue."""
    words = context.layout.tokens.words
    for item in context.later():
        joined = item.cue.start > begin and words[item.cue.start - 1] == AND
        if joined and item.source is None:
            return item.cue.start - 1
        if item.source and item.source.start > begin and words[item.source.start - 1] in CONTRASTS:
            return item.source.start - 1
    return context.sentence.end


def _behind_verb(context: CueContext, start: int) -> int:
    """``به نقل از X نوشته است: A``: the content is the verb's."""
    later = context.sourced[context.index + 1 : context.index + 2]
    if not later or later[0].cue.start != start:
        return start
    return marker_behind(context.layout, later[0].cue, context.sentence.end)[1]


def _first_word(context: CueContext, start: int) -> int:
    words = context.layout.tokens.words
    while start < context.sentence.end and words[start] in _OPENING_SIGNS:
        start += 1
    return start


def _behind_relative(context: CueContext, item: SourcedCue) -> int:
    """``به گفته وی که مسئول … نیز هست، A``: behind the relative clause's comma."""
    words = context.layout.tokens.words
    that = item.behind + context.layout.tokens.at(item.behind, COMMA, THAT)
    if that < context.sentence.end and words[that] == THAT:
        for i in range(that, context.sentence.end):
            if words[i] == COMMA:
                return i + 1
    return item.behind


def _behind_adjunct(context: CueContext, start: int) -> int:
    """``بر اساس گزارش X در سال جاری، A``: behind the adjunct's comma."""
    layout, end = context.layout, context.sentence.end
    if layout.tokens.words[start - 1] in COMMAS or not is_adjunct(layout, start, end, None):
        return start
    behind = skip_lead(layout, start, end)
    passed = layout.tokens.words[start:behind]
    clause = any(map(is_finite, passed)) or AND in passed
    return start if clause or len(passed) > _MAX_ADJUNCT else behind


def _is_provenance(context: CueContext, item: SourcedCue) -> bool:
    """Whether a byline frame names where the article comes from: its agency, or one it relays."""
    if item.source is None:
        return True
    words = context.layout.tokens.words
    named = context.layout.tokens.of(item.source)
    if agency_end(words, *item.source) or _passed_on(context, item):
        return True
    quoting = words[item.behind] == ":" and words[item.behind + 1] in OPENING_QUOTES
    if quoting and is_a(words[item.source.start], PERSONAL):
        return False  # ``به نقل از X: «A»``
    top = context.number <= context.facts.provenance.paragraph
    return top or "".join(named) in context.facts.provenance.names


def _passed_on(context: CueContext, item: SourcedCue) -> bool:
    """``به گزارش ایسنا به نقل از X``: the second source of a byline."""
    if not context.index:
        return False
    before = context.sourced[context.index - 1]
    frame, near = before.cue.frame, item.cue.start - before.cue.end <= _MAX_BYLINE
    byline = frame is not None and frame.lemma in BYLINES
    return byline and near and _is_provenance(replace(context, index=context.index - 1), before)


ACCORDING_TO = Construction(
    rule=Rule(
        "according-to",
        Meaning("«به گفتهٔ» و مانند آن", "«به گفتهٔ» and its like"),
        maybe_byline=True,
    ),
    find=_according,
    example=Example("به گفته مدیر سد، آب کم است.", "مدیر سد", "آب کم است"),
    why_here="The only one for its kind of cue.",
)
