"""The quality gate: figures that, once reached, are not given up unnoticed.

Floors are pinned in a JSON file, a set of figures for every gold set, with the SHA-256 of the
files they were measured on. `check` compares a run with them; `pinned` gives new floors: the
better of old and new. `gofteh.cli.gate` is the command.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gofteh.evaluate.answers import answers_of, read_answers, read_articles_file
from gofteh.evaluate.scores import Scores, score
from gofteh.pipeline import extract
from gofteh.report.output import whole_file

# A figure this much below its floor is still at it: four digits are printed, floats are not real.
NOISE = 0.0005

# Where not everything is annotated, what was found beyond the gold says nothing: recall counts.
_RECALLS = ("statement_f1", "content_f1_50", "content_f1_90", "cue_f1", "source_f1")
_ACCURACIES = ("speaker_accuracy", "manner_accuracy", "kind_accuracy")

Figures = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class GoldSet:
    """Annotated articles under a name; ``recall_only`` where some statements are unmarked."""

    name: str
    articles: tuple[Path, ...]
    gold: tuple[Path, ...]
    recall_only: bool = False

    @property
    def present(self) -> bool:
        """Whether there is anything to measure on."""
        files = (*self.articles, *self.gold)
        return bool(files) and all(path.is_file() for path in files)

    def digest(self) -> str:
        """Return the SHA-256 over all files of the set, in their order."""
        whole = hashlib.sha256()
        for path in (*self.articles, *self.gold):
            whole.update(hashlib.sha256(path.read_bytes()).digest())
        return whole.hexdigest()


@dataclass(frozen=True, slots=True)
class Floors:
    """The pinned figures of one gold set and the digest of what they were measured on."""

    digest: str
    figures: Figures


def gold_sets(root: Path) -> tuple[GoldSet, ...]:
    """Return the sets that a repository knows, whether present or not.

    The development gold lies in the sibling folder ``shared``, or where ``GOFTEH_SHARED`` says.
    """
    own = root / "tests" / "gold"
    shared = Path(os.environ.get("GOFTEH_SHARED") or root.resolve().parent / "shared") / "gold"
    return (
        GoldSet(
            "fictional",
            tuple(sorted(own.glob("*.articles.jsonl"))),
            tuple(sorted(own.glob("*.gold.jsonl"))),
        ),
        GoldSet("dev", (shared / "dev.articles.jsonl",), (shared / "dev.gold.jsonl",)),
        GoldSet(
            "ud_dev",
            (shared / "ud_dev.articles.jsonl",),
            (shared / "ud_dev.gold.jsonl",),
            recall_only=True,
        ),
    )


def measure(gold_set: GoldSet) -> Figures:
    """Return the figures of today's extraction on a gold set; raises as `score` does."""
    articles = {
        k: v for path in gold_set.articles for k, v in read_articles_file(str(path)).items()
    }
    gold = {k: v for path in gold_set.gold for k, v in read_answers(str(path)).items()}
    predicted = {name: answers_of(extract(articles[name])) for name in gold if name in articles}
    return figures_of(score(articles, gold, predicted), recall_only=gold_set.recall_only)


def figures_of(scores: Scores, *, recall_only: bool = False) -> Figures:
    """Return the figures that get floors, by name."""
    values = scores.as_dict()
    if recall_only:
        return {name.replace("_f1", "_recall"): values[name]["r"] for name in _RECALLS}
    means = {name: value["f1"] for name, value in values.items() if isinstance(value, dict)}
    return means | {name: values[name] for name in _ACCURACIES}


def read_floors(path: Path) -> dict[str, Floors]:
    """Return the pinned floors by set; none where there is no file yet.

    Raises ``ValueError`` where the file holds something else.
    """
    if not path.is_file():
        return {}
    try:
        entries = json.loads(path.read_text("utf-8"))["sets"]
        return {
            name: Floors(str(entry["sha256"]), {k: float(v) for k, v in entry["floors"].items()})
            for name, entry in entries.items()
        }
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"{path} is no file of floors: {error!r} is missing or wrong") from error


def write_floors(path: Path, floors: Mapping[str, Floors]) -> None:
    """Write floors whole or not at all."""
    sets: dict[str, Any] = {
        name: {"sha256": pinned.digest, "floors": dict(pinned.figures)}
        for name, pinned in sorted(floors.items())
    }
    with whole_file(path) as out:
        out.write((json.dumps({"sets": sets}, indent=2) + "\n").encode("ascii"))


def check(floors: Floors, digest: str, measured: Figures) -> list[str]:
    """Return what is not as pinned, in words; empty when the gate is passed."""
    found = []
    if digest != floors.digest:
        found.append("the gold files are not those the floors were measured on: run with --update")
    for name, floor in floors.figures.items():
        value = measured.get(name)
        if value is None:
            found.append(f"{name}: has a floor of {floor:.4f} but is not measured any more")
        elif value < floor - NOISE:
            found.append(f"{name}: {value:.4f} is below its floor of {floor:.4f}")
    return found


def pinned(
    old: Floors | None, digest: str, measured: Figures, *, allow_regression: bool = False
) -> Floors:
    """Return floors for what was measured; an old one is never lowered unless allowed."""
    if old is None or allow_regression:
        return Floors(digest, dict(measured))
    raised = {name: max(value, old.figures.get(name, value)) for name, value in measured.items()}
    return Floors(digest, dict(old.figures) | raised)
