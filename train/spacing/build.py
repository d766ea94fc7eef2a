"""From careful lines and lexicons to the lexicon of the model."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from counts import Tally
from lexicons import entries, verb_forms

from gofteh.text.repair.lexicon import HALF_SPACE, Counts, Lexicon, joined_splits

# A compound of the lists counts as bound unless running text spaces it so often.
_SPACED_ANYWAY = 5


def build(collections: Sequence[Sequence[str]], resources: Path) -> Lexicon:
    """Return the lexicon of several collections of lines and the open word lists."""
    tallies = [Tally().read(lines) for lines in collections]
    words, bound, pairs, tokens = (
        _sum(getattr(t, name) for t in tallies) for name in ("words", "bound", "pairs", "tokens")
    )
    listed, compounds = entries(resources)
    in_lists = {pair for c in compounds for pair in _pairs(c)}
    rarely_spaced = frozenset(p for p in in_lists if pairs.get(p, 0) < _SPACED_ANYWAY)
    joined = joined_splits((c, 1) for c in compounds if words.get(c.replace(HALF_SPACE, ""), 0) < 3)
    joined |= joined_splits(tokens.items())
    verbs = verb_forms(resources)
    # What is in question follows from words and bound pairs; then the spaced pairs are counted.
    first = tuple(Counts(t.words, t.bound, {}) for t in tallies)
    asks = Lexicon(first, rarely_spaced, listed, joined, verbs).asks
    sources = tuple(t.counts(asks, bound) for t in tallies)
    return Lexicon(sources, rarely_spaced, listed, joined, verbs)


def _sum(counters: object) -> Counter[str]:
    total: Counter[str] = Counter()
    for counter in counters:  # type: ignore[attr-defined]
        total.update(counter)
    return total


def _pairs(compound: str) -> list[str]:
    parts = compound.split(HALF_SPACE)
    return [f"{a} {b}" for a, b in pairwise(parts)]
