"""Interviews without labels: which paragraphs ask, and who answers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from gofteh.lexicon.classes import Class, is_a
from gofteh.lexicon.heads import ROLE_HEADS
from gofteh.lexicon.names import given_names
from gofteh.lexicon.outlets import OUTLET_NOUNS
from gofteh.lexicon.particles import AND, ONGOING, SAID, WITH
from gofteh.lexicon.signs import QUESTION_MARKS, SENTENCE_ENDS
from gofteh.lexicon.talk import (
    ASKERS,
    INTERVIEW,
    SECOND_PERSON,
    SECOND_PERSON_END,
    THIRD_PERSON_ENDS,
)
from gofteh.statements.constructions.headlines import HEADLINE
from gofteh.statements.context import InTitle
from gofteh.statements.leads import skip_lead
from gofteh.statements.phrases import is_finite, mention_at
from gofteh.text.layout import Layout, Paragraph
from gofteh.text.tokens import Range

_MIN_QUESTIONS = 2
# So many where the article does not call itself an interview.
_MIN_ANSWERED = 3
# The longest name alone in its line, with its colon.
_MAX_LABEL = 5
_INTRODUCTION = 8
# Tokens from an interview's word to its ``با``.
_NEAR = 5
# Signs in front of questions; so many paragraphs with one of them, mostly asking, are an interview.
_MARKS = frozenset("*-•–+")
_STARS = frozenset("*-•")
_MIN_MARKED = 4
_MOSTLY = 0.6
_OPEN_ENDS = frozenset("؟?…")
# Ends a turn that asks.
_QUESTION = "؟"
# Tokens between ``با`` and an interview's word behind the guest.
_MAX_GUEST = 24
# How a person's mention begins.
_NAMED = Class.ROLE | Class.HONORIFIC | Class.GIVEN_NAME
# The noun of ``انجام داد`` *did*.
_DONE = "انجام"
# The agency that asks is no guest.
_AGENCY = frozenset({"خبرگزاری"})


def questions_of(layout: Layout) -> set[int]:
    """Return the paragraphs that ask, where the article is an interview.

    It says so, its questions stand behind a sign of their own, or there are several and the
    headline says who answers.
    """
    if sum(_is_label(layout, p) for p in layout.paragraphs) >= _MIN_QUESTIONS:
        return set()
    if marked := _marked(layout):
        return marked
    questions = {n for n, p in enumerate(layout.paragraphs) if _is_question(layout, p)}
    answered = sum(n + 1 not in questions for n in questions)
    said = len(questions) >= _MIN_QUESTIONS and says_interview(layout)
    told = answered >= _MIN_ANSWERED and _guest_of_headline(layout) is not None
    if not (said or told):
        return set()
    first = min(questions)
    body = range(first, len(layout.paragraphs))
    return questions | {n for n in body if _addresses(layout, layout.paragraphs[n])}


def asking(layout: Layout) -> set[int]:
    """Return the paragraphs that ask or address somebody, whatever the article is."""
    every = enumerate(layout.paragraphs)
    return {n for n, p in every if _is_question(layout, p) or _addresses(layout, p)}


def _is_label(layout: Layout, paragraph: Paragraph) -> bool:
    """Whether a line is nothing but a name and a colon, which tells who speaks below."""
    short = 1 < paragraph.end - paragraph.start <= _MAX_LABEL
    return short and not paragraph.title and layout.tokens.words[paragraph.end - 1] == ":"


def _addresses(layout: Layout, paragraph: Paragraph) -> bool:
    """Whether a paragraph ends by telling the guest something: ``جایزه را هم گرفتید``."""
    words, end = layout.tokens.words, paragraph.end
    last = words[end - 2] if words[end - 1] in SENTENCE_ENDS else words[end - 1]
    told = last.startswith(ONGOING) and last.endswith(SECOND_PERSON_END)
    return last in SECOND_PERSON or (told and not last.endswith(THIRD_PERSON_ENDS))


def says_interview(layout: Layout) -> bool:
    """Return whether the introduction calls the article a talk or an interview."""
    words = layout.tokens.words
    return any(
        words[i] in INTERVIEW or layout.tokens.at(i, SAID, AND)
        for p in layout.paragraphs[:_INTRODUCTION]
        for i in range(p.start, p.end)
    )


def _marked(layout: Layout) -> set[int]:
    """The paragraphs behind one sign, if they mostly ask: ``- چرا آب نیست؟``."""
    words = layout.tokens.words
    by_sign: defaultdict[str, list[int]] = defaultdict(list)
    for number, paragraph in enumerate(layout.paragraphs):
        if is_marked(layout, paragraph):
            by_sign[words[paragraph.start]].append(number)
    for numbers in by_sign.values():
        asking = sum(_asks(layout, layout.paragraphs[n]) for n in numbers)
        if len(numbers) >= _MIN_MARKED and asking >= _MOSTLY * len(numbers):
            return set(numbers)
    return set()


def is_marked(layout: Layout, paragraph: Paragraph) -> bool:
    """Return whether a paragraph stands behind a sign that can mark questions."""
    return not paragraph.title and layout.tokens.words[paragraph.start] in _MARKS


def _asks(layout: Layout, paragraph: Paragraph) -> bool:
    """Whether a paragraph ends in a question mark, or is left open: ``…``."""
    tokens, end = layout.tokens, paragraph.end
    return tokens.words[end - 1] in _OPEN_ENDS or tokens.at(end - 2, ".", ".")


def _is_question(layout: Layout, paragraph: Paragraph) -> bool:
    words = layout.tokens.words
    asks = words[paragraph.end - 1] in QUESTION_MARKS
    starred = (
        words[paragraph.start] in _STARS and _QUESTION in words[paragraph.start : paragraph.end]
    )
    return not paragraph.title and (asks or starred)


def guest_of(layout: Layout) -> Range | None:
    """Return who is interviewed: near the top, or in the headline: ``X: …``.

    ``گفت‌وگو با X``, and ``X در گفت‌وگو با …`` where an outlet asks.
    """
    words = layout.tokens.words
    for paragraph in layout.paragraphs[:_INTRODUCTION]:
        for i in range(paragraph.start, paragraph.end - 2):
            if words[i] in INTERVIEW or layout.tokens.at(i, SAID, AND):
                searches = (_guest_named, _guest_behind, _guest_within, _guest_in_front)
                guest = next(filter(None, (find(layout, i, paragraph) for find in searches)), None)
                if guest:
                    return guest
    return _guest_of_headline(layout)


def _guest_named(layout: Layout, i: int, paragraph: Paragraph) -> Range | None:
    """``گفت‌وگوی X با روزنامه پگاه``: the person right behind the interview's word at ``i``."""
    stop = mention_at(layout, i + 1, paragraph.end)
    words = layout.tokens.words
    guest = stop > i + 1 and words[stop] == WITH and _is_guest(layout, i + 1, stop)
    return Range(i + 1, stop) if guest else None


