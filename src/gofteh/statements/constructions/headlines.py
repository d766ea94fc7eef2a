"""Headlines with a speaker in front of a colon: ``سخنگوی دولت: …``."""

from __future__ import annotations

from collections.abc import Iterator

from gofteh.lexicon.acts import Act
from gofteh.lexicon.rules import Meaning
from gofteh.lexicon.talk import SPEECH_NOUNS
from gofteh.records import Manner
from gofteh.statements.context import InTitle
from gofteh.statements.declared import Construction, Example, Rule
from gofteh.statements.drafts import Draft, trim
from gofteh.statements.headline_topics import is_topic, label_start
from gofteh.statements.phrases import is_adjunct, mention_at
from gofteh.text.layout import Layout
from gofteh.text.tokens import Range

_MAX_SPEAKER = 14


def headline(place: InTitle) -> Iterator[Draft]:
    """Yield the statement of a headline ``X: A``, or nothing."""
    layout, words = place.layout, place.layout.tokens.words
    start, end = place.paragraph.start, place.paragraph.end
    colon = next((i for i in range(start, min(end, start + _MAX_SPEAKER)) if words[i] == ":"), None)
    if colon is None or colon == start or colon + 1 >= end:
        return
    cue, source = _speaker(layout, label_start(layout, start, colon), colon)
    if source and not is_topic(layout, source.start, colon):
        yield Draft(
            content=(trim(layout, colon + 1, end),), cue=cue, source=source, rule=HEADLINE.rule,
            manner=Manner.DIRECT, act=Act.SAY, lemma=None, paragraph=place.number,
        )  # fmt: skip


def _speaker(layout: Layout, first: int, colon: int) -> tuple[tuple[Range, ...], Range | None]:
    """The cue and the speaker in front of a headline's colon: ``X:``, ``هشدار X:``."""
    sign = Range(colon, colon + 1)
    if layout.tokens.words[first] not in SPEECH_NOUNS or colon - first < 2:
        stop = mention_at(layout, first, colon)
        addressed = first < stop < colon and is_adjunct(layout, stop, colon, None)
        return (sign,), Range(first, stop if addressed else colon) if colon > first else None
    stop = mention_at(layout, first + 1, colon)
    return (Range(first, first + 1), sign), Range(first + 1, stop) if stop > first + 1 else None


HEADLINE = Construction(
    rule=Rule(
        "headline",
        Meaning("نام و دونقطه در تیتر", "a name and a colon in a headline"),
        headline=True,
    ),
    find=headline,
    example=Example("مدیر سد: آب کم است\n\nسد کنار شهر است.", "مدیر سد", "آب کم است"),
    why_here="Alone in its group, in front of all cues: a headline's colon needs no verb.",
)
