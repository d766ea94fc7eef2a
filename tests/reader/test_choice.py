"""The learned reader beside the grammar: what it proposes, and the one choice among both."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gofteh import Article, extract
from gofteh.pipeline import STAGES, run, with_choice
from gofteh.reader import align, choose
from gofteh.reader import propose as propose_module
from gofteh.reader.align import cue_of, overlap, pairs, whole
from gofteh.reader.choice_features import (
    by_content,
    content_features,
    draft_features,
    proposal_features,
    source_features,
)
from gofteh.reader.choose import Classifier, chooser, read
from gofteh.reader.draft import spans
from gofteh.reader.propose import Proposal, Proposals, ScoredRange, propose
from gofteh.reader.vetoes import is_no_source, is_vetoed, runs_on, without_byline
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
        "source": source_features(layout, both, proposals),
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


def test_a_draft_keeps_what_the_network_says_of_it() -> None:
    layout, drafts, proposals = told(DAM)
    answers = {cue_of(d): a for d, a in zip(drafts, proposals.answers, strict=True)}
    chosen = [d for d in choose.choose(chooser(), layout, drafts, proposals) if d.by != "reader"]
    assert len(chosen) >= 3
    for draft in chosen:
        answer, opinion = answers[cue_of(draft)], draft.opinion
        assert opinion is not None
        assert (opinion.cue, opinion.valid) == (answer.sure, answer.valid)
        assert opinion.overlap == overlap(whole(draft), answer.content.range or Range(0, 0))
        assert opinion.content == proposals.content_score(answer.row, whole(draft))
        assert opinion.source == proposals.source_score(answer.row, draft.source)


def test_a_view_of_a_pronoun_counts_whatever_the_choice() -> None:
    stages = with_choice(STAGES, settling(lambda _findings, _drafts: ()))

    def kept(text: str) -> list[str]:
        return [s.content_text for s in extract(Article(text=text), stages=stages).statements]

    assert kept("شهردار رودسفید رفت. به نظر او پل سال‌ها می‌ماند.") == ["پل سال‌ها می‌ماند"]
    assert kept("شهردار رودسفید رفت. به گفته او پل سال‌ها می‌ماند.") == []
    assert kept("به نظر شورای سپیدار پل سال‌ها می‌ماند.") == []
    assert kept("به نظر می‌رسد پل سال‌ها بماند.") == []


@pytest.mark.parametrize(
    ("text", "cue", "source", "vetoed"),
    [
        ("آبگیر به سازه‌ای می‌گویند که آب را نگه می‌دارد.", "میگویند", "آبگیر", True),
        ("اهالی به فرماندار می‌گویند که پل شکسته است.", "میگویند", "اهالی", False),
        ("این پرونده گفت که پل شکسته است.", "گفت", "این پرونده", True),
        ("این کارشناس گفت که پل شکسته است.", "گفت", "این کارشناس", False),
        ("فوری: پل شکسته است.", ":", "فوری", True),
        ("سپیدار: پل شکسته است.", ":", "سپیدار", False),
    ],
)
def test_what_the_grammar_knows_to_be_nobodys_saying_is_not_proposed(
    text: str, cue: str, source: str, vetoed: bool
) -> None:
    layout = run(STAGES, Article(text=text)).layout
    at = layout.tokens.all.index(cue)
    begin = Range(0, len(source.split()))
    score = ScoredRange(begin, -0.1)
    proposal = Proposal(
        Range(at, at + 1), 0.9, 0.9, score, ScoredRange(Range(at + 1, at + 3), -0.1), 0
    )
    assert is_vetoed(layout, proposal) is vetoed


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("مالک خانه که گفته بود آن را فروخته است، به ما پاسخ نداد.", True),
        ("مالک خانه گفته بود آن را فروخته است، به ما پاسخ نداد.", False),
    ],
)
def test_what_a_speaker_described_said_ends_in_front_of_the_main_clause(
    text: str, runs: bool
) -> None:
    layout, drafts, _ = told(Article(text=text))
    draft = next(d for d in drafts if d.lemma == "گفتن")
    comma = layout.tokens.all.index("،")
    draft = replace(draft, content=(Range(draft.content[0][0], comma),))
    assert runs_on(layout, draft, Range(draft.content[0][0], comma + 4)) is runs
    assert not runs_on(layout, draft, Range(draft.content[0][0], comma))


@pytest.mark.parametrize(
    ("text", "source", "refused"),
    [
        ("بعضی‌ها می‌آیند و بارها گفته‌ام پل شکسته است.", "بعضیها", True),
        ("من بارها گفته‌ام پل شکسته است.", "من", False),
        ("این پرونده کهنه است و شهردار گفته است پل شکسته است.", "این پرونده", True),
        ("شهردار گفته است پل شکسته است.", "شهردار", False),
    ],
)
def test_some_sources_are_not_taken(text: str, source: str, refused: bool) -> None:
    layout, drafts, _ = told(Article(text=text))
    draft = replace(next(d for d in drafts if d.lemma == "گفتن"), source=None)
    assert is_no_source(layout, draft, Range(0, len(source.split()))) is refused


def test_a_body_keeps_its_first_word() -> None:
    layout, drafts, _ = told(Article(text="هفته‌نامه سپیدار نوشت: آب کم است."))
    (draft,) = (d for d in drafts if d.source == Range(0, 2))
    assert is_no_source(layout, draft, Range(1, 2))
    assert not is_no_source(layout, draft, Range(0, 1))


@pytest.mark.parametrize(("lines", "kept"), [(1, True), (60, False)])
def test_a_short_text_keeps_more_of_what_the_grammar_finds(lines: int, kept: bool) -> None:
    unsure = Classifier(bias=-0.4, weights={})  # a probability of 0.4, whatever the draft
    one = replace(chooser(), grammar=unsure, reader=Classifier(bias=-9.0, weights={}))
    text = "مدیر سد گفت که آب کم است." + "\nباران سه روز بر دشت بارید." * lines
    layout, drafts, proposals = told(Article(text=text))
    chosen = choose.choose(one, layout, drafts, proposals)
    assert [d.lemma for d in chosen] == (["گفتن"] if kept else [])


def test_a_source_runs_over_no_colon_and_begins_with_no_connective() -> None:
    layout = run(STAGES, Article(text="سپهر: مدیر سد گفت آب کم است")).layout
    starts, ends = np.full(7, -9.0, np.float32), np.full(7, -9.0, np.float32)
    starts[0], starts[2], ends[3] = -0.1, -0.5, -0.1  # ``سپهر: مدیر سد`` before ``مدیر سد``
    cue, none = Range(4, 5), ScoredRange(None, -8.0)
    plain = propose_module._best(starts, ends, cue, 0, none, 30)
    assert plain.range == Range(0, 4)
    words = layout.tokens.all
    assert propose_module._best(starts, ends, cue, 0, none, 30, words).range == Range(2, 4)
    led = run(STAGES, Article(text="اما شهردار گفت آب کم است")).layout
    assert propose_module._without_lead(led, Range(0, 2)) == Range(1, 2)
    assert propose_module._without_lead(led, Range(0, 1)) == Range(0, 1)


@pytest.mark.parametrize(
    ("phrase", "parted"),
    [
        ("آرش راد معلم است", True),
        ("گفتنی است شهردار سپیدار", True),
        ("یکی از کارگران که نخواست نامش بیاید و خسته بود", False),
        ("رسانه‌های کرد", False),
        ("فرماندار مینودشت", False),
        ("مصطفی میرقاسم", False),
        ("کارگردان فیلم «او رفته است»", False),
        ("گفتنی است که شهردار سپیدار", True),
        ("سپهر: مدیر سد", True),
        ("مدیر سد", False),
    ],
)
def test_a_source_is_one_phrase_and_no_sentence(phrase: str, parted: bool) -> None:
    words = run(STAGES, Article(text=phrase)).layout.tokens.all
    assert propose_module._is_parted(words, Range(0, len(words))) is parted


def test_a_byline_at_the_top_says_nothing() -> None:
    lines = "به گزارش پگاه، این پل ۴۲۰ متر درازا دارد.\nبه گفته شهردار سپیدار، پل می‌ماند."
    work = run(STAGES, Article(title="پل تازه باز شد", text=lines))
    agency = work.provenance.agency
    assert agency is not None
    proposals = told(work.article)[2]
    byline = replace(proposals.found[0], source=ScoredRange(agency, -0.1))
    mayor = replace(byline, source=ScoredRange(Range(agency[1] + 2, agency[1] + 3), -0.1))
    every = replace(proposals, found=(byline, mayor))
    assert without_byline(work.layout, every, work.provenance).found == (mayor,)
    low = replace(work.provenance, paragraph=work.provenance.paragraph + 9)
    assert without_byline(work.layout, every, low) is every


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
