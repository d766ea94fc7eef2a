"""Teach the chooser by what the networks of other folds propose: trees and regressions.

    python train/reader/choose.py FOLDER BATCHES OWN -o chooser.json --confidence confidence.json

FOLDER holds ``fold-0.npz`` … as ``fit.py`` writes them. Every article is read by the network that
was not taught its outlet. They learn from the batches alone: on articles with whose
errors in view the grammar was written it is better than it will ever be elsewhere. How often each
sieve named the right speaker is counted anew too (``gofteh/statements/data/confidence.json``).
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from articles import article_of, kept, records
from folds import FOLDS
from judged import RIGHT, Judged, Read, chars, judged, matches, read
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.isotonic import IsotonicRegression
from sklearn.linear_model import LogisticRegression

from gofteh.evaluate.answers import Answer, answers_of
from gofteh.evaluate.names import same_speaker
from gofteh.evaluate.pairing import pair_up
from gofteh.evaluate.scores import right_speaker
from gofteh.pipeline import STAGES, Work, extract, reading_of, run, with_choice
from gofteh.reader.choose import read as read_chooser
from gofteh.reader.stage import choice
from gofteh.reader.weights import Weights
from gofteh.reader.weights import read as read_weights
from gofteh.records import Reading
from gofteh.stages import Stage
from gofteh.statements.confidence import content_confidence
from gofteh.statements.settled import settling

QUESTIONS = ("grammar", "reader", "source", "content")
# From these probabilities on a statement is told, and a part of the grammar's exchanged: chosen on
# the batches, other folds' figures.
GRAMMAR_LEAST, READER_LEAST, SOURCE_LEAST, CONTENT_LEAST = 0.45, 0.45, 0.5, 0.3
# Short texts keep more of what the grammar finds: treebanks' single sentences lose less by it.
SHORT_LEAST, SHORT_READER_LEAST, SHORT_CONTENT_LEAST = 0.25, 0.45, 0.6
# A speech over paragraphs always stays: the rules that find them look at the whole article, and
# were right in 77 to 98 of 100.
SPEECH_LEAST = 0.0
PENALTY = 0.5
# Trees gain where there are answers enough (area under the curve 0.88 → 0.92, 0.77 → 0.78), and for
# the source by the classes of its words (0.85 → 0.88); for the content hardly.
BOOSTED = frozenset({"grammar", "reader", "source"})
BOOSTING: dict[str, Any] = {
    "n_estimators": 120, "max_depth": 3, "learning_rate": 0.07, "subsample": 0.7,
    "min_samples_leaf": 15,
}  # fmt: skip
# A sieve's share is drawn towards that of all by so many imaginary statements.
PRIOR = 5.0
# A statement is right from this overlap of its content on, by the yardstick; knots of the line.
WHOLE, KNOTS = 0.8, 20


def networks(folder: Path) -> list[Weights]:
    """Return the networks of the folds."""
    return [read_weights((folder / f"fold-{k}.npz").read_bytes()) for k in range(FOLDS)]


def annotated(
    paths: Sequence[Path],
) -> Iterator[tuple[dict[str, Any], list[dict[str, Any]], str]]:
    """Yield each annotated article once, with its statements and its batch."""
    seen: set[str] = set()
    for path in paths:
        marks = path.with_name(path.name.replace(".articles.", ".gold."))
        gold = {r["id"]: r["statements"] for r in records([marks])} if marks.exists() else {}
        for record in records([path]):
            if record["id"] in gold and record["id"] not in seen:
                seen.add(record["id"])
                yield record, gold[record["id"]], path.name.split(".")[0]


def taught(every: Sequence[Judged], folds: frozenset[int]) -> dict[str, Any]:
    """Return the chooser's JSON, taught by some folds."""
    out: dict[str, Any] = {}
    for question in QUESTIONS:
        of = [j for j in every if j.question == question and j.fold in folds]
        names = sorted(of[0].features)
        x = np.array([[j.features[n] for n in names] for j in of])
        y = np.array([j.right for j in of])
        if question in BOOSTED:
            out[question] = boosted(names, x, y, BOOSTING)
        else:
            out[question] = _logistic(names, x, y)
    return out | {
        "grammar_least": GRAMMAR_LEAST,
        "short_least": SHORT_LEAST,
        "speech_least": SPEECH_LEAST,
        "reader_least": READER_LEAST,
        "short_reader_least": SHORT_READER_LEAST,
        "source_least": SOURCE_LEAST,
        "content_least": CONTENT_LEAST,
        "short_content_least": SHORT_CONTENT_LEAST,
    }


