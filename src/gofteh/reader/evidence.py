"""What the chooser looks at: figures about a saying that grammar, network or both tell of."""

from __future__ import annotations

from math import log

from gofteh.reader.align import Pair, overlap, whole
from gofteh.reader.edges import content_edges, source_words
from gofteh.reader.propose import Proposals
from gofteh.statements.confidence import content_confidence
from gofteh.statements.constructions.order import OVER_PARAGRAPHS
from gofteh.statements.cues import find_cues
from gofteh.statements.drafts import Draft
from gofteh.text.layout import Layout
from gofteh.text.tokens import Range

# Below this every score is as bad.
_FLOOR = -12.0
_ASKING = frozenset("؟?")
# The grammar tells these by the whole article; a window of it tells the network little.
_SPEECHES = frozenset(c.rule.id for group in OVER_PARAGRAPHS for c in group)


def logit(p: float) -> float:
    """Return the logarithm of the odds of a probability, within sane bounds."""
    p = min(max(p, 0.002), 0.998)
    return log(p / (1 - p))


def _score(x: float) -> float:
    return max(x, _FLOOR)


def sure_grammar(pair: Pair, proposals: Proposals) -> dict[str, float]:
    """Figures for whether a draft of the grammar is right, with the network's opinion of it."""
    draft, heard, own = pair.draft, pair.heard, pair.own
    assert draft and heard
    content = whole(draft)
    return {
        "rule": logit(content_confidence(draft.rule.id)),
        "sure": logit(heard.sure),
        "valid": logit(heard.valid),
        "seen": float(own is not None),
        "source_score": _score(proposals.source_score(heard.row, draft.source)),
        "source_same": float(heard.source.range == draft.source),
        "content_score": _score(proposals.content_score(heard.row, content)),
        "content_overlap": overlap(content, heard.content.range) if heard.content.range else 0.0,
        "no_cue": float(not draft.cue),
        "no_cue_sure": logit(heard.sure) * (not draft.cue),
        "no_source": float(draft.source is None),
        "embedded": float(draft.embedded),
        "length": log(1 + content[1] - content[0]),
        "unknown": float(draft.unknown),
        "speech": float(is_speech(draft)),
    }


def is_speech(draft: Draft) -> bool:
    """Return whether a draft is a speech over paragraphs: an answer, a letter, a labelled turn."""
    return draft.rule.id in _SPEECHES


def sure_reader(
    layout: Layout, pair: Pair, drafts: tuple[Draft, ...], proposals: Proposals
) -> dict[str, float]:
    """Figures for whether a proposal that the grammar does not see is right."""
    own = pair.own
    assert own
    content = own.content.range or Range(0, 0)
    words = layout.tokens.words
    behind = words[own.cue[1]]
    bare = own.cue[0] == own.cue[1]
    nearest = max((overlap(whole(d), content) for d in drafts if d.content), default=0.0)
    inside = any(a <= own.cue[0] < b for d in drafts for a, b in d.content)
    return {
        "sure": logit(own.sure) * (not bare),
        "speech": logit(own.sure) * bare,
        "bare": float(bare),
        "valid": logit(own.valid),
        "source_score": _score(own.source.score),
        "content_score": _score(own.content.score),
        "no_source": float(own.source.range is None),
        "colon": float(behind == ":"),
        "before": float(content[1] <= own.cue[0]),
        "told_already": nearest,
        "inside": float(inside),
        "known": float(known_cue(layout, own.cue)),
        "asks": float(words[max(0, content[1] - 1)] in _ASKING or words[content[1]] in _ASKING),
        "length": log(1 + content[1] - content[0]),
        "drafts": log(1 + len(drafts)),
        "proposals": log(1 + len(proposals.own)),
        "tokens": log(1 + len(layout.tokens)),
        "far": float(_between(own.cue, own.source.range)),
        "cue_length": float(own.cue[1] - own.cue[0]),
        "place": own.cue[0] / max(1, len(layout.tokens)),
        **content_edges(layout, content),
        **source_words(layout, own.source.range),
    }


def _between(cue: Range, source: Range | None) -> int:
    """How many tokens stand between a cue and its source, either way; 0 where none is named."""
    if source is None:
        return 0
    return max(cue[0] - source[1], source[0] - cue[1], 0)


def other_source(pair: Pair, proposals: Proposals) -> dict[str, float]:
    """Figures for whether the network's source is right rather than the grammar's."""
    draft, heard = pair.draft, pair.heard
    assert draft and heard
    theirs, mine = draft.source, heard.source.range
    return {
        "gain": min(8.0, heard.source.score - _score(proposals.source_score(heard.row, theirs))),
        "score": _score(heard.source.score),
        "rule": logit(content_confidence(draft.rule.id)),
        "grammar_none": float(theirs is None),
        "reader_none": float(mine is None),
        "within": float(bool(theirs and mine and theirs[0] <= mine[0] and mine[1] <= theirs[1])),
        "around": float(bool(theirs and mine and mine[0] <= theirs[0] and theirs[1] <= mine[1])),
        "shared": float(bool(theirs and draft.cue and draft.cue[0][0] - theirs[1] > 12)),
        "valid": logit(heard.valid),
        "unknown": float(draft.unknown),
    }


def other_content(pair: Pair, proposals: Proposals) -> dict[str, float]:
    """Figures for whether the network's content is right rather than the grammar's."""
    draft, heard = pair.draft, pair.heard
    assert draft and heard and heard.content.range
    theirs, mine = whole(draft), heard.content.range
    return {
        "gain": min(8.0, heard.content.score - _score(proposals.content_score(heard.row, theirs))),
        "score": _score(heard.content.score),
        "rule": logit(content_confidence(draft.rule.id)),
        "overlap": overlap(theirs, mine),
        "shorter": float(mine[1] - mine[0] < theirs[1] - theirs[0]),
        "same_begin": float(mine[0] == theirs[0]),
        "same_end": float(mine[1] == theirs[1]),
        "parts": float(len(draft.content) > 1),
        "no_cue": float(not draft.cue),
        "length": log(1 + theirs[1] - theirs[0]),
        "cut": float(mine[1] >= heard.cue[0] + 190),
    }


def known_cue(layout: Layout, cue: Range) -> bool:
    """Whether the lexicon knows a cue at a range."""
    if cue[0] == cue[1]:
        return False
    return bool(find_cues(layout.tokens, max(0, cue[0] - 1), min(len(layout.tokens), cue[1] + 1)))
