"""The one choice: among the grammar's drafts and the network's proposals, by calibrated odds.

Four questions, each a logistic regression over named figures (`gofteh.reader.evidence`), with
weights from annotated articles of other outlets (``train/reader``): is a draft of the grammar a
statement; is a proposal that the grammar does not see one; is the network's source right rather
than the grammar's; is its content.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from math import exp

from gofteh.reader.align import Pair, pairs
from gofteh.reader.draft import draft_of, spans
from gofteh.reader.evidence import other_content, other_source, sure_grammar, sure_reader
from gofteh.reader.propose import Proposals
from gofteh.statements.drafts import Draft, trim
from gofteh.text.layout import Layout


@dataclass(frozen=True, slots=True)
class Question:
    """A logistic regression over named figures."""

    bias: float
    weights: Mapping[str, float]

    def answer(self, figures: Mapping[str, float]) -> float:
        """Return the probability of yes."""
        x = self.bias + sum(w * figures[name] for name, w in self.weights.items())
        return 1 / (1 + exp(-max(-30.0, min(30.0, x))))


@dataclass(frozen=True, slots=True)
class Chooser:
    """The four questions, and from which probability on a statement is told."""

    grammar: Question
    reader: Question
    source: Question
    content: Question
    grammar_least: float
    reader_least: float


@cache
def chooser() -> Chooser:
    """Return the chooser that the package ships."""
    return read(files("gofteh.reader").joinpath("data", "chooser.json").read_text("utf-8"))


def read(text: str) -> Chooser:
    """Return a chooser from its JSON."""
    data = json.loads(text)
    questions = {
        k: Question(data[k]["bias"], data[k]["weights"])
        for k in ("grammar", "reader", "source", "content")
    }
    return Chooser(
        **questions,
        grammar_least=data["grammar_least"],
        reader_least=data["reader_least"],
    )


def choose(
    chooser: Chooser, layout: Layout, drafts: Sequence[Draft], proposals: Proposals
) -> list[Draft]:
    """Return the statements told, in the order of the text; each knows how sure it is."""
    every = list(pairs(drafts, proposals))
    kept = [d for pair in every if pair.draft for d in _kept(chooser, layout, pair, proposals)]
    known = tuple(kept)
    added: list[Draft] = []
    new = [p for p in every if p.draft is None]
    for pair in sorted(new, key=_sureness, reverse=True):
        added += _added(chooser, layout, pair, (*known, *added))
    return sorted((*kept, *added), key=lambda d: (d.start, d.content[0]))


def _sureness(pair: Pair) -> float:
    assert pair.own
    return pair.own.sure * pair.own.valid


def _kept(chooser: Chooser, layout: Layout, pair: Pair, proposals: Proposals) -> Iterator[Draft]:
    draft, heard = pair.draft, pair.heard
    assert draft and heard
    sure = chooser.grammar.answer(sure_grammar(pair, proposals))
    if sure < chooser.grammar_least:
        return
    parts = []
    if heard.source.range != draft.source:
        p = chooser.source.answer(other_source(pair, proposals))
        if p > 0.5:
            draft = replace(
                draft, source=heard.source.range, unknown=draft.unknown and not heard.source.range
            )
            parts.append("source")
    if heard.content.range and heard.content.range != (draft.content[0][0], draft.content[-1][1]):
        p = chooser.content.answer(other_content(pair, proposals))
        span = trim(layout, *heard.content.range)
        if p > 0.5 and span[1] > span[0] and (cut := spans(layout, span)):
            draft = replace(draft, content=cut)
            parts.append("content")
    yield replace(draft, sure=sure, by="+".join(("grammar", *parts)))


def _added(
    chooser: Chooser, layout: Layout, pair: Pair, drafts: tuple[Draft, ...]
) -> Iterator[Draft]:
    own = pair.own
    assert own
    if own.content.range is None:
        return
    sure = chooser.reader.answer(sure_reader(layout, pair, drafts))
    if sure < chooser.reader_least:
        return
    inside = any(a <= own.cue[0] < b for d in drafts for a, b in d.content)
    draft = draft_of(layout, own, embedded=inside)
    if draft and draft.content:
        yield replace(draft, sure=sure, by="reader")
