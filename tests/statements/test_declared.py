"""The constructions as they are declared: each has its meaning, example, share and place."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

import pytest

from gofteh import Article
from gofteh.lexicon.entries import Complement
from gofteh.lexicon.verbs import VERBS
from gofteh.statements.constructions.order import AT_CUE, CONTENT_RULES, EVERY
from gofteh.statements.cues import CueKind
from gofteh.statements.declared import Construction
from gofteh.statements.proposed import AT_CUE as AT_CUE_PROPOSED
from gofteh.statements.proposed import WITHOUT_CUE
from grammar import extract

SHARES = json.loads(
    files("gofteh.statements").joinpath("data", "confidence.json").read_text("utf-8")
)["content"]


def declared() -> list[Any]:
    return [pytest.param(c, id=f"{c.rule.id}-{k}") for k, c in enumerate(EVERY)]


@pytest.mark.parametrize("construction", declared())
def test_its_example_is_found_by_it(construction: Construction[Any, Any]) -> None:
    title, _, body = construction.example.text.rpartition("\n\n")
    reading = extract(Article(title=title or None, text=body))
    found = [
        (s.because.statement, s.source.text if s.source else None, s.content_text)
        for s in reading.statements
    ]
    wanted = construction.example
    assert (construction.rule.id, wanted.source, wanted.content) in found


@pytest.mark.parametrize("construction", declared())
def test_it_has_a_meaning_a_share_and_a_reason(construction: Construction[Any, Any]) -> None:
    rule = construction.rule
    assert rule.id in SHARES
    assert all(text.strip() for text in (*rule.meaning, construction.why_here))
    assert CONTENT_RULES[rule.id] == rule.meaning, "one rule has one meaning"


def test_no_share_is_left_without_a_construction() -> None:
    # the learned reader tells of each proposal by itself how sure it is
    proposed = {AT_CUE_PROPOSED.id, WITHOUT_CUE.id}
    assert SHARES.keys() - {"*"} == CONTENT_RULES.keys() - proposed


def test_every_complement_is_taken_and_claimed() -> None:
    taken = {complement for c in AT_CUE[CueKind.VERB] for complement in c.takes}
    assert taken == set(Complement) == {t for v in VERBS for t in v.takes}


def test_only_verbs_are_asked_for_complements() -> None:
    assert all(c.takes for c in AT_CUE[CueKind.VERB])
    assert not any(c.takes for c in EVERY if c not in AT_CUE[CueKind.VERB])
