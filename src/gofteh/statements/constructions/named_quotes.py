"""Quoted words beside a person's name, without any verb.

``X، رئیس شورا: «A»``, with the name over its quotation, and ``«A» (X)``, ``«A» — X``, with the name
behind it or in the line below.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gofteh.lexicon.acts import Act
from gofteh.lexicon.rules import Meaning
from gofteh.lexicon.signs import (
    CLOSING_BRACKETS,
    DASHES,
    OPENING_BRACKETS,
    OPENING_QUOTES,
    is_pictogram,
)
from gofteh.statements.context import InArticle
from gofteh.statements.cues import find_cues
from gofteh.statements.declared import Construction, Example, Rule
from gofteh.statements.drafts import trim
from gofteh.statements.paragraph_speeches import Speech, speech
from gofteh.statements.person_mentions import is_person
from gofteh.statements.phrases import is_finite, mention_at
from gofteh.text.layout import Layout, Paragraph
from gofteh.text.tokens import Range

# Fewer quoted words are a title; a longer name is none.
_MIN_QUOTED = 4
_MAX_NAME = 16
_BULLETS = frozenset("*•") | DASHES
_ENDS = frozenset(".،!؟")


def _named(place: InArticle) -> Iterator[Speech]:
    """Each quotation that fills a paragraph, alone or behind a name, with the name beside it."""
    layout = place.layout
    for number, paragraph in enumerate(layout.paragraphs):
        if paragraph.title or place.furniture[number]:
            continue
        found = _in_front(place, number, paragraph) or _behind(place, number, paragraph)
        if found:
            yield found


def _in_front(place: InArticle, number: int, paragraph: Paragraph) -> Speech | None:
    """``X، رئیس شورا: «A»``: in its line, or over it."""
    layout, words = place.layout, place.layout.tokens.words
    first = _behind_bullet(layout, paragraph)
    near = range(first, min(paragraph.end, first + _MAX_NAME))
    colon = next((i for i in near if words[i] == ":" or _dash(words, i)), None)
    if colon is None or (name := _name(place, first, colon)) is None:
        return None
    over = colon + 1 == paragraph.end
    if over and number + 1 == len(layout.paragraphs):
        return None
    quoting = layout.paragraphs[number + 1] if over else paragraph
    quotation = _quotation(layout, quoting.start if over else colon + 1)
    if quotation is None or _behind_quotation(layout, quotation) < _text_end(layout, quoting):
        return None
    run = (number, number + 1) if over else (number,)
    cue = (Range(colon, colon + 1),)
    return speech(run, (quotation,), NAMED_QUOTE.rule, Act.SAY, cue=cue, source=name)


def _dash(words: Sequence[str], i: int) -> bool:
    """Whether a dash parts a name from its quotation: ``X — «A»``."""
    return words[i] in DASHES and words[i + 1] in OPENING_QUOTES


def _behind(place: InArticle, number: int, paragraph: Paragraph) -> Speech | None:
    """``«A» (X)``, ``«A» — X``, or X in the line below."""
    layout = place.layout
    quotation = _quotation(layout, _behind_bullet(layout, paragraph))
    if quotation is None:
        return None
    first, end = _behind_quotation(layout, quotation), _text_end(layout, paragraph)
    run: tuple[int, ...] = (number,)
    signed = first < end
    if not signed and number + 1 < len(layout.paragraphs):
        below = layout.paragraphs[number + 1]
        first, end, run = below.start, _text_end(layout, below), (number, number + 1)
    name = _signature(place, first, end, beside=signed)
    if name is None:
        return None
    return speech(run, (quotation,), NAMED_QUOTE.rule, Act.SAY, source=name)


def _signature(place: InArticle, first: int, end: int, *, beside: bool) -> Range | None:
    """The name that fills a range, behind a dash or in brackets; in its own line without them."""
    words = place.layout.tokens.words
    marked = words[first] in DASHES or words[first] in OPENING_BRACKETS
    if end - first > _MAX_NAME or end <= first or (beside and not marked):
        return None
    bracketed = words[first] in OPENING_BRACKETS and words[end - 1] in CLOSING_BRACKETS
    while first < end and words[first] in DASHES:
        first += 1
    return _name(place, first + bracketed, end - bracketed)


def _name(place: InArticle, first: int, end: int) -> Range | None:
    """The mention of a person that fills a range; None where it holds a verb or is nobody's.

    A gloss in brackets is no part of it: ``علی راد (رئیس شورا):``.
    """
    layout, words = place.layout, place.layout.tokens.words
    glossed = next((i for i in range(first + 1, end) if words[i] in OPENING_BRACKETS), end)
    stop = glossed if words[end - 1] in CLOSING_BRACKETS else end
    if first >= stop or mention_at(layout, first, stop) != stop:
        return None
    if find_cues(layout.tokens, first, end) or "را" in words[first:stop]:
        return None
    mention = Range(first, stop)
    return mention if is_person(layout, mention, place.known) else None


def _quotation(layout: Layout, start: int) -> Range | None:
    """The quotation that opens at a token, if it is long enough to be somebody's words."""
    close = layout.closing.get(start)
    if layout.tokens.words[start] not in OPENING_QUOTES or close is None:
        return None
    long = close - start > _MIN_QUOTED or is_finite(layout.tokens.words[close - 2])
    return trim(layout, start, close + 1) if long else None


def _behind_quotation(layout: Layout, quotation: Range) -> int:
    """The first token behind a quotation's closing mark and the full stop beside it."""
    close = layout.closing[
        next(i for i in range(quotation.start - 1, -1, -1) if i in layout.closing)
    ]
    return close + 1 + (layout.tokens.words[close + 1] in _ENDS)


def _behind_bullet(layout: Layout, paragraph: Paragraph) -> int:
    words, i = layout.tokens.words, paragraph.start
    while i < paragraph.end and (words[i] in _BULLETS or is_pictogram(words[i])):
        i += 1
    return i


def _text_end(layout: Layout, paragraph: Paragraph) -> int:
    """Where a paragraph's text ends, in front of its last full stop."""
    end = paragraph.end
    return end - (layout.tokens.words[end - 1] in _ENDS)


NAMED_QUOTE = Construction(
    rule=Rule(
        "named-quote",
        Meaning("گیومه‌ای کنار نام، بی فعل", "quotation marks beside a name, without a verb"),
    ),
    find=_named,
    example=Example(
        "نشست آب برگزار شد.\nلیلا فرهمند، مدیر سد: «آب سد امسال کم است.»",
        "لیلا فرهمند، مدیر سد",
        "آب سد امسال کم است",
    ),
    why_here="Alone in its group. The groups before it take the paragraphs of dialogue and "
    "letters.",
)
