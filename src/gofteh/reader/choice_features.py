"""The features by which the chooser decides, by name: what a draft and a proposal look like.

The names are those of the shipped ``data/chooser.json``: a feature that is renamed is untaught.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import log

from gofteh.reader.align import Pair, overlap, whole
from gofteh.reader.edges import (
    content_edge_features,
    source_edge_features,
    source_word_features,
)
from gofteh.reader.propose import Proposals
from gofteh.statements.confidence import content_confidence
from gofteh.statements.constructions.order import OVER_PARAGRAPHS
from gofteh.statements.cues import find_cues
from gofteh.statements.drafts import Draft
from gofteh.text.layout import Layout
from gofteh.text.ranges import RangeIndex
from gofteh.text.tokens import Range

# The network's scores are not told apart below this.
_FLOOR = -12.0
_ASKING = frozenset("؟?")
# The rules of speeches over paragraphs. The grammar finds them by the whole article, of which the
# network's window shows too little.
_SPEECHES = frozenset(c.rule.id for group in OVER_PARAGRAPHS for c in group)


def logit(p: float) -> float:
    """Return the logarithm of the odds of a probability, which is kept off 0 and 1."""
    p = min(max(p, 0.002), 0.998)
    return log(p / (1 - p))


def score(x: float) -> float:
    """Return a score of the network, bounded below."""
    return max(x, _FLOOR)


def draft_features(pair: Pair, proposals: Proposals) -> dict[str, float]:
    """Return features for whether a draft of the grammar is right, with the network's answer."""
    draft, answer, proposal = pair.draft, pair.answer, pair.proposal
    assert draft and answer
    content = whole(draft)
    return {
        "rule": logit(content_confidence(draft.rule.id)),
        "sure": logit(answer.sure),
        "valid": logit(answer.valid),
        "seen": float(proposal is not None),
        "source_score": score(proposals.source_score(answer.row, draft.source)),
        "source_same": float(answer.source.range == draft.source),
        "content_score": score(proposals.content_score(answer.row, content)),
        "content_overlap": overlap(content, answer.content.range) if answer.content.range else 0.0,
        "no_cue": float(not draft.cue),
        "no_cue_sure": logit(answer.sure) * (not draft.cue),
        "no_source": float(draft.source is None),
        "embedded": float(draft.embedded),
        "length": log(1 + content[1] - content[0]),
        "unknown": float(draft.unknown),
        "speech": float(is_speech(draft)),
    }


def is_speech(draft: Draft) -> bool:
    """Return whether a draft is a speech over paragraphs: an answer, a letter, a labelled turn."""
    return draft.rule.id in _SPEECHES


def by_content(drafts: Iterable[Draft]) -> RangeIndex[Draft]:
    """Return drafts by what their contents cover, from the first token to the last."""
    return RangeIndex(drafts, lambda d: (whole(d),) if d.content else ())


def proposal_features(
    layout: Layout, pair: Pair, drafts: RangeIndex[Draft], proposals: Proposals
) -> dict[str, float]:
    """Return features for whether a proposal is right of which the grammar has no draft.

    ``drafts`` are those that count already, by their contents: see `by_content`.
    """
    proposal = pair.proposal
    assert proposal
    content = proposal.content.range or Range(0, 0)
    words = layout.tokens.words
    behind = words[proposal.cue[1]]
    bare = proposal.cue[0] == proposal.cue[1]
    near = drafts.near(content, proposal.cue)
    nearest = max((overlap(whole(d), content) for d in near), default=0.0)
    inside = any(a <= proposal.cue[0] < b for d in near for a, b in d.content)
    return {
        "sure": logit(proposal.sure) * (not bare),
        "speech": logit(proposal.sure) * bare,
        "bare": float(bare),
        "valid": logit(proposal.valid),
        "source_score": score(proposal.source.score),
        "content_score": score(proposal.content.score),
        "no_source": float(proposal.source.range is None),
        "colon": float(behind == ":"),
        "before": float(content[1] <= proposal.cue[0]),
        "told_already": nearest,
        "inside": float(inside),
        "known": float(known_cue(layout, proposal.cue)),
        "asks": float(words[max(0, content[1] - 1)] in _ASKING or words[content[1]] in _ASKING),
        "length": log(1 + content[1] - content[0]),
        "drafts": log(1 + len(drafts)),
        "proposals": log(1 + len(proposals.found)),
        "tokens": log(1 + len(layout.tokens)),
        "far": float(_between(proposal.cue, proposal.source.range)),
        "cue_length": float(proposal.cue[1] - proposal.cue[0]),
        "place": proposal.cue[0] / max(1, len(layout.tokens)),
        **content_edge_features(layout, content),
        **source_word_features(layout, proposal.source.range),
    }


def _between(cue: Range, source: Range | None) -> int:
    """How many tokens stand between a cue and its source, on either side; 0 without a source."""
    if source is None:
        return 0
    return max(cue[0] - source[1], source[0] - cue[1], 0)


def source_features(layout: Layout, pair: Pair, proposals: Proposals) -> dict[str, float]:
    """Return features for whether the network's source is right rather than the draft's."""
    draft, answer = pair.draft, pair.answer
    assert draft and answer
    drafted, pointed = draft.source, answer.source.range
    return {
        "gain": min(8.0, answer.source.score - score(proposals.source_score(answer.row, drafted))),
        "score": score(answer.source.score),
        "rule": logit(content_confidence(draft.rule.id)),
        "grammar_none": float(drafted is None),
        "reader_none": float(pointed is None),
        "within": float(
            bool(drafted and pointed and drafted[0] <= pointed[0] and pointed[1] <= drafted[1])
        ),
        "around": float(
            bool(drafted and pointed and pointed[0] <= drafted[0] and drafted[1] <= pointed[1])
        ),
        "shared": float(bool(drafted and draft.cue and draft.cue[0][0] - drafted[1] > 12)),
        "valid": logit(answer.valid),
        "unknown": float(draft.unknown),
        **source_edge_features(layout, drafted, "drafted"),
        **source_edge_features(layout, pointed, "pointed"),
    }


def content_features(pair: Pair, proposals: Proposals) -> dict[str, float]:
    """Return features for whether the network's content is right rather than the draft's."""
    draft, answer = pair.draft, pair.answer
    assert draft and answer and answer.content.range
    drafted, pointed = whole(draft), answer.content.range
    return {
        "gain": min(
            8.0, answer.content.score - score(proposals.content_score(answer.row, drafted))
        ),
        "score": score(answer.content.score),
        "rule": logit(content_confidence(draft.rule.id)),
        "overlap": overlap(drafted, pointed),
        "shorter": float(pointed[1] - pointed[0] < drafted[1] - drafted[0]),
        "same_begin": float(pointed[0] == drafted[0]),
        "same_end": float(pointed[1] == drafted[1]),
        "parts": float(len(draft.content) > 1),
        "no_cue": float(not draft.cue),
        "length": log(1 + drafted[1] - drafted[0]),
        "cut": float(pointed[1] >= answer.cue[0] + 190),
    }


def known_cue(layout: Layout, cue: Range) -> bool:
    """Whether the lexicon knows a cue at a range."""
    if cue[0] == cue[1]:
        return False
    return bool(find_cues(layout.tokens, max(0, cue[0] - 1), min(len(layout.tokens), cue[1] + 1)))
