"""A clause behind a verb without ``که``: ``معتقد است …``, ``می‌گوید؛ …``."""

from __future__ import annotations

from collections.abc import Iterator

from gofteh.lexicon.acts import Act
from gofteh.lexicon.entries import Complement, Trait
from gofteh.lexicon.particles import SEMICOLON
from gofteh.lexicon.rules import Meaning
from gofteh.lexicon.signs import COMMAS
from gofteh.statements.clauses import clause_of, is_asked_of
from gofteh.statements.context import AtCue
from gofteh.statements.declared import Construction, Example, Rule
from gofteh.statements.drafting import reported
from gofteh.statements.drafts import Draft, trim
from gofteh.statements.phrases import is_finite
from gofteh.statements.refusals import opens

_MIN_CLAUSE = 2
# Behind a semicolon or a verb they open no clause of content.
_GOES_ON = frozenset({"و", "اما", "ولی", "یعنی"})
_NO_CLAUSE = frozenset({"و", ".", "؛", ")", "»"})
_RULE = Rule(
    "verb-clause",
    Meaning("فعلِ گفتن و جمله‌ای بی «که»", "a verb of saying and a clause without «که»"),
)


def _behind_semicolon(place: AtCue) -> Iterator[Draft]:
    """``وزیر می‌گوید؛ A``: a semicolon behind subject and verb stands for a colon."""
    context, item, start = place.context, place.item, place.start
    words = context.layout.tokens.words
    if place.marker or words[start] != SEMICOLON or Complement.COLON not in item.cue.takes:
        return
    beside = item.source is not None and item.source.end == item.cue.start
    if beside and words[start + 1] not in _GOES_ON:
        yield from reported(place, clause_of(context, item, start + 1), _RULE)


def _bare(place: AtCue) -> Iterator[Draft]:
    """``معتقد است باید …``: without any marker."""
    context, item, start = place.context, place.item, place.start
    words, end = context.layout.tokens.words, context.sentence.end
    if place.marker or item.cue.negated or start >= end or not _takes_clause(place):
        return
    start += words[start] in COMMAS
    if start >= end or words[start] in _NO_CLAUSE:
        return
    content = clause_of(context, item, start)
    span = trim(context.layout, *content)
    verb_alone = span.end - span.start == 1 and is_finite(words[span.start])  # ``گفته بود می‌رود،``
    if verb_alone or span.end - span.start >= _MIN_CLAUSE:
        yield from reported(place, content, _RULE)


def _takes_clause(place: AtCue) -> bool:
    """Whether a verb takes a clause without a marker here: by its source, or as an impersonal."""
    context, item = place.context, place.item
    if item.source is None:
        impersonal = item.cue.passive and item.cue.has(Trait.IMPERSONAL)
        said = item.cue.has(Trait.DROPS_SUBJECT) and not item.cue.participle
        said = said or (item.cue.act is Act.ADD and opens(context, item.cue))
        return said or (impersonal and not context.inside)
    beside = item.source.end == item.cue.start
    if item.cue.has(Trait.OF_WHOM):
        return is_asked_of(context, item) or (beside and not item.cue.ongoing)
    return not item.cue.participle or beside


VERB_SEMICOLON = Construction(
    rule=_RULE,
    takes=frozenset({Complement.CLAUSE}),
    find=_behind_semicolon,
    example=Example("مدیر سد می‌گوید؛ آب کم است.", "مدیر سد", "آب کم است"),
    why_here="Like a colon, a semicolon right behind the verb shows that the content follows; "
    "the next ones ask for other markers.",
)
VERB_CLAUSE = Construction(
    rule=_RULE,
    takes=frozenset({Complement.CLAUSE}),
    find=_bare,
    example=Example("مدیر سد معتقد است آب کم است.", "مدیر سد", "آب کم است"),
    why_here="Last: without any marker it would take what the others find more surely.",
)
