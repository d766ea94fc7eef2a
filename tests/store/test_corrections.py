"""What humans correct in a store, and how long it holds; the same on both databases."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gofteh.records import Failure, Reading
from gofteh.store import CorrectionError, CorrectionKind, Query, QueryError, State
from grammar import extract
from store.news import BUS, FIRST, NEWS, SECOND, put, unlinked
from store.told import bare, contents, the


def test_a_wrong_speaker_is_corrected_and_stays_so(store):
    put(store, NEWS, FIRST)
    wrong = the(store, "پاییز")
    store.correct(wrong.statement.id, CorrectionKind.WRONG_SPEAKER, speaker="الهام مشکاتی")
    for by in (FIRST, SECOND):
        put(store, NEWS, by)
        right = the(store, "پاییز")
        assert right.statement.speaker.name == right.speaker_name == "الهام مشکاتی"
        assert right.state is State.CORRECTED
        assert right.statement.because.speaker == "human"
        assert bare(right.found_as) == bare(wrong.statement)
        counts = {head.name: head.statements for head in store.speakers().items}
        assert (counts["الهام مشکاتی"], counts["لیلا فرهمند"]) == (2, 2)


def test_a_speaker_whom_the_article_does_not_name(store):
    put(store, NEWS)
    store.correct(the(store, "پاییز").statement.id, CorrectionKind.WRONG_SPEAKER, speaker=None)
    assert the(store, "پاییز").statement.speaker.name is None
    assert the(store, "پاییز").speaker_id is None


def test_a_wrong_boundary_is_corrected_in_the_index_too(store):
    put(store, NEWS, FIRST)
    wrong = the(store, "دشوار").statement
    raw = store.article("dam").reading.article.raw
    span = (wrong.content[0].start, raw.index("پمپ") + 3)
    store.correct(wrong.id, CorrectionKind.WRONG_BOUNDARY, content=[span])
    put(store, NEWS, SECOND)
    assert contents(store, "دشوار") == []
    assert contents(store, "پمپ") == ["تحریم‌های تازه خرید ۱۲٬۰۰۰ پمپ"]


def test_what_is_no_statement_is_out_of_sight_but_not_lost(store):
    put(store, NEWS, FIRST)
    rejected = the(store, "پاییز").statement
    store.correct(rejected.id, CorrectionKind.NOT_A_STATEMENT)
    put(store, NEWS, SECOND)
    assert contents(store, "پاییز") == []
    assert store.count(Query()).number == 4
    article = store.article("bus")
    assert len(article.reading.statements) == 1 and len(article.statements) == 2
    assert store.statement(rejected.id).state is State.REJECTED
    assert {head.name: head.statements for head in store.speakers().items}["لیلا فرهمند"] == 2


def test_a_withdrawn_correction_leaves_what_was_extracted(store):
    put(store, NEWS)
    before = {a.id: unlinked(store.article(a.id).reading) for a in NEWS}
    made = [
        store.correct(the(store, "پاییز").statement.id, CorrectionKind.WRONG_SPEAKER, speaker="x"),
        store.correct(the(store, "پمپ").statement.id, CorrectionKind.NOT_A_STATEMENT),
    ]
    assert [one.id for one in store.corrections()] == [one.id for one in made]
    assert [one.id for one in store.corrections("bus")] == [made[0].id]
    assert all(store.withdraw(one.id) for one in made)
    assert not store.withdraw(made[0].id)
    assert {a.id: unlinked(store.article(a.id).reading) for a in NEWS} == before
    assert store.speakers("x").items == ()


def test_a_correction_outlives_an_extraction_that_finds_nothing(store):
    put(store, NEWS, FIRST)
    seen = the(store, "پاییز").statement
    store.correct(seen.id, CorrectionKind.WRONG_SPEAKER, speaker="الهام مشکاتی")

    def nothing(items):
        return (item if isinstance(item, Failure) else Reading(item) for item in items)

    list(store.ingest(NEWS, nothing, SECOND))
    kept = the(store, "پاییز")
    assert (kept.statement.content, kept.speaker_name) == (seen.content, "الهام مشکاتی")
    (correction,) = store.corrections()
    store.withdraw(correction.id)
    assert store.count(Query()).number == 0


def test_a_correction_follows_its_words_into_an_edited_article(store):
    put(store, NEWS)
    store.correct(the(store, "پاییز").statement.id, CorrectionKind.WRONG_SPEAKER, speaker="الف ب")
    put(store, [replace(BUS, text="خبر فوری.\n" + BUS.text)])
    assert the(store, "پاییز").speaker_name == "الف ب"
    put(store, [replace(BUS, text="لیلا فرهمند گفت: آب کم است.")])
    assert the(store, "کم").speaker_name == "لیلا فرهمند"
    assert len(store.corrections("bus")) == 1


def test_a_statement_keeps_its_address_under_new_rules(store):
    put(store, NEWS, FIRST)
    old = the(store, "پاییز").statement

    def renamed(items):
        for item in items:
            reading = extract(item)
            changed = [replace(s, id=s.id[::-1]) for s in reading.statements]
            yield replace(reading, statements=tuple(changed))

    list(store.ingest(NEWS, renamed, SECOND))
    assert store.statement(old.id).statement.content == old.content
    put(store, NEWS, replace(SECOND, version="0.3.0"))
    assert store.statement(old.id).statement.content == old.content
    assert store.statement(old.id[::-1]).statement.content == old.content
    assert store.statement("nothing") is None


@pytest.mark.parametrize("spans", [[], [(5, 5)], [(9, 4)], [(0, 10**6)], [(4, 9), (8, 12)]])
def test_an_impossible_boundary_is_refused(store, spans):
    put(store, NEWS)
    with pytest.raises(CorrectionError):
        store.correct(
            the(store, "پاییز").statement.id, CorrectionKind.WRONG_BOUNDARY, content=spans
        )
    with pytest.raises(CorrectionError, match="no statement"):
        store.correct("nothing", CorrectionKind.NOT_A_STATEMENT)


def test_corrections_are_paged_from_the_newest(store):
    put(store, NEWS)
    id_ = store.search(Query("خالی")).items[0].stored.statement.id
    made = [store.correct(id_, CorrectionKind.WRONG_SPEAKER, speaker=f"x{i}") for i in range(5)]
    first = store.newest_corrections(limit=3)
    second = store.newest_corrections(first.next, 3)
    assert [one.id for one in (*first.items, *second.items)] == [one.id for one in made[::-1]]
    assert second.next is None
    with pytest.raises(QueryError):
        store.newest_corrections("x")
