"""The sieves as they are declared: each has its meaning, its example, its share, its place."""

from __future__ import annotations

import json
from importlib.resources import files

import pytest

from gofteh import Article
from gofteh.lexicon.rules import PASSED, VERDICTS
from gofteh.records import WON, Statement
from gofteh.speakers.answers import Against, Passed
from gofteh.speakers.declared import Rule, Sieve
from gofteh.speakers.sieves.order import ALL_SIEVES, SPEAKER_RULES
from grammar import extract

RULES = [
    pytest.param(sieve, rule, id=f"{sieve.id}/{rule.id}")
    for sieve in ALL_SIEVES
    for rule in sieve.rules
]


def read(example: str) -> tuple[Statement, ...]:
    """The statements of a text; a headline stands over an empty line."""
    title, _, body = example.rpartition("\n\n")
    return extract(Article(title=title or None, text=body), explain=True).statements


@pytest.mark.parametrize(("sieve", "rule"), RULES)
def test_a_rules_example_is_resolved_by_it(sieve: Sieve, rule: Rule) -> None:
    because = read(rule.example)[-1].because
    last = because.trace[-1]
    assert (last.sieve, last.found, last.why) == (sieve.id, True, rule.id)
    assert because.speaker == rule.id


@pytest.mark.parametrize(("sieve", "rule"), RULES)
def test_a_rule_has_a_meaning_and_a_share(sieve: Sieve, rule: Rule) -> None:
    table = files("gofteh.statements").joinpath("data", "confidence.json").read_text("utf-8")
    assert rule.id in json.loads(table)["speaker"]
    assert all(text.strip() for text in (*rule.meaning, *sieve.takes, sieve.why_here))
    assert SPEAKER_RULES[rule.id] == rule.meaning, "one rule has one meaning"


def test_the_chosen_one_is_shown_with_what_tells_it() -> None:
    for sieve in ALL_SIEVES:
        for rule in sieve.rules:
            step = read(rule.example)[-1].because.trace[-1]
            first = step.candidates[0]
            assert first.verdict == WON, sieve.id
            raw = rule.example
            assert all(raw[s.start : s.end] == s.text for s in first.evidence), sieve.id
            assert first.evidence, sieve.id


def test_every_answer_is_put_into_words() -> None:
    assert {*Passed} == set(PASSED)
    assert {*Against, WON} == set(VERDICTS)


def test_sieves_are_told_apart() -> None:
    ids = [sieve.id for sieve in ALL_SIEVES]
    assert len(ids) == len(set(ids))


def test_a_trace_changes_no_answer() -> None:
    text = "\n".join(rule.example.replace("\n\n", "\n") for s in ALL_SIEVES for rule in s.rules)
    plain, traced = extract(text).statements, extract(text, explain=True).statements
    assert [(s.id, s.speaker, s.because.speaker) for s in plain] == [
        (s.id, s.speaker, s.because.speaker) for s in traced
    ]
    assert not any(s.because.trace for s in plain)
