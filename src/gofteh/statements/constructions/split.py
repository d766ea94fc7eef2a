"""Light verbs with the content between noun and verb: ``وعده کاهش قیمت داد``."""

from __future__ import annotations

from collections.abc import Iterator

from gofteh.lexicon.classes import GIVES_NEWS, is_a
from gofteh.lexicon.entries import Split, Verb
from gofteh.lexicon.events import EVENT_OBJECTS
from gofteh.lexicon.forms import split_forms, split_nouns
from gofteh.lexicon.particles import AND, COMMA, OBJECT, THAT, YEH
from gofteh.lexicon.rules import Meaning
from gofteh.records import Manner
from gofteh.statements.context import InSentence
from gofteh.statements.declared import Construction, Example, Rule
from gofteh.statements.drafts import Draft, manner_of, trim
from gofteh.statements.leads import skip_lead
from gofteh.statements.phrases import is_finite, mention_at
from gofteh.text.fold import word_set
from gofteh.text.layout import Layout
from gofteh.text.tokens import Range

_MAX_CONTENT = 20
# With one of these behind it the noun has another sense: ``وعده غذایی`` *meal*.
_NOUNS_ONLY = ("ها", "های", "غذایی")
# Tokens from a cry's noun to its quotation, and from one quotation to the next.
_NEAR = 4
_BETWEEN = 2
_SUCH_AS = word_set("چون همچون مانند نظیر از جمله مثل با مضمون : و ،")
_STOPS = frozenset("،؛.:؟!«»") | {"که", "ولی", "اما", "اینکه"}
# What joins one quotation, or one clause, to the next.
_JOINS = (AND, COMMA)
# Behind the noun they make it an object or indefinite: what follows is not its content.
_NO_CONTENT_BEHIND = (OBJECT, YEH)


def _split(place: InSentence) -> Iterator[Draft]:
    """``وعده کاهش قیمت داد``: every split verb of a sentence with what stands inside it."""
    words = place.layout.tokens.words
    start, end = place.sentence
    nouns = split_nouns()
    if nouns.keys().isdisjoint(words[start:end]):
        return
    for i in range(start, end - 3):
        if (verb_and_form := nouns.get(words[i])) is None:
            continue
        verb, split = verb_and_form
        if split.quoted:
            yield from _cried_at(place, i, verb, split)
        elif words[i + 1] not in _NOUNS_ONLY:
            yield from _split_at(place, i, verb, split)


def _split_at(place: InSentence, i: int, verb: Verb, split: Split) -> Iterator[Draft]:
    """Yield the draft of the split verb whose noun stands at ``i``, if a light verb ends it."""
    layout, sentence, words = place.layout, place.sentence, place.layout.tokens.words
    behind = split.preposition
    first = i + 1 + bool(behind)
    closing = None
    if behind in ("", words[i + 1]):
        closing = _closing(words, first, sentence.end, split.closing)
    source = _source(layout, sentence.start, i) if closing else None
    if closing is None or source is None or not _is_content(words[first : closing[0]], behind):
        return
    if split.needs_speaker and not is_a(words[source.start], GIVES_NEWS):
        return  # ``این نشان خبر از باران می‌دهد``
    content = trim(layout, first, closing[0] - (words[closing[0] - 1] == OBJECT))
    yield Draft(
        content=(content,), cue=(Range(i, i + 1), closing), source=source, rule=SPLIT_VERB.rule,
        manner=manner_of(layout, content, colon=False), act=verb.act, paragraph=place.number,
        lemma=verb.lemma(verb.light[0]),
    )  # fmt: skip


def _cried_at(place: InSentence, i: int, verb: Verb, split: Split) -> Iterator[Draft]:
    """Yield the draft of the cry whose noun stands at ``i``: ``شعار «A» و «B» سر دادند``."""
    layout, sentence = place.layout, place.sentence
    quotations = _quotations(layout, i, sentence.end)
    if not quotations:
        return
    behind = quotations[-1][1] + 1
    behind += layout.tokens.words[behind] == OBJECT
    closing = _verb_at(layout.tokens.words, behind, sentence.end, split.closing)
    if closing:
        yield Draft(
            content=quotations, cue=(Range(i, i + 1), closing),
            source=_source(layout, sentence.start, i), rule=SPLIT_VERB.rule, manner=Manner.DIRECT,
            act=verb.act, paragraph=place.number, lemma=verb.lemma(verb.light[0]), plural=True,
        )  # fmt: skip


def _quotations(layout: Layout, i: int, end: int) -> tuple[Range, ...]:
    """The quoted words in a row behind a noun, without their marks."""
    words, found = layout.tokens.words, []
    near = i + _NEAR
    while (opening := _opening(layout, i + 1, min(near, end))) is not None:
        i = layout.closing[opening]
        found.append(Range(opening + 1, i))
        near = i + 1 + _BETWEEN * (words[i + 1] in _JOINS)
    return tuple(found)


def _opening(layout: Layout, start: int, end: int) -> int | None:
    """The first quotation mark of a range, if only words of likeness stand in front of it."""
    words = layout.tokens.words
    first = next((j for j in range(start, end) if words[j] not in _SUCH_AS), end)
    return first if first < end and first in layout.closing else None


def _is_content(content: tuple[str, ...], behind: str) -> bool:
    """Whether the words between noun and verb are a content: two words at least, or an event."""
    if not content or content[0] in _NO_CONTENT_BEHIND or any(map(is_finite, content)):
        return False
    return len(content) > 1 or bool(behind) or content[0] in EVENT_OBJECTS


def _closing(words: tuple[str, ...], first: int, end: int, verbs: tuple[str, ...]) -> Range | None:
    """The light verb that ends the construction, as tokens; None where a clause comes first."""
    for j in range(first, min(end, first + _MAX_CONTENT)):
        if words[j] in _STOPS:
            return None
        if found := _verb_at(words, j, end, verbs):
            return found
    return None


def _verb_at(words: tuple[str, ...], j: int, end: int, verbs: tuple[str, ...]) -> Range | None:
    """The longest form of one of some verbs that begins at a token."""
    for length in (3, 2, 1):
        text = "".join(words[j : j + length])
        if j + length <= end and any(text in split_forms(verb) for verb in verbs):
            return Range(j, j + length)
    return None


def _source(layout: Layout, start: int, noun: int) -> Range | None:
    """The subject of the noun's clause, else that of the clause before: ``اعتراض کرد و وعده …``."""
    words = layout.tokens.words
    joined = (i for i in range(noun - 1, start, -1) if words[i] in _JOINS)
    begin = next((i + 1 for i in joined if is_finite(words[i - 1])), start)
    for low in dict.fromkeys((begin, start)):
        first = skip_lead(layout, low, noun)
        stop = mention_at(layout, first, noun)
        if stop > first and THAT not in words[stop:noun]:
            return Range(first, stop)
    return None


SPLIT_VERB = Construction(
    rule=Rule(
        "split-verb", Meaning("گفته در میانهٔ فعلِ دوپاره", "a saying between the parts of a verb")
    ),
    find=_split,
    example=Example("مدیر سد وعده کاهش قیمت آب داد.", "مدیر سد", "کاهش قیمت آب"),
    why_here="All constructions of its group are asked: the order only sorts their drafts.",
)
