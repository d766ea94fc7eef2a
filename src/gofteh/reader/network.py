"""The network's arithmetic: gated convolutions over an article, then pointers for each cue.

Everything is numpy on 32-bit floats. Shapes: T tokens, N cues, W positions of a cue's window.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from gofteh.reader.features import Floats, Ints, Seen
from gofteh.reader.weights import Weights

# A cue's window: so many tokens before its first and from it on.
LEFT, RIGHT = 64, 192
WINDOW = LEFT + RIGHT
DILATIONS = (1, 2, 4, 8, 16, 1)
# Behind this layer the means of paragraph and article are added.
_CONTEXT_BEHIND = 3
_EDGES = (1, 2, 3, 4, 5, 6, 8, 10, 13, 16, 20, 25, 32, 40, 50, 64, 80, 100, 128, 160, 192)
# How many steps of distance there are, behind and ahead.
DISTANCES = 2 * (len(_EDGES) + 1)
_NEVER = np.float32(-1e4)


@dataclass(frozen=True, slots=True)
class States:
    """What the network made of an article: a vector a token, and what it thinks of each token.

    ``cue`` holds the probabilities of no cue, a cue's first word, and a further word; ``opens``
    whether words without a cue begin at the token.
    """

    hidden: Floats
    cue: Floats
    opens: Floats


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


def _dense(weights: Weights, name: str, x: Floats) -> Floats:
    out: Floats = x @ weights[f"{name}.weight"].T
    out += weights[f"{name}.bias"]
    return out


def _norm(weights: Weights, name: str, x: Floats) -> Floats:
    share = 1 / x.shape[-1]
    mean: Floats = np.add.reduce(x, -1, keepdims=True)
    mean *= share
    centred: Floats = x - mean
    spread: Floats = np.add.reduce(centred * centred, -1, keepdims=True)
    spread *= share
    centred /= np.sqrt(spread + np.float32(1e-5))
    centred *= weights[f"{name}.weight"]
    centred += weights[f"{name}.bias"]
    return centred


def _sigmoid(x: Floats) -> Floats:
    out: Floats = np.exp(-x).astype(np.float32, copy=False)
    out += 1
    np.reciprocal(out, out=out)
    return out


def _log_softmax(x: Floats) -> Floats:
    shifted: Floats = x - x.max(-1, keepdims=True)
    shifted -= np.log(np.add.reduce(np.exp(shifted), -1, keepdims=True))
    return shifted


def _gated(
    weights: Weights, name: str, x: Floats, dilation: int, mask: Floats | None = None
) -> Floats:
    """One gated convolution of width 3 with its residual, over the last axis but one."""
    n, width = x.shape[-2:]
    wide = np.zeros((*x.shape[:-2], n + 2 * dilation, width), np.float32)
    y = _norm(weights, f"{name}.norm", x)
    wide[..., dilation : dilation + n, :] = y if mask is None else y * mask
    parts = [wide[..., k * dilation : k * dilation + n, :] for k in range(3)]
    z = _dense(weights, f"{name}.lin", np.concatenate(parts, -1))
    gated = _sigmoid(z[..., width:])
    gated *= z[..., :width]
    gated += x
    return gated


def _segment_means(x: Floats, segments: Ints) -> Floats:
    """The mean over each run of one number, at each token; ``segments`` never falls."""
    starts = np.flatnonzero(np.r_[True, segments[1:] != segments[:-1]])
    counts = np.diff(np.r_[starts, len(segments)])
    means = np.add.reduceat(x, starts, axis=0) / counts[:, None].astype(np.float32)
    out: Floats = np.repeat(means, counts, axis=0)
    return out


def states(weights: Weights, seen: Seen) -> States:
    """Read an article once over."""
    x = np.stack([weights.embed(word) for word in seen.words])
    x += seen.places @ weights["places"]
    for k, dilation in enumerate(DILATIONS):
        x = _gated(weights, f"layers.{k}", x, dilation)
        if k == _CONTEXT_BEHIND:
            whole = _dense(weights, "ctxa", x.mean(0, keepdims=True))
            x = x + whole + _dense(weights, "ctxp", _segment_means(x, seen.paragraphs))
    hidden = _norm(weights, "norm", x)
    cue = np.exp(_log_softmax(_dense(weights, "cue", hidden)))
    return States(hidden, cue, _opens(weights, hidden, seen.paragraphs))


def _opens(weights: Weights, hidden: Floats, paragraphs: Ints) -> Floats:
    means = _segment_means(hidden, paragraphs)
    before = np.zeros_like(means)
    before[2:] = means[:-2]
    inner = np.maximum(_dense(weights, "par.0", np.concatenate([hidden, means, before], -1)), 0)
    return _sigmoid(_dense(weights, "par.2", inner)[:, 0])


def point(weights: Weights, seen: Seen, read: States, cues: Sequence[tuple[int, int]]) -> Pointers:
    """Point at the source and content of each cue; an empty range stands for no cue."""
    hidden, length = read.hidden, len(read.hidden)
    begin = np.array([c[0] for c in cues], np.int32)
    end = np.array([c[1] for c in cues], np.int32)
    position = begin[:, None] + np.arange(-LEFT, RIGHT, dtype=np.int32)
    inside = (position >= 0) & (position < length)
    at = position.clip(0, length - 1)
    around = _around(hidden, begin, end)
    z = _dense(weights, "A", hidden)[at] + _dense(weights, "B", around)[:, None]
    z += weights["Dst.weight"][DISTANCE]
    sentence = (seen.sentences[at] - seen.sentences[begin][:, None]).clip(-4, 6) + 4
    paragraph = (seen.paragraphs[at] - seen.paragraphs[begin][:, None]).clip(-2, 4) + 2
    z += weights["Sd.weight"][sentence] + weights["Pd.weight"][paragraph]
    in_cue = (position >= begin[:, None]) & (position < end[:, None])
    marks = np.stack([in_cue.astype(np.float32), (1 - read.cue[:, 0])[at]], -1)
    z += _dense(weights, "Cq", marks) + weights["nc.weight"][(begin == end).astype(int)][:, None]
    mask = inside[..., None].astype(np.float32)
    z = np.maximum(z, 0) * mask
    z = _gated(weights, "c1", z, 1, mask)
    z = _norm(weights, "cn", _gated(weights, "c2", z, 3, mask))
    logits = np.where(inside[..., None], _dense(weights, "out", z), _NEVER)
    none = _dense(weights, "nosrc", around)
    top = np.where(inside[..., None], z, _NEVER).max(1)
    mean = (z * mask).sum(1) / np.maximum(mask.sum(1), 1)
    pooled = np.concatenate([around, top, mean], -1)
    valid = _dense(weights, "valid.2", np.maximum(_dense(weights, "valid.0", pooled), 0))[:, 0]
    return Pointers(
        begin - LEFT,
        _log_softmax(np.concatenate([none, logits[..., 0]], 1)),
        _log_softmax(np.concatenate([none, logits[..., 1]], 1)),
        _log_softmax(logits[..., 2]),
        _log_softmax(logits[..., 3]),
        _sigmoid(valid),
    )


def _around(hidden: Floats, begin: Ints, end: Ints) -> Floats:
    """A cue's mean, first word, and the words on either side of it."""
    length = len(hidden)
    last = np.maximum(end, begin + 1)
    means = np.stack([hidden[a:b].mean(0) for a, b in zip(begin, last, strict=True)])
    before, behind = hidden[(begin - 1).clip(0)], hidden[end.clip(max=length - 1)]
    out: Floats = np.concatenate([means, hidden[begin], before, behind], -1)
    return out


def _distances() -> npt.NDArray[np.intp]:
    offsets = np.arange(-LEFT, RIGHT)
    steps = np.searchsorted(_EDGES, np.abs(offsets), side="right")
    return np.where(offsets < 0, steps, steps + len(_EDGES) + 1)


DISTANCE = _distances()
