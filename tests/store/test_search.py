"""What a store finds, and how it narrows down and pages; the same on both databases."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from gofteh.records import Article
from gofteh.store import Order, Query, QueryError
from store.news import NEWS, RIVER, put
from store.told import ARRIVE, CANNOT, DRY, ENOUGH, SANCTIONS, contents


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


@pytest.mark.parametrize("counted", [1, 2, 10_000])
def test_counts_of_ranges_are_those_of_each(store, monkeypatch, counted):
    put(store, NEWS)
    monkeypatch.setattr("gofteh.store.search.COUNTED", counted)
    days = [(dt.date(year, 1, 1), dt.date(year, 12, 31)) for year in range(2021, 2025)]
    days += [(dt.date(2023, 5, 1), dt.date(2023, 5, 1)), (dt.date(2023, 5, 2), dt.date(2023, 9, 1))]
    for query in (Query(), Query("آب OR سد"), Query(outlets=("پگاه",)), Query(kinds=("x",))):
        alone = [store.count(replace(query, since=a, until=b)) for a, b in days]
        assert list(store.counts(query, days)) == alone


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


def test_rivers_unnamed_source_is_listed_as_such(store):
    put(store, [RIVER])
    assert contents(store, kinds=("unnamed",)) == [DRY]
