"""The whole extraction on hostile and damaged input: laws that hold for any text."""

import json
from itertools import pairwise
from pathlib import Path

import pytest
from benchmarks.hostile import PIECES
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from gofteh.pipeline import extract
from gofteh.records import Article, Reading, Statement

_PIECES = st.sampled_from(PIECES)


def assert_proved(reading: Reading) -> None:
    raw = reading.article.raw
    for statement in reading.statements:
        spans = [*statement.content, *statement.cue]
        spans += [statement.source] if statement.source else []
        spans += statement.speaker.mentions
        for span in spans:
            assert span.start < span.end
            assert span.text == raw[span.start : span.end]
        assert statement.content
        assert_parted(statement)
        assert 0 < statement.confidence <= 1
        assert statement.because.statement and statement.because.speaker
    assert {s.speaker.id for s in reading.statements} <= {s.id for s in reading.speakers}


def assert_parted(statement: Statement) -> None:
    """Content, cue and source share no character, and stand in order."""
    parts = [*statement.content, *statement.cue]
    parts += [statement.source] if statement.source else []
    ordered = sorted(parts, key=lambda span: span.start)
    assert all(a.end <= b.start for a, b in pairwise(ordered))
    for spans in (statement.content, statement.cue):
        assert list(spans) == sorted(spans, key=lambda span: span.start)


@given(st.text(), st.one_of(st.none(), st.text()))
def test_any_unicode_gives_a_reading(text: str, title: str | None) -> None:
    assert_proved(extract(Article(text=text, title=title)))


@settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(_PIECES, max_size=60).map(" ".join))
@example("وی به نقل از وی خبر داد")
@example("نماینده این توصیف کرد متن این پیام به شرح زیر است: وی این براساس\u200cآمار")
def test_any_order_of_the_grammars_words_gives_proved_spans(text: str) -> None:
    assert_proved(extract(text))


@given(st.text())
def test_reading_is_deterministic(text: str) -> None:
    assert extract(text) == extract(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n\n",
        "😀👨‍👩‍👧‍👦🎉",
        "\ud800 گفت: \udfff",
        "«" * 5000,
        "(" * 5000 + "گفت:",
        "وی گفت: " * 3000,
        "به گفته " * 3000,
        "با بیان این‌که " * 2000,
        "، " * 20000,
        "به گزارش شب",
        "بدون بامداد اعلام کرد تاکید نداده",
        "גוף אמר: שלום. He said: «hi». قال الرئيس: نعم.",
    ],
    ids=["empty", "breaks", "emoji", "surrogates", "quotes", "brackets", "colons", "frames",
         "participles", "commas", "frame-at-the-end", "time-for-a-name", "scripts"],
)  # fmt: skip
def test_hostile_text_ends_and_proves_what_it_finds(text: str) -> None:
    assert_proved(extract(text))


def test_statement_ids_are_unique_and_stable() -> None:
    article = Article(text="وی گفت: الف ب. وی گفت: الف ب.\nاو گفت: پ ت.", id="a1")
    ids = [s.id for s in extract(article).statements]
    assert len(set(ids)) == len(ids)
    assert ids == [s.id for s in extract(article).statements]


def test_development_articles_are_proved(shared: Path) -> None:
    with (shared / "gold/dev.articles.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            article = Article(text=record["text"], title=record["title"], id=record["id"])
            assert_proved(extract(article))


def test_an_article_without_an_id_is_named_once_however_much_is_said_in_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked, named = [], Article.key.fget
    assert named is not None

    def key(article: Article) -> str:
        asked.append(article)
        return str(named(article))

    monkeypatch.setattr(Article, "key", property(key))
    reading = extract("شهردار گفت: پل باز است.\n" * 20, reader="grammar")
    assert len(reading.statements) > 10
    assert len(asked) == 1
