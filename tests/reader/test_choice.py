"""The learned reader beside the grammar: what it proposes, and the one choice among both."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gofteh import Article, extract
from gofteh.pipeline import STAGES, run, with_choice
from gofteh.reader import align, choose
from gofteh.reader.align import cue_of, overlap, pairs, whole
from gofteh.reader.choice_features import (
    by_content,
    content_features,
    draft_features,
    proposal_features,
    source_features,
)
from gofteh.reader.choose import chooser, read
from gofteh.reader.draft import spans
from gofteh.reader.propose import Proposals, propose
from gofteh.reader.weights import weights
from gofteh.readers import Reader
from gofteh.statements.drafts import Draft
from gofteh.statements.settled import settling
from gofteh.text.layout import Layout
from gofteh.text.tokens import Range

DAM = Article(
    title="رئیس شورای آب: سد سپیدار تا پاییز پر می‌شود",
    text="مریم کاویان، رئیس شورای آب سپیدار، در نشست دیروز گفت: سد تازه تا پاییز پر می‌شود.\n"
    "وی با بیان این‌که خاموشی‌ها کم شده است، از گشایش دو نیروگاه خبر داد.\n"
    "به گفته شهردار سپیدار، آب شهر سالم است.",
)


def told(article: Article) -> tuple[Layout, tuple[Draft, ...], Proposals]:
    work = run(STAGES, article)
    drafts = tuple(work.drafts)
    proposals = propose(weights(), work.layout, [cue_of(d) for d in drafts])
    assert proposals is not None
    return work.layout, drafts, proposals


def test_the_network_sees_the_cues_that_the_grammar_sees() -> None:
    _, drafts, proposals = told(DAM)
    seen = [pair for pair in pairs(drafts, proposals) if pair.draft and pair.proposal]
    assert len(seen) == len(drafts) >= 4


def test_drafts_meet_only_the_proposals_near_them(monkeypatch: pytest.MonkeyPatch) -> None:
    _, (first, *_), proposals = told(DAM)
    answer, met = proposals.answers[0], 0
    is_one = align._is_one

    def counted(*asked: Any) -> bool:
        nonlocal met
        met += 1
        return is_one(*asked)

    monkeypatch.setattr(align, "_is_one", counted)
    places = [Range(20 * k, 20 * k + 1) for k in range(1000)]
    many = [replace(answer, cue=place, row=row) for row, place in enumerate(places)]
    drafts = [replace(first, cue=(place,)) for place in places]
    every = list(pairs(drafts, Proposals(tuple(many), tuple(many), proposals.pointers)))
    assert [pair.proposal for pair in every] == many
    assert met < 10 * len(places)


def test_it_points_at_source_and_content() -> None:
    layout, drafts, proposals = told(DAM)
    said = next(k for k, d in enumerate(drafts) if d.lemma == "گفتن")
    answer = proposals.answers[said]
    assert answer.source.range == drafts[said].source
    assert answer.content.range == whole(drafts[said])
    assert layout.tokens.of(answer.cue) == ("گفت",)


def test_scores_are_logarithms_of_probabilities() -> None:
    _, drafts, proposals = told(DAM)
    for draft, answer in zip(drafts, proposals.answers, strict=True):
        best = answer.source.score
        assert proposals.source_score(answer.row, draft.source) <= best + 1e-5 <= 1e-5
        assert proposals.source_score(answer.row, Range(10_000, 10_001)) == -20.0
        assert proposals.content_score(answer.row, whole(draft)) <= answer.content.score + 1e-5


def test_each_question_knows_the_figures_it_was_taught_with() -> None:
    layout, drafts, proposals = told(DAM)
    every = list(pairs(drafts, proposals))
    both = next(p for p in every if p.draft)
    asked = {
        "grammar": draft_features(both, proposals),
        "source": source_features(both, proposals),
        "content": content_features(both, proposals),
        "reader": proposal_features(
            layout, replace(both, draft=None, proposal=both.answer), by_content(drafts), proposals
        ),
    }
    for question, features in asked.items():
        taught = getattr(chooser(), question)
        asks = {name for tree in taught.trees for name, *_ in tree if name}
        assert set(taught.weights) == set(features) if taught.weights else asks, question
        assert asks <= set(features), question
        assert 0 <= taught.probability(features) <= 1


def test_a_view_of_a_pronoun_counts_whatever_the_choice() -> None:
    stages = with_choice(STAGES, settling(lambda _findings, _drafts: ()))

    def kept(text: str) -> list[str]:
        return [s.content_text for s in extract(Article(text=text), stages=stages).statements]

    assert kept("شهردار رودسفید رفت. به نظر او پل سال‌ها می‌ماند.") == ["پل سال‌ها می‌ماند"]
    assert kept("شهردار رودسفید رفت. به گفته او پل سال‌ها می‌ماند.") == []
    assert kept("به نظر شورای سپیدار پل سال‌ها می‌ماند.") == []
    assert kept("به نظر می‌رسد پل سال‌ها بماند.") == []


def test_a_source_over_a_colon_is_not_taken() -> None:
    layout, drafts, proposals = told(Article(text="سپهر: مریم کاویان گفت آب هست و می‌ماند."))
    pair = next(p for p in pairs(drafts, proposals) if p.draft and p.draft.lemma == "گفتن")
    assert pair.draft and pair.answer and pair.draft.source
    bold = replace(chooser(), source_least=-1.0)
    start, end = pair.draft.source
    for first, taken in ((0, False), (start - 1, False), (start + 1, True)):
        source = replace(pair.answer.source, range=Range(first, end))
        changed = replace(pair, answer=replace(pair.answer, source=source))
        assert bool(choose._with_source(bold, layout, changed, proposals)) is taken


def test_without_the_reader_the_grammar_is_alone() -> None:
    alone = extract(DAM, reader=Reader.GRAMMAR)
    assert all(s.because.statement not in ("reader", "reader-speech") for s in alone.statements)
    assert [s.cue_text for s in alone.statements] == [
        s.cue_text for s in extract(DAM, reader="grammar").statements
    ]


def test_the_reader_alone_finds_statements_too() -> None:
    alone = extract(DAM, reader=Reader.LEARNED)
    assert {s.because.statement for s in alone.statements} <= {"reader", "reader-speech"}
    assert any("پاییز پر می‌شود" in s.content_text for s in alone.statements)


def test_an_unknown_way_of_reading_is_refused_with_the_ones_there_are() -> None:
    with pytest.raises(ValueError, match="grammar, reader or both"):
        extract(DAM, reader="oracle")


def test_the_answer_names_who_proposed_it() -> None:
    for statement in extract(DAM).statements:
        assert statement.because.by in ("grammar", "reader") or statement.because.by.startswith(
            "grammar+"
        )


def test_contents_are_cut_where_lines_break() -> None:
    work = run(STAGES, Article(text="باران آمد.\nرود پر شد.\n***\nمردم شاد شدند."))
    parts = spans(work.layout, Range(0, len(work.layout.tokens)))
    words = [work.layout.tokens.of(p) for p in parts]
    assert words == [("باران", "آمد"), ("رود", "پر", "شد"), ("مردم", "شاد", "شدند")]


def test_overlap_is_a_share() -> None:
    assert overlap(Range(0, 4), Range(2, 6)) == pytest.approx(2 / 6)
    assert overlap(Range(0, 2), Range(2, 4)) == 0


def test_a_chooser_without_a_question_is_no_chooser() -> None:
    with pytest.raises(KeyError):
        read(json.dumps({"grammar": {"bias": 0, "weights": {}}}))


@settings(max_examples=40)
@given(st.text(alphabet="گفت وی: آب«»سد.\n\u200c۱2aX؟", max_size=120))
def test_any_text_is_read_and_its_spans_are_exact(raw: str) -> None:
    reading = extract(Article(text=raw))
    for statement in reading.statements:
        for span in (*statement.content, *statement.cue):
            assert raw[span.start : span.end] == span.text
            assert span.text
