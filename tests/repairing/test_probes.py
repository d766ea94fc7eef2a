"""Small texts, each with what repair must make of it, or leave of it."""

from __future__ import annotations

import tomllib
from collections import Counter
from pathlib import Path

import pytest

import gofteh

LEVELS = ("characters", "spacing", "spelling")
PROBES = tomllib.loads(Path(__file__).with_name("probes.toml").read_text("utf-8"))["probe"]
KEPT = [probe for probe in PROBES if probe["raw"] == probe["want"]]


def name(probe: dict[str, str]) -> str:
    return f"{probe['kind']}-{probe['name']}"


@pytest.mark.parametrize("probe", PROBES, ids=name)
def test_becomes_what_it_should(probe: dict[str, str]) -> None:
    assert gofteh.repair(probe["raw"], level=probe["level"]).text == probe["want"]


@pytest.mark.parametrize("probe", KEPT, ids=name)
def test_what_must_stay_stays_at_every_level_below(probe: dict[str, str]) -> None:
    for level in LEVELS[: LEVELS.index(probe["level"]) + 1]:
        result = gofteh.repair(probe["raw"], level=level)
        assert (result.text, list(result.edits)) == (probe["raw"], [])


@pytest.mark.parametrize("probe", PROBES, ids=name)
def test_the_repaired_text_stays_as_it_is(probe: dict[str, str]) -> None:
    assert gofteh.repair(probe["want"], level=probe["level"]).text == probe["want"]


def test_names_are_unique_and_levels_known() -> None:
    assert max(Counter(map(name, PROBES)).values()) == 1
    assert {probe["level"] for probe in PROBES} == set(LEVELS)
    assert sum(probe["kind"] == "baseline" for probe in PROBES) == 24
