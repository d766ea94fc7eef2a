"""Reading first: the network guesses words that are hidden from it (Devlin et al. 2019).

No label is needed, so every article of the corpus teaches. What it learns is kept in the trunk, and
in the word vectors that the guesses share with the input (Press and Wolf 2017). Products are
computed in 16 bits, half the time where the processor can (AVX-512 BF16, AMX). What this is worth
stands in ``docs/quality.md``. Of the package's network the tables of words and affixes began so.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Sequence

import numpy as np
import torch
from batches import Piece, batches, stacked
from loss import schedule, seeded
from model import WIDTH, WORD, Network
from torch import Tensor, nn
from torch.nn import functional

# The share of words hidden; of stretches hidden so many go on for another word.
HIDDEN, GOES_ON = 0.12, 0.5
LONGEST_HIDDEN = 4
# At first guesses are hardly more than how common each word is, so that learning begins at once.
TIMID = 0.2


class Guesser(nn.Module):
    """Scores of every word of the vocabulary for hidden tokens."""

    def __init__(self, network: Network, counts: Tensor) -> None:
        super().__init__()
        self.inner = nn.Linear(WIDTH, WORD)
        self.norm = nn.LayerNorm(WORD)
        nn.init.constant_(self.norm.weight, TIMID)
        self.bias = nn.Parameter(torch.log((counts + 0.1) / counts.sum()))
        self.vectors = [network.word]  # in a list: its weights are the network's

    def forward(self, hidden: Tensor) -> Tensor:
        """Return tokens × words, row 0 for a word that has none."""
        inner = self.norm(functional.gelu(self.inner(hidden)))
        return inner @ self.vectors[0].weight.T + self.bias


def guess_loss(
    network: Network, guesser: Guesser, batch: Sequence[Piece], draw: random.Random
) -> Tensor:
    """Return how badly the hidden words of a batch are guessed."""
    inputs = stacked(batch)
    hidden = _hidden(batch, inputs.rows.shape[1], draw)
    shown = (~hidden)[..., None].float()
    states = network.trunk(inputs.rows, inputs.places, inputs.mask, inputs.paragraphs, shown)
    at = hidden & (inputs.rows[..., 0] > 0)
    return functional.cross_entropy(guesser(states[at]), inputs.rows[..., 0][at])


def _hidden(batch: Sequence[Piece], longest: int, draw: random.Random) -> Tensor:
    """Stretches of words of which each is hidden, about ``HIDDEN`` of all; line breaks are not."""
    out = torch.zeros(len(batch), longest, dtype=torch.bool)
    mean = 1 / (1 - GOES_ON)
    for i, piece in enumerate(batch):
        for _ in range(max(1, round(len(piece) * HIDDEN / mean * 1.15))):
            start, length = draw.randrange(len(piece)), 1
            while length < LONGEST_HIDDEN and draw.random() < GOES_ON:
                length += 1
            out[i, start : min(len(piece), start + length)] = True
        out[i, : len(piece)] &= torch.from_numpy(piece.breaks == 0)
    return out


def guess(network: Network, every: Sequence[Piece], plan: tuple[int, float, int, int]) -> None:
    """Teach the network to guess by a plan of passes, rate, tokens a batch, steps to warm up."""
    passes, rate, tokens, warm = plan
    draw = seeded(7)
    guesser = Guesser(network, _counts(every, network.word.num_embeddings))
    params = [*network.parameters(), *guesser.parameters()]
    optimiser = torch.optim.AdamW(params, lr=rate, weight_decay=0.01, betas=(0.9, 0.98))
    steps = passes * len(batches(every, draw, tokens))
    network.train()
    # what is hidden changes with every pass: more noise only slows the guesses down
    dropped = network.drop.p, network.word_dropout
    network.drop.p = network.word_dropout = 0.0
    step, began, mean = 0, time.monotonic(), 0.0
    for _ in range(passes):
        for batch in batches(every, draw, tokens):
            for group in optimiser.param_groups:
                group["lr"] = rate * schedule(step, steps, warm)
            # left before the weights change: within it PyTorch keeps their 16-bit copies
            with torch.autocast("cpu", torch.bfloat16):
                lost = guess_loss(network, guesser, batch, draw)
            optimiser.zero_grad()
            lost.backward()
            torch.nn.utils.clip_grad_norm_(params, 1.0)
            optimiser.step()
            mean = lost.item() if step == 0 else mean * 0.99 + lost.item() * 0.01
            step += 1
            if step % 200 == 0:
                passed = time.monotonic() - began
                print(f"guessed: {step} of {steps}, {passed:.0f} s, {mean:.3f}", file=sys.stderr)
    network.drop.p, network.word_dropout = dropped
    network.eval()


def _counts(every: Sequence[Piece], words: int) -> Tensor:
    rows = np.concatenate([p.rows[:, 0] for p in every])
    return torch.from_numpy(np.bincount(rows, minlength=words)).float()
