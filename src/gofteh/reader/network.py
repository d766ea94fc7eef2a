"""The network's arithmetic: gated convolutions over an article, then pointers for each cue.

Everything is numpy on 32-bit floats. Shapes: T tokens, N cues, W positions of a cue's window.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Any

import numpy as np
import numpy.typing as npt

from gofteh.reader.features import Floats, Inputs, Ints
from gofteh.reader.weights import Weights

# A cue's window: so many tokens before its first and from it on.
LEFT, RIGHT = 64, 192
WINDOW = LEFT + RIGHT
DILATIONS = (1, 2, 4, 8, 16, 1)
# The convolutions over a cue's window.
POINTER_DILATIONS = (1, 3, 9)
# Behind this layer the means of paragraph and article are added.
_CONTEXT_BEHIND = 3
_EDGES = (1, 2, 3, 4, 5, 6, 8, 10, 13, 16, 20, 25, 32, 40, 50, 64, 80, 100, 128, 160, 192)
# How many steps of distance there are, to either side; their bounds are those above, in tokens.
DISTANCES = 2 * (len(_EDGES) + 1)
_NEVER = np.float32(-1e4)
# So many tokens and cues are computed at once: of more, the numbers leave the processor's cache,
# and the memory that they take grows with the article.
_TOKENS, _CUES = 1024, 16
# Rows between two windows: no convolution over windows reaches further.
_GAP = max(POINTER_DILATIONS)
# Of so many other cues between a token and its cue no more are told apart.
MOST_BETWEEN = 4
Places = npt.NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class TokenStates:
    """What the network made of an article, a row for each of its T tokens.

    ``hidden`` are their vectors; ``cue`` the probabilities of no cue, a cue's first word, and a
    further word of one; ``means`` the mean vector of each token's paragraph.
    """

    hidden: Floats
    cue: Floats
    means: Floats


@dataclass(frozen=True, slots=True)
class Pointers:
    """Logarithms of probabilities for each of N cues, over the window's positions.

    ``source_start`` and ``source_end`` have one more column, the first: no source.
    ``offset`` is the token at the window's first position; ``valid`` a probability.
    """

    offset: Ints
    source_start: Floats
    source_end: Floats
    content_start: Floats
    content_end: Floats
    valid: Floats


@dataclass(frozen=True, slots=True)
class _Windows:
    """The windows of N cues, as far as the article goes, one below another with gaps between.

    Only tokens of the article are computed, for all cues at once. Each row has its ``token``, the
    token's ``place`` in its window, and the window's ``cue``. ``rows`` are the numbers of the rows
    that are tokens, ``gaps`` of the others, which hold nothing. ``starts`` tells where each window
    begins among ``rows``, ``sizes`` how many it has of them.
    """

    token: Places
    place: Places
    cue: Places
    rows: Places
    gaps: Places
    starts: Places
    sizes: Places


def _dense(weights: Weights, name: str, x: Floats) -> Floats:
    out: Floats = x @ weights[f"{name}.weight"].T
    out += weights[f"{name}.bias"]
    return out


def _norm(weights: Weights, name: str, x: Floats) -> Floats:
    """Each row with mean 0 and variance 1; products add up rows much faster than sums do."""
    share = np.full(x.shape[-1], 1 / x.shape[-1], np.float32)
    centred: Floats = x - (x @ share)[:, None]
    spread = np.einsum("ij,ij->i", centred, centred) * share[0]
    centred /= np.sqrt(spread + np.float32(1e-5))[:, None]
    centred *= weights[f"{name}.weight"]
    centred += weights[f"{name}.bias"]
    return centred


def _sigmoid(x: Floats) -> Floats:
    out: Floats = np.negative(x)
    np.exp(out, out=out)
    out += 1
    np.reciprocal(out, out=out)
    return out


def _log_softmax(x: Floats) -> Floats:
    shifted: Floats = x - x.max(-1, keepdims=True)
    shifted -= np.log(np.add.reduce(np.exp(shifted), -1, keepdims=True))
    return shifted


def _gated_tokens(weights: Weights, name: str, x: Floats, dilation: int) -> Floats:
    """One gated convolution over an article's tokens, of which each sees those ``dilation`` off."""
    if len(x) <= _TOKENS:
        return _gated(weights, name, x, dilation)
    out = np.empty_like(x)
    for start in range(0, len(x), _TOKENS):
        first = max(0, start - dilation)
        stop = start + _TOKENS
        block = _gated(weights, name, x[first : stop + dilation], dilation)
        out[start:stop] = block[start - first :][:_TOKENS]
    return out


