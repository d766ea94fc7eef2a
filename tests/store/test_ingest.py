"""What goes into a store: stored once, replaced, refused; the same on both databases."""

from __future__ import annotations

from dataclasses import replace

from gofteh.records import Article, Failure
from gofteh.store import Outcome
from grammar import extract
from store.news import BUS, DAM, FIRST, NEWS, SECOND, put, unlinked
from store.told import contents, table


def test_an_article_comes_back_as_it_was_extracted(store):
    put(store, NEWS)
    for article in NEWS:
        found = store.article(article.id)
        expected = extract(article)
        assert unlinked(found.reading) == expected
        stored = replace(found.reading, statements=tuple(one.statement for one in found.statements))
        assert unlinked(stored) == expected
        assert found.head.outlet == article.outlet


def test_ingesting_again_stores_nothing_new(store):
    first = put(store, NEWS)
    again = put(store, NEWS)
    assert [one.outcome for one in first] == [Outcome.STORED] * 3
    assert [one.outcome for one in again] == [Outcome.KNOWN] * 3
    assert (table(store, "article"), table(store, "statement")) == (3, 5)
    assert sum(one.statements for one in first) == 5


def test_a_changed_article_is_replaced_whole(store):
    put(store, NEWS)
    changed = replace(DAM, text="لیلا فرهمند گفت: سد را خالی کردیم.")
    assert [one.outcome for one in put(store, [changed])] == [Outcome.STORED]
    assert contents(store, "تحریم") == []
    assert contents(store, "خالی") == ["سد را خالی کردیم"]
    assert unlinked(store.article("dam").reading) == extract(changed)
    assert table(store, "article") == 3


def test_a_newer_extraction_replaces_an_older_one_and_never_the_other_way(store):
    put(store, [DAM], FIRST)
    assert put(store, [DAM], SECOND)[0].outcome is Outcome.STORED
    assert store.article("dam").extractor == SECOND
    assert put(store, [DAM], FIRST)[0].outcome is Outcome.KNOWN
    assert store.article("dam").extractor == SECOND
    assert table(store, "statement") == 2


def test_reextract_reads_what_an_older_gofteh_has_read(store):
    put(store, NEWS, FIRST)
    put(store, [DAM], SECOND)
    from gofteh.batch.extracting import extract_all

    done = list(store.reextract(extract_all, SECOND))
    assert {one.id for one in done} == {"bus", "river"}
    assert {one.outcome for one in done} == {Outcome.STORED}
    assert list(store.reextract(extract_all, SECOND)) == []


def test_failures_are_kept_once_and_go_when_the_article_comes(store):
    failure = Failure("news.jsonl:7", "bad-field", "no text", "dam")
    put(store, [failure, BUS])
    done = put(store, [failure])
    assert done[0].failure == failure
    assert table(store, "error") == 1
    put(store, [DAM])
    assert table(store, "error") == 0


def test_one_article_that_the_database_refuses_does_not_stop_the_batch(store):
    def twice(items):
        for item in items:
            reading = extract(item)
            if item.id == "bus":  # two statements of one id
                reading = replace(reading, statements=reading.statements[:1] * 2)
            yield reading

    done = list(store.ingest(NEWS, twice))
    assert [one.outcome for one in done] == [Outcome.STORED, Outcome.FAILED, Outcome.STORED]
    assert done[1].failure.code == "not-stored"
    assert store.article("bus") is None
    assert table(store, "error") == 1


def test_text_that_no_database_holds_keeps_its_offsets(store):
    odd = Article(id="odd", text="لیلا \x00فرهمند گفت: \ud800 آب هست.", extra={"k": "\ud800\x00"})
    put(store, [odd])
    raw = store.article("odd").reading.article.raw
    assert len(raw) == len(odd.raw)
    assert raw == odd.raw.replace("\x00", "\ufffd").replace("\ud800", "\ufffd")
    assert store.article("odd").reading.article.extra == odd.extra
    assert put(store, [odd])[0].outcome is Outcome.KNOWN


def test_runs_tell_what_extracted_and_what_came_of_it(store):
    put(store, [*NEWS, Failure("x", "y", "z")], FIRST)
    (run,) = store.db.rows(
        "SELECT version, rules, model, articles, statements, failures, finished FROM run"
    )
    assert run[:6] == ("0.1.0", "first", "m", 3, 5, 1)
    assert run[6]
