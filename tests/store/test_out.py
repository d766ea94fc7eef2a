"""What comes out of a store, and what of it can be forgotten; the same on both databases."""

from __future__ import annotations

import datetime as dt

from gofteh.records import Failure, Span
from gofteh.store import CorrectionKind, Query
from store.news import NEWS, put
from store.told import ARRIVE, CANNOT, DRY, ENOUGH, SANCTIONS, contents, table, the


def test_forgetting_leaves_no_trace(store):
    put(store, NEWS)
    store.correct(the(store, "پاییز").statement.id, CorrectionKind.WRONG_SPEAKER, speaker="x")
    put(store, [Failure("f", "c", "m", "bus")])
    assert store.forget(["bus", "nothing"]) == 1
    assert store.article("bus") is None
    assert contents(store, "اتوبوس OR پاییز OR مشکاتی") == []
    assert store.search_articles(Query("اتوبوس")).items == ()
    assert [head.name for head in store.speakers("مشکاتی").items] == []
    assert [outlet.name for outlet in store.outlets()] == ["پگاه"]
    assert store.forget([a.id for a in NEWS]) == 2
    for name in (
        "article",
        "statement",
        "voice",
        "speaker",
        "speaker_name",
        "outlet",
        "tally",
        "quoted",
    ):
        assert table(store, name) == 0, name
    for name in ("naming", "telling", "telling_key", "family", "ruling"):
        assert table(store, name) == 0, name
    assert table(store, "person WHERE articles > 0") == 0
    for name in ("correction", "error", "former_statement"):
        assert table(store, name) == 0, name


def test_what_is_older_than_wanted_is_forgotten(store):
    put(store, NEWS)
    assert store.forget_before(dt.date(2023, 5, 1)) == 0
    assert store.forget_before(dt.date(2023, 5, 2)) == 1
    assert store.article("dam") is None
    assert store.article("river") is not None  # undated


def test_every_article_can_be_gone_through(store):
    put(store, NEWS)
    assert [one.head.id for one in store.each_article()] == ["river", "dam", "bus"]
    assert [one.head.id for one in store.each_article(Query(outlets=("پگاه",)))] == ["river", "dam"]
    assert [one.head.id for one in store.each_article(Query("شهردار"))] == ["bus"]


def test_plain_views_show_texts_and_days(store):
    put(store, NEWS)
    rows = store.db.rows("SELECT content, cue, speaker, outlet, day FROM statements")
    assert {row[0] for row in rows} == {CANNOT, SANCTIONS, ENOUGH, ARRIVE, DRY}
    days = {row[0]: str(row[4]) for row in rows}
    assert days[CANNOT] == "2023-05-01" and days[DRY] == "None"
    assert dict(store.db.rows("SELECT id, statements FROM articles"))["dam"] == 2


def test_span_texts_are_the_raw_ones(store):
    put(store, NEWS)
    for article in store.each_article():
        raw = article.reading.article.raw
        for statement in article.reading.statements:
            for span in (*statement.content, *statement.cue):
                assert span == Span.of(raw, span.start, span.end)
