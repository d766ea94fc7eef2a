"""What a site's words settle is what line and neighbours would have said as well."""

from __future__ import annotations

import json
import math
from importlib.resources import files
from pathlib import Path

import pytest
from benchmarks.repair.texts import DAMAGES

from gofteh.repairing.model import unpack
from gofteh.repairing.spacing import spacing_edits
from gofteh.repairing.spacing_features import (
    lines_about,
    near_features,
    neighbours_about,
    subject_of,
)
from gofteh.repairing.swings import Swings

GOLD = Path(__file__).parents[1] / "gold" / "fictional.articles.jsonl"


def lines() -> list[str]:
    texts = (json.loads(line)["text"] for line in GOLD.read_text("utf-8").splitlines())
    every = [line for text in texts for line in text.split("\n") if line]
    return every + [damage(line) for damage in DAMAGES.values() for line in every]


class Boundless(Swings):
    """Leaves no site settled."""

    def of_neighbours(self, *_: str) -> float:
        return math.inf


def test_no_edit_is_lost_by_what_is_settled(monkeypatch: pytest.MonkeyPatch) -> None:
    data = files("gofteh.repairing").joinpath("data", "spacing.json.zst").read_bytes()
    monkeypatch.setattr("gofteh.repairing.model.Swings", Boundless)
    asks_all = unpack(data)
    monkeypatch.undo()
    asks_few = unpack(data)
    judged = {"all": 0, "few": 0}
    for line in lines():
        assert spacing_edits(line, asks_few) == spacing_edits(line, asks_all)
        judged["all"] += len(asks_all.judge(line))
        judged["few"] += len(asks_few.judge(line))
    assert judged["few"] < judged["all"] / 3


def test_the_subjects_of_features_are_those_that_are_asked_about() -> None:
    near = near_features("s", "کتاب", "های", "این", "نو")
    assert {subject_of(name) for name in near} == set(neighbours_about("s", "کتاب", "های"))
    line = ["0s120", "ds120-", "Rs120های", "Ls120کتاب", "Ps120کتاب های"]
    assert {subject_of(name) for name in line} == set(lines_about("s", "کتاب", "های"))
    assert not any(map(subject_of, ("lsکتاب", "qs1,2,0,0,0", "E0s120")))
