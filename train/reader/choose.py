"""Teach the chooser: four logistic regressions, from what the networks of other folds propose.

    python train/reader/choose.py FOLDER BATCHES DEV OWN -o chooser.json [--keep t08,t09]

FOLDER holds ``fold-0.npz`` … as ``fit.py`` writes them. Every article is read by the network that
was not taught its outlet. The regressions learn from the batches alone (``--from``): on articles
with whose errors in view the grammar was written it is better than it will ever be elsewhere.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from articles import records
from folds import FOLDS
from judged import Judged, Read, judged, read
from sklearn.linear_model import LogisticRegression

from gofteh.reader.weights import Weights
from gofteh.reader.weights import read as read_weights

QUESTIONS = ("grammar", "reader", "source", "content")
# From these probabilities on a statement is told: chosen on the batches, other folds' figures.
GRAMMAR_LEAST, READER_LEAST = 0.35, 0.45
PENALTY = 0.5


def networks(folder: Path) -> list[Weights]:
    """Return the networks of the folds."""
    return [read_weights((folder / f"fold-{k}.npz").read_bytes()) for k in range(FOLDS)]


def annotated(paths: Sequence[Path]) -> Iterator[tuple[dict[str, Any], list[dict[str, Any]]]]:
    """Yield each annotated article once, with its statements."""
    seen: set[str] = set()
    for path in paths:
        marks = path.with_name(path.name.replace(".articles.", ".gold."))
        gold = {r["id"]: r["statements"] for r in records([marks])} if marks.exists() else {}
        for record in records([path]):
            if record["id"] in gold and record["id"] not in seen:
                seen.add(record["id"])
                yield record, gold[record["id"]]


def taught(every: Sequence[Judged], folds: frozenset[int]) -> dict[str, Any]:
    """Return the chooser's JSON, taught by some folds."""
    out: dict[str, Any] = {}
    for question in QUESTIONS:
        of = [j for j in every if j.question == question and j.fold in folds]
        names = sorted(of[0].figures)
        x = np.array([[j.figures[n] for n in names] for j in of])
        y = np.array([j.right for j in of])
        middle, spread = x.mean(0), x.std(0) + 1e-6
        model = LogisticRegression(C=PENALTY, max_iter=2000).fit((x - middle) / spread, y)
        weights = model.coef_[0] / spread
        bias = float(model.intercept_[0] - (weights * middle).sum())
        told = {n: round(float(w), 5) for n, w in zip(names, weights, strict=True)}
        out[question] = {"bias": round(bias, 5), "weights": told}
    return out | {"grammar_least": GRAMMAR_LEAST, "reader_least": READER_LEAST}


def articles(options: argparse.Namespace) -> list[Read]:
    """Return the batches' articles as read by the networks of other folds."""
    keep = set(options.keep.split(","))
    paths = [p for p in sorted(options.batches.glob("*.articles.jsonl")) if p.name[:3] not in keep]
    paths += sorted(options.own.glob("v*.articles.jsonl"))
    nets = networks(options.folder)
    return [read(record, gold, nets) for record, gold in annotated(paths)]


def main() -> int:
    """Run the command line; returns the exit status."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    for name in ("folder", "batches", "own"):
        parser.add_argument(name, type=Path)
    parser.add_argument("--out", "-o", type=Path, required=True)
    parser.add_argument("--keep", default="", help="batches that stay unread: t08,t09")
    options = parser.parse_args()
    every = list(judged(articles(options)))
    for question in QUESTIONS:
        of = [j.right for j in every if j.question == question]
        print(f"{question}: {len(of)} judged, {np.mean(of):.3f} yes", file=sys.stderr)
    chooser = taught(every, frozenset(range(FOLDS)))
    options.out.write_text(json.dumps(chooser, indent=1) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
