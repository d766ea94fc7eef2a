"""Calling an object by a name: ``X را Y دانست`` *held X to be Y*."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from gofteh.lexicon.entries import CLAUSES, Complement, Trait
from gofteh.lexicon.events import HOW_OR_TO_WHOM
from gofteh.lexicon.heads import SELF
from gofteh.lexicon.particles import OBJECT, THAT, TO
from gofteh.lexicon.rules import Meaning
from gofteh.statements.context import AtCue, CueContext
from gofteh.statements.declared import Construction, Example, Rule
from gofteh.statements.drafting import reported
from gofteh.statements.drafts import Draft, trim
from gofteh.statements.objects import behind_adjuncts, behind_subject, is_impersonal
from gofteh.statements.sourced_cues import SourcedCue, is_described
from gofteh.text.tokens import Range

# What may follow a verb that has called its object something and takes no further content.
_CLAUSE_ENDS = frozenset({"و", ".", "،", "؛", "»", "!", ")", "-", "ولی", "اما", "تا"})
# *Too*: no part of what something is called.
_TOO = (("نیز",), ("هم",))


def _called(place: AtCue) -> Iterator[Draft]:
    """``X را Y دانست``: the content is what stands between subject and verb."""
    context, item = place.context, place.item
    verb = item.cue.verb
    if verb is None or verb.passive or is_impersonal(context, item):
        return
    if verb.second_person:
        return  # ``این را چه می‌دانید؟``
    if (content := _object(context, item, place.marker)) is None:
        return
    if is_described(context.layout, item) and context.layout.tokens.words[content.start] in SELF:
        return  # ``زنی که خود را مادر می‌خواند، گفت``: who she is, not what she said
    for draft in reported(place, content, OBJECT_CALLED.rule, title=0):
        more = Range(0, 0)
        if place.marker == THAT:  # ``X را فرصتی می‌داند که …``
            more = trim(context.layout, place.start, context.sentence.end)
        yield replace(draft, content=(*draft.content, more)) if more.end > more.start else draft


def _object(context: CueContext, item: SourcedCue, sign: str) -> Range | None:
    """The object with what it is called; None where nothing is called anything."""
    words = context.layout.tokens.words
    low = behind_subject(context, item)
    mark = next((i for i in range(low, item.cue.start) if words[i] == OBJECT), None)
    if mark is None or not _called_something(context, item, mark, sign):
        return None
    low = behind_adjuncts(context.layout, low, mark)
    return Range(low, item.cue.start) if low != mark else None


def _called_something(context: CueContext, item: SourcedCue, object_mark: int, sign: str) -> bool:
    """Whether X is called something: ``X را Y اعلام کرد``; not in ``X را به Z اعلام کرد``."""
    words = context.layout.tokens.words
    if not CLAUSES & item.cue.takes:
        accused = sign == THAT and item.cue.has(Trait.ACCUSES)
        return accused or object_mark + 1 < item.cue.start
    after = words[item.cue.end] if item.cue.end < context.sentence.end else "."
    if sign or item.cue.negated or after not in _CLAUSE_ENDS:
        return False
    between = words[object_mark + 1 : item.cue.start]
    between = between[1:] if between[:1] in _TOO else between
    if any(w[0].isdigit() for w in between) and between[0] != TO:
        return True
    return bool(between) and between[0] not in HOW_OR_TO_WHOM


OBJECT_CALLED = Construction(
    rule=Rule(
        "object-called",
        Meaning("چیزی را چیزی دانستن یا خواندن", "calling something something"),
    ),
    takes=frozenset({Complement.CALLED}),
    find=_called,
    example=Example("مدیر سد این طرح را به سود شهر دانست.", "مدیر سد", "این طرح را به سود شهر"),
    why_here="An object with ``را`` and a name for it is clearer than the objects with a "
    "preposition that come next.",
)