def _gated(
    weights: Weights, name: str, x: Floats, dilation: int, gaps: Places | None = None
) -> Floats:
    """One gated convolution of width 3 with its residual, over rows; ``gaps`` count as empty."""
    n, width = x.shape
    y = _norm(weights, f"{name}.norm", x)
    if gaps is not None:
        y[gaps] = 0
    beside = np.zeros((n, 3 * width), np.float32)  # the row before, a row, the row behind
    beside[dilation:, :width] = y[:-dilation]
    beside[:, width : 2 * width] = y
    beside[:-dilation, 2 * width :] = y[dilation:]
    z = _dense(weights, f"{name}.lin", beside)
    gated = _sigmoid(z[:, width:])
    gated *= z[:, :width]
    gated += x
    return gated


def _segment_means(x: Floats, segments: Ints) -> Floats:
    """The mean over each run of one number, at each token; ``segments`` never falls."""
    starts = np.flatnonzero(np.r_[True, segments[1:] != segments[:-1]])
    counts = np.diff(np.r_[starts, len(segments)])
    means = np.add.reduceat(x, starts, axis=0) / counts[:, None].astype(np.float32)
    out: Floats = np.repeat(means, counts, axis=0)
    return out


def token_states(weights: Weights, inputs: Inputs) -> TokenStates:
    """Return what the network makes of an article's tokens: computed once, for all cues."""
    x = np.concatenate([weights.embed(word) for word in inputs.words]).reshape(
        len(inputs.words), -1
    )
    x += inputs.positions @ weights["places"]
    for k, dilation in enumerate(DILATIONS):
        x = _gated_tokens(weights, f"layers.{k}", x, dilation)
        if k == _CONTEXT_BEHIND:
            whole = _dense(weights, "ctxa", x.mean(0, keepdims=True))
            x = x + whole + _dense(weights, "ctxp", _segment_means(x, inputs.paragraphs))
    hidden = _norm(weights, "norm", x)
    cue = np.exp(_log_softmax(_dense(weights, "cue", hidden)))
    return TokenStates(hidden, cue, _segment_means(hidden, inputs.paragraphs))


def opens(weights: Weights, states: TokenStates, tokens: Sequence[int]) -> Floats:
    """Return the probability that a content without a cue begins, for each of some tokens."""
    at = np.array(tokens, np.intp)
    # the token two before a paragraph's first lies in the paragraph before
    before = states.means[(at - 2).clip(0)] * (at >= 2)[:, None]
    joined = np.concatenate([states.hidden[at], states.means[at], before], -1)
    inner = np.maximum(_dense(weights, "par.0", joined), 0)
    return _sigmoid(_dense(weights, "par.2", inner)[:, 0])


def point(
    weights: Weights, inputs: Inputs, states: TokenStates, cues: Sequence[tuple[int, int]]
) -> Pointers:
    """Return where the network points from each cue; an empty range stands for no cue."""
    vectors = _dense(weights, "A", states.hidden)
    vectors += (1 - states.cue[:, :1]) * weights["Cq.weight"].T[1] + weights["Cq.bias"]
    groups = [
        _point(weights, inputs, states, vectors, cues[k : k + _CUES])
        for k in range(0, len(cues), _CUES)
    ]
    if len(groups) == 1:
        return groups[0]
    return Pointers(*(np.concatenate(each) for each in zip(*map(_arrays, groups), strict=True)))


def _arrays(pointers: Pointers) -> tuple[npt.NDArray[Any], ...]:
    return tuple(getattr(pointers, field.name) for field in fields(pointers))


def _point(
    weights: Weights,
    inputs: Inputs,
    states: TokenStates,
    vectors: Floats,
    cues: Sequence[tuple[int, int]],
) -> Pointers:
    """Where the network points from some of the cues; ``vectors`` are those of all tokens."""
    begin = np.array([c[0] for c in cues], np.int32)
    end = np.array([c[1] for c in cues], np.int32)
    windows = _windows(begin, len(states.hidden))
    around = _around(states.hidden, begin, end)
    z = _marked(weights, inputs, vectors, windows, begin, end)
    z += _between(inputs, states, windows, begin, end) @ weights["between.weight"].T
    # the same for all of a window: what its cue is like, and whether it has words
    same = _dense(weights, "B", around) + weights["nc.weight"][(begin == end).astype(int)]
    z += same[windows.cue]
    np.maximum(z, 0, out=z)
    z[windows.gaps] = 0
    for k, dilation in enumerate(POINTER_DILATIONS):
        z = _gated(weights, f"pointer.{k}", z, dilation, windows.gaps)
    z = _norm(weights, "cn", z)[windows.rows]
    logits = np.full((len(cues), WINDOW, 6), _NEVER)
    logits[windows.cue[windows.rows], windows.place[windows.rows]] = _dense(weights, "out", z)
    none = _dense(weights, "nosrc", around)
    return Pointers(
        begin - LEFT,
        _log_softmax(np.concatenate([none, logits[..., 0]], 1)),
        _log_softmax(np.concatenate([none, logits[..., 1]], 1)),
        _log_softmax(logits[..., 2]),
        _log_softmax(logits[..., 3]),
        _valid(weights, z, around, windows, _shares(logits[..., :4], windows)),
    )


