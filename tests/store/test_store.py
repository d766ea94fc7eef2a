"""What the store does, the same on both databases."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from gofteh.records import Article, Failure, Reading, Span, Statement
from gofteh.store import (
    CorrectionError,
    CorrectionKind,
    Order,
    Outcome,
    Query,
    QueryError,
    State,
    Store,
    StoreError,
    open_store,
    sqlite,
)
from grammar import extract
from store.news import BUS, DAM, FIRST, NEWS, RIVER, SECOND, put, unlinked


def contents(store: Store, words: str = "", **filters: object) -> list[str]:
    page = store.search(Query(words, **filters))
    return [hit.stored.statement.content_text for hit in page.items]


def bare(statement: Statement | None) -> Statement | None:
    if statement is None:
        return None
    speaker = replace(statement.speaker, person=None, linked=None)
    return replace(statement, speaker=speaker, family=None, changes=(), differences=())


def table(store: Store, name: str) -> int:
    return store.db.rows(f"SELECT count(*) FROM {name}")[0][0]


CANNOT = "ما نمی‌توانیم سد را خالی کنیم"
SANCTIONS = "تحریم‌های تازه خرید ۱۲٬۰۰۰ پمپ را دشوار کرده است"
ENOUGH = "آب سپیدار تا پاییز کافی است"
ARRIVE = "سی اتوبوس تازه می‌رسد"
DRY = "رودخانه خشک نشده است و دانش آموزان نگران نباشند"


# --- in -----------------------------------------------------------------------------------


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


# --- search -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("نمی‌توانیم", [CANNOT]),
        ("نمی توانیم", [CANNOT]),
        ("نميتوانيم", [CANNOT]),
        ("تحریم", [SANCTIONS]),
        ("تحريم هاي", [SANCTIONS]),
        ("تحریمهای", [SANCTIONS]),
        ("12000", [SANCTIONS]),
        ("١٢٠٠٠ پمپ", [SANCTIONS]),
        ("دانش‌آموزان", [DRY]),
        ("دانشآموزان", []),  # written apart in the text; only a lexicon could tell
        ('"سد را خالی"', [CANNOT]),
        ('"خالی سد"', []),
        ("«خرید ۱۲۰۰۰»", [SANCTIONS]),
        ("پم*", [SANCTIONS]),
        ("پم", []),
        ("سد OR پمپ", [CANNOT, SANCTIONS]),
        ("سد پمپ", []),
        ("سد AND خالی", [CANNOT]),
        ("تازه NOT پمپ", [ARRIVE]),
        ("تازه -پمپ", [ARRIVE]),
        ("(سد OR پمپ) -خالی", [SANCTIONS]),
        ("-تازه -خالی", [ENOUGH, DRY]),
        ("فرهمند پمپ", [SANCTIONS]),
        ("", [ARRIVE, ENOUGH, CANNOT, SANCTIONS, DRY]),
        ("!؟", [ARRIVE, ENOUGH, CANNOT, SANCTIONS, DRY]),
    ],
)
def test_search_finds(store, words, found):
    put(store, NEWS)
    assert sorted(contents(store, words)) == sorted(found)


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({"outlets": ("کوی نو",)}, {ARRIVE, ENOUGH}),
        ({"outlets": ("کوی نو", "پگاه"), "words": "تازه"}, {ARRIVE, SANCTIONS}),
        ({"outlets": ("هیچ",)}, set()),
        ({"speaker_name": "فرهمند"}, {CANNOT, SANCTIONS, ENOUGH}),
        ({"speaker_name": "شهردار"}, {ARRIVE}),
        ({"kinds": ("unnamed",)}, {DRY}),
        ({"manners": ("indirect",)}, {ARRIVE, ENOUGH}),
        ({"acts": ("add",)}, {SANCTIONS}),
        ({"since": dt.date(2023, 5, 1), "until": dt.date(2023, 5, 1)}, {CANNOT, SANCTIONS}),
        ({"since": dt.date(2023, 5, 2)}, {ARRIVE, ENOUGH}),
        ({"until": dt.date(2023, 8, 31)}, {CANNOT, SANCTIONS}),
        ({"until": dt.date.max}, {ARRIVE, ENOUGH, CANNOT, SANCTIONS}),
        ({"min_confidence": 1.0}, set()),
        ({"min_confidence": 0.05}, {ARRIVE, ENOUGH, CANNOT, SANCTIONS, DRY}),
        ({"speaker": "no-such-id"}, set()),
    ],
)
def test_filters_narrow(store, filters, found):
    put(store, NEWS)
    assert set(contents(store, **filters)) == found


def test_a_filter_cannot_break_out_of_its_tag(store):
    put(store, NEWS)
    for value in ('person" OR "x_all', "person'", "a b", "*"):
        with pytest.raises(QueryError):
            store.search(Query(kinds=(value,)))


def test_speakers_are_one_under_every_spelling_of_a_name(store):
    other = Article(id="o", text="ليلا  فرهمند گفت: باران بارید.", published="2024-01-01")
    put(store, [*NEWS, other])
    (head,) = store.speakers("فرهمند").items
    assert (head.name, head.statements) == ("لیلا فرهمند", 4)
    profile = store.speaker(head.id)
    assert profile.days == (
        (dt.date(2023, 5, 1), 2),
        (dt.date(2023, 9, 1), 1),
        (dt.date(2024, 1, 1), 1),
    )
    assert dict(profile.outlets) == {"پگاه": 2, "کوی نو": 1}
    assert [role.role for role in profile.roles] == ["رئیس سازمان آب سپیدار"]
    assert profile.roles[0].first == dt.date(2023, 5, 1)
    assert set(contents(store, speaker=head.id)) == {CANNOT, SANCTIONS, ENOUGH, "باران بارید"}


def test_newest_come_first_the_undated_last_and_pages_follow_on(store):
    put(store, NEWS)
    whole = contents(store)
    assert set(whole[:2]) == {ARRIVE, ENOUGH} and whole[-1] == DRY
    assert contents(store, order=Order.OLDEST) == whole[::-1]
    for order, expected in ((Order.NEWEST, whole), (Order.OLDEST, whole[::-1])):
        paged, cursor = [], None
        while True:
            page = store.search(Query(order=order), cursor, limit=2)
            paged += [hit.stored.statement.content_text for hit in page.items]
            cursor = page.next
            if cursor is None:
                break
        assert paged == expected


def test_the_best_match_comes_first(store):
    many = Article(id="m", text="رضا نیکو گفت: باران و باران و باران.", published="2020-01-01")
    once = Article(
        id="n",
        text="رضا نیکو گفت: دیروز در شهر ما پس از ماه‌ها خشکی کمی باران بارید و خاک تر شد.",
        published="2021-01-01",
    )
    put(store, [once, many])
    best = Query("باران", order=Order.BEST)
    assert [hit.stored.article.id for hit in store.search(best).items] == ["m", "n"]
    first = store.search(best, limit=1)
    assert [hit.stored.article.id for hit in store.search(best, first.next, 1).items] == ["n"]


def test_counts_and_facets_say_what_can_be_narrowed_to(store):
    put(store, NEWS)
    assert store.count(Query()).number == 5
    assert store.count(Query("تازه")).number == 2
    facets = store.facets(Query())
    assert facets.exact and facets.over == 5
    assert {facet.label: facet.count for facet in facets.speakers}["لیلا فرهمند"] == 3
    assert {facet.value: facet.count for facet in facets.outlets} == {"پگاه": 3, "کوی نو": 2}
    assert {facet.value: facet.count for facet in facets.kinds} == {"person": 4, "unnamed": 1}
    for facet in facets.speakers:
        assert store.count(Query(speaker=facet.value)).number == facet.count


def test_articles_are_searched_too(store):
    put(store, NEWS)
    found = store.search_articles(Query("شهردار"))
    assert [hit.head.id for hit in found.items] == ["bus"]
    assert any(piece.marked and piece.text == "شهردار" for piece in found.items[0].snippet)
    assert [h.head.id for h in store.search_articles(Query(), limit=2).items] == ["bus", "dam"]
    by_outlet = store.search_articles(Query(outlets=("پگاه",)))
    assert [hit.head.id for hit in by_outlet.items] == ["dam", "river"]


def test_snippets_mark_the_raw_words(store):
    put(store, NEWS)
    (hit,) = store.search(Query("12000 تحریم")).items
    assert "".join(piece.text for piece in hit.snippet) == SANCTIONS
    assert [piece.text for piece in hit.snippet if piece.marked] == ["تحریم‌های", "۱۲٬۰۰۰"]


@pytest.mark.parametrize("cursor", ["", "k", "kzz", "r1", "q1", "k-1", "k" + "f" * 40])
def test_a_cursor_that_is_none_is_refused(store, cursor):
    put(store, NEWS)
    if cursor:
        with pytest.raises(QueryError):
            store.search(Query(), cursor)


@pytest.mark.parametrize("words", ["(" * 500, "ا" * 2000, "NOT " * 200 + "a", "آب " * 300])
def test_a_query_that_costs_too_much_is_refused(store, words):
    with pytest.raises(QueryError):
        store.search(Query(words))


def test_outlets_tell_whom_they_give_the_word(store):
    put(store, NEWS)
    first, second = store.outlets()
    assert (first.name, first.articles, first.statements) == ("پگاه", 2, 3)
    assert (first.direct, first.unnamed) == (3, 1)
    assert second.speakers[0].statements == 1
    assert {speaker.name for speaker in second.speakers} == {"الهام مشکاتی", "لیلا فرهمند"}


# --- corrections --------------------------------------------------------------------------


def the(store: Store, words: str):
    (hit,) = store.search(Query(words)).items
    return hit.stored


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


# --- out ----------------------------------------------------------------------------------


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


def test_a_store_opens_again_as_it_was(place):
    with open_store(place) as store:
        put(store, NEWS)
    with open_store(place) as store:
        assert len(contents(store)) == 5


def test_an_index_of_older_terms_is_made_anew(place):
    with open_store(place) as store:
        put(store, NEWS)
        store.correct(the(store, "پاییز").statement.id, CorrectionKind.NOT_A_STATEMENT)
        store.db.rows("UPDATE meta SET value = '0' WHERE name = 'terms'")
        from gofteh.store.database import Index

        for index in Index:
            store.db.clear(index)
    with open_store(place) as store:
        assert len(contents(store)) == 4
        assert contents(store, "نمی توانیم") == [CANNOT]


def test_a_newer_database_is_left_alone(place):
    with open_store(place) as store:
        if place.startswith("postgresql"):
            store.db.rows("UPDATE meta SET value = '99' WHERE name = 'schema'")
        else:
            store.db.rows("PRAGMA user_version = 99")
    with pytest.raises(StoreError, match="Update gofteh"):
        open_store(place)


def test_plain_views_show_texts_and_days(store):
    put(store, NEWS)
    rows = store.db.rows("SELECT content, cue, speaker, outlet, day FROM statements")
    assert {row[0] for row in rows} == {CANNOT, SANCTIONS, ENOUGH, ARRIVE, DRY}
    days = {row[0]: str(row[4]) for row in rows}
    assert days[CANNOT] == "2023-05-01" and days[DRY] == "None"
    assert dict(store.db.rows("SELECT id, statements FROM articles"))["dam"] == 2


def test_places_that_cannot_be_opened_say_what_to_do(tmp_path):
    with pytest.raises(StoreError, match="Make it first"):
        open_store(str(tmp_path / "missing" / "x.db"))
    wrong = tmp_path / "no.db"
    wrong.write_bytes(b"this is no database, but long enough to be read as one" * 20)
    with pytest.raises(StoreError, match="cannot be opened"):
        open_store(str(wrong))
    with pytest.raises(StoreError, match="cannot connect"):
        open_store("postgresql://nobody@127.0.0.1:1/nothing")


def test_a_database_that_another_keeps_is_told_of(tmp_path, monkeypatch):
    monkeypatch.setitem(sqlite._CONNECT, "timeout", 0.01)
    path = str(tmp_path / "n.db")
    with open_store(path) as one, open_store(path) as other, one.db.writing():
        with pytest.raises(StoreError, match="who else is writing"):
            put(other, NEWS)
        assert contents(other) == []


def test_span_texts_are_the_raw_ones(store):
    put(store, NEWS)
    for article in store.each_article():
        raw = article.reading.article.raw
        for statement in article.reading.statements:
            for span in (*statement.content, *statement.cue):
                assert span == Span.of(raw, span.start, span.end)


def test_rivers_unnamed_source_is_listed_as_such(store):
    put(store, [RIVER])
    assert contents(store, kinds=("unnamed",)) == [DRY]


# --- what the pages ask for ----------------------------------------------------------------


def test_the_head_of_a_speaker_is_that_of_the_profile(store):
    put(store, NEWS)
    for head in store.speakers().items:
        assert store.speaker_head(head.id) == store.speaker(head.id).head == head
    assert store.speaker_head("none") is None


def test_outlets_have_their_names(store):
    assert store.outlet_names() == ()
    put(store, NEWS)
    assert store.outlet_names() == ("پگاه", "کوی نو")


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
