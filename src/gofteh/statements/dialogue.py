"""Words given without a verb of saying: interviews, labelled dialogue, letters and declarations."""

from __future__ import annotations

from dataclasses import dataclass

from gofteh.statements.constructions.answers import ANSWER
from gofteh.statements.constructions.order import OVER_PARAGRAPHS
from gofteh.statements.context import InArticle
from gofteh.statements.interviews import questions_of
from gofteh.statements.paragraph_speeches import Speech


@dataclass(frozen=True, slots=True)
class Dialogue:
    """The speeches of an article by their first paragraph, and the paragraphs that only ask.

    ``spoken`` holds the paragraphs that are one voice's speech.
    """

    speeches: dict[int, Speech]
    questions: frozenset[int] = frozenset()
    spoken: frozenset[int] = frozenset()


def dialogue(article: InArticle) -> Dialogue:
    """Return the speeches of an interview or declaration.

    Of each group of constructions the first that finds something is the article's; where two
    speeches begin in one paragraph, the one found first stays.
    """
    speeches: list[Speech] = []
    for group in OVER_PARAGRAPHS:
        runs = (list(construction.find(article)) for construction in group)
        speeches += next(filter(None, runs), [])
    asked = any(s.draft.rule is ANSWER.rule for s in speeches)
    told = {s.paragraphs[0]: s for s in reversed(speeches) if s.draft.content}
    questions = frozenset(questions_of(article.layout) if asked else ())
    spoken = frozenset(n for s in told.values() for n in s.paragraphs)
    return Dialogue(told, questions, spoken)
