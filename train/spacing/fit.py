"""Train the model of spacing, and measure it.

    python train/spacing/fit.py --ud SHARED/ud --corpus SHARED/corpus --resources SHARED/resources \
        -o src/gofteh/repairing/data/spacing.json.zst

Reads the plain sentences of the treebanks' training parts and the carefully written articles of
all outlets but the held-out ones, damages them, and fits a logistic regression over the sites.
Prints the half-space F1 on the treebanks' development parts and the held-out articles. Needs
the packages of ``requirements/train.txt``. Deterministic for the same input.
"""

from __future__ import annotations

import argparse
import random
import time
from array import array
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from build import build
from corpus import HELD_OUT, articles, care, careful_lines, treebank
from damage import damage, kind_of, words_too
from measure import report
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from threadpoolctl import threadpool_limits

from gofteh.repairing.affixes import SUFFIXES
from gofteh.repairing.analyser import Analyser
from gofteh.repairing.model import Scores, pack
from gofteh.repairing.sites import LABELS, NOTHING, SPACE, Site, find_sites
from gofteh.repairing.spacing_features import (
    line_damage,
    line_features,
    line_signs,
    measured_features,
    measures,
    near_features,
    pair_counts,
    pair_features,
)
from gofteh.repairing.spacing_lexicon import SpacingLexicon

SEED = 7
# How often a line of each collection is damaged anew, and how much each of its sites counts.
REPEATS, WEIGHTS = (4, 6, 1), (3.0, 1.0, 0.4)
NEWS_LINES = 60_000
# The share of its half-spaces that a careful article has.
CAREFUL = 0.8
# A feature is kept when so many different lines have it; the inverse of the penalty on weights.
MIN_LINES, INVERSE_PENALTY = 4, 0.05
# Smaller weights change nothing and are left out of the file.
MIN_WEIGHT = 0.04


class Matrix:
    """Rows of features being gathered, with their labels, weights and lines."""

    def __init__(self) -> None:
        self.names: dict[str, int] = {}
        self.columns, self.values = array("i"), array("f")
        self.ends, self.lines, self.labels, self.weights = (
            array("i", [0]),
            array("i"),
            array("b"),
            array("f"),
        )

    def add(
        self, features: Iterator[tuple[str, float]], label: str, weight: float, line: int
    ) -> None:
        """Add a row: its features, the right writing, its weight, and its line."""
        for name, value in features:
            self.columns.append(self.names.setdefault(name, len(self.names)))
            self.values.append(value)
        self.ends.append(len(self.columns))
        self.labels.append(LABELS.index(label))
        self.weights.append(weight)
        self.lines.append(line)

    def fit(self) -> tuple[dict[str, Scores], Scores]:
        """Return the weights of the features and the bias."""
        columns = np.frombuffer(self.columns, np.int32)
        ends = np.frombuffer(self.ends, np.int32)
        shape = (len(self.labels), len(self.names))
        rows = csr_matrix((np.frombuffer(self.values, np.float32), columns, ends), shape=shape)
        kept = np.where(self._lines_of(columns, ends) >= MIN_LINES)[0]
        model = LogisticRegression(C=INVERSE_PENALTY, max_iter=400, tol=1e-4)
        labels = np.frombuffer(self.labels, np.int8)
        with threadpool_limits(1):  # sums in one order: the same weights at every run
            model.fit(rows[:, kept], labels, np.frombuffer(self.weights, np.float32))
        names = list(self.names)
        weights = {
            names[column]: tuple(map(float, model.coef_[:, i]))
            for i, column in enumerate(kept)
            if np.abs(model.coef_[:, i]).max() >= MIN_WEIGHT
        }
        return weights, tuple(map(float, model.intercept_))

    def _lines_of(self, columns: np.ndarray, ends: np.ndarray) -> np.ndarray:
        """In how many different lines each feature stands."""
        lines = np.repeat(np.frombuffer(self.lines, np.int32), np.diff(ends)).astype(np.int64)
        many = int(lines.max()) + 1
        different = np.unique(columns.astype(np.int64) * many + lines)
        return np.bincount(different // many, minlength=len(self.names))


def gather(collections: Sequence[Sequence[str]], lexicon: SpacingLexicon) -> Matrix:
    """Return the features of the sites of damaged lines."""
    rng = random.Random(SEED)
    analyser, matrix, number = Analyser(lexicon), Matrix(), 0
    for source, lines in enumerate(collections):
        for line in lines:
            number += 1
            for _ in range(REPEATS[source]):
                bad, truth = damage(line, kind_of(rng), words_too(rng), rng)
                for features, label in labelled(bad, dict(truth), source, lexicon, analyser):
                    matrix.add(features, label, WEIGHTS[source], number)
    return matrix


def labelled(
    line: str, truth: dict[int, str], source: int, lexicon: SpacingLexicon, analyser: Analyser
) -> Iterator[tuple[Iterator[tuple[str, float]], str]]:
    """Yield the features and the right writing of every site of a damaged line."""
    sites = [Site(*fields) for fields in find_sites(line, analyser)]
    damage = line_damage(line, sites)
    for site in sites:
        label = truth.get(site.start, NOTHING if site.start == site.end else SPACE)
        unmarked = not damage.half_spaces and not damage.spaced
        if source and unmarked and _careless(site, label):
            continue
        left, right = site.left, site.right
        counts = pair_counts(left, right, lexicon, (source, label))
        names = pair_features(site.observed, left, right, counts, lexicon)
        signs = line_signs(site.observed, left, right, damage)
        names += line_features(signs, left, right, counts)
        names += near_features(site.observed, left, right, site.before, site.after)
        numbers = [
            measured
            for number, *values in measures(counts)
            for measured in zip(measured_features(signs, number), values, strict=True)
        ]
        yield iter([*((n, 1.0) for n in names), *numbers]), label


def _careless(site: Site, label: str) -> bool:
    """Whether a plural is run together where even the writer's habit is not seen: no lesson."""
    return label == NOTHING and site.right in SUFFIXES and site.right.startswith("ه")


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    for name in ("ud", "corpus", "resources"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("-o", "--out", type=Path, required=True)
    parser.add_argument(
        "--measure-only", action="store_true", help="measure the file that is there"
    )
    options = parser.parse_args()
    started = time.time()
    if not options.measure_only:
        collections = [treebank(options.ud / f"{name}-train.txt") for name in ("perdt", "seraji")]
        news, careless = [], []
        for _, text in articles(options.corpus, 0.0, without=HELD_OUT):
            kept = careful_lines(text) if care(text) >= CAREFUL else []
            news += kept
            careless += sorted({line.strip() for line in text.split("\n")}.difference(kept))
        random.Random(SEED).shuffle(news)
        lexicon = build([*collections, news], careless, options.resources)
        matrix = gather([*collections, news[:NEWS_LINES]], lexicon)
        seconds = time.time() - started
        print(f"{len(matrix.labels)} sites, {len(matrix.names)} features, {seconds:.0f} s")
        weights, bias = matrix.fit()
        options.out.write_bytes(pack(lexicon, weights, bias))
        seconds = time.time() - started
        print(f"{len(weights)} weights, {options.out.stat().st_size} bytes, {seconds:.0f} s")
    report(options.out, options.ud, options.corpus)


if __name__ == "__main__":
    main()
