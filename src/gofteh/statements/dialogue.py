"""Speeches without a verb of saying: interviews, labelled dialogue, letters and declarations."""

from __future__ import annotations

from dataclasses import dataclass

from gofteh.statements.constructions.answers import ANSWER
from gofteh.statements.constructions.labels import LABEL
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
    speeches = _without_turns(speeches)
    asked = any(s.draft.rule is ANSWER.rule for s in speeches)
    # reversed, so that of two that begin in one paragraph the first overwrites the second
    by_first = {s.paragraphs[0]: s for s in reversed(speeches) if s.draft.content}
    questions = frozenset(questions_of(article.layout) if asked else ())
    spoken = frozenset(n for s in by_first.values() for n in s.paragraphs)
    return Dialogue(by_first, questions, spoken)


def _without_turns(speeches: list[Speech]) -> list[Speech]:
    """Speeches without those that begin among the labelled turns of a dialogue.

    A line that announces the whole dialogue (``متن گفت‌وگو به شرح زیر است:``) would tell each turn
    once more, as one of a letter's paragraphs.
    """
    turns = [s.paragraphs for s in speeches if s.draft.rule is LABEL.rule]
    if not turns:
        return speeches
    first, last = turns[0][0], max(run[-1] for run in turns)
    return [
        s for s in speeches if s.draft.rule is LABEL.rule or not first <= s.paragraphs[0] <= last
    ]
