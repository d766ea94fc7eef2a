"""The row of stages: what cannot run is refused, what is declared holds, others can be put in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from benchmarks.stages import scored

from gofteh.pipeline import STAGES, Work, extract, run, with_choice, with_sources
from gofteh.records import Article
from gofteh.stages import Stage, StageError, assemble, inserted_behind, replaced
from gofteh.statements.drafts import Draft
from gofteh.statements.findings import Findings, Sentence, SourcedSentences, check_sources
from gofteh.statements.sourced_cues import SourcedCue
from gofteh.statements.sources import name_sources, sentences_of
from gofteh.text.tokens import Range

_TEXT = (
    "به گزارش ایسنا، مدیر آبفای مهرکوه گفت: سد پر است.\n"
    "زهرا کریمی، سرمربی تیم، افزود که بازی سخت بود. وی از برد تیم خبر داد.\n"
    "«باز می‌گردیم"
)


def _stage(name: str, needs: tuple[str, ...], adds: str) -> Stage[Work]:
    return Stage(name, lambda _: None, needs=needs, adds=adds, does=name)


@pytest.mark.parametrize(
    ("stages", "message"),
    [
        ([_stage("b", ("a",), "b")], "'b' needs a"),
        ([_stage("b", ("x",), "b"), _stage("a", (), "x")], "'b' needs x"),
        ([_stage("a", (), "x"), _stage("b", (), "x")], "stage 'a' has added"),
        ([_stage("a", (), "x"), _stage("a", (), "y")], "two stages"),
    ],
    ids=["missing", "too late", "twice", "one name"],
)
def test_a_row_that_cannot_run_is_refused(stages: list[Stage[Work]], message: str) -> None:
    with pytest.raises(StageError, match=message):
        assemble(stages, given=())


def test_a_stage_may_replace_what_it_needs() -> None:
    row = [_stage("a", (), "x"), _stage("b", ("x",), "x")]
    assert assemble(row, given=()) == tuple(row)


def test_an_unknown_stage_is_neither_replaced_nor_followed() -> None:
    with pytest.raises(KeyError):
        replaced(STAGES, "none", STAGES[0].run)
    with pytest.raises(KeyError):
        inserted_behind(STAGES, "none", STAGES[0])


class _Only:
    """A work that shows what a stage declares, and nothing else."""

    def __init__(self, work: Work, shown: tuple[str, ...]) -> None:
        self._work, self._shown = work, shown

    def __getattr__(self, name: str) -> Any:
        assert name in self._shown, f"asks for {name}, which it does not declare"
        return getattr(self._work, name)


def test_each_stage_needs_what_it_declares_and_no_more() -> None:
    work = Work(Article(text=_TEXT))
    for stage in STAGES:
        shown = (*stage.needs, "explain")
        setattr(work, stage.adds, stage.run(_Only(work, shown)))  # type: ignore[arg-type]
    assert work.statements == extract(_TEXT, reader="grammar").statements


def test_the_grammars_sources_keep_their_word() -> None:
    work = run(STAGES, Article(text=_TEXT))
    check_sources(work.findings, work.sentences)


def _first_words(findings: Findings) -> SourcedSentences:
    """A dummy: whoever says it, the first word of the paragraph names him."""
    return [
        [
            Sentence(
                r, [SourcedCue(c, Range(p.start, p.start + 1), False, p.start + 1) for c in cues]
            )
            for r, cues in sentences_of(findings, number)
        ]
        for number, p in enumerate(findings.layout.paragraphs)
    ]


def test_another_answer_to_who_says_it_can_be_plugged_in() -> None:
    reading = extract("دیروز مربی گفت: باختیم.", stages=with_sources(STAGES, _first_words))
    assert [s.source and s.source.text for s in reading.statements] == ["دیروز"]
    assert reading.statements[0].speaker.name == "دیروز"
    assert extract("دیروز مربی گفت: باختیم.").statements[0].speaker.name == "مربی"


@pytest.mark.parametrize("wrong", ["few", "order", "outside"])
def test_sources_that_break_their_word_are_told(wrong: str) -> None:
    findings = run(
        STAGES, Article(text="مربی گفت: باختیم و افزود: باز می‌گردیم.\nوی گفت: نه.")
    ).findings
    named = [list(sentences) for sentences in name_sources(findings)]
    first = named[0][0]
    if wrong == "few":
        named = named[1:]
    elif wrong == "order":
        named[0][0] = replace(first, sourced=tuple(reversed(first.sourced)))
    else:
        named[0][0] = replace(first, sourced=[replace(first.sourced[0], source=Range(20, 21))])
    with pytest.raises(ValueError, match="paragraph"):
        check_sources(findings, named)


def test_a_choice_among_drafts_has_its_place() -> None:
    def without_colons(findings: Findings, drafts: Sequence[Draft]) -> Sequence[Draft]:
        words = findings.layout.tokens.words
        return [d for d in drafts if words[d.content[0].start - 1] != ":"]

    reading = extract(_TEXT, stages=with_choice(STAGES, without_colons))
    told = [s.because.statement for s in extract(_TEXT).statements]
    assert "verb-colon" in told
    assert [s.because.statement for s in reading.statements] == [
        rule for rule in told if rule != "verb-colon"
    ]


def test_every_stage_tells_what_it_does() -> None:
    assert all(stage.does for stage in STAGES)
    assert len({stage.name for stage in STAGES}) == len(STAGES)


def test_a_stage_with_a_figure_is_scored_by_itself() -> None:
    gold = Path(__file__).parent / "gold"
    scores = dict.fromkeys((s.name for s in STAGES if s.score), (0, 0))
    for name, (right, of) in scored(
        str(gold / "fictional.articles.jsonl"), str(gold / "fictional.gold.jsonl")
    ):
        assert 0 <= right <= of
        scores[name] = scores[name][0] + right, scores[name][1] + of
    assert {name for name, (right, of) in scores.items() if right > 0.8 * of > 0} == scores.keys()
