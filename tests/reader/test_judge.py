"""The judge: statements weighed with their speakers, and which of them are told."""

from __future__ import annotations

import json
from dataclasses import replace
from math import isfinite
from typing import Any

import pytest

from gofteh import Article, extract
from gofteh.pipeline import STAGES, Work, run, stages_of, with_judge
from gofteh.reader import judge_features
from gofteh.reader.choice_features import is_speech
from gofteh.reader.classifier import Classifier
from gofteh.reader.judge import Judge, judge, read
from gofteh.reader.judge_features import Weighed
from gofteh.speakers.told import Told
from gofteh.text.tokens import Range

DAM = Article(
    title="رئیس شورای آب: سد سپیدار تا پاییز پر می‌شود",
    text="مریم کاویان، رئیس شورای آب سپیدار، در نشست دیروز گفت: سد تازه تا پاییز پر می‌شود.\n"
    "به گفته فرزاد بهرامی، شهردار سپیدار، آب شهر سالم است.\n"
    "وی افزود: لوله‌های کهنه تا بهار نو می‌شوند.\n"
    "گفته می‌شود بهای آب هم بالا می‌رود.",
)
# As sure as a statement's content is: every told feature but one weighs nothing.
BY_CONTENT = Classifier(0.0, {"sure": 1.0})


def work_of(article: Article) -> Work:
    return run(stages_of("both"), article)


def weighed(work: Work) -> Weighed:
    return Weighed(work.layout, work.drafts, work.resolutions)


def speakers_by(judged: Judge) -> list[tuple[str | None, str]]:
    """Who says what in `DAM` as this judge tells it."""
    found = extract(DAM, stages=with_judge(stages_of("both"), judged)).statements
    return [(s.speaker.name, s.content_text) for s in found]


def test_it_knows_the_features_it_was_taught_with() -> None:
    work = work_of(DAM)
    assert len(work.drafts) >= 4
    asks = {name for tree in judge().trees.trees for name, *_ in tree if name}
    assert len(asks) > 40
    for k in range(len(work.drafts)):
        features = weighed(work).features(k)
        assert asks <= set(features)
        assert all(map(isfinite, features.values()))


def test_its_probability_is_the_confidence() -> None:
    work = work_of(DAM)
    trees, whole = judge().trees, weighed(work)
    for told, statement in zip(work.told, work.statements, strict=True):
        k = next(n for n, draft in enumerate(work.drafts) if draft is told.draft)
        assert statement.confidence == told.confidence
        assert statement.confidence == pytest.approx(trees.probability(whole.features(k)), abs=1e-3)


def test_what_is_unlikely_is_not_told() -> None:
    every = speakers_by(Judge(BY_CONTENT, 0.0, 0.0))
    assert len(every) >= 4
    work = work_of(DAM)
    worth = sorted(BY_CONTENT.probability(weighed(work).features(k)) for k in range(len(every)))
    between = (worth[0] + worth[1]) / 2
    assert worth[0] < between < worth[1]
    assert len(speakers_by(Judge(BY_CONTENT, 1.1, between))) == len(every) - 1
    assert speakers_by(Judge(BY_CONTENT, 0.0, 1.1)) == []


def test_who_was_heard_in_what_is_not_told_stays_known() -> None:
    frame = Classifier(3.0, {"content_first": 0.0})  # all are told …

    def no_frame(*given: object) -> tuple[Told, ...]:
        told = Judge(frame, 0.0, 0.0)(*given)  # type: ignore[arg-type]
        return tuple(t for t in told if t.draft.lemma != "به گفته")  # … but one

    work = run(with_judge(STAGES, no_frame), DAM)
    assert "به گفته" in {d.lemma for d in work.drafts}
    told = {s.lemma: s.speaker.name for s in work.statements}
    assert "به گفته" not in told
    assert told["افزودن"] == "فرزاد بهرامی"


def test_a_text_that_is_not_short_has_its_own_bound() -> None:
    long = replace(DAM, text=DAM.text + "\n" + "باران دیشب راه روستا را بست. " * 40)
    shut = Judge(BY_CONTENT, 1.1, 0.0)
    assert extract(long, stages=with_judge(stages_of("both"), shut)).statements == ()
    assert len(speakers_by(shut)) >= 4


def test_speeches_over_paragraphs_are_always_told() -> None:
    interview = Article(
        title="گفت‌وگو با مریم کاویان، رئیس شورای آب سپیدار",
        text="سد تازه کی پر می‌شود؟\nاگر باران بیاید، تا پاییز پر می‌شود و آب شهر بس خواهد بود.\n"
        "بهای آب بالا می‌رود؟\nنه. بهای آب امسال همان است که پارسال بود و تا بهار می‌ماند.",
    )
    shut = Judge(BY_CONTENT, 1.1, 1.1)
    work = run(with_judge(STAGES, shut), interview)
    assert any(map(is_speech, work.drafts))
    assert [t.draft for t in work.told] == [d for d in work.drafts if is_speech(d)]


