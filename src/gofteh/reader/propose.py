"""What the network proposes: cues, and for each its source and content with their probabilities."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

import numpy as np

from gofteh.lexicon.boundaries import CLOSES_SENTENCE, LEADS
from gofteh.lexicon.particles import THAT
from gofteh.lexicon.signs import OPENING_QUOTES, PAUSES
from gofteh.reader.features import Floats, inputs_of
from gofteh.reader.network import WINDOW, Pointers, TokenStates, opens, point, token_states
from gofteh.reader.weights import Weights
from gofteh.text.layout import Layout
from gofteh.text.tokens import Range

# A token belongs to a cue from this probability on; low, since the chooser decides.
_CUE = 0.25
# In a run of such tokens another cue begins where the probability of a first word is this high.
_NEXT_CUE = 0.4
# A content without a cue is proposed from this probability on.
_OPENS = 0.25
# So many of the likeliest first tokens of a range are tried, each with its likeliest last one.
_BEGINS = 6
# The longest source, in tokens.
_MAX_SOURCE = 30
# Tokens that no source runs over, and what may stand in front of one without being part of it.
_NOT_IN_SOURCES = frozenset({":", "\n"})
_LEADS = LEADS | PAUSES
# The score of a range beyond the window, and of no content: less likely than any other.
_BEYOND, _NO_CONTENT = -20.0, -99.0


@dataclass(frozen=True, slots=True)
class ScoredRange:
    """A token range, or none, and the logarithm of the probability that the network gives it."""

    range: Range | None
    score: float


@dataclass(frozen=True, slots=True)
class Proposal:
    """A cue with its likeliest source and content; an empty ``cue`` stands for a content without.

    ``sure`` is the probability that the words are a cue (or that such a content begins there),
    ``valid`` that a statement belongs to it. ``row`` is the cue's row in `Pointers`.
    """

    cue: Range
    sure: float
    valid: float
    source: ScoredRange
    content: ScoredRange
    row: int


@dataclass(frozen=True, slots=True)
class Proposals:
    """What the network found in an article (``found``), and says of the cues it was asked about.

    ``answers`` are in the order of the cues asked about. Any other range is scored by the methods.
    """

    found: tuple[Proposal, ...]
    answers: tuple[Proposal, ...]
    pointers: Pointers

    def source_score(self, row: int, source: Range | None) -> float:
        """Return the logarithm of the probability of a source, or of none, for the cue of a row."""
        p = self.pointers
        if source is None:
            return float(p.source_start[row, 0] + p.source_end[row, 0])
        a, b = source[0] - int(p.offset[row]), source[1] - 1 - int(p.offset[row])
        if not (0 <= a < WINDOW and 0 <= b < WINDOW):
            return _BEYOND
        return float(p.source_start[row, a + 1] + p.source_end[row, b + 1])

    def content_score(self, row: int, content: Range) -> float:
        """Return the logarithm of the probability of a content for the cue of a row."""
        p = self.pointers
        a = content[0] - int(p.offset[row])
        b = min(content[1] - 1 - int(p.offset[row]), WINDOW - 1)
        if not (0 <= a < WINDOW and 0 <= b < WINDOW):
            return _BEYOND
        return float(p.content_start[row, a] + p.content_end[row, b])


def propose(weights: Weights, layout: Layout, asked: Sequence[Range]) -> Proposals | None:
    """Return what the network finds, and its answers about the cues of other drafts.

    None where the article has no token, or there is neither a find nor a cue asked about.
    """
    if not len(layout.tokens):
        return None
    seen = inputs_of(layout)
    states = token_states(weights, seen)
    begins = _openings(weights, states, layout, asked)
    found = [*_cues(states), *_contents_without_cue(begins, layout)]
    # The network points from each cue once, whether it was found, asked about, or both.
    rows = {cue: k for k, cue in enumerate(dict.fromkeys((*found, *asked)))}
    if not rows:
        return None
    pointers = point(weights, seen, states, list(rows))
    every = [
        _proposal(layout, pointers, row, c, _sure(states, begins, c)) for c, row in rows.items()
    ]
    return Proposals(
        tuple(every[rows[c]] for c in found), tuple(every[rows[c]] for c in asked), pointers
    )


def _openings(
    weights: Weights, states: TokenStates, layout: Layout, asked: Sequence[Range]
) -> dict[int, float]:
    """By token how probable it is that a content without a cue begins there: paragraphs', asked."""
    tokens = [p.start for p in layout.paragraphs] + [a for a, b in asked if a == b]
    tokens = list(dict.fromkeys(tokens))
    return dict(zip(tokens, opens(weights, states, tokens).tolist(), strict=True))