def _guest_within(layout: Layout, i: int, paragraph: Paragraph) -> Range | None:
    """``با X به گفت‌وگو نشستیم``: the person between ``با`` and the interview's word at ``i``."""
    words = layout.tokens.words
    near = range(i - 1, max(paragraph.start, i - _MAX_GUEST) - 1, -1)
    first = next((j + 1 for j in near if words[j] == WITH), i)
    stop = mention_at(layout, first, i) if first < i else first
    return Range(first, stop) if stop > first and is_a(words[first], _NAMED) else None


def _guest_in_front(layout: Layout, i: int, paragraph: Paragraph) -> Range | None:
    """The person who opens the sentence of an interview's word at ``i``."""
    first = skip_lead(layout, paragraph.sentence_start(i), i)
    stop = mention_at(layout, first, i) if first < i else first
    return Range(first, stop) if _is_guest(layout, first, stop) else None


def _guest_of_headline(layout: Layout) -> Range | None:
    titles = (p for p in layout.paragraphs[:1] if p.title)
    return next((d.source for p in titles for d in HEADLINE.find(InTitle(layout, p, 0))), None)


def _guest_behind(layout: Layout, i: int, paragraph: Paragraph) -> Range | None:
    """The person behind the ``با`` of an interview's word at ``i``."""
    words, end = layout.tokens.words, paragraph.end
    first = next((j + 1 for j in range(i, min(i + _NEAR, end)) if words[j] == WITH), None)
    if first is None:
        return None
    stop = mention_at(layout, first, end)
    # ``با «X» کارگردان انجام داده است``: the verb is no part of the guest
    stop = next((j for j in range(first, stop) if _is_verbal(words, j)), stop)
    return Range(first, stop) if _is_guest(layout, first, stop) else None


def _is_verbal(words: Sequence[str], i: int) -> bool:
    """Whether a verb stands at a token, or the noun of one: ``انجام داد``."""
    return is_finite(words[i]) or (words[i] == _DONE and is_finite(words[i + 1]))


def _is_guest(layout: Layout, first: int, stop: int) -> bool:
    """Whether a mention names a person, by a name or an office, and not who asks."""
    named = layout.tokens.words[first:stop]
    person = any(w in given_names() or w in ROLE_HEADS for w in named)
    asks = named[:1] and named[0] in ASKERS | _AGENCY | OUTLET_NOUNS
    return person and not asks and not any(map(is_finite, named))