def _shares(logits: Floats, windows: _Windows) -> Floats:
    """How much of each pointer falls on each row that is a token: rows × 4, of a cue 1 in all."""
    shares: Floats = np.exp(_log_softmax(logits.swapaxes(1, 2))).swapaxes(1, 2)
    return shares[windows.cue[windows.rows], windows.place[windows.rows]]


def _valid(
    weights: Weights, z: Floats, around: Floats, windows: _Windows, shares: Floats
) -> Floats:
    """The probability that each cue has a statement.

    By the vectors of its whole window, and by those where its source and content begin and end.
    """
    top = np.maximum.reduceat(z, windows.starts)
    mean = np.add.reduceat(z, windows.starts) / windows.sizes[:, None].astype(np.float32)
    pointed = [np.add.reduceat(z * share[:, None], windows.starts) for share in shares.T]
    pooled = np.concatenate([around, top, mean, *pointed], -1)
    inner = np.maximum(_dense(weights, "valid.0", pooled), 0)
    return _sigmoid(_dense(weights, "valid.2", inner)[:, 0])


def _windows(begin: Ints, length: int) -> _Windows:
    """The windows around cues that begin at these tokens of an article so long."""
    first = np.maximum(begin - LEFT, 0).astype(np.intp)
    sizes = np.minimum(begin + RIGHT, length) - first
    cue = np.repeat(np.arange(len(begin)), sizes + _GAP)
    starts = np.cumsum(sizes) - sizes
    within = np.arange(len(cue)) - (starts + np.arange(len(begin)) * _GAP)[cue] - _GAP
    token = first[cue] + np.maximum(within, 0)
    place = token - begin[cue] + LEFT
    apart = within < 0
    return _Windows(token, place, cue, np.flatnonzero(~apart), np.flatnonzero(apart), starts, sizes)


def _marked(
    weights: Weights, inputs: Inputs, vectors: Floats, windows: _Windows, begin: Ints, end: Ints
) -> Floats:
    """A vector for each row of the windows: its token, and how far that is from the cue."""
    token, cue = windows.token, windows.cue
    own = weights["Cq.weight"].T[0]
    z: Floats = vectors[token]
    z += weights["Dst.weight"][DISTANCE[windows.place]]
    at = begin[cue]
    sentence = (inputs.sentences[token] - inputs.sentences[at]).clip(-4, 6) + 4
    paragraph = (inputs.paragraphs[token] - inputs.paragraphs[at]).clip(-2, 4) + 2
    apart = weights["Sd.weight"][:, None] + weights["Pd.weight"]
    z += apart[sentence, paragraph]
    z[(token >= at) & (token < end[cue])] += own
    return z


def _between(
    inputs: Inputs, states: TokenStates, windows: _Windows, begin: Ints, end: Ints
) -> Floats:
    """What stands between each row and its cue: other cues, whether there is one, and commas."""
    token, at = windows.token, begin[windows.cue]
    behind = end.clip(max=len(inputs.words))[windows.cue]
    counts = []
    for each in (1 - states.cue[:, 0], inputs.pauses):
        sums = np.concatenate([np.zeros(1, np.float32), np.cumsum(each, dtype=np.float32)])
        after, before = sums[token] - sums[behind], sums[at] - sums[token + 1]
        counts.append(np.where(token >= behind, after, np.where(token < at, before, 0)))
    cues, pauses = counts
    told = np.stack([cues.clip(max=MOST_BETWEEN), cues.clip(max=1), np.log1p(pauses)], -1)
    return told.astype(np.float32)


def _around(hidden: Floats, begin: Ints, end: Ints) -> Floats:
    """For each cue its mean vector, and those of its first word and its two neighbours."""
    length = len(hidden)
    last = np.maximum(end, begin + 1)
    means = np.stack([hidden[a:b].mean(0) for a, b in zip(begin, last, strict=True)])
    before, behind = hidden[(begin - 1).clip(0)], hidden[end.clip(max=length - 1)]
    out: Floats = np.concatenate([means, hidden[begin], before, behind], -1)
    return out


def _distances() -> npt.NDArray[np.intp]:
    """The step of distance from the cue for each position of a window."""
    offsets = np.arange(-LEFT, RIGHT)
    steps = np.searchsorted(_EDGES, np.abs(offsets), side="right")
    return np.where(offsets < 0, steps, steps + len(_EDGES) + 1)


DISTANCE = _distances()
