"""A clause behind ``که`` or ``تا``: ``گفت که …``, ``خواستار شد تا …``."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from gofteh.lexicon.entries import Complement, Trait
from gofteh.lexicon.rules import Meaning
from gofteh.statements.clauses import clause_of, is_asked_of
from gofteh.statements.context import AtCue, CueContext
from gofteh.statements.cues import cues_between
from gofteh.statements.declared import Construction, Example, Rule
from gofteh.statements.drafting import reported
from gofteh.statements.drafts import Draft
from gofteh.statements.runon import speaks_of_itself
from gofteh.statements.scope import points_back
from gofteh.text.tokens import Range

_OPENERS = {"که": Complement.THAT, "تا": Complement.SO_THAT}


def _that(place: AtCue) -> Iterator[Draft]:
    """``وی گفت که A``; a present wish (``می‌خواهد که A``) only where it is put to somebody."""
    context, item = place.context, place.item
    if _OPENERS.get(place.marker) not in item.cue.takes or item.cue.negated:
        return
    if item.source and points_back(context.layout, context.sentence.start, item.source.start):
        return  # ``این را مردی گفت که همه او را می‌شناسند``: who he is
    wish = item.cue.has(Trait.WISHES) and item.cue.ongoing
    if not wish or is_asked_of(context, item):
        content = _spoken_on(context, clause_of(context, item, place.start))
        yield from reported(place, content, VERB_THAT.rule)


def _spoken_on(context: CueContext, clause: Range) -> Range:
    """``گفت که ما خوشحالیم. ما …``: sentences in the first person go on with such a clause."""
    layout, cue = context.layout, context.sourced[context.index].cue
    within = context.inside or cue.first_person or clause.end != context.sentence.end
    if within or not speaks_of_itself(layout, clause):
        return clause
    end, sentences = clause.end, context.paragraph.sentences
    for sentence in sentences[bisect_left(sentences, end, key=_start) :]:
        if not speaks_of_itself(layout, sentence) or cues_between(context.cues, *sentence):
            break
        end = sentence.end
    return Range(clause.start, end)


def _start(sentence: Range) -> int:
    return sentence.start


VERB_THAT = Construction(
    rule=Rule("verb-that", Meaning("فعلِ گفتن و «که»", "a verb of saying and «که»")),
    takes=frozenset({Complement.THAT, Complement.SO_THAT}),
    find=_that,
    example=Example("مدیر سد گفت که آب کم است.", "مدیر سد", "آب کم است"),
    why_here="``که`` behind the verb belongs to it; quotation marks in front may be anybody's.",
)
