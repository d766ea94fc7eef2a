"""What the network is taught by: cues, openings, and pointers to sources and contents."""

from __future__ import annotations

import random
from collections.abc import Sequence

import numpy as np
import torch
from batches import Piece, Stacked, stacked
from labels import Label
from model import Network, Pointed, Read
from torch import Tensor
from torch.nn import functional

from gofteh.reader.network import LEFT, WINDOW

# Weights of the parts, so that each is felt: cues are few among tokens, openings fewer.
CUES, OPENINGS, POINTERS, WITHIN, VALID = 10.0, 1.0, 0.5, 2.0, 0.5
# An opening counts so much more than a paragraph that is none.
OPENING = 4.0
# Words that the network takes for a cue from this probability on, and that are none, are taught
# as such; at most as many of them as there are sayings.
_TAKEN = 0.2


def loss(network: Network, batch: Sequence[Piece]) -> Tensor:
    """Return how far the network is from a batch's labels."""
    inputs = stacked(batch)
    hidden = network.trunk(inputs.rows, inputs.places, inputs.mask, inputs.paragraphs)
    logits = network.cue(hidden)
    target, weight = _cues(batch, inputs)
    total = CUES * _cue_loss(logits, target, weight, inputs.mask)
    total = total + OPENINGS * _opening_loss(network, hidden, batch, inputs)
    # in 32 bits: what stands between two tokens is a difference of sums
    likely = 1 - torch.softmax(logits.detach().float(), -1)[..., 0]
    told = [(i, label) for i, piece in enumerate(batch) for label in piece.labels]
    false = _false(likely, target, inputs.mask, len(told))
    if not told and not false:
        return total
    read = Read(hidden, inputs, likely)
    length = hidden.shape[1]
    row = torch.tensor([i for i, _ in told] + [i for i, _ in false])
    begin = torch.tensor([x.at[0] for _, x in told] + [t for _, t in false]).clamp(max=length - 1)
    end = torch.tensor([x.at[1] for _, x in told] + [t + 1 for _, t in false]).clamp(max=length)
    pointed = network.point(read, row, begin, torch.maximum(begin, end))
    weights = torch.tensor([x.weight for _, x in told] + [1.0] * len(false))
    valid = torch.tensor([1.0] * len(told) + [0.0] * len(false))
    lost = functional.binary_cross_entropy_with_logits(pointed.valid, valid, reduction="none")
    total = total + VALID * (lost * weights).mean()
    return total + _pointer_loss(pointed, [x for _, x in told], length) if told else total


def _cues(batch: Sequence[Piece], inputs: Stacked) -> tuple[Tensor, Tensor]:
    """What each token is (none, first, further word of a cue), and how much it counts."""
    shape = inputs.rows.shape[:2]
    target, weight = torch.zeros(shape, dtype=torch.long), torch.ones(shape)
    for i, piece in enumerate(batch):
        for label in piece.labels:
            start, end = label.at
            if not label.bare and end <= len(piece):
                target[i, start:end] = 2
                target[i, start] = 1
                weight[i, start:end] = label.weight
    return target, weight


def _cue_loss(logits: Tensor, target: Tensor, weight: Tensor, mask: Tensor) -> Tensor:
    lost = functional.cross_entropy(logits.reshape(-1, 3), target.reshape(-1), reduction="none")
    return (lost * weight.reshape(-1) * mask.reshape(-1)).sum() / mask.sum()


def _opening_loss(
    network: Network, hidden: Tensor, batch: Sequence[Piece], inputs: Stacked
) -> Tensor:
    shape = inputs.rows.shape[:2]
    first, opens = torch.zeros(shape, dtype=torch.bool), torch.zeros(shape)
    for i, piece in enumerate(batch):
        behind = np.flatnonzero(piece.breaks) + 1
        first[i, [0, *(int(k) for k in behind if k < len(piece))]] = True
        for label in piece.labels:
            if label.bare:
                opens[i, label.at[0]] = 1
    logits = network.opens(hidden, inputs.paragraphs, inputs.mask)[first]
    return functional.binary_cross_entropy_with_logits(
        logits, opens[first], pos_weight=torch.tensor(OPENING)
    )


