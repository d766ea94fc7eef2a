"""Which of the grammar's drafts and the network's proposals are right, by the annotations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from articles import grammar_drafts, layout_of_record, outlet_of
from folds import fold_of

from gofteh.reader.align import Pair, cue_of, pairs, whole
from gofteh.reader.choice_features import (
    by_content,
    content_features,
    draft_features,
    proposal_features,
    source_features,
)
from gofteh.reader.propose import Proposals, propose
from gofteh.reader.weights import Weights
from gofteh.statements.drafts import Draft
from gofteh.text.layout import Layout
from gofteh.text.tokens import Range

Chars = frozenset[int]
# A content is the annotated one from so much overlap on; so much better tells two apart.
RIGHT, BETTER = 0.6, 0.03
# A proposal that the grammar does not see must be this near.
RIGHT_ALONE = 0.75
# A source is right from so much more overlap on than the other's.
SOURCE_BETTER = 0.05


@dataclass(frozen=True, slots=True)
class Judged:
    """One answer to one of the chooser's questions: the features, and whether yes was right."""

    question: str
    fold: int
    features: Mapping[str, float]
    right: bool


@dataclass(frozen=True, slots=True)
class Read:
    """An annotated article as the grammar and a network of another fold read it."""

    record: dict[str, Any]
    gold: Sequence[dict[str, Any]]
    layout: Layout
    drafts: tuple[Draft, ...]
    proposals: Proposals | None
    fold: int
    batch: str


def read(
    record: dict[str, Any],
    gold: Sequence[dict[str, Any]],
    networks: Sequence[Weights],
    batch: str,
) -> Read:
    """Read an article by the grammar, and by the network that was not taught its outlet."""
    layout, fold = layout_of_record(record), fold_of(outlet_of(record))
    drafts = grammar_drafts(record)
    proposals = propose(networks[fold], layout, [cue_of(d) for d in drafts])
    return Read(record, gold, layout, drafts, proposals, fold, batch)


def judged(every: Iterable[Read]) -> Iterator[Judged]:
    """Yield what every choice should have been, where the annotation tells."""
    for article in every:
        if article.proposals is not None:
            yield from _judged(article, article.proposals)


def _judged(article: Read, proposals: Proposals) -> Iterator[Judged]:
    raw, fold = article.layout.view.raw, article.fold
    contents = [chars(raw, s["content"]) for s in article.gold]
    drafted = [_tokens(article.layout, d.content) for d in article.drafts]
    met = matches(contents, drafted)
    every = list(pairs(article.drafts, proposals))
    for k, pair in enumerate(every):
        if pair.draft is None or pair.answer is None:
            continue
        gold, found = met.get(k, (None, 0.0))
        pointed = _tokens(article.layout, _one(pair.answer.content.range))
        mended = gold is not None and overlap(pointed, contents[gold]) >= RIGHT_ALONE
        features = draft_features(pair, proposals)
        yield Judged("grammar", fold, features, found >= RIGHT or (found > 0 and mended))
        if gold is not None:
            yield from _sources(article, pair, proposals, gold)
            yield from _contents(article, pair, proposals, contents[gold], found, pointed)
    taken = {gold for gold, found in met.values() if found >= RIGHT}
    free = [c for k, c in enumerate(contents) if k not in taken]
    yield from _alone(article, [p for p in every if p.draft is None], free, proposals)


def _sources(article: Read, pair: Pair, proposals: Proposals, gold: int) -> Iterator[Judged]:
    assert pair.draft and pair.answer
    drafted, pointed = pair.draft.source, pair.answer.source.range
    if drafted == pointed:
        return
    said = article.gold[gold]["source"]
    right = chars(article.layout.view.raw, [said] if said else [])
    gain = _like(article.layout, pointed, right) - _like(article.layout, drafted, right)
    if abs(gain) > SOURCE_BETTER:
        features = source_features(article.layout, pair, proposals)
        yield Judged("source", article.fold, features, gain > 0)


def _like(layout: Layout, source: Range | None, right: Chars) -> float:
    found = _tokens(layout, [source] if source else [])
    return overlap(found, right) if found or right else 1.0


def _contents(
    article: Read, pair: Pair, proposals: Proposals, right: Chars, found: float, pointed: Chars
) -> Iterator[Judged]:
    assert pair.draft and pair.answer
    if pair.answer.content.range in (None, whole(pair.draft)):
        return
    gain = overlap(pointed, right) - found
    if abs(gain) > BETTER:
        yield Judged("content", article.fold, content_features(pair, proposals), gain > 0)


def _alone(
    article: Read, new: Sequence[Pair], free: Sequence[Chars], proposals: Proposals
) -> Iterator[Judged]:
    told = [p for p in new if p.proposal and p.proposal.content.range]
    found = [
        _tokens(article.layout, [p.proposal.content.range])
        for p in told
        if p.proposal and p.proposal.content.range
    ]
    met, drafts = matches(free, found), by_content(article.drafts)
    for k, pair in enumerate(told):
        features = proposal_features(article.layout, pair, drafts, proposals)
        yield Judged("reader", article.fold, features, met.get(k, (None, 0.0))[1] >= RIGHT_ALONE)


def matches(gold: Sequence[Chars], found: Sequence[Chars]) -> dict[int, tuple[int, float]]:
    """Return for each found content its annotated one and their overlap, one to one."""
    cells = [
        (overlap(g, f), i, j) for i, g in enumerate(gold) for j, f in enumerate(found) if g & f
    ]
    out: dict[int, tuple[int, float]] = {}
    taken: set[int] = set()
    for value, i, j in sorted(cells, reverse=True):
        if i not in taken and j not in out:
            taken.add(i)
            out[j] = i, value
    return out


def overlap(a: Chars, b: Chars) -> float:
    """Return the share of characters in common of all of both."""
    return len(a & b) / len(a | b) if a or b else 0.0


def chars(raw: str, spans: Iterable[Sequence[int]]) -> Chars:
    """Return the places of letters and digits in spans of a raw text."""
    return frozenset(i for a, b in spans for i in range(a, b) if raw[i].isalnum())


def _one(span: Range | None) -> list[Range]:
    return [span] if span else []


def _tokens(layout: Layout, spans: Iterable[Range]) -> Chars:
    return chars(layout.view.raw, [layout.raw_span(*s) for s in spans if s[1] > s[0]])
