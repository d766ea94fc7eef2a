"""From careful lines and lexicons to the lexicon of the model."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from counts import Tally
from lexicons import entries, verb_forms

from gofteh.repairing.spacing_lexicon import HALF_SPACE, Counts, SpacingLexicon, joined_splits

# A word has partners where it stands at so many different ones, and often enough bound.
_MIN_PARTNERS = 4
_MIN_BOUND_SHARE = 0.08
# A compound of the lists counts as bound unless running text spaces it so often.
_SPACED_ANYWAY = 5


def build(
    collections: Sequence[Sequence[str]], careless: Sequence[str], resources: Path
) -> SpacingLexicon:
    """Return the lexicon of several collections of lines and the open word lists.

    What careless lines write with a half-space counts, what they write without does not.
    """
    tallies = [Tally().read(lines) for lines in collections]
    words, pairs = (_sum(getattr(t, name) for t in tallies) for name in ("words", "pairs"))
    tallies.append(Tally().read(careless))
    bound, tokens = (_sum(getattr(t, name) for t in tallies) for name in ("bound", "tokens"))
    listed, found = entries(resources)
    compounds = sorted(found)  # a set has another order every time
    in_lists = Counter(pair for c in compounds for pair in _pairs(c))
    sources = [t.counts(bound, words) for t in tallies]
    sources.append(Counts(dict.fromkeys(listed, 1), dict.fromkeys(in_lists, 1), {}))
    for pair in in_lists:
        if pairs.get(pair, 0) < _SPACED_ANYWAY:
            bound[pair] = max(bound[pair], 1)
    joined = joined_splits((c, 1) for c in compounds if words.get(c.replace(HALF_SPACE, ""), 0) < 3)
    joined |= joined_splits(tokens.items())
    lefts, rights = _partners(bound, words)
    return SpacingLexicon(
        tuple(sources), dict(words), dict(bound), joined, verb_forms(resources), listed,
        lefts, rights,
    )  # fmt: skip


def _sum(counters: object) -> Counter[str]:
    total: Counter[str] = Counter()
    for counter in counters:  # type: ignore[attr-defined]
        total.update(counter)
    return total


def _pairs(compound: str) -> list[str]:
    parts = compound.split(HALF_SPACE)
    return [f"{a} {b}" for a, b in pairwise(parts)]


def _partners(bound: Counter[str], words: Counter[str]) -> tuple[dict[str, int], dict[str, int]]:
    found = []
    for side in (0, 1):
        partners: Counter[str] = Counter()
        times: Counter[str] = Counter()
        for pair, n in bound.items():
            word = pair.split(" ")[side]
            partners[word] += 1
            times[word] += n
        found.append(
            {
                w: n
                for w, n in partners.items()
                if n >= _MIN_PARTNERS and times[w] / (times[w] + words[w]) > _MIN_BOUND_SHARE
            }
        )
    return found[0], found[1]