def _false(likely: Tensor, target: Tensor, mask: Tensor, told: int) -> list[tuple[int, int]]:
    """Some of the tokens that the network wrongly takes for cues."""
    taken = torch.nonzero((likely > _TAKEN) & (target == 0) & (mask[..., 0] > 0))
    some = torch.randperm(len(taken))[: max(2, told)]
    return [(int(i), int(t)) for i, t in taken[some].tolist()]


def _pointer_loss(pointed: Pointed, labels: Sequence[Label], length: int) -> Tensor:
    count = len(labels)
    targets = [_target(label, pointed.inside[k], length) for k, label in enumerate(labels)]
    weights = torch.tensor([label.weight for label in labels])
    logits, inside = pointed.logits[:count], pointed.inside[:count].float()
    none = pointed.none[:count, None]
    source = [k for k, (s, _) in enumerate(targets) if s is not None]
    content = [k for k, (_, c) in enumerate(targets) if c is not None]
    total = torch.zeros(())
    if source:
        at = torch.tensor([targets[k][0] for k in source])
        for j in (0, 1):
            column = torch.cat([none, logits[:, :, j]], 1)[source]
            total = total + POINTERS * _mean(
                functional.cross_entropy(column, at[:, j], reduction="none"), weights[source]
            )
        spans = _spans([(int(a) - 1, int(b)) if a else None for a, b in at.tolist()])
        total = total + WITHIN * _within(
            logits[source][..., 4], spans, inside[source], weights[source]
        )
    if content:
        at = torch.tensor([targets[k][1] for k in content])
        for j in (0, 1):
            column = logits[content][:, :, 2 + j]
            total = total + POINTERS * _mean(
                functional.cross_entropy(column, at[:, j], reduction="none"), weights[content]
            )
        spans = _spans([(int(a), int(b) + 1) for a, b in at.tolist()])
        total = total + WITHIN * _within(
            logits[content][..., 5], spans, inside[content], weights[content]
        )
    return total


Pair = tuple[int, int]


def _target(label: Label, inside: Tensor, length: int) -> tuple[Pair | None, Pair | None]:
    """Where the pointers should point: source (0 is none) and content; None: not in the window."""
    offset = label.at[0] - LEFT
    source: Pair | None = (0, 0) if label.source is None else None
    if label.source is not None and _seen(label.source, offset, inside):
        source = label.source[0] - offset + 1, label.source[1] - offset
    start, end = label.content[0], min(label.content[1], offset + WINDOW, length)
    content = None
    if end > start and _seen((start, end), offset, inside):
        content = start - offset, end - 1 - offset
    return source, content


def _seen(span: Pair, offset: int, inside: Tensor) -> bool:
    a, b = span[0] - offset, span[1] - 1 - offset
    if span[0] < 0 or not 0 <= a <= b < WINDOW:
        return False
    return bool(inside[a]) and bool(inside[b])


def _spans(spans: Sequence[Pair | None]) -> Tensor:
    out = torch.zeros(len(spans), WINDOW)
    for k, span in enumerate(spans):
        if span:
            out[k, span[0] : span[1]] = 1
    return out


def _within(logits: Tensor, target: Tensor, inside: Tensor, weights: Tensor) -> Tensor:
    lost = functional.binary_cross_entropy_with_logits(logits.float(), target, reduction="none")
    return _mean((lost * inside).sum(1) / inside.sum(1).clamp(min=1), weights)


def _mean(lost: Tensor, weights: Tensor) -> Tensor:
    return (lost * weights).mean()


def schedule(step: int, steps: int, warm: int) -> float:
    """Return the share of the learning rate at a step: up over ``warm`` steps, then down."""
    return min(1.0, (step + 1) / warm) * max(0.02, 1 - step / steps)


def seeded(seed: int) -> random.Random:
    """Seed PyTorch, and return a source of draws."""
    torch.manual_seed(seed)
    return random.Random(seed)
