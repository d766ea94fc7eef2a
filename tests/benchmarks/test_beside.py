"""The benchmark beside other work: a fair sample, a process for each, what is lacking told."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from benchmarks.beside import systems, table
from benchmarks.beside.measure import Mark, Measured, WorkerError, measure
from benchmarks.beside.results import Results
from benchmarks.beside.sample import many, parts, sampled
from benchmarks.beside.systems import SYSTEMS, LackingError, System, check

JSON = SYSTEMS["a copy of the JSON"]
TOLD = [{"title": f"خبر {k}", "text": f"مدیر شماره {k} گفت: پل باز است. " * 3} for k in range(9)]


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """Nine articles of one outlet, two of another."""
    rows = [one | {"outlet": "پگاه"} for one in TOLD]
    rows += [{"title": "باران", "text": f"روز {k} باران بارید.", "outlet": "نو"} for k in (1, 2)]
    path = tmp_path / "news.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return path


def test_a_sample_takes_outlets_in_turn_and_is_the_same_again(news: Path) -> None:
    told = sampled([news], 4)
    assert sorted(one["title"] == "باران" for one in told) == [False, False, True, True]
    assert sampled([news], 4) == told
    assert len({one["text"] for one in sampled([news], 11)}) == 11


def test_a_sample_larger_than_what_is_there_is_refused(news: Path) -> None:
    with pytest.raises(ValueError, match="11 articles are there, 12 were asked for"):
        sampled([news], 12)


def test_as_many_articles_as_asked_for_no_two_alike() -> None:
    made = list(many(TOLD, 40))
    assert made[:9] == TOLD
    assert len({one["text"] for one in made}) == 40


def test_parts_are_the_text_and_no_longer_than_asked_for() -> None:
    text = "\n".join(one["text"] for one in TOLD)
    cut = parts(text, 70)
    assert "".join(cut) == text
    assert max(map(len, cut)) <= 70
    assert all(len(part) > 30 for part in cut[:-1])


def test_two_processes_share_the_articles_and_tell_what_they_took() -> None:
    done = measure(JSON, TOLD[:1], TOLD, cores=2, marks=[2], seconds=120)
    assert [[mark.number for mark in one.after] for one in done] == [[2, 5], [2, 4]]
    for one in done:
        assert all(a.processor <= b.processor for a, b in pairwise(one.after))
        assert one.whole.peak > 1


def test_a_process_that_fails_is_told_with_what_it_said() -> None:
    with pytest.raises(WorkerError, match="nobody"):
        measure(System("nobody", "nobody"), TOLD[:1], TOLD, seconds=120)


def test_what_is_lacking_is_told_with_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(systems, "ROOT", tmp_path)
    monkeypatch.setattr(systems, "MADE", {"hazm": tmp_path / "build" / "hazm"})
    none = replace(JSON, name="none", needs="no_such_library")
    with pytest.raises(LackingError) as told:
        check([JSON, none, SYSTEMS["hazm, normalised, sentences, words"]])
    assert "none: ModuleNotFoundError" in str(told.value)
    assert "no build/hazm" in str(told.value) and "make beside-env" in str(told.value)
    assert JSON.name not in str(told.value)


def test_what_was_measured_is_kept_and_becomes_a_row(tmp_path: Path) -> None:
    results = Results(tmp_path / "results.jsonl")
    for number, seconds in enumerate((3.0, 1.0, 2.0)):
        one = Measured((Mark(9, seconds, seconds, 50.0),), 0.5, {})
        results.keep(("speed", JSON.name, 1, number), lambda one=one: [one])
    again = Results(tmp_path / "results.jsonl")
    again.keep(("speed", JSON.name, 1, 0), lambda: pytest.fail("measured twice"))
    *_, row = table.beside(again, [JSON], TOLD, [1])
    cells = [cell.strip() for cell in row.strip("|").split("|")]
    assert cells[:2] == [JSON.name, "4"]  # nine articles in two seconds
    assert cells[3:] == ["222.22", "111.11 to 333.33", "0.5", "50"]