def test_quoted_words_behind_their_cue_are_always_told() -> None:
    text = "در نشست دیروز گفت: «سد تازه تا پاییز پر می‌شود.» به گفته شهردار، آب کم است."
    shut = Judge(BY_CONTENT, 1.1, 1.1)
    found = extract(text, stages=with_judge(stages_of("both"), shut)).statements
    assert [s.content_text for s in found] == ["سد تازه تا پاییز پر می‌شود"]


def test_it_counts_the_tokens_that_contents_share() -> None:
    work = work_of(DAM)
    a, b, c, d = work.drafts[:4]
    drafts = [
        replace(a, content=(Range(10, 20),), sure=0.5),
        replace(b, content=(Range(12, 15),), sure=0.9),
        replace(c, content=(Range(16, 17), Range(18, 30)), sure=0.8),
        replace(d, content=(Range(40, 44),), sure=0.7),
    ]
    whole = Weighed(work.layout, drafts, work.resolutions[:4])
    first, second, third, fourth = (whole.features(k) for k in range(4))
    assert first["overlap"] == pytest.approx(3 / 10)
    assert third["overlap"] == pytest.approx(3 / (10 + 13 - 3))
    assert (first["holds"], first["held"]) == (1, 0)
    assert (second["holds"], second["held"]) == (0, 1)
    assert (third["holds"], third["held"]) == (0, 0)
    assert first["overlap_surest"] == whole.sure[1]
    assert (fourth["overlap"], fourth["overlap_surest"]) == (0, -9)
    assert first["told_share"] == pytest.approx((20 + 4) / len(work.layout.tokens))


def test_it_knows_the_statements_before_and_behind() -> None:
    work = work_of(DAM)
    whole = weighed(work)
    order = sorted(range(len(work.drafts)), key=lambda k: work.drafts[k].start)
    for at, k in enumerate(order):
        features = whole.features(k)
        behind = order[at + 1] if at + 1 < len(order) else None
        before = order[at - 1] if at else None
        for name, j in (("before", before), ("behind", behind)):
            same = j is not None and work.resolutions[j].entity is work.resolutions[k].entity
            assert features[f"{name}_sure"] == (-9 if j is None else whole.sure[j])
            assert features[f"{name}_same"] == float(same)
    gap = work.drafts[order[1]].start - work.drafts[order[0]].content[-1].end
    assert whole.features(order[0])["behind_apart"] == gap
    assert whole.features(order[1])["before_apart"] == gap


def test_of_many_statements_each_meets_only_those_near(monkeypatch: pytest.MonkeyPatch) -> None:
    work, met = work_of(DAM), 0
    common = judge_features._common

    def counted(*given: Any) -> int:
        nonlocal met
        met += 1
        return common(*given)

    monkeypatch.setattr(judge_features, "_common", counted)
    first = replace(work.drafts[0], content=(Range(0, 40),))
    whole = Weighed(work.layout, [first] * 500, [work.resolutions[0]] * 500)
    assert {whole.features(k)["speaker_statements"] for k in range(500)} == {499}
    assert met <= 100 * 500


def test_without_the_outer_statement_the_inner_stands_alone() -> None:
    text = "مریم کاویان گفت که شهردار اعلام کرد که آب شهر سالم است. " + "باران راه را بست. " * 40

    def inner_alone(*given: Any) -> tuple[Told, ...]:
        return tuple(t for t in Judge(BY_CONTENT, 0.0, 0.0)(*given) if t.draft.embedded)

    whole = extract(text, stages=with_judge(STAGES, Judge(BY_CONTENT, 0.0, 0.0)))
    assert [s.embedded_in for s in whole.statements] == [None, whole.statements[0].id]
    found = extract(text, stages=with_judge(STAGES, inner_alone))
    assert [s.embedded_in for s in found.statements] == [None]
    assert [s.name for s in found.speakers] == ["شهردار"]


def test_of_another_statement_of_the_speaker_the_surest_counts() -> None:
    work = work_of(DAM)
    whole = weighed(work)
    for k, resolution in enumerate(work.resolutions):
        others = [
            whole.sure[j]
            for j, other in enumerate(work.resolutions)
            if j != k and other.entity is resolution.entity
        ]
        features = whole.features(k)
        assert features["speaker_statements"] == len(others)
        assert features["speaker_surest"] == max(others, default=-9.0)


def test_a_judge_without_a_part_is_refused() -> None:
    text = json.dumps({"trees": {"bias": 0.0, "weights": {}}, "least": 0.3})
    with pytest.raises(KeyError, match="short_least"):
        read(text)


def test_the_grammar_alone_is_not_judged() -> None:
    work = run(stages_of("grammar"), DAM)
    assert [t.draft for t in work.told] == list(work.drafts)
