"""Which predicted statement answers which annotated one: by overlap, one to one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from gofteh.evaluate.answers import Answer, Range

Characters = frozenset[int]

# An overlap below this is no answer: the statement was missed, the other one is spurious.
MATCH = 0.5


@dataclass(frozen=True, slots=True)
class Pair:
    """A predicted statement that answers an annotated one; ``overlap`` in 0 to 1."""

    gold: int
    predicted: int
    overlap: float


@dataclass(frozen=True, slots=True)
class Paired:
    """One article's annotated and predicted statements, their characters, and who is whose."""

    raw: str
    gold: tuple[Answer, ...]
    predicted: tuple[Answer, ...]
    gold_characters: tuple[Characters, ...]
    predicted_characters: tuple[Characters, ...]
    pairs: tuple[Pair, ...]


def characters(raw: str, ranges: Iterable[Range]) -> Characters:
    """Return the offsets of the letters and digits in some spans; nothing else counts."""
    return frozenset(
        at
        for start, end in ranges
        for at in range(max(start, 0), min(end, len(raw)))
        if raw[at].isalnum()
    )


def overlap(one: Characters, other: Characters) -> float:
    """Return the share of characters in both among those in either; 0 for nothing."""
    union = len(one | other)
    return len(one & other) / union if union else 0.0


def pair_up(raw: str, gold: tuple[Answer, ...], predicted: tuple[Answer, ...]) -> Paired:
    """Pair two lists of statements of one article, the best overlaps first."""
    of_gold = tuple(characters(raw, answer.content) for answer in gold)
    of_predicted = tuple(characters(raw, answer.content) for answer in predicted)
    pairs = tuple(pair for pair in _best_first(of_gold, of_predicted) if pair.overlap >= MATCH)
    return Paired(raw, gold, predicted, of_gold, of_predicted, pairs)


def _best_first(gold: Sequence[Characters], predicted: Sequence[Characters]) -> list[Pair]:
    candidates = [
        (overlap(one, other), i, j)
        for i, one in enumerate(gold)
        for j, other in enumerate(predicted)
        if one & other
    ]
    free_gold, free_predicted = set(range(len(gold))), set(range(len(predicted)))
    pairs = []
    for value, i, j in sorted(candidates, reverse=True):
        if i in free_gold and j in free_predicted:
            free_gold.remove(i)
            free_predicted.remove(j)
            pairs.append(Pair(i, j, value))
    return pairs