def _logistic(names: Sequence[str], x: np.ndarray, y: np.ndarray) -> dict[str, Any]:
    """A logistic regression as the chooser reads it."""
    middle, spread = x.mean(0), x.std(0) + 1e-6
    model = LogisticRegression(C=PENALTY, max_iter=2000).fit((x - middle) / spread, y)
    weights = model.coef_[0] / spread
    bias = float(model.intercept_[0] - (weights * middle).sum())
    told = {n: round(float(w), 5) for n, w in zip(names, weights, strict=True)}
    return {"bias": round(bias, 5), "weights": told}


def boosted(
    names: Sequence[str], x: np.ndarray, y: np.ndarray, plan: dict[str, Any]
) -> dict[str, Any]:
    """Return boosted trees as `gofteh.reader.classifier` reads them."""
    model = GradientBoostingClassifier(random_state=0, **plan).fit(x, y)
    share = float(y.mean())
    trees = [_nodes(names, tree[0].tree_, model.learning_rate) for tree in model.estimators_]
    return {"bias": round(float(np.log(share / (1 - share))), 5), "weights": {}, "trees": trees}


def _nodes(names: Sequence[str], tree: Any, rate: float) -> list[list[Any]]:
    """A tree's nodes; a leaf is one whose children are missing."""
    out: list[list[Any]] = []
    for k in range(tree.node_count):
        low, high = int(tree.children_left[k]), int(tree.children_right[k])
        if low < 0:
            out.append(["", round(float(tree.value[k][0][0]) * rate, 5), 0, 0])
        else:
            out.append([names[tree.feature[k]], round(float(tree.threshold[k]), 5), low, high])
    return out


def articles(options: argparse.Namespace) -> list[Read]:
    """Return the batches' articles as read by the networks of other folds."""
    keep = set(options.keep.split(","))
    paths = [p for p in sorted(options.batches.glob("*.articles.jsonl")) if p.name[:3] not in keep]
    paths += sorted(options.own.glob("[vwyz]*.articles.jsonl"))
    nets = networks(options.folder)
    untaught = kept()
    every = ((r, g, b) for r, g, b in annotated(paths) if r["id"] not in untaught)
    return [read(record, gold, nets, batch) for record, gold, batch in every]


def speakers(
    every: Sequence[Read], found: Sequence[Reading], folds: frozenset[int]
) -> dict[str, float]:
    """Return how often each sieve was right where the content was, smoothed; ``*``: all."""
    right, seen = Counter[str](), Counter[str]()
    for article, reading in zip(every, found, strict=True):
        if article.fold in folds:
            for sieve, told in _spoken(article, reading):
                seen[sieve] += 1
                right[sieve] += told
    overall = sum(right.values()) / max(1, sum(seen.values()))
    table = {k: round((right[k] + PRIOR * overall) / (n + PRIOR), 3) for k, n in seen.items()}
    return {"*": round(overall, 3)} | dict(sorted(table.items()))


def worth(
    every: Sequence[Read], stages: Sequence[Sequence[Stage[Work]]], table: dict[str, Any]
) -> list[tuple[float, float]]:
    """Return what statements are worth by how sure they seem, as knots of a rising line.

    ``table`` holds the sieves' shares by which they seem so.
    """
    seems, right = [], []
    for article in every:
        work = run(stages[article.fold], article_of(article.record))
        found = _right(article, reading_of(work))
        for draft, resolution in zip(work.drafts, work.resolutions, strict=True):
            key = tuple(work.layout.raw_span(*r) for r in draft.content)
            if key in found:
                sieves = table["speaker"]
                sure = draft.sure if draft.sure is not None else content_confidence(draft.rule.id)
                seems.append(sure * sieves.get(resolution.rule, sieves["*"]))
                right.append(float(found[key]))
    return _rising(np.array(seems), np.array(right))


