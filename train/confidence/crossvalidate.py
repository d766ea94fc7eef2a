"""How well confidence keeps its word on outlets it was not calibrated on.

    python train/confidence/crossvalidate.py ARTICLES GOLD

ARTICLES must name their outlets. Outlets are dealt into five folds; each fold's statements get
their confidence from the other four. Prints the expected calibration error over ten bins of
equal size, and the precision of the surer half.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from itertools import cycle
from pathlib import Path

from calibrate import Verdict, shares, verdicts_by_article

FOLDS, BINS = 5, 10


def outlets(articles: str) -> dict[str, str]:
    """Return the outlet of every article by its id."""
    records = (json.loads(line) for line in Path(articles).read_text("utf-8").splitlines())
    return {record["id"]: record.get("outlet") or "" for record in records}


def judged(given: list[Verdict], other: list[Verdict]) -> list[tuple[float, bool]]:
    """Return confidence and rightness of statements, the confidence learnt from others."""
    content = shares(Counter(r for r, _, told, _ in other if told), Counter(r for r, *_ in other))
    speaker = shares(
        Counter(s for _, s, _, right in other if right),
        Counter(s for _, s, told, _ in other if told),
    )
    return [
        (content.get(rule, content["*"]) * speaker.get(sieve, speaker["*"]), right)
        for rule, sieve, _, right in given
    ]


def main() -> None:
    """Print the figures."""
    articles, gold = sys.argv[1:]
    where = outlets(articles)
    fold_of = dict(zip(sorted(set(where.values())), cycle(range(FOLDS)), strict=False))
    found: dict[int, list[Verdict]] = {k: [] for k in range(FOLDS)}
    for name, verdict in verdicts_by_article(articles, gold):
        found[fold_of[where[name]]].append(verdict)
    pairs: list[tuple[float, bool]] = []
    for k, given in found.items():
        pairs += judged(given, [v for j, other in found.items() if j != k for v in other])
    pairs.sort()
    error, n = 0.0, len(pairs)
    for b in range(BINS):
        part = pairs[b * n // BINS : (b + 1) * n // BINS]
        said, true = (sum(x) / len(part) for x in zip(*part, strict=True))
        error += abs(said - true) * len(part) / n
        print(f"said {said:.3f}  true {true:.3f}  of {len(part)}")
    surer = pairs[n // 2 :]
    print(f"expected calibration error {error:.4f}")
    print(f"precision of the surer half {sum(right for _, right in surer) / len(surer):.4f}")


if __name__ == "__main__":
    main()
