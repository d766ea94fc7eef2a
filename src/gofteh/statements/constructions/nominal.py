"""Nouns of saying: ``ادعای X مبنی بر A`` *X's claim that A*, ``نامه X مبنی بر این‌که A``."""

from __future__ import annotations

from collections.abc import Iterator

from gofteh.lexicon.acts import Act
from gofteh.lexicon.heads import PRONOUNS
from gofteh.lexicon.nouns import ACT_OF, CLOSING_VERBS, VERB_NOUNS
from gofteh.lexicon.particles import (
    BASED,
    COMMA,
    FROM,
    ON,
    ONGOING,
    OWN,
    SEMICOLON,
    SIDE,
    THIS,
    YEH,
)
from gofteh.lexicon.rules import Meaning
from gofteh.records import Manner
from gofteh.statements.context import InSentence
from gofteh.statements.declared import Construction, Example, Rule
from gofteh.statements.drafts import Draft, trim
from gofteh.statements.phrases import is_finite, mention_at
from gofteh.text.layout import Layout
from gofteh.text.tokens import Range

# Nouns of these acts have a content only in a clause: ``درخواست … مبنی بر این‌که``.
_WISHED = frozenset({Act.DEMAND, Act.STRESS})
_MAX_BACK = 14
_MAX_CONTENT = 22
_MIN_CONTENT = 2
# ``از سوی`` *by* this near belongs to the content (who did it); farther off it names the source.
_OWN_AGENT = 4
_ENDS = frozenset("،,؛.؟!»):") | {"ولی", "اما", "را", "که", "\n"}
# ``این‌که``, run together or apart: the content is a clause.
_OPENS_CLAUSE = ("اینکه", THIS)
# Where such a clause ends.
_CLAUSE_ENDS = (COMMA, SEMICOLON)


def _nominal(place: InSentence) -> Iterator[Draft]:
    """Each noun of saying in a sentence that ``مبنی بر`` follows."""
    layout, words = place.layout, place.layout.tokens.words
    start, end = place.sentence
    if BASED not in words[start:end]:
        return
    for i in range(start + 1, end - 3):
        if layout.tokens.at(i, BASED, ON) and (noun := _noun(words, start, i)) is not None:
            yield from _nominal_at(layout, noun, i, end, place.number)


def _nominal_at(layout: Layout, noun: int, i: int, end: int, paragraph: int) -> Iterator[Draft]:
    """Yield the draft of a noun and its ``مبنی بر`` at ``i``, if the content is long enough."""
    words = layout.tokens.words
    content = trim(layout, *_content(words, i + 2, end))
    if content[1] - content[0] < _MIN_CONTENT:
        return
    source = _source(layout, noun + 1, i)
    yield Draft(
        content=(content,), cue=(Range(noun, noun + 1), Range(i, i + 2)), source=source,
        rule=NOMINAL.rule, manner=Manner.INDIRECT, act=ACT_OF[words[noun]],
        lemma=words[noun], paragraph=paragraph, unknown=source is None,
    )  # fmt: skip


def _noun(words: tuple[str, ...], start: int, i: int) -> int | None:
    """The noun of saying in front of ``مبنی بر``; None if it needs a clause and none follows."""
    before = range(i - 1, max(start - 1, i - _MAX_BACK), -1)
    noun = next((j for j in before if words[j] in ACT_OF), None)
    clause = words[i + 2] in _OPENS_CLAUSE
    wish = noun is not None and ACT_OF[words[noun]] in _WISHED
    return None if wish and not clause else noun


def _source(layout: Layout, start: int, end: int) -> Range | None:
    """The speaker between noun and ``مبنی بر``, behind its adjectives or behind ``از سوی``."""
    words = layout.tokens.words
    for i in range(start, end - 2):
        if layout.tokens.at(i, FROM, SIDE):
            stop = mention_at(layout, i + 2, end)
            return Range(i + 2, stop) if stop > i + 2 else None
    while start + 1 < end and words[start].endswith(YEH) and words[start + 1][0].isalpha():
        start += 1
    stop = mention_at(layout, start, end)
    mention = words[start:stop]
    clause = any(w in CLOSING_VERBS or w in VERB_NOUNS or w.startswith(ONGOING) for w in mention)
    adjective = len(mention) == 1 and mention[0].endswith(YEH) and mention[0] not in PRONOUNS
    if not mention or mention[0] == OWN or clause or adjective:
        return None
    return Range(start, stop)


def _content(words: tuple[str, ...], start: int, end: int) -> Range:
    """A clause to its end, or a noun phrase to the verb of the sentence around it."""
    if words[start] in _OPENS_CLAUSE:
        stop = next((i for i in range(start, end) if words[i] in _CLAUSE_ENDS), end)
        return Range(start + 1 + (words[start] == THIS), stop)
    stop = min(end, start + _MAX_CONTENT)
    for i in range(start, stop):
        verb = words[i] in CLOSING_VERBS or is_finite(words[i])
        by = i > start + _OWN_AGENT and words[i] == FROM and words[i + 1] == SIDE
        if words[i] in _ENDS or verb or by:
            stop = i
            break
    while stop > start + 1 and words[stop - 1] in VERB_NOUNS:
        stop -= 1
    return Range(start, stop)


NOMINAL = Construction(
    rule=Rule(
        "nominal",
        Meaning("اسمِ گفتن با «که» یا «مبنی بر»", "a noun of saying with «که» or «مبنی بر»"),
    ),
    find=_nominal,
    example=Example("ادعای مدیر سد مبنی بر کمبود آب رد شد.", "مدیر سد", "کمبود آب"),
    why_here="All constructions of its group are asked; nouns and split verbs share no word, so "
    "the order decides nothing.",
)
