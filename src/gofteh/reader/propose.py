"""What the network proposes: cues, and for each its source and content with how sure it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from gofteh.reader.features import Floats, see
from gofteh.reader.network import WINDOW, Pointers, States, opens, point, states
from gofteh.reader.weights import Weights
from gofteh.text.layout import Layout
from gofteh.text.tokens import Range

# A token belongs to a cue from this probability on; low, since the chooser decides.
_CUE = 0.25
# A further cue begins inside a run of cue words where its first word is this sure.
_NEXT_CUE = 0.4
# Words without a cue are proposed from this probability on.
_OPENS = 0.25
# So many of the likeliest begins are tried with their best end.
_BEGINS = 6
_MAX_SOURCE = 30


@dataclass(frozen=True, slots=True)
class Span:
    """A token range that the network points at, or none, and the logarithm of its probability."""

    range: Range | None
    score: float


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the network says of a cue; an empty ``cue`` range: words that have none.

    ``sure`` is the probability that the words are a cue (or begin a speech), ``valid`` that it
    tells a statement. ``row`` is the cue's row in `Pointers`.
    """

    cue: Range
    sure: float
    valid: float
    source: Span
    content: Span
    row: int


@dataclass(frozen=True, slots=True)
class Proposals:
    """The network's proposals for an article, with what it answers about any range."""

    own: tuple[Proposal, ...]
    asked: tuple[Proposal, ...]
    pointers: Pointers

    def source_score(self, row: int, source: Range | None) -> float:
        """How likely, as a logarithm, the network holds a source for the cue of a row."""
        p = self.pointers
        if source is None:
            return float(p.source_start[row, 0] + p.source_end[row, 0])
        a, b = source[0] - int(p.offset[row]), source[1] - 1 - int(p.offset[row])
        if not (0 <= a < WINDOW and 0 <= b < WINDOW):
            return -20.0
        return float(p.source_start[row, a + 1] + p.source_end[row, b + 1])

    def content_score(self, row: int, content: Range) -> float:
        """The same of a content."""
        p = self.pointers
        a = content[0] - int(p.offset[row])
        b = min(content[1] - 1 - int(p.offset[row]), WINDOW - 1)
        if not (0 <= a < WINDOW and 0 <= b < WINDOW):
            return -20.0
        return float(p.content_start[row, a] + p.content_end[row, b])


def propose(weights: Weights, layout: Layout, asked: Sequence[Range]) -> Proposals | None:
    """Return what the network proposes, and what it thinks of the cues asked for, in their order.

    None where there is nothing to read or nothing to propose.
    """
    if not len(layout.tokens):
        return None
    seen = see(layout)
    read = states(weights, seen)
    begins = _openings(weights, read, layout, asked)
    own = [*_cues(read), *_speeches(begins, layout)]
    # the same words are pointed from once, whoever found them
    rows = {cue: k for k, cue in enumerate(dict.fromkeys((*(c for c, _ in own), *asked)))}
    if not rows:
        return None
    pointers = point(weights, seen, read, list(rows))
    every = [_proposal(pointers, row, c, _sure(read, begins, c)) for c, row in rows.items()]
    return Proposals(
        tuple(every[rows[c]] for c, _ in own), tuple(every[rows[c]] for c in asked), pointers
    )


def _openings(
    weights: Weights, read: States, layout: Layout, asked: Sequence[Range]
) -> dict[int, float]:
    """How probably words without a cue begin: at each paragraph's begin, and where it is asked."""
    tokens = [p.start for p in layout.paragraphs] + [a for a, b in asked if a == b]
    tokens = list(dict.fromkeys(tokens))
    return dict(zip(tokens, opens(weights, read, tokens).tolist(), strict=True))


def _sure(read: States, begins: dict[int, float], cue: Range) -> float:
    if cue[0] == cue[1]:
        return begins[cue[0]]
    return float(1 - read.cue[cue[0] : cue[1], 0].mean())


def _cues(read: States) -> list[tuple[Range, float]]:
    """Runs of words that are likely cues."""
    likely, found = 1 - read.cue[:, 0], []
    at = np.flatnonzero(likely >= _CUE).tolist()
    k = 0
    while k < len(at):
        start = k
        k += 1
        while k < len(at) and at[k] == at[k - 1] + 1 and not _begins(read, at[k]):
            k += 1
        run = Range(at[start], at[k - 1] + 1)
        found.append((run, float(likely[run[0] : run[1]].mean())))
    return found


def _begins(read: States, token: int) -> bool:
    _, first, further = read.cue[token].tolist()
    return bool(first > further and first > _NEXT_CUE)


def _speeches(begins: dict[int, float], layout: Layout) -> list[tuple[Range, float]]:
    """Paragraphs whose first words are likely somebody's, without a cue."""
    starts = [p.start for p in layout.paragraphs]
    return [(Range(s, s), begins[s]) for s in starts if begins[s] >= _OPENS]


def _proposal(pointers: Pointers, row: int, cue: Range, sure: float) -> Proposal:
    offset = int(pointers.offset[row])
    starts, ends = pointers.source_start[row], pointers.source_end[row]
    none = Span(None, float(starts[0] + ends[0]))
    source = _best(starts[1:], ends[1:], cue, offset, none, _MAX_SOURCE)
    content = _best(
        pointers.content_start[row],
        pointers.content_end[row],
        cue,
        offset,
        Span(None, -99.0),
        WINDOW,
    )
    return Proposal(cue, sure, float(pointers.valid[row]), source, content, row)


def _best(starts: Floats, ends: Floats, cue: Range, offset: int, none: Span, longest: int) -> Span:
    """The likeliest range that does not touch the cue."""
    best = none
    for a in np.argsort(-starts)[:_BEGINS].tolist():
        b = a + int(np.argmax(ends[a : a + longest]))
        span, score = Range(a + offset, b + offset + 1), float(starts[a] + ends[b])
        apart = span[1] <= cue[0] or span[0] >= cue[1]
        if score > best.score and apart:
            best = Span(span, score)
    return best
