"""Speeches without a verb of saying: interviews, labelled dialogue, letters and declarations."""

from __future__ import annotations

from dataclasses import dataclass

from gofteh.lexicon.talk import ASKERS
from gofteh.statements.constructions.answers import ANSWER
from gofteh.statements.constructions.labels import LABEL
from gofteh.statements.constructions.order import OVER_PARAGRAPHS
from gofteh.statements.context import InArticle
from gofteh.statements.interviews import questions_of
from gofteh.statements.paragraph_speeches import Speech
from gofteh.text.layout import Layout


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
    speeches = _without_turns(article.layout, speeches)
    asked = any(s.draft.rule is ANSWER.rule for s in speeches)
    # reversed, so that of two that begin in one paragraph the first overwrites the second
    by_first = {s.paragraphs[0]: s for s in reversed(speeches) if s.draft.content}
    questions = frozenset(questions_of(article.layout) if asked else ())
    spoken = frozenset(n for s in by_first.values() for n in s.paragraphs)
    return Dialogue(by_first, questions, spoken)


def _without_turns(layout: Layout, speeches: list[Speech]) -> list[Speech]:
    """Speeches without those that tell the labelled turns of a dialogue once more.

    A line that announces the whole dialogue (``متن گفت‌وگو به شرح زیر است:``) would tell each turn
    as one of a letter's paragraphs, those of who asks too.
    """
    turns = {n for s in speeches if s.draft.rule is LABEL.rule for n in s.paragraphs}
    words, paragraphs = layout.tokens.words, layout.paragraphs

    def again(speech: Speech) -> bool:
        told = [layout.paragraph_at(span.start) for span in speech.draft.content]
        before = [paragraphs[n - 1].start for n in told[:1] if n]
        asked = any(words[i] in ASKERS for i in before)
        return asked or not turns.isdisjoint(told)

    return [s for s in speeches if not turns or s.draft.rule is LABEL.rule or not again(s)]
