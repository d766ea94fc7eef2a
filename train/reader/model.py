"""The network in PyTorch, for training; `gofteh.reader.network` computes the same in numpy."""

from __future__ import annotations

import torch
from batches import Stacked
from torch import Tensor, nn
from torch.nn import functional

from gofteh.reader.features import CLASSES, END_ROWS, JUDGED, SHAPES
from gofteh.reader.network import (
    DILATIONS,
    DISTANCE,
    DISTANCES,
    LEFT,
    MOST_BETWEEN,
    POINTER_DILATIONS,
    RIGHT,
)

WORD, SUFFIX, PREFIX, PLACES = 64, 24, 16, 4
WIDTH, POINTER = 160, 64
# Behind this layer the means of paragraph and article are added.
CONTEXT_BEHIND = 3
NEVER = -1e4


class Gated(nn.Module):
    """One gated convolution of width 3 with its residual."""

    def __init__(self, width: int, dilation: int) -> None:
        super().__init__()
        self.dilation = dilation
        self.norm = nn.LayerNorm(width)
        self.lin = nn.Linear(3 * width, 2 * width)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """Return the same shape: rows, tokens, width; ``mask`` is 0 where there is no token."""
        y = self.norm(x) * mask
        d, n = self.dilation, x.shape[1]
        wide = functional.pad(y, (0, 0, d, d))
        parts = [wide[:, k * d : k * d + n] for k in range(3)]
        value, gate = self.lin(torch.cat(parts, -1)).chunk(2, -1)
        return x + value * torch.sigmoid(gate)


class Network(nn.Module):
    """Word vectors, gated convolutions over the article, and pointers for each cue."""

    def __init__(self, words: int, classes: Tensor, dropout: float = 0.15) -> None:
        super().__init__()
        self.register_buffer("classes", classes)
        self.word = nn.Embedding(words + 1, WORD)
        self.suf = nn.Embedding(END_ROWS, SUFFIX)
        self.pre = nn.Embedding(END_ROWS, PREFIX)
        flags = len(CLASSES) + SHAPES + JUDGED
        self.inp = nn.Linear(WORD + SUFFIX + PREFIX + flags + PLACES, WIDTH)
        self.layers = nn.ModuleList([Gated(WIDTH, d) for d in DILATIONS])
        self.ctxp, self.ctxa = nn.Linear(WIDTH, WIDTH), nn.Linear(WIDTH, WIDTH)
        self.norm = nn.LayerNorm(WIDTH)
        self.cue = nn.Linear(WIDTH, 3)
        self.par = nn.Sequential(nn.Linear(3 * WIDTH, 48), nn.ReLU(), nn.Linear(48, 1))
        self.A, self.B = nn.Linear(WIDTH, POINTER), nn.Linear(4 * WIDTH, POINTER)
        self.Dst, self.Sd = nn.Embedding(DISTANCES, POINTER), nn.Embedding(11, POINTER)
        self.Pd, self.nc = nn.Embedding(7, POINTER), nn.Embedding(2, POINTER)
        self.Cq = nn.Linear(2, POINTER)
        # between cue and token: other cues, whether there is one, commas
        self.between = nn.Linear(3, POINTER, bias=False)
        self.pointer = nn.ModuleList([Gated(POINTER, d) for d in POINTER_DILATIONS])
        self.cn = nn.LayerNorm(POINTER)
        # source begin and end, content begin and end; within source, within content
        self.out = nn.Linear(POINTER, 6)
        self.nosrc = nn.Linear(4 * WIDTH, 1)
        # the window's largest and mean, and where source and content begin and end
        pooled = 4 * WIDTH + (2 + 4) * POINTER
        self.valid = nn.Sequential(nn.Linear(pooled, 48), nn.ReLU(), nn.Linear(48, 1))
        self.drop = nn.Dropout(dropout)
        self.word_dropout = dropout
        self._small()

    def _small(self) -> None:
        for table in (self.suf, self.pre):
            nn.init.normal_(table.weight, std=0.3)
        for table in (self.Dst, self.Sd, self.Pd, self.nc):
            nn.init.normal_(table.weight, std=0.1)

    def trunk(
        self,
        rows: Tensor,
        places: Tensor,
        mask: Tensor,
        paragraphs: Tensor,
        shown: Tensor | None = None,
    ) -> Tensor:
        """Return a vector a token; ``rows``: word, suffix, prefix and classes of each.

        Where ``shown`` is 0, a token's word, affixes and classes are not seen, only its place.
        """
        word = rows[..., 0]
        if self.training:
            lost = torch.rand(word.shape) < self.word_dropout
            word = torch.where(lost, torch.zeros_like(word), word)
        parts = [self.word(word), self.suf(rows[..., 1]), self.pre(rows[..., 2])]
        parts += [self.classes[rows[..., 3]]]
        if shown is not None:
            parts = [part * shown for part in parts]
        parts.append(places)
        x = self.drop(self.inp(torch.cat(parts, -1))) * mask
        for k, layer in enumerate(self.layers):
            x = layer(x, mask)
            if k == CONTEXT_BEHIND:
                whole = (x * mask).sum(1, keepdim=True) / mask.sum(1, keepdim=True).clamp(min=1)
                x = x + self.ctxa(whole) + self.ctxp(segment_means(x * mask, paragraphs, mask))
            x = self.drop(x)
        return self.norm(x) * mask

    def opens(self, hidden: Tensor, paragraphs: Tensor, mask: Tensor) -> Tensor:
        """Return for each token the log-odds that words without a cue begin there."""
        means = segment_means(hidden, paragraphs, mask)
        # the token two before a paragraph's first lies in the paragraph before
        before = torch.cat([torch.zeros_like(means[:, :2]), means[:, :-2]], 1)
        return self.par(torch.cat([hidden, means, before], -1)).squeeze(-1)

    def point(self, read: Read, row: Tensor, begin: Tensor, end: Tensor) -> Pointed:
        """Point at source and content of N cues, each in a row of the batch."""
        length = read.hidden.shape[1]
        position = begin[:, None] + torch.arange(-LEFT, RIGHT)[None]
        inside = (position >= 0) & (position < length)
        at = position.clamp(0, length - 1)
        rows = row[:, None]
        inside = inside & (read.mask[rows, at, 0] > 0)
        around = self._around(read.hidden, row, begin, end)
        z = self.A(read.hidden[rows, at]) + self.B(around)[:, None]
        z = z + self.Dst(torch.as_tensor(DISTANCE))[None]
        sentence = read.sentences[rows, at] - read.sentences[row, begin][:, None]
        paragraph = read.paragraphs[rows, at] - read.paragraphs[row, begin][:, None]
        z = z + self.Sd(sentence.clamp(-4, 6) + 4) + self.Pd(paragraph.clamp(-2, 4) + 2)
        in_cue = (position >= begin[:, None]) & (position < end[:, None])
        z = z + self.Cq(torch.stack([in_cue.float(), read.cue[rows, at]], -1))
        z = z + self.nc((begin == end).long())[:, None]
        z = z + self.between(_between(read, rows, at, begin, end))
        mask = inside[..., None].float()
        z = torch.relu(z) * mask
        for layer in self.pointer[:-1]:
            z = self.drop(layer(z, mask))
        z = self.cn(self.pointer[-1](z, mask))
        never = torch.full_like(z, NEVER)
        logits = torch.where(inside[..., None], self.out(z), never[..., :6])
        top = torch.where(inside[..., None], z, never).amax(1)
        mean = (z * mask).sum(1) / mask.sum(1).clamp(min=1)
        share = torch.softmax(logits[..., :4].float(), 1) * mask
        pointed = [(z * share[..., k : k + 1]).sum(1) for k in range(4)]
        valid = self.valid(torch.cat([around, top, mean, *pointed], -1)).squeeze(-1)
        return Pointed(logits, self.nosrc(around).squeeze(-1), valid, inside)

    @staticmethod
    def _around(hidden: Tensor, row: Tensor, begin: Tensor, end: Tensor) -> Tensor:
        """A cue's mean, first word, and the words on either side of it."""
        length = hidden.shape[1]
        zero = torch.zeros_like(hidden[:, :1])
        sums = torch.cat([zero, hidden.cumsum(1)], 1)
        last = torch.maximum(end, begin + 1)
        mean = (sums[row, last.clamp(max=length)] - sums[row, begin]) / (last - begin)[:, None]
        before = hidden[row, (begin - 1).clamp(min=0)]
        behind = hidden[row, end.clamp(max=length - 1)]
        return torch.cat([mean, hidden[row, begin], before, behind], -1)


