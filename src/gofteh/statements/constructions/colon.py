"""Content behind a verb and a colon: ``وی گفت: …``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from gofteh.lexicon.entries import Complement
from gofteh.lexicon.rules import Meaning
from gofteh.records import Manner
from gofteh.statements.context import AtCue
from gofteh.statements.declared import Construction, Example, Rule
from gofteh.statements.direct_speech import direct_scope
from gofteh.statements.drafting import draft_of
from gofteh.statements.drafts import Draft
from gofteh.text.tokens import Range


def _beside(place: AtCue) -> Iterator[Draft]:
    """``وی گفت: A``: from the colon on, over sentences."""
    context = place.context
    if place.marker != ":" or place.start >= context.paragraph.end or place.item.cue.negated:
        return
    content = direct_scope(
        context.layout, context.paragraph, place.start, context.cues, context.facts.known
    )
    yield from draft_of(place, content, VERB_COLON.rule, Manner.DIRECT)


def _below(place: AtCue) -> Iterator[Draft]:
    """``… به شرح زیر اعلام کرد:``: the content is the next paragraph."""
    context = place.context
    if place.marker != ":" or place.start < context.paragraph.end or place.item.cue.negated:
        return
    if context.number + 1 >= len(context.layout.paragraphs):
        return
    below = context.layout.paragraphs[context.number + 1]
    content = Range(below.start, below.end)
    for draft in draft_of(place, content, COLON_NEXT_PARAGRAPH.rule, Manner.DIRECT):
        yield replace(draft, paragraph=context.number + 1)


VERB_COLON = Construction(
    rule=Rule("verb-colon", Meaning("فعلِ گفتن و دونقطه", "a verb of saying and a colon")),
    takes=frozenset({Complement.COLON}),
    find=_beside,
    example=Example("مدیر سد گفت: آب کم است.", "مدیر سد", "آب کم است"),
    why_here="First, since a colon is the surest marker, and its content reaches over sentences. "
    "If nothing stands behind it, the next one looks in the paragraph below.",
)
COLON_NEXT_PARAGRAPH = Construction(
    rule=Rule(
        "colon-next-paragraph",
        Meaning("دونقطه و سخن در بند بعد", "a colon, the speech in the next paragraph"),
        in_next_paragraph=True,
    ),
    takes=frozenset({Complement.COLON}),
    find=_below,
    example=Example("مدیر سد گفت:\nآب کم است.", "مدیر سد", "آب کم است"),
    why_here="A colon is surer than the semicolon that some write for it.",
)
