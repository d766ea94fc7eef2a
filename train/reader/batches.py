"""Examples cut, damaged and stacked into batches of tensors."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
import torch
from articles import Example
from labels import Label, Range
from torch import Tensor

from gofteh.reader.features import CLASSES, JUDGED, SHAPES, Floats, Ints, features_of_word

# An article longer than this is cut at a line break, in tokens.
LONGEST = 640
# The share of articles that lose their line breaks, as crawlers lose them, and how many of them.
DAMAGED, BREAKS_LOST = 0.12, 0.95


class Forms:
    """Rows of words in the network's tables; the classes that words have, each kind once."""

    def __init__(self, vocabulary: Sequence[str]) -> None:
        self._rows = {word: k for k, word in enumerate(vocabulary, 1)}
        self._kinds: dict[tuple[bool, ...], int] = {}
        self._known: dict[str, tuple[int, int, int, int]] = {}

    def rows(self, words: Sequence[str]) -> Ints:
        """Return a row a word: its own, its suffix's, its prefix's, and its classes'."""
        return np.array([self._row(w) for w in words], np.int32).reshape(-1, 4)

    def classes(self) -> Tensor:
        """Return the classes by kind."""
        kinds = np.array(list(self._kinds), np.float32).reshape(-1, len(CLASSES) + SHAPES + JUDGED)
        return torch.from_numpy(kinds)

    def _row(self, word: str) -> tuple[int, int, int, int]:
        known = self._known.get(word)
        if known is None:
            form = features_of_word(word)
            kind = self._kinds.setdefault(form.flags, len(self._kinds))
            known = (self._rows.get(word, 0), form.suffix, form.prefix, kind)
            self._known[word] = known
        return known


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of an article: rows of its words, and where each stands."""

    rows: Ints
    places: Floats
    sentences: Ints
    paragraphs: Ints
    breaks: Ints
    pauses: Floats
    labels: tuple[Label, ...]

    def __len__(self) -> int:
        return len(self.rows)


def pieces(examples: Sequence[Example], forms: Forms) -> list[Piece]:
    """Return the examples' stretches; a saying belongs to the one in which its cue begins."""
    return [p for e in examples for p in _cut(e, forms)]


def _cut(example: Example, forms: Forms) -> Iterator[Piece]:
    seen, rows = example.seen, forms.rows(example.seen.words)
    breaks = np.array([w == "\n" for w in seen.words], bool)
    start = 0
    while start < len(rows):
        end = _end(breaks, start)
        inside = [m for label in example.labels if (m := _moved(label, start, end))]
        yield Piece(
            rows[start:end], seen.positions[start:end], seen.sentences[start:end],
            seen.paragraphs[start:end] - seen.paragraphs[start], breaks[start:end].astype(np.int32),
            seen.pauses[start:end], tuple(inside),
        )  # fmt: skip
        start = end


def _end(breaks: np.ndarray, start: int) -> int:
    end = min(len(breaks), start + LONGEST)
    if end == len(breaks):
        return end
    later = np.flatnonzero(breaks[start + LONGEST // 2 : end])
    return start + LONGEST // 2 + int(later[-1]) + 1 if len(later) else end


def _moved(label: Label, start: int, end: int) -> Label | None:
    if not start <= label.at[0] < end:
        return None

    def back(r: Range) -> Range:
        return r[0] - start, r[1] - start

    source = back(label.source) if label.source else None
    return replace(label, at=back(label.at), source=source, content=back(label.content))


def damaged(piece: Piece, draw: random.Random) -> Piece:
    """Return a piece with most of its line breaks lost, now and then; else the piece itself."""
    if draw.random() >= DAMAGED or not piece.breaks.any():
        return piece
    lost = np.random.RandomState(draw.randrange(1 << 30)).rand(len(piece)) < BREAKS_LOST
    keep = ~(piece.breaks.astype(bool) & lost)
    moved = np.append(np.cumsum(keep) - keep, keep.sum())

    def to(r: Range) -> Range:
        return int(moved[max(0, min(r[0], len(keep)))]), int(moved[max(0, min(r[1], len(keep)))])

    # words without a cue are told by their paragraph, which is no longer there
    labels = tuple(
        replace(x, at=to(x.at), source=to(x.source) if x.source else None, content=to(x.content))
        for x in piece.labels
        if not x.bare
    )
    left = piece.breaks[keep]
    return Piece(
        piece.rows[keep], piece.places[keep], piece.sentences[keep],
        np.cumsum(left).astype(np.int32), left, piece.pauses[keep], labels,
    )  # fmt: skip


def batches(every: Sequence[Piece], draw: random.Random, tokens: int) -> list[list[Piece]]:
    """Return the pieces in batches of about so many tokens, pieces of like length together."""
    order = list(every)
    draw.shuffle(order)
    order.sort(key=lambda p: len(p) // 40 + draw.random())
    out: list[list[Piece]] = []
    current: list[Piece] = []
    longest = 0
    for piece in order:
        longest = max(longest, len(piece))
        if current and (len(current) + 1) * longest > tokens:
            out.append(current)
            current, longest = [], len(piece)
        current.append(piece)
    out += [current] if current else []
    draw.shuffle(out)
    return out


@dataclass(frozen=True, slots=True)
class Stacked:
    """A batch: rows and tokens padded to the longest piece."""

    rows: Tensor
    places: Tensor
    mask: Tensor
    sentences: Tensor
    paragraphs: Tensor
    pauses: Tensor


def stacked(batch: Sequence[Piece]) -> Stacked:
    """Return pieces as tensors; padding goes on with the last paragraph."""
    size, longest = len(batch), max(map(len, batch))
    rows = torch.zeros(size, longest, 4, dtype=torch.long)
    places, mask = torch.zeros(size, longest, 4), torch.zeros(size, longest, 1)
    sentences = torch.zeros(size, longest, dtype=torch.long)
    paragraphs = torch.zeros(size, longest, dtype=torch.long)
    pauses = torch.zeros(size, longest)
    for i, piece in enumerate(batch):
        n = len(piece)
        rows[i, :n] = torch.from_numpy(piece.rows.astype(np.int64))
        places[i, :n] = torch.from_numpy(piece.places)
        mask[i, :n] = 1
        pauses[i, :n] = torch.from_numpy(piece.pauses)
        sentences[i, :n] = torch.from_numpy(piece.sentences.astype(np.int64))
        paragraphs[i, :n] = torch.from_numpy(piece.paragraphs.astype(np.int64))
        paragraphs[i, n:] = int(paragraphs[i, n - 1])
    return Stacked(rows, places, mask, sentences, paragraphs, pauses)
