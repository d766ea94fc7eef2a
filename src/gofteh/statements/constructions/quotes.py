"""Quoted words beside a verb, and content in front of its speaker: ``«A»، او گفت``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from gofteh.lexicon.classes import ROLE_OR_ORGANISATION, is_a
from gofteh.lexicon.entries import QUOTABLE, Complement
from gofteh.lexicon.events import BEFORE_QUOTED_NAME, BETWEEN
from gofteh.lexicon.particles import THAT
from gofteh.lexicon.rules import Meaning
from gofteh.lexicon.signs import COMMAS, SENTENCE_ENDS
from gofteh.records import Manner
from gofteh.statements.context import AtCue, CueContext
from gofteh.statements.declared import Construction, Example, Rule
from gofteh.statements.drafting import draft_of, reported
from gofteh.statements.drafts import Draft, trim
from gofteh.statements.leads import skip_lead
from gofteh.statements.phrases import is_finite
from gofteh.statements.scope import clause_scope, fragmented, points_back, quoted
from gofteh.text.tokens import Range

_MIN_CLAUSE = 2


def _around(place: AtCue) -> Iterator[Draft]:
    """``«A»، او گفت، «B»`` and ``«A»؛ این را او گفت``: quoted words in front, and more behind."""
    context, item, start = place.context, place.item, place.start
    if (
        item.cue.negated
        or place.marker == ":"
        or (place.marker == THAT and not _points_back(place))
    ):
        return
    before = quoted_before(context, item.source.start if item.source else item.cue.start)
    if before is None:
        return
    words, end = context.layout.tokens.words, context.paragraph.end
    more = quoted(context.layout, start + (start < end and words[start] in COMMAS), end)
    for draft in draft_of(place, before, QUOTE_BEFORE.rule, Manner.DIRECT):
        behind = (trim(context.layout, *more),) if more else ()
        yield replace(draft, content=(*draft.content, *behind))


def _points_back(place: AtCue) -> bool:
    """``«A»؛ این را X گفت که …``: the clause behind ``که`` is about X, the content in front."""
    context, source = place.context, place.item.source
    return source is not None and points_back(context.layout, context.sentence.start, source.start)


def quoted_before(context: CueContext, low: int) -> Range | None:
    """Return the quotation that ends in front of ``low``, over ``، این را``; None if there is none.

    Nor if it is the content of an earlier cue: ``X گفت: «A.» Y گفت B``.
    """
    words = context.layout.tokens.words
    i = low - 1
    while i > context.paragraph.start and words[i] in BETWEEN:
        i -= 1
    opening = context.layout.opening.get(i)
    if opening is None or i - opening < _MIN_CLAUSE or opening < context.paragraph.start:
        return None
    named = is_a(words[opening + 1], ROLE_OR_ORGANISATION) and not any(
        map(is_finite, words[opening:i])
    )
    if (
        named
        or words[opening - 1] in BEFORE_QUOTED_NAME
        or any(a == opening + 1 for a, _ in context.earlier_contents)
    ):
        return None
    return Range(opening + 1, i)


def _postposed(place: AtCue) -> Iterator[Draft]:
    """``A، مدیر شرکت گفت.``: a clause in front of a verb of saying that ends the sentence."""
    context, item, start = place.context, place.item, place.start
    words = context.layout.tokens.words
    ends = start >= context.sentence.end or words[start] in SENTENCE_ENDS
    if not ends or item.source is None or item.cue.negated:
        return
    first, stop = item.source
    low = skip_lead(context.layout, context.sentence.start, first)
    long = first > low + _MIN_CLAUSE
    clause = long and words[first - 1] in COMMAS and is_finite(words[first - 2])
    if clause and stop == item.cue.start:
        yield from reported(place, Range(low, first - 1), CLAUSE_BEFORE.rule)


def _behind(place: AtCue) -> Iterator[Draft]:
    """``وی گفت «A»``: quoted words, or a clause that begins with some."""
    context, item, start = place.context, place.item, place.start
    if place.marker != "«" or item.cue.negated or (item.source is None and not item.shared):
        return
    layout, later, end = context.layout, context.later(), context.sentence.end
    content = quoted(layout, start, context.paragraph.end)
    if content is None or fragmented(layout, content.end + 1, end, later):
        content = clause_scope(layout, context.sentence, start, later)
    yield from reported(place, content, VERB_QUOTE.rule)


QUOTE_BEFORE = Construction(
    rule=Rule(
        "quote-before", Meaning("گیومه پیش از فعلِ گفتن", "quotation marks before a verb of saying")
    ),
    takes=frozenset({Complement.BEFORE}),
    find=_around,
    example=Example("«آب کم است»، مدیر سد گفت.", "مدیر سد", "آب کم است"),
    why_here="Quotation marks show where the content begins; the next one must find that out.",
)
CLAUSE_BEFORE = Construction(
    rule=Rule(
        "clause-before", Meaning("گفته پیش از گوینده و فعل", "the saying before its sayer and verb")
    ),
    takes=frozenset({Complement.BEFORE}),
    find=_postposed,
    example=Example("آب سد این هفته کم است، مدیر سد گفت.", "مدیر سد", "آب سد این هفته کم است"),
    why_here="The verb ends its sentence, so no content can stand behind it, where the next ones "
    "look.",
)
VERB_QUOTE = Construction(
    rule=Rule(
        "verb-quote", Meaning("فعلِ گفتن کنار گیومه", "a verb of saying beside quotation marks")
    ),
    takes=QUOTABLE,
    find=_behind,
    example=Example("مدیر سد گفت «آب کم است».", "مدیر سد", "آب کم است"),
    why_here="Quoted words behind the verb are its content even where an object stands in front "
    "of it, where the next ones look.",
)
