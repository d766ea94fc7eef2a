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
    NEVER_SEEN,
    Sort,
    left_features,
    near_features,
    outline_features,
    pair_features,
    right_features,
    subject_of,
    unseen_features,
)
from gofteh.repairing.spacing_lexicon import Counts, SpacingLexicon
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

    of_any = of_neighbours


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


def test_the_subjects_of_features_are_of_a_word_or_of_both() -> None:
    near = near_features("s", "کتاب", "های", "این", "نو")
    both = {"bsکتاب های", "asکتاب های"}
    assert {subject_of(name) for name in near} == both | {"Bsکتاب", "Asهای", "Qsهای", "vsهای"}
    line = ["0s120", "ds120-", "Rs120های", "Ls120کتاب", "Ps120کتاب های"]
    assert [*map(subject_of, line)] == ["0s", "ds-", "Rsهای", "Lsکتاب", "Psکتاب های"]
    assert not any(map(subject_of, ("lsکتاب", "qs1,2,0,0,0", "E0s120")))


def test_what_words_say_apart_is_what_they_say_together() -> None:
    words, partners = {"سنگ": 5}, {"سنگ": 3}
    lexicon = SpacingLexicon(
        (Counts({}, {}, {}),) * 2, words, {}, {}, frozenset(), frozenset(["گل"]), partners, {}
    )
    apart = ["psسنگ گل", *left_features("s", "سنگ"), *right_features("s", "گل")]
    apart += unseen_features("s", Sort(3, 2, False), Sort(0, 0, True), 2)
    apart += outline_features("s", "گ", "گ", 3, 2)
    assert sorted(apart) == sorted(pair_features("s", "سنگ", "گل", NEVER_SEEN, lexicon))


def test_swings_add_up_what_each_word_and_both_may_say() -> None:
    against, for_it = (2.0, 0.0, 0.0), (-1.0, -1.0, 0.0)
    weights = {"Asهای_نو": against, "Asهای_کهنه": for_it, "Ls120کتاب": against, "ls": against}
    swings = Swings(weights, 0.5)
    assert swings.of_neighbours("s", "کتاب", "های") == pytest.approx(2.5, abs=1e-3)
    assert swings.of_neighbours("s", "های", "کتاب") == pytest.approx(0.5, abs=1e-3)
    assert swings.of_line("s", "کتاب", "های") == 2.0
    assert swings.of_any("s") == pytest.approx(0.5, abs=1e-3)
    assert not swings.pairs("s")
    assert Swings(weights | {"asکتاب های_نو": against}, 0.5).pairs("s") == {"کتاب های"}