def _sure(states: TokenStates, begins: dict[int, float], cue: Range) -> float:
    if cue[0] == cue[1]:
        return begins[cue[0]]
    return float(1 - states.cue[cue[0] : cue[1], 0].mean())


def _cues(states: TokenStates) -> list[Range]:
    """Runs of tokens that are likely a cue, parted where another one begins."""
    found = []
    at = np.flatnonzero(1 - states.cue[:, 0] >= _CUE).tolist()
    k = 0
    while k < len(at):
        start = k
        k += 1
        while k < len(at) and at[k] == at[k - 1] + 1 and not _begins_cue(states, at[k]):
            k += 1
        found.append(Range(at[start], at[k - 1] + 1))
    return found


def _begins_cue(states: TokenStates, token: int) -> bool:
    _, first, further = states.cue[token].tolist()
    return bool(first > further and first > _NEXT_CUE)


def _contents_without_cue(begins: dict[int, float], layout: Layout) -> list[Range]:
    """An empty range at each paragraph's begin where such a content likely begins."""
    starts = [p.start for p in layout.paragraphs]
    return [Range(s, s) for s in starts if begins[s] >= _OPENS]


def _is_parted(words: Sequence[str], span: Range) -> bool:
    """Whether a range is more than one phrase, so that it is no source.

    ``خبرگزاری سپهر: مدیر سد`` is two of them, ``آرش راد معلم است`` a sentence. Behind a ``که`` a
    verb may belong to the phrase, and between quotation marks to a name (``فیلم «او رفته بود»``).
    """
    inside = words[max(0, span[0]) : span[1]]
    if not _NOT_IN_SOURCES.isdisjoint(inside):
        return True
    if not OPENING_QUOTES.isdisjoint(inside):
        return False
    before = takewhile(lambda w: w != THAT, inside)
    return any(w in CLOSES_SENTENCE for w in before)


def _proposal(layout: Layout, pointers: Pointers, row: int, cue: Range, sure: float) -> Proposal:
    offset = int(pointers.offset[row])
    starts, ends = pointers.source_start[row], pointers.source_end[row]
    none = ScoredRange(None, float(starts[0] + ends[0]))
    source = _best(starts[1:], ends[1:], cue, offset, none, _MAX_SOURCE, layout.tokens.all)
    source = replace(source, range=_without_lead(layout, source.range))
    content = _best(
        pointers.content_start[row],
        pointers.content_end[row],
        cue,
        offset,
        ScoredRange(None, _NO_CONTENT),
        WINDOW,
    )
    return Proposal(cue, sure, float(pointers.valid[row]), source, content, row)


def _without_lead(layout: Layout, source: Range | None) -> Range | None:
    """A source without the connective in front of it: ``اما شهردار`` is ``شهردار``.

    Its score stays that of the range as the network pointed at it.
    """
    if source is None:
        return None
    words, (start, end) = layout.tokens.words, source
    while start < end - 1 and words[start] in _LEADS:
        start += 1
    return Range(start, end)


def _best(
    starts: Floats,
    ends: Floats,
    cue: Range,
    offset: int,
    none: ScoredRange,
    longest: int,
    words: Sequence[str] | None = None,
) -> ScoredRange:
    """The likeliest range beside the cue, of ``longest`` tokens at most; else ``none``.

    A source is sought among the article's ``words``, since it is one phrase: see `_is_parted`.
    """
    best = none
    for a in np.argsort(-starts)[:_BEGINS].tolist():
        b = a + int(np.argmax(ends[a : a + longest]))
        span, score = Range(a + offset, b + offset + 1), float(starts[a] + ends[b])
        apart = span[1] <= cue[0] or span[0] >= cue[1]
        if score > best.score and apart and not (words and _is_parted(words, span)):
            best = ScoredRange(span, score)
    return best
