"""Interviews without labels: which paragraphs ask, and who answers."""

from __future__ import annotations

from collections import defaultdict

from gofteh.lexicon.heads import ROLE_HEADS
from gofteh.lexicon.names import given_names
from gofteh.lexicon.particles import AND, SAID, WITH
from gofteh.lexicon.signs import QUESTION_MARKS
from gofteh.lexicon.talk import ASKERS, INTERVIEW
from gofteh.statements.constructions.headlines import HEADLINE
from gofteh.statements.context import InTitle
from gofteh.statements.phrases import mention_at
from gofteh.text.layout import Layout, Paragraph
from gofteh.text.tokens import Range

_MIN_QUESTIONS = 2
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
# The agency that asks is no guest.
_AGENCY = frozenset({"خبرگزاری"})


def questions_of(layout: Layout) -> set[int]:
    """Return the paragraphs that ask, where the article is an interview.

    It says so, or its questions stand behind a sign of their own.
    """
    if marked := _marked(layout):
        return marked
    questions = {n for n, p in enumerate(layout.paragraphs) if _is_question(layout, p)}
    return questions if len(questions) >= _MIN_QUESTIONS and _says_so(layout) else set()


def _says_so(layout: Layout) -> bool:
    """Whether the introduction calls the article a talk or an interview."""
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
    """Return who is interviewed: ``گفت‌وگو با X`` near the top, or the headline's ``X: …``."""
    words = layout.tokens.words
    for paragraph in layout.paragraphs[:_INTRODUCTION]:
        for i in range(paragraph.start, paragraph.end - 2):
            if words[i] in INTERVIEW or layout.tokens.at(i, SAID, AND):
                guest = _guest_behind(layout, i, paragraph.end)
                if guest:
                    return guest
    titles = (p for p in layout.paragraphs[:1] if p.title)
    return next((d.source for p in titles for d in HEADLINE.find(InTitle(layout, p, 0))), None)


def _guest_behind(layout: Layout, i: int, end: int) -> Range | None:
    """The person behind the ``با`` of an interview's word at ``i``."""
    words = layout.tokens.words
    first = next((j + 1 for j in range(i, min(i + _NEAR, end)) if words[j] == WITH), None)
    if first is None:
        return None
    stop = mention_at(layout, first, end)
    named = words[first:stop]
    person = any(w in given_names() or w in ROLE_HEADS for w in named)
    return Range(first, stop) if person and named[0] not in ASKERS | _AGENCY else None
