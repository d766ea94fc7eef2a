"""Figures of grammar, reader and both on articles whose outlets the network was not taught.

    python train/reader/measure.py FOLDER BATCHES OWN [--keep t08,t09] [--set NAME …]

Each article is read by the network of another fold, and chosen and judged by a chooser and a judge
that were not taught its fold either. Prints a line a set of articles and a way of reading, and how
well confidence keeps its word (expected calibration error over ten bins, precision of the surer
half).
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from articles import article_of
from choose import answers, articles, networks, rights
from folds import FOLDS
from judge import Stages, choosers_of_folds, lessons_of, others, stages_of_folds, taught
from judged import Read

from gofteh.evaluate.answers import answers_of
from gofteh.evaluate.scores import score
from gofteh.pipeline import STAGES, extract, with_choice, with_judge
from gofteh.reader.judge import read as read_judge
from gofteh.reader.stage import choice
from gofteh.readers import Reader
from gofteh.records import Reading

SETS: dict[str, Callable[[str, str], bool]] = {
    "t (unsure half)": lambda batch, _: batch.startswith("t"),
    "u (random)": lambda batch, _: batch.startswith("u"),
    "v (random, own annotation)": lambda batch, _: batch.startswith("v"),
    "w, y (random, own annotation)": lambda batch, _: batch.startswith(("w", "y")),
    "z (random, own annotation, no crawl)": lambda batch, _: batch.startswith("z"),
    "crawl of 130 sites": lambda _, name: name.startswith("fx"),
    "channels": lambda _, name: name.startswith(("tg", "ii")),
    "Dari": lambda _, name: name.startswith("vd"),
}
BINS = 10


def ways(folder: Path, every: Sequence[Read]) -> dict[Reader, list[Stages]]:
    """Return how each fold's articles are read, each way, by what the other folds taught."""
    choosers = choosers_of_folds(every)
    alone = zip(networks(folder), choosers, strict=True)
    chosen = stages_of_folds(folder, choosers)
    lessons = lessons_of(every, chosen)
    judges = [read_judge(json.dumps(taught(lessons, others(k)))) for k in range(FOLDS)]
    return {
        Reader.GRAMMAR: [STAGES] * FOLDS,
        Reader.LEARNED: [with_choice(STAGES, choice(n, c, Reader.LEARNED)) for n, c in alone],
        Reader.BOTH: [with_judge(s, j) for s, j in zip(chosen, judges, strict=True)],
    }


def figures(every: Sequence[Read], found: Sequence[Reading]) -> str:
    """Return the yardstick's figures as a row."""
    pairs = list(zip(every, found, strict=True))
    texts = {a.record["id"]: r.article for a, r in pairs}
    gold = {a.record["id"]: answers(a) for a, _ in pairs}
    told = {a.record["id"]: answers_of(r) for a, r in pairs}
    s = score(texts, gold, told)
    shares = (s.statement_f1, s.content_f1_50, s.content_f1_90, s.cue_f1, s.source_f1)
    row = " | ".join(f"{x.f1:.3f}" for x in shares)
    accuracies = f"{s.speaker_accuracy:.3f} | {s.manner_accuracy:.3f} | {s.kind_accuracy:.3f}"
    return f"{s.articles} | {s.gold} | {row} | {accuracies}"


def calibration(every: Sequence[Read], found: Sequence[Reading]) -> tuple[float, float]:
    """Return the expected calibration error, and how precise the surer half is."""
    pairs: list[tuple[float, bool]] = []
    for article, reading in zip(every, found, strict=True):
        sure = (statement.confidence for statement in reading.statements)
        pairs += zip(sure, rights(article, reading), strict=True)
    pairs.sort()
    error, n = 0.0, len(pairs)
    for b in range(BINS):
        part = pairs[b * n // BINS : (b + 1) * n // BINS]
        said, true = (sum(x) / len(part) for x in zip(*part, strict=True))
        error += abs(said - true) * len(part) / n
    surer = pairs[n // 2 :]
    return error, sum(right for _, right in surer) / len(surer)


def main() -> int:
    """Run the command line; returns the exit status."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    for name in ("folder", "batches", "own"):
        parser.add_argument(name, type=Path)
    parser.add_argument("--keep", default="", help="batches that stay unread: t08,t09")
    options = parser.parse_args()
    every = articles(options)
    for way, stages in ways(options.folder, every).items():
        found = [extract(article_of(r.record), stages=stages[r.fold]) for r in every]
        for name, belongs in SETS.items():
            some = [k for k, a in enumerate(every) if belongs(a.batch, a.record["id"])]
            if some:
                row = figures([every[k] for k in some], [found[k] for k in some])
                print(f"| {name} | {way} | {row} |", flush=True)
        error, surer = calibration(every, found)
        print(f"{way}: calibration error {error:.3f}, surer half precise {surer:.3f}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
