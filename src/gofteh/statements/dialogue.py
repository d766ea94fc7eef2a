"""Speeches without a verb of saying: interviews, labelled dialogue, letters and declarations."""

from __future__ import annotations

from dataclasses import dataclass

from gofteh.statements.constructions.answers import ANSWER
from gofteh.statements.constructions.order import OVER_PARAGRAPHS
from gofteh.statements.context import InArticle
from gofteh.statements.interviews import questions_of
from gofteh.statements.paragraph_speeches import Speech


@dataclass(frozen=True, slots=True)
class Dialogue:
    """The speeches of an article that fill whole paragraphs, by the index of their first one.

    ``questions`` are the paragraphs in which an interviewer only asks; ``spoken`` those that belong
    to a speech.
    """

    speeches: dict[int, Speech]
    questions: frozenset[int] = frozenset()
    spoken: frozenset[int] = frozenset()


def dialogue(article: InArticle) -> Dialogue:
    """Return the speeches of an article, and the paragraphs that ask.

    Of each group of constructions, the first that finds anything gives the speeches of that group.
    Where two speeches begin in one paragraph, the one of the earlier group stays.
    """
    speeches: list[Speech] = []
    for group in OVER_PARAGRAPHS:
        runs = (list(construction.find(article)) for construction in group)
        speeches += next(filter(None, runs), [])
    asked = any(s.draft.rule is ANSWER.rule for s in speeches)
    # reversed, so that of two that begin in one paragraph the first overwrites the second
    by_first = {s.paragraphs[0]: s for s in reversed(speeches) if s.draft.content}
    questions = frozenset(questions_of(article.layout) if asked else ())
    spoken = frozenset(n for s in by_first.values() for n in s.paragraphs)
    return Dialogue(by_first, questions, spoken)
