"""The one choice: among the grammar's drafts and the network's proposals, by calibrated odds.

Four questions over named figures (`gofteh.reader.evidence`), each answered by what annotated
articles of other outlets taught (``train/reader``), one by boosted trees, three by logistic
regression: is a draft of the grammar a
statement; is a proposal that the grammar does not see one; is the network's source right rather
than the grammar's; is its content.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from itertools import pairwise
from math import exp
from typing import Any

from gofteh.lexicon.mentions import NICKNAMED
from gofteh.lexicon.people import RELATED, RELATIONS
from gofteh.reader.align import Pair, pairs, whole
from gofteh.reader.draft import draft_of, spans
from gofteh.reader.evidence import (
    is_speech,
    other_content,
    other_source,
    sure_grammar,
    sure_reader,
)
from gofteh.reader.propose import Proposals
from gofteh.statements.drafts import Draft, trim
from gofteh.text.layout import Layout
from gofteh.text.tokens import Range

# A node of a decision tree: the figure asked about, its bound, and where to go at or below it and
# above it; a leaf's figure is empty and its bound what it adds.
Node = tuple[str, float, int, int]


@dataclass(frozen=True, slots=True)
class Question:
    """The odds of yes from named figures: a logistic regression, and trees beside it or instead."""

    bias: float
    weights: Mapping[str, float]
    trees: tuple[tuple[Node, ...], ...] = ()

    def answer(self, figures: Mapping[str, float]) -> float:
        """Return the probability of yes."""
        x = self.bias + sum(w * figures[name] for name, w in self.weights.items())
        x += sum(_leaf(tree, figures) for tree in self.trees)
        return 1 / (1 + exp(-max(-30.0, min(30.0, x))))


def _leaf(tree: tuple[Node, ...], figures: Mapping[str, float]) -> float:
    name, bound, low, high = tree[0]
    while name:
        name, bound, low, high = tree[low if figures[name] <= bound else high]
    return bound


@dataclass(frozen=True, slots=True)
class Chooser:
    """The four questions; from which probability on a statement is told, and a part exchanged."""

    grammar: Question
    reader: Question
    source: Question
    content: Question
    grammar_least: float
    speech_least: float
    reader_least: float
    source_least: float
    content_least: float


@cache
def chooser() -> Chooser:
    """Return the chooser that the package ships."""
    return read(files("gofteh.reader").joinpath("data", "chooser.json").read_text("utf-8"))


def read(text: str) -> Chooser:
    """Return a chooser from its JSON."""
    data = json.loads(text)
    questions = {
        k: Question(data[k]["bias"], data[k]["weights"], _trees(data[k].get("trees", ())))
        for k in ("grammar", "reader", "source", "content")
    }
    return Chooser(
        **questions,
        grammar_least=data["grammar_least"],
        speech_least=data["speech_least"],
        reader_least=data["reader_least"],
        source_least=data["source_least"],
        content_least=data["content_least"],
    )


def _trees(data: Sequence[Sequence[Sequence[Any]]]) -> tuple[tuple[Node, ...], ...]:
    return tuple(tuple((n[0], n[1], n[2], n[3]) for n in tree) for tree in data)


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
        added += _added(chooser, layout, pair, (*known, *added), proposals)
    return sorted((*kept, *added), key=lambda d: (d.start, d.content[0]))


def _sureness(pair: Pair) -> float:
    assert pair.own
    return pair.own.sure * pair.own.valid


def _kept(chooser: Chooser, layout: Layout, pair: Pair, proposals: Proposals) -> Iterator[Draft]:
    assert pair.draft
    sure = chooser.grammar.answer(sure_grammar(pair, proposals))
    least = chooser.speech_least if is_speech(pair.draft) else chooser.grammar_least
    if sure < least:
        return
    draft, parts = pair.draft, ["grammar"]
    others = (
        ("source", _with_source(chooser, layout, pair, proposals)),
        ("content", _with_content(chooser, layout, pair, proposals)),
    )
    for name, other in () if is_speech(draft) else others:
        if other and is_apart(changed := replace(draft, **other)):
            draft = changed
            parts.append(name)
    yield replace(draft, sure=sure, by="+".join(parts))


def _with_source(
    chooser: Chooser, layout: Layout, pair: Pair, proposals: Proposals
) -> dict[str, Any]:
    """What the draft gets where the network's source is chosen."""
    draft, heard = pair.draft, pair.heard
    assert draft and heard
    source = heard.source.range
    if source == draft.source or _cuts_naming(layout, draft.source, source):
        return {}
    if chooser.source.answer(other_source(pair, proposals)) <= chooser.source_least:
        return {}
    return {"source": source, "unknown": draft.unknown and source is None}


def _cuts_naming(layout: Layout, theirs: Range | None, mine: Range | None) -> bool:
    """Whether a source is cut out of a longer one that names somebody else, or a nickname.

    ``مریم راد`` out of ``همسایه مریم راد``, ``رحیم`` out of ``رحیم ملقب به «کوه‌کن»``.
    """
    if theirs is None or mine is None or not (theirs[0] <= mine[0] and mine[1] <= theirs[1]):
        return False
    words = layout.tokens.words
    relation = mine[0] > theirs[0] and words[theirs[0]] in RELATED | RELATIONS
    return relation or any(w in NICKNAMED for w in words[mine[1] - 1 : theirs[1]])


def _with_content(
    chooser: Chooser, layout: Layout, pair: Pair, proposals: Proposals
) -> dict[str, Any]:
    """What the draft gets where the network's content is chosen."""
    draft, heard = pair.draft, pair.heard
    assert draft and heard
    if heard.content.range in (None, whole(draft)):
        return {}
    if chooser.content.answer(other_content(pair, proposals)) <= chooser.content_least:
        return {}
    span = trim(layout, *heard.content.range)
    cut = spans(layout, span) if span.end > span.start else ()
    return {"content": cut} if cut else {}


def _added(
    chooser: Chooser,
    layout: Layout,
    pair: Pair,
    drafts: tuple[Draft, ...],
    proposals: Proposals,
) -> Iterator[Draft]:
    own = pair.own
    assert own
    if own.content.range is None:
        return
    sure = chooser.reader.answer(sure_reader(layout, pair, drafts, proposals))
    if sure < chooser.reader_least:
        return
    inside = any(a <= own.cue[0] < b for d in drafts for a, b in d.content)
    draft = draft_of(layout, own, embedded=inside)
    if draft and draft.content and is_apart(draft):
        yield replace(draft, sure=sure, by="reader")


def is_apart(draft: Draft) -> bool:
    """Return whether cue, source and content share no word."""
    source = [draft.source] if draft.source else []
    parts = sorted((*draft.content, *draft.cue, *source))
    return all(a[1] <= b[0] for a, b in pairwise(parts))
