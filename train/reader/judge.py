"""Teach the judge, which weighs statements when their speakers are known.

    python train/reader/judge.py FOLDER BATCHES OWN -o judge.json [--keep t08,t09]

FOLDER holds ``fold-0.npz`` … as ``fit.py`` writes them. Every article is read by the network that
was not taught its outlet, and chosen by a chooser that was not either, so that the judge sees what
it will see of unknown outlets. A statement is right when its content overlaps an annotated one's by
0.8 and the speaker is right, as the yardstick counts. Two runs give the same bytes.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from articles import article_of
from choose import articles, boosted, networks, rights, written
from choose import taught as taught_chooser
from folds import FOLDS
from judged import Read, judged

from gofteh.pipeline import STAGES, Work, reading_of, run, with_choice
from gofteh.reader.choose import Chooser
from gofteh.reader.choose import read as read_chooser
from gofteh.reader.judge_features import Weighed
from gofteh.reader.stage import choice
from gofteh.stages import Stage
from gofteh.statements.settled import settling

# From this probability on a statement is told. On other folds' articles the yardstick's
# ``statement`` is highest and flat from 0.34 to 0.45, but contents are lost whose speaker alone is
# wrong: this keeps most of the gain of the one and loses little of the other. Short texts keep all.
LEAST, SHORT_LEAST = 0.27, 0.0
BOOSTING: dict[str, Any] = {
    "n_estimators": 300, "max_depth": 3, "learning_rate": 0.06, "subsample": 0.6,
    "min_samples_leaf": 30, "max_features": 0.3,
}  # fmt: skip


@dataclass(frozen=True)
class Lesson:
    """A statement's features, and whether its content and speaker are right."""

    features: dict[str, float]
    right: bool
    fold: int


Stages = Sequence[Stage[Work]]


def others(fold: int) -> frozenset[int]:
    """Return all folds but one."""
    return frozenset(range(FOLDS)) - {fold}


def choosers_of_folds(every: Sequence[Read]) -> list[Chooser]:
    """Return a chooser for each fold, taught by the others."""
    told = list(judged(every))
    return [read_chooser(json.dumps(taught_chooser(told, others(k)))) for k in range(FOLDS)]


def stages_of_folds(folder: Path, choosers: Sequence[Chooser]) -> list[Stages]:
    """Return how each fold's articles are read: by network and chooser of the other folds."""
    pairs = zip(networks(folder), choosers, strict=True)
    return [with_choice(STAGES, settling(choice(network, chooser))) for network, chooser in pairs]


def lessons(article: Read, stages: Stages) -> Iterator[Lesson]:
    """Yield what an article's statements teach."""
    work = run(stages, article_of(article.record))
    weighed = Weighed(work.layout, work.drafts, work.resolutions)
    for k, right in enumerate(rights(article, reading_of(work))):
        yield Lesson(weighed.features(k), right, article.fold)


def taught(every: Sequence[Lesson], folds: frozenset[int]) -> dict[str, Any]:
    """Return the judge's JSON, taught by some folds."""
    of = [lesson for lesson in every if lesson.fold in folds]
    names = sorted(of[0].features)
    x = np.array([[lesson.features[n] for n in names] for lesson in of])
    y = np.array([lesson.right for lesson in of])
    return {"trees": boosted(names, x, y, BOOSTING), "least": LEAST, "short_least": SHORT_LEAST}


def lessons_of(every: Sequence[Read], stages: Sequence[Stages]) -> list[Lesson]:
    """Return what all articles teach, each read as its fold is."""
    return [lesson for article in every for lesson in lessons(article, stages[article.fold])]


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
    read_articles = articles(options)
    stages = stages_of_folds(options.folder, choosers_of_folds(read_articles))
    every = lessons_of(read_articles, stages)
    judge = taught(every, frozenset(range(FOLDS)))
    options.out.write_text(written(judge), "utf-8")
    print(
        f"{len(every)} statements, {np.mean([e.right for e in every]):.3f} right", file=sys.stderr
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
