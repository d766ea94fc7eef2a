"""The verb in front of its speaker: ``«A»، می‌گوید X`` and ``می‌گوید X: A``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from gofteh.lexicon.classes import NAMES_SPEAKER, is_a
from gofteh.lexicon.entries import Complement
from gofteh.lexicon.names import common_words
from gofteh.lexicon.rules import Meaning
from gofteh.lexicon.signs import COMMAS, SENTENCE_ENDS
from gofteh.records import Manner
from gofteh.statements.constructions.quotes import quoted_before
from gofteh.statements.context import AtCue, CueContext
from gofteh.statements.declared import Construction, Example, Rule
from gofteh.statements.direct_speech import direct_scope
from gofteh.statements.drafting import draft_of
from gofteh.statements.drafts import Draft
from gofteh.statements.leads import skip_lead
from gofteh.statements.phrases import is_finite, mention_at
from gofteh.text.tokens import Range

_CLOSES_MENTION = COMMAS | SENTENCE_ENDS | {"", "که", "؛", "\n"}


def _inverted(place: AtCue) -> Iterator[Draft]:
    """Content in front of the verb, or behind the colon of the speaker who follows it."""
    context, cue = place.context, place.item.cue
    if place.marker or cue.negated or cue.passive or place.item.source is not None:
        return
    source = _speaker(context, cue.end)
    if source is None:
        return
    layout, words = context.layout, context.layout.tokens.words
    content: Range | None = None
    if words[source.end] == ":":
        first = skip_lead(layout, context.sentence.start, cue.start + 1)
        if first == cue.start and source.end + 1 < context.paragraph.end:
            known = context.facts.known
            content = direct_scope(layout, context.paragraph, source.end + 1, context.cues, known)
    elif words[source.end] in _CLOSES_MENTION or source.end >= context.sentence.end:
        content = quoted_before(context, cue.start)
    if content is not None:
        for draft in draft_of(place, content, INVERTED.rule, Manner.DIRECT):
            yield replace(draft, source=source, unknown=False, embedded=context.inside)


def _speaker(context: CueContext, start: int) -> Range | None:
    """The mention right behind a verb, if it can be its subject."""
    layout, words = context.layout, context.layout.tokens.words
    stop = mention_at(layout, start, context.sentence.end)
    if stop <= start or any(map(is_finite, words[start:stop])):
        return None
    named = is_a(words[start], NAMES_SPEAKER) or words[start] not in common_words()
    return Range(start, stop) if named and words[start][0].isalpha() else None


INVERTED = Construction(
    rule=Rule(
        "verb-before-sayer",
        Meaning("فعلِ گفتن پیش از گوینده", "a verb of saying in front of its sayer"),
    ),
    takes=frozenset({Complement.BEFORE, Complement.COLON}),
    find=_inverted,
    example=Example("«آب سد کم است»، می‌گوید مدیر سد.", "مدیر سد", "آب سد کم است"),
    why_here="Where the verb has no subject in front, a mention behind it is its subject and no "
    "content, as what follows would take it to be.",
)
