"""Quotations behind their topic: ``درباره تعطیلی باشگاه: «…»``, below somebody's speech."""

from __future__ import annotations

from collections.abc import Iterator

from gofteh.lexicon.acts import Act
from gofteh.lexicon.classes import Class, is_a
from gofteh.lexicon.rules import Meaning
from gofteh.lexicon.signs import OPENING_QUOTES
from gofteh.lexicon.talk import NOT_LABELS, QUOTED_WORKS
from gofteh.statements.context import InArticle
from gofteh.statements.cues import find_cues
from gofteh.statements.declared import Construction, Example, Rule
from gofteh.statements.drafts import trim
from gofteh.statements.paragraph_speeches import Speech, speech
from gofteh.statements.person_mentions import is_person
from gofteh.statements.phrases import is_finite, mention_at
from gofteh.text.layout import Layout, Paragraph
from gofteh.text.tokens import Range

# The longest topic, in tokens.
_MAX_TOPIC = 14
# Fewer quoted words are a title.
_MIN_QUOTED = 5
_BODY = Class.ORGANISATION | Class.KNOWN_ORGANISATION


def _topic_quotes(place: InArticle) -> Iterator[Speech]:
    """Each paragraph that is a topic and a quotation, as words of whom spoke right before."""
    spoken = False  # whether the paragraph before is somebody's speech
    for number, paragraph in enumerate(place.layout.paragraphs):
        colon = _topic(place, paragraph) if spoken and not place.furniture[number] else None
        if colon is None:
            spoken = _speaks(place, number)
            continue
        content = (_quoted(place.layout, paragraph, colon + 1),)
        yield speech((number,), content, TOPIC_QUOTE.rule, Act.SAY)


def _speaks(place: InArticle, number: int) -> bool:
    """Whether somebody speaks in a paragraph: a verb of saying and a colon stand in it."""
    words = place.layout.tokens.words
    return any(c.verb and words[c.end] == ":" for c in place.cues[number])


def _topic(place: InArticle, paragraph: Paragraph) -> int | None:
    """The colon between a topic and a quotation that fills the rest of the paragraph, or None."""
    layout, words = place.layout, place.layout.tokens.words
    limit = min(paragraph.end, paragraph.start + _MAX_TOPIC)
    colon = next((i for i in range(paragraph.start + 1, limit) if words[i] == ":"), None)
    if colon is None or words[colon + 1] not in OPENING_QUOTES:
        return None
    topic = Range(paragraph.start, colon)
    if any(map(is_finite, layout.tokens.of(topic))) or _is_speaker(place, topic):
        return None
    quoted = _quoted(layout, paragraph, colon + 1)
    fills = layout.closing.get(colon + 1, paragraph.end) >= paragraph.end - 2
    return colon if fills and quoted.end - quoted.start >= _MIN_QUOTED else None


def _is_speaker(place: InArticle, topic: Range) -> bool:
    """Whether what stands in front of the colon says something itself, or can."""
    layout = place.layout
    mention = Range(topic.start, mention_at(layout, *topic))
    person = mention.end == topic.end and is_person(layout, mention, place.known)
    head = layout.tokens.words[topic.start]
    rubric = head in NOT_LABELS or head in QUOTED_WORKS
    # a body speaks for itself: `NAMED_LINE`
    body = mention.end == topic.end and is_a(head, _BODY)
    return person or body or rubric or any(True for _ in find_cues(layout.tokens, *topic))


def _quoted(layout: Layout, paragraph: Paragraph, opening: int) -> Range:
    return trim(layout, opening, min(layout.closing.get(opening, paragraph.end), paragraph.end))


TOPIC_QUOTE = Construction(
    rule=Rule(
        "topic-quote",
        Meaning(
            "موضوع و دونقطه و گیومه، زیر سخنِ کسی",
            "a topic, a colon and a quotation, below somebody's speech",
        ),
    ),
    find=_topic_quotes,
    example=Example(
        "مربی رودسفید درباره بازی گفت: «تیم ما خوب دوید و برد.»\n"
        "وضع بازیکنان آسیب‌دیده: «دو بازیکن ما تا پایان ماه نمی‌رسند.»",
        None,
        "دو بازیکن ما تا پایان ماه نمی‌رسند",
    ),
    why_here="Alone in its group: its paragraphs lie between those of no other speech.",
)
