"""The choice among the grammar's drafts and the network's proposals, by four classifiers.

Is a draft of the grammar a statement? Is a proposal one of which the grammar has no draft? Is the
network's source right rather than the draft's? Is its content? The first three are boosted trees,
the last is a logistic regression, over the features of `gofteh.reader.choice_features`;
``train/reader`` taught them on annotated articles, each read by a network that had not been taught
its outlet.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import Any

from gofteh.reader.align import Pair, overlap, pairs, whole
from gofteh.reader.choice_features import (
    by_content,
    content_features,
    draft_features,
    is_speech,
    proposal_features,
    score,
    source_features,
)
from gofteh.reader.classifier import Classifier, classifier_of
from gofteh.reader.draft import draft_of, spans
from gofteh.reader.propose import Proposals
from gofteh.reader.vetoes import is_no_source, is_vetoed, runs_on
from gofteh.statements.constructions.named_lines import NAMED_LINE
from gofteh.statements.drafts import Draft, Opinion, trim
from gofteh.text.layout import Layout
from gofteh.text.ranges import RangeIndex
from gofteh.text.tokens import Range

# A text of at most so many tokens is short: the network, which was taught whole articles, is worth
# less in it.
SHORT = 120


@dataclass(frozen=True, slots=True)
class Chooser:
    """The four classifiers, each with the least probability that counts as yes.

    Of the grammar's drafts a speech over paragraphs has a lower one than the others,
    ``speech_least``. A short text has its own: ``short_least`` for the grammar's drafts,
    ``short_reader_least`` for proposals, ``short_content_least`` for contents.
    """

    grammar: Classifier
    reader: Classifier
    source: Classifier
    content: Classifier
    grammar_least: float
    short_least: float
    speech_least: float
    reader_least: float
    short_reader_least: float
    source_least: float
    content_least: float
    short_content_least: float


@cache
def chooser() -> Chooser:
    """Return the chooser that the package ships."""
    return read(files("gofteh.reader").joinpath("data", "chooser.json").read_text("utf-8"))


def read(text: str) -> Chooser:
    """Return a chooser from its JSON."""
    data = json.loads(text)
    questions = {k: classifier_of(data[k]) for k in ("grammar", "reader", "source", "content")}
    return Chooser(
        **questions,
        grammar_least=data["grammar_least"],
        short_least=data["short_least"],
        speech_least=data["speech_least"],
        reader_least=data["reader_least"],
        short_reader_least=data["short_reader_least"],
        source_least=data["source_least"],
        content_least=data["content_least"],
        short_content_least=data["short_content_least"],
    )


def choose(
    chooser: Chooser, layout: Layout, drafts: Sequence[Draft], proposals: Proposals
) -> list[Draft]:
    """Return the drafts that count, in the order of the text, each with its probability.

    The grammar's come first. A proposal without a draft then competes with what is chosen already,
    the surest first, since a statement that another one tells already is likely wrong.
    """
    every = list(pairs(drafts, proposals))
    cued = RangeIndex(drafts, lambda d: d.cue[:1])
    kept = [
        d for pair in every if pair.draft for d in _kept(chooser, layout, pair, cued, proposals)
    ]
    known, added = by_content(kept), list[Draft]()
    new = [p for p in every if p.draft is None]
    for pair in sorted(new, key=_probability, reverse=True):
        for draft in _added(chooser, layout, pair, known, proposals):
            known.add(draft)
            added.append(draft)
    return sorted((*kept, *added), key=lambda d: (d.start, d.content[0]))


def _probability(pair: Pair) -> float:
    assert pair.proposal
    return pair.proposal.sure * pair.proposal.valid


def _kept(
    chooser: Chooser, layout: Layout, pair: Pair, cued: RangeIndex[Draft], proposals: Proposals
) -> Iterator[Draft]:
    """The pair's draft, if it is a statement, with the network's source or content if better.

    Speeches over paragraphs stay as the grammar has them; but where it ends one with its first
    line, as a post's headline, the network may see that it goes on.
    """
    assert pair.draft
    sure = chooser.grammar.probability(draft_features(pair, proposals))
    if sure < _least(chooser, layout, pair.draft):
        return
    draft, parts = pair.draft, ["grammar"]
    others = []
    if not is_speech(draft):
        others.append(("source", _with_source(chooser, layout, pair, proposals)))
    if not is_speech(draft) or _is_one_line(draft):
        others.append(("content", _with_content(chooser, layout, pair, cued, proposals)))
    for name, other in others:
        if other and is_disjoint(changed := replace(draft, **other)):
            draft = changed
            parts.append(name)
    yield replace(draft, sure=sure, opinion=_opinion(draft, pair, proposals), by="+".join(parts))


def _is_one_line(draft: Draft) -> bool:
    """Whether a speech that a line names the speaker of ends with that line."""
    return draft.rule is NAMED_LINE.rule and len(draft.content) == 1


def _opinion(draft: Draft, pair: Pair, proposals: Proposals) -> Opinion:
    """What the network says of a draft, with whatever source and content were chosen."""
    answer = pair.answer or pair.proposal
    assert answer
    content, own = whole(draft), answer.content.range
    return Opinion(
        cue=answer.sure,
        valid=answer.valid,
        source=score(proposals.source_score(answer.row, draft.source)),
        content=score(proposals.content_score(answer.row, content)),
        overlap=overlap(content, own) if own else 0.0,
    )


def _least(chooser: Chooser, layout: Layout, draft: Draft) -> float:
    """The least probability from which a draft of the grammar counts."""
    if is_speech(draft):
        return chooser.speech_least
    return chooser.short_least if is_short(layout) else chooser.grammar_least


def is_short(layout: Layout) -> bool:
    """Return whether a text is so short that the network is worth less in it."""
    return len(layout.tokens) <= SHORT


def _with_source(
    chooser: Chooser, layout: Layout, pair: Pair, proposals: Proposals
) -> dict[str, Any]:
    """What changes in the draft where the network's source is chosen; nothing where it is not."""
    draft, answer = pair.draft, pair.answer
    assert draft and answer
    source = answer.source.range
    if source == draft.source or is_no_source(layout, draft, source):
        return {}
    if chooser.source.probability(source_features(layout, pair, proposals)) <= chooser.source_least:
        return {}
    return {"source": source, "unknown": draft.unknown and source is None}


