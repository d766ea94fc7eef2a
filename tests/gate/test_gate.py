"""The gate itself, and the figures of today's extraction against their floors."""

import json
from pathlib import Path

import pytest

from gofteh.evaluate.gate import (
    Floors,
    GoldSet,
    check,
    gold_sets,
    measure,
    pinned,
    read_floors,
    write_floors,
)

ROOT = Path(__file__).parents[2]
FLOORS = Path(__file__).with_name("floors.json")
OLD = Floors("d1", {"statement_f1": 0.8, "cue_f1": 0.7})


@pytest.mark.parametrize("gold_set", gold_sets(ROOT), ids=lambda gold_set: gold_set.name)
def test_gate_figures_are_at_their_floors(gold_set):
    if not gold_set.present:
        pytest.skip(f"the {gold_set.name} gold is not here (../shared, or GOFTEH_SHARED)")
    floors = read_floors(FLOORS).get(gold_set.name)
    if floors is None:
        pytest.skip("no floors pinned yet: run python -m gofteh.cli.gate --update")
    assert check(floors, gold_set.digest(), measure(gold_set)) == []


def test_check_passes_at_the_floor_and_within_noise():
    assert check(OLD, "d1", {"statement_f1": 0.8, "cue_f1": 0.6996}) == []


def test_check_finds_a_fall_a_lost_figure_and_other_gold():
    assert len(check(OLD, "d1", {"statement_f1": 0.79, "cue_f1": 0.9})) == 1
    assert "not measured" in check(OLD, "d1", {"statement_f1": 0.8})[0]
    assert "--update" in check(OLD, "d2", {"statement_f1": 0.8, "cue_f1": 0.7})[0]


def test_pinned_raises_and_never_lowers():
    new = pinned(OLD, "d2", {"statement_f1": 0.9, "cue_f1": 0.6, "source_f1": 0.5})
    assert new == Floors("d2", {"statement_f1": 0.9, "cue_f1": 0.7, "source_f1": 0.5})


def test_pinned_lowers_when_allowed():
    measured = {"statement_f1": 0.7}
    assert pinned(OLD, "d1", measured, allow_regression=True) == Floors("d1", measured)
    assert pinned(None, "d1", measured) == Floors("d1", measured)


def test_floors_are_read_as_written(tmp_path):
    path = tmp_path / "floors.json"
    assert read_floors(path) == {}
    write_floors(path, {"dev": OLD})
    assert read_floors(path) == {"dev": OLD}
    path.write_text(json.dumps({"sets": {"dev": {"floors": {}}}}))
    with pytest.raises(ValueError, match="sha256"):
        read_floors(path)


def test_gold_set_digest_changes_with_its_files(tmp_path):
    articles, gold = tmp_path / "a", tmp_path / "g"
    articles.write_text('{"id": "x", "text": "باران بارید."}\n')
    gold_set = GoldSet("s", (articles,), (gold,), recall_only=True)
    assert not gold_set.present
    gold.write_text('{"id": "x", "statements": []}\n')
    assert gold_set.present
    assert measure(gold_set)["statement_recall"] == 0
    before = gold_set.digest()
    gold.write_text('{"id": "x",  "statements": []}\n')
    assert gold_set.digest() != before
