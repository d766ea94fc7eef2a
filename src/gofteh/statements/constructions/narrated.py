"""A gesture, or a name alone, and a colon in front of quoted words: ``X سر تکان داد: «A»``."""

from __future__ import annotations

from collections.abc import Iterator

from gofteh.lexicon.acts import Act
from gofteh.lexicon.people import ACTED
from gofteh.lexicon.rules import Meaning
from gofteh.lexicon.signs import SENTENCE_ENDS
from gofteh.records import Manner
from gofteh.statements.context import InSentence
from gofteh.statements.cues import find_cues
from gofteh.statements.declared import Construction, Example, Rule
from gofteh.statements.drafts import Draft, trim
from gofteh.statements.leads import skip_lead
from gofteh.statements.person_mentions import person_at
from gofteh.statements.phrases import is_finite
from gofteh.text.layout import Layout
from gofteh.text.tokens import Range

# Fewer quoted words are a name or a title.
_MIN_QUOTED = 3
# How many words in front of a colon are searched for a verb of saying: `colon` finds those.
_MAX_VERB = 6


def _narrated(place: InSentence) -> Iterator[Draft]:
    """``پیرمرد سر تکان داد: «A»``: an act, or a person alone, and his words behind a colon."""
    layout, words = place.layout, place.layout.tokens.words
    start, end = place.sentence
    if ":" not in words[start:end]:
        return
    colon = words.index(":", start)
    close = layout.closing.get(colon + 1)
    if close is None:
        return
    sentence = words[close - 1] in SENTENCE_ENDS  # ``«باختیم.»``: one word may be a sentence
    if close - colon - 2 < _MIN_QUOTED and not sentence:
        return
    source = person_at(layout, skip_lead(layout, start, colon), colon, place.known)
    if source is not None and (_alone(layout, source, colon) or _acts(layout, start, colon)):
        yield Draft(
            content=(trim(layout, colon + 1, close + 1),), cue=(Range(colon, colon + 1),),
            source=source, rule=NARRATED.rule, manner=Manner.DIRECT, act=Act.SAY, lemma=None,
            paragraph=place.number,
        )  # fmt: skip


def _alone(layout: Layout, source: Range, colon: int) -> bool:
    """Whether the mention of a person is all that stands in front of a colon."""
    return source.end == colon and not find_cues(layout.tokens, source.start, colon)


def _acts(layout: Layout, start: int, colon: int) -> bool:
    """Whether a verb stands in front of a colon that is no verb of saying."""
    last = layout.tokens.words[colon - 1]
    if not is_finite(last) and last not in ACTED:
        return False
    said = find_cues(layout.tokens, max(start, colon - _MAX_VERB), colon)
    return not any(c.end == colon for c in said)


NARRATED = Construction(
    rule=Rule(
        "act-colon",
        Meaning("کاری و دونقطه پیش از گیومه", "an act and a colon in front of quotation marks"),
    ),
    find=_narrated,
    example=Example("مدیر سد سر تکان داد: «آب امسال کم است.»", "مدیر سد", "آب امسال کم است"),
    why_here="All constructions of its group are asked: the order only sorts their drafts.",
)