class Read:
    """A batch as the trunk has read it."""

    def __init__(self, hidden: Tensor, inputs: Stacked, cue: Tensor) -> None:
        self.hidden, self.mask, self.cue = hidden, inputs.mask, cue
        self.sentences, self.paragraphs = inputs.sentences, inputs.paragraphs
        self.pauses = inputs.pauses


def _between(read: Read, rows: Tensor, at: Tensor, begin: Tensor, end: Tensor) -> Tensor:
    """What stands between each position and its cue: other cues, whether there is one, commas."""
    begin, end = begin[:, None], end[:, None]
    counts = []
    for each in (read.cue, read.pauses):
        sums = functional.pad(each.cumsum(1), (1, 0))
        after, before = sums[rows, at] - sums[rows, end], sums[rows, begin] - sums[rows, at + 1]
        counts.append(torch.where(at >= end, after, torch.where(at < begin, before, 0.0)))
    cues, pauses = counts
    return torch.stack([cues.clamp(max=MOST_BETWEEN), cues.clamp(max=1), torch.log1p(pauses)], -1)


class Pointed:
    """Scores of each position of each cue's window: N × W × 6; none and valid: N."""

    def __init__(self, logits: Tensor, none: Tensor, valid: Tensor, inside: Tensor) -> None:
        self.logits, self.none, self.valid, self.inside = logits, none, valid, inside


def segment_means(x: Tensor, segments: Tensor, mask: Tensor) -> Tensor:
    """Return at each token the mean over its segment in its row."""
    rows, length, width = x.shape
    most = int(segments.max()) + 1
    index = (segments + torch.arange(rows)[:, None] * most).reshape(-1)
    total = torch.zeros(rows * most, width).index_add(0, index, x.reshape(-1, width))
    count = torch.zeros(rows * most, 1).index_add(0, index, mask.reshape(-1, 1))
    return (total / count.clamp(min=1))[index].reshape(rows, length, width)