def _with_content(
    chooser: Chooser, layout: Layout, pair: Pair, cued: RangeIndex[Draft], proposals: Proposals
) -> dict[str, Any]:
    """What changes in the draft where the network's content is chosen; nothing where it is not."""
    draft, answer = pair.draft, pair.answer
    assert draft and answer
    if answer.content.range in (None, whole(draft)):
        return {}
    if _swallows(draft, answer.content.range, cued) or runs_on(layout, draft, answer.content.range):
        return {}
    least = chooser.short_content_least if is_short(layout) else chooser.content_least
    if chooser.content.probability(content_features(pair, proposals)) <= least:
        return {}
    span = trim(layout, *answer.content.range)
    cut = spans(layout, span) if span.end > span.start else ()
    return {"content": cut} if cut else {}


def _swallows(draft: Draft, content: Range | None, cued: RangeIndex[Draft]) -> bool:
    """Whether a content takes in the next statement of the same subject: ``گفت A و B را C خواند``.

    Two cues are two statements (`docs/annotation.md`), so it ends too late.
    """
    if content is None or draft.source is None:
        return False
    own = whole(draft)
    near = cued.near(content)
    cues = (d.cue[0] for d in near if d.source == draft.source and d is not draft)
    return any(
        content.start <= c.start < content.end and not own.start <= c.start < own.end for c in cues
    )


def _added(
    chooser: Chooser,
    layout: Layout,
    pair: Pair,
    drafts: RangeIndex[Draft],
    proposals: Proposals,
) -> Iterator[Draft]:
    """The pair's proposal as a draft, if it is a statement beside those chosen already."""
    proposal = pair.proposal
    assert proposal
    if proposal.content.range is None or is_vetoed(layout, proposal):
        return
    sure = chooser.reader.probability(proposal_features(layout, pair, drafts, proposals))
    least = chooser.short_reader_least if is_short(layout) else chooser.reader_least
    if sure < least:
        return
    near = drafts.near(proposal.cue)
    inside = any(a <= proposal.cue[0] < b for d in near for a, b in d.content)
    draft = draft_of(layout, proposal, embedded=inside)
    if draft and draft.content and is_disjoint(draft) and not _is_told(layout, draft, drafts):
        yield replace(draft, sure=sure, opinion=_opinion(draft, pair, proposals), by="reader")


def _is_told(layout: Layout, draft: Draft, drafts: RangeIndex[Draft]) -> bool:
    """Whether another draft tells the same words already, of the same speaker or with a speaker.

    Two speakers may share a content: ``X به نقل از Y گفت A``.
    """
    named = draft.source is not None and any(w[0].isalnum() for w in layout.tokens.of(draft.source))
    same = (d for d in drafts.near(whole(draft)) if d.content == draft.content)
    return any(not named or d.source == draft.source for d in same)


def is_disjoint(draft: Draft) -> bool:
    """Return whether cue, source and content share no word."""
    source = [draft.source] if draft.source else []
    parts = sorted((*draft.content, *draft.cue, *source))
    return all(a[1] <= b[0] for a, b in pairwise(parts))