def rights(article: Read, reading: Reading) -> list[bool]:
    """Return whether content and speaker of each statement are right, in their order."""
    told = answers_of(reading)
    paired = pair_up(reading.article.raw, answers(article), told)
    hits = {p.predicted: p.gold for p in paired.pairs if p.overlap >= WHOLE}
    return [
        k in hits and right_speaker(paired.gold[hits[k]], paired.predicted[k])
        for k in range(len(told))
    ]


def _right(article: Read, reading: Reading) -> dict[tuple[tuple[int, int], ...], bool]:
    """Whether each statement's content and speaker are right, by its content."""
    keys = (tuple((p.start, p.end) for p in s.content) for s in reading.statements)
    return dict(zip(keys, rights(article, reading), strict=True))


def _rising(x: np.ndarray, y: np.ndarray) -> list[tuple[float, float]]:
    """Knots of an isotonic regression: a twentieth of the statements each."""
    risen = IsotonicRegression(out_of_bounds="clip").fit(x, y).predict(x)
    order = np.argsort(x, kind="stable")
    parts = [p for p in np.array_split(order, KNOTS) if len(p)]
    knots = [(round(float(x[p].mean()), 4), round(float(risen[p].mean()), 4)) for p in parts]
    return [k for n, k in enumerate(knots) if n == 0 or k[0] > knots[n - 1][0]]


def answers(article: Read) -> tuple[Answer, ...]:
    """Return an article's annotated statements as the yardstick takes them."""
    return tuple(
        Answer(
            tuple((a, b) for a, b in s["content"]), tuple((a, b) for a, b in s["cue"]),
            tuple(s["source"]) if s["source"] else None, s["speaker"], s["kind"], s["manner"],
            tuple(s.get("aliases") or ()),
        )
        for s in article.gold
    )  # fmt: skip


def _spoken(article: Read, reading: Reading) -> Iterator[tuple[str, bool]]:
    raw = reading.article.raw
    contents = [chars(raw, s["content"]) for s in article.gold]
    told = [chars(raw, [(p.start, p.end) for p in s.content]) for s in reading.statements]
    for k, (gold, found) in matches(contents, told).items():
        if found >= RIGHT:
            s, of = reading.statements[k], article.gold[gold]
            named = same_speaker(s.speaker.name, of["speaker"], of.get("aliases") or ())
            yield s.because.speaker, named


def written(chooser: dict[str, Any]) -> str:
    """Return the JSON of a chooser or a judge, a tree a line."""
    lines = []
    for name, value in chooser.items():
        if isinstance(value, dict) and "trees" in value:
            head = json.dumps({k: v for k, v in value.items() if k != "trees"})
            trees = ",\n  ".join(json.dumps(tree) for tree in value["trees"])
            lines.append(f' "{name}": {head[:-1]}, "trees": [\n  {trees}\n ]}}')
        else:
            lines.append(f' "{name}": {json.dumps(value)}')
    return "{\n" + ",\n".join(lines) + "\n}\n"


def main() -> int:
    """Run the command line; returns the exit status."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    for name in ("folder", "batches", "own"):
        parser.add_argument(name, type=Path)
    parser.add_argument("--out", "-o", type=Path, required=True)
    parser.add_argument("--confidence", type=Path, required=True, help="its speakers are counted")
    parser.add_argument("--keep", default="", help="batches that stay unread: t08,t09")
    options = parser.parse_args()
    read_articles = articles(options)
    every = list(judged(read_articles))
    for question in QUESTIONS:
        of = [j.right for j in every if j.question == question]
        print(f"{question}: {len(of)} judged, {np.mean(of):.3f} yes", file=sys.stderr)
    folds = frozenset(range(FOLDS))
    chooser = taught(every, folds)
    first = read_chooser(json.dumps(chooser))
    nets = networks(options.folder)
    stages = [with_choice(STAGES, settling(choice(n, first))) for n in nets]
    found = [extract(article_of(r.record), stages=stages[r.fold]) for r in read_articles]
    table = json.loads(options.confidence.read_text("utf-8"))
    table["speaker"] = speakers(read_articles, found, folds)
    table["worth"] = {
        "chosen": worth(read_articles, stages, table),
        "grammar": worth(read_articles, [STAGES] * FOLDS, table),
    }
    options.confidence.write_text(json.dumps(table, indent=1) + "\n", "utf-8")
    options.out.write_text(written(chooser), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
