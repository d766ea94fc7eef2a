"""Who is who and what is the same in a store: linked as it comes, ruled by hand."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import pairwise

import pytest

from gofteh.records import Article, Flag
from gofteh.store import PersonHead, Query, RulingError, RulingKind, Store
from store.news import put

SAID = (
    "لیلا فرهمند، رئیس سازمان آب سپیدار، گفت: ما نمی‌توانیم سد مهرکوه را تا پایان تابستان امسال "
    "خالی کنیم و آب شهر کافی است."
)


def article(id_: str, text: str, outlet: str, published: str) -> Article:
    return Article(id=id_, text=text, outlet=outlet, published=published)


FIRST = article("first", SAID, "پگاه", "2023-05-01T10:30:00+03:30")
TURNED = article(
    "turned",
    SAID.replace("نمی‌توانیم", "می‌توانیم").replace("رئیس سازمان آب سپیدار، ", ""),
    "کوی نو",
    "2023-05-01T11:30:00+03:30",
)
PART = article(
    "part",
    "به گزارش ایسنا، فرهمند گفت که ما نمی‌توانیم سد مهرکوه را تا پایان تابستان امسال خالی کنیم.",
    "سپید",
    "2023-05-01T12:30:00+03:30",
)
OFFICE = article(
    "office", "رئیس سازمان آب سپیدار گفت: باران کم باریده است.", "سپید", "2023-05-03T12:30:00+03:30"
)
FILM = article(
    "film", "لیلا فرهمند، کارگردان، گفت: فیلم تازه آماده است.", "سپید", "2023-06-03T12:30:00+03:30"
)
NEWS = [FIRST, TURNED, PART, OFFICE, FILM]


@pytest.fixture
def news(store: Store) -> Store:
    for one in NEWS:  # as they come in, one by one
        put(store, [one])
    return store


def heads(store: Store) -> list[tuple[str, int]]:
    return [(one.name, one.statements) for one in store.links.persons().items]


def only(store: Store) -> PersonHead:
    (person,) = store.links.persons().items
    return person


def said(store: Store, id_: str) -> str:
    (stored,) = store.article(id_).statements
    return stored.statement.id


def families(store: Store) -> list[str | None]:
    return [store.statement(said(store, one.id)).statement.family for one in (FIRST, TURNED, PART)]


def test_a_name_a_surname_and_an_office_are_one_person(news):
    assert heads(news) == [("لیلا فرهمند", 5)]
    person = news.links.person(only(news).id)
    assert dict(person.names) == {"لیلا فرهمند": 3, "فرهمند": 1, "رئیس سازمان آب سپیدار": 1}
    office = next(one for one in person.offices if one.office.startswith("رئیس"))
    assert (str(office.first), str(office.last)) == ("2023-05-01", "2023-05-03")
    assert news.links.main_offices([person.head.id, "none"]) == {person.head.id: office}
    assert sum(number for _, number in person.days) == 5


def test_statements_of_a_person_are_paged_over_all_articles(news):
    found, cursor = [], None
    while page := news.links.statements_of(only(news).id, cursor, 2):
        found += [one.article.id for one in page.items]
        cursor = page.next
        if cursor is None:
            break
    assert found == ["film", "office", "part", "turned", "first"]
    oldest = news.links.statements_of(only(news).id, limit=9, oldest=True)
    assert [one.article.id for one in oldest.items] == found[::-1]


def test_persons_are_found_by_name_and_surname(news):
    for name in ("فرهمند", "لیلا فرهمند", "لیلا  فرهمند"):
        assert [one.name for one in news.links.persons(name).items] == ["لیلا فرهمند"]
    assert news.links.persons("مشکاتی").items == ()


def test_one_statement_in_three_outlets_is_a_family(news):
    family = news.links.siblings(said(news, "first"))
    assert [one.stored.article.outlet for one in family.members] == ["پگاه", "کوی نو", "سپید"]
    first, turned, part = family.members
    assert first.changes == () and first.nearest is None
    assert [one.flag for one in turned.changes] == [Flag.NEGATION]
    assert (turned.changes[0].before, turned.changes[0].after) == ("نمی‌توانیم", "می‌توانیم")
    assert (turned.relation, turned.origin) == ("edited", "پگاه")
    assert (part.relation, part.credit) == ("part", "ایسنا")
    assert news.links.family(family.id) == family
    assert news.links.siblings(said(news, "film")) is None


def test_what_is_said_again_every_week_is_no_family_of_months(store):
    weeks = [
        article(f"week {n}", SAID, "پگاه", f"2023-05-{1 + 6 * n:02}T10:30:00+03:30")
        for n in range(4)
    ]
    for one in weeks:
        put(store, [one])
    ids = [said(store, one.id) for one in weeks]

    def known() -> list[str | None]:
        return [store.statement(id_).statement.family for id_ in ids]

    before = known()
    assert before[0] == before[1] == before[2] is not None
    assert before[3] is None
    assert store.statement(ids[3]).statement.nearest is None
    assert {one.statement.id for one in store.links.repeats(ids[3])} == set(ids[:3])
    list(store.links.link_again())
    assert known() == before
    store.links.rule(RulingKind.SAME, subject=ids[3], object_=ids[2])
    assert known() == [before[0]] * 4


def test_undated_statements_that_share_sentences_in_turn_are_no_one_statement(store):
    letters = "بپتجچخدرزسشص"
    sentences = [
        " ".join(f"{one}ا{other}ون" for other in letters if other != one) for one in letters
    ]
    chain = [
        article(f"link {n}", f"لیلا فرهمند گفت: «{sentences[n]} {sentences[n + 1]}».", "پگاه", "")
        for n in range(11)
    ]
    for one in chain:
        put(store, [one])
    ids = [said(store, one.id) for one in chain]
    known = [store.statement(id_).statement.family for id_ in ids]
    assert max(Counter(known).values()) <= 5
    assert all(store.links.repeats(id_) == () for id_ in ids)
    list(store.links.link_again())
    again = [store.statement(id_).statement.family for id_ in ids]
    assert [one == other for one, other in pairwise(again)] == [
        one == other for one, other in pairwise(known)
    ]
    store.links.rule(RulingKind.SAME, subject=ids[0], object_=ids[-1])
    assert store.statement(ids[0]).statement.family == store.statement(ids[-1]).statement.family


def test_an_export_tells_person_and_family(news):
    one = news.article("turned").reading
    (statement,) = one.statements
    assert one.speakers[0].person == only(news).id
    assert one.speakers[0].linked.reason
    assert statement.family == news.links.siblings(said(news, "first")).id
    assert statement.differences == (Flag.NEGATION,)


def test_an_earlier_telling_that_comes_later_is_the_first(store):
    put(store, [TURNED])
    put(store, [FIRST])
    family = store.links.siblings(said(store, "turned"))
    assert [one.stored.article.id for one in family.members] == ["first", "turned"]
    assert family.members[0].changes == ()
    assert [one.flag for one in family.members[1].changes] == [Flag.NEGATION]


def test_linking_anew_changes_no_id_and_is_the_same_again(news):
    def all_() -> object:
        return [(one.reading.speakers, one.reading.statements) for one in news.each_article()]

    before = only(news).id, families(news)
    list(news.links.link_again())
    once = all_()
    assert (only(news).id, families(news)) == before
    list(news.links.link_again())
    assert all_() == once


def test_a_split_wins_and_is_undone(news):
    whole = only(news)
    made = news.links.rule(RulingKind.SPLIT, article_id="film", name="لیلا فرهمند", author="ل")
    assert sorted(number for _, number in heads(news)) == [1, 4]
    assert news.article("film").reading.speakers[0].person == made.object
    list(news.links.link_again())
    assert news.article("film").reading.speakers[0].person == made.object
    put(news, [article("film", FILM.text + " وی رفت.", "سپید", FILM.published)])
    assert news.article("film").reading.speakers[0].person == made.object
    assert news.links.undo(made.id, by="م")
    assert news.links.persons().items == (whole,)
    assert not news.links.undo(made.id)
    (kept,) = news.links.rulings()
    assert (kept.author, kept.undone_by) == ("ل", "م")
    changes = [one.change for one in news.changes()]
    assert [one for one in changes if "split" in one] == ["undone-split", "ruled-split"]


def test_whoever_is_merged_is_one_for_ever(news):
    whole = only(news).id
    other = news.links.rule(RulingKind.SPLIT, article_id="film", name="لیلا فرهمند").object
    merged = news.links.rule(RulingKind.MERGE, subject=other, object_=whole)
    assert heads(news) == [("لیلا فرهمند", 5)]
    assert [one.id for one in news.links.person(whole).merged] == [other]
    list(news.links.link_again())
    assert heads(news) == [("لیلا فرهمند", 5)]
    news.links.undo(merged.id)
    assert sorted(number for _, number in heads(news)) == [1, 4]


def test_a_person_is_renamed_and_said_to_be_none(news):
    id_ = only(news).id
    renamed = news.links.rule(RulingKind.RENAME, subject=id_, name="خانم فرهمند")
    list(news.links.link_again())
    assert heads(news) == [("خانم فرهمند", 5)]
    news.links.undo(renamed.id)
    nobody = news.links.rule(RulingKind.NOBODY, subject=id_)
    assert heads(news) == []
    put(news, [article("new", "لیلا فرهمند گفت: برف بارید.", "سپید", "2023-07-01")])
    assert heads(news) == []
    news.links.undo(nobody.id)
    assert heads(news) == [("لیلا فرهمند", 6)]


def test_what_is_not_the_same_is_never_joined_again(news):
    one, other = said(news, "first"), said(news, "turned")
    made = news.links.rule(RulingKind.NOT_SAME, subject=one, object_=other)
    first, turned, _ = families(news)
    assert first is None or first != turned
    list(news.links.link_again())
    first, turned, _ = families(news)
    assert first is None or first != turned
    news.links.undo(made.id)
    assert len(set(families(news))) == 1


def test_what_a_human_says_is_the_same_is_joined(news):
    made = news.links.rule(
        RulingKind.SAME, subject=said(news, "film"), object_=said(news, "office")
    )
    joined = news.statement(said(news, "film")).statement.family
    assert joined == news.statement(said(news, "office")).statement.family is not None
    list(news.links.link_again())
    assert news.statement(said(news, "film")).statement.family == joined
    news.links.undo(made.id)
    assert news.statement(said(news, "film")).statement.family is None


@pytest.mark.parametrize(
    "asked",
    [
        {"kind": RulingKind.MERGE, "subject": "x", "object_": "y"},
        {"kind": RulingKind.RENAME, "subject": None, "name": "x"},
        {"kind": RulingKind.SPLIT, "article_id": "film", "name": "کسی دیگر"},
        {"kind": RulingKind.SAME, "subject": "x", "object_": "y"},
    ],
    ids=lambda asked: asked["kind"],
)
def test_a_ruling_on_what_is_not_there_is_refused(news, asked):
    rest = {name: value for name, value in asked.items() if name != "kind"}
    with pytest.raises(RulingError):
        news.links.rule(asked["kind"], **rest)
    assert news.links.rulings() == ()


def test_forgotten_articles_leave_persons_and_families(news):
    news.links.rule(RulingKind.SPLIT, article_id="film", name="لیلا فرهمند")
    assert news.forget(["film", "first"]) == 2
    assert heads(news) == [("لیلا فرهمند", 3)]
    family = news.links.siblings(said(news, "turned"))
    assert [one.stored.article.id for one in family.members] == ["turned", "part"]
    assert news.forget(["turned", "part", "office"]) == 3
    assert heads(news) == []
    assert news.db.rows("SELECT count(*) FROM family") == [(0,)]
    assert news.links.rulings() == ()


def test_a_surname_of_two_is_asked_for(store):
    put(
        store,
        [
            article("a", "رضا کوهساری، شهردار سپیدار، گفت: پل باز است.", "پگاه", "2023-05-01"),
            article("b", "مینا کوهساری، مربی تیم شنا، گفت: استخر بسته است.", "پگاه", "2023-05-02"),
            article("c", "کوهساری گفت: هوا خوب است.", "پگاه", "2023-05-03"),
        ],
    )
    (doubt,) = store.links.doubtful().items or [None]
    if doubt is not None:
        assert doubt.name == "کوهساری" and len(doubt.others) + (doubt.person is not None) >= 2
    found = store.links.suggestions()
    assert {one.person.name for one in found} == {"کوهساری"}
    assert {one.other.name for one in found} == {"رضا کوهساری", "مینا کوهساری"}
    first = found[0]
    store.links.rule(RulingKind.APART, subject=first.person.id, object_=first.other.id)
    assert first not in store.links.suggestions()


WHOLE = "\n".join(
    f"لیلا فرهمند، رئیس سازمان آب سپیدار، گفت: در {place} {amount} خانه آب ندارد و لوله‌ها {what}."
    for place, amount, what in (
        ("شهرک شمالی", "چهل", "ترکیده است"),
        ("کوی کارگران", "نود", "پوسیده بود"),
        ("بازار کهنه", "هفده", "سوراخ شد"),
        ("محله باغ‌ها", "سی", "عوض می‌شود"),
    )
)


def test_copies_of_an_article_are_told_with_their_way(store):
    put(
        store,
        [
            article("agency", WHOLE, "ایسنا", "2023-05-01T10:00:00+03:30"),
            article("copy", "به گزارش ایسنا، " + WHOLE, "پگاه", "2023-05-01T11:00:00+03:30"),
            article("short", WHOLE.rsplit("\n", 2)[0], "کوی نو", "2023-05-01T12:00:00+03:30"),
            FILM,
        ],
    )
    copies = store.links.copies("short")
    assert [one.article.id for one in copies.copies] == ["agency", "copy", "short"]
    agency, copy, short = copies.copies
    assert (agency.relation, agency.origin) == (None, None)
    assert (copy.origin, copy.credit) == ("agency", "ایسنا")
    assert short.relation == "shortened" and short.origin == "agency"
    assert store.links.copies("film") is None
    list(store.links.link_again())
    assert store.links.copies("short") == copies
    store.forget(["agency", "copy"])
    assert store.links.copies("short") is None
    for name in ("copy", "reprint"):
        assert store.db.rows(f"SELECT count(*) FROM {name}") == [(0,)]


def test_a_surname_that_came_before_the_full_name_is_asked_for(store):
    put(store, [article("a", "کوهساری گفت: هوا خوب است.", "پگاه", "2023-05-01")])
    put(store, [article("b", "رضا کوهساری گفت: پل باز است.", "سپید", "2023-05-09")])
    (full,) = [one for one in store.links.persons().items if one.name == "رضا کوهساری"]
    (found,) = store.links.suggestions(full.id)
    assert (found.other.name, found.reason) == ("کوهساری", "the same surname")
    store.links.rule(RulingKind.MERGE, subject=found.other.id, object_=full.id)
    assert store.links.suggestions(full.id) == ()
    list(store.links.link_again())
    assert heads(store) == [("رضا کوهساری", 2)]


def test_a_name_of_any_length_is_kept(store):
    long = "ب" * 9_000
    put(store, [article("a", f"رضا {long}، رئیس {long}، گفت: پل باز است.", "پگاه", "2023-05-01")])
    assert store.article("a") is not None
    assert list(store.check()) == []


def test_a_check_finds_nothing_wrong_after_rulings_and_deletions(news):
    made = news.links.rule(RulingKind.SPLIT, article_id="film", name="لیلا فرهمند")
    news.links.rule(RulingKind.NOT_SAME, subject=said(news, "first"), object_=said(news, "turned"))
    news.forget(["part"])
    assert list(news.check()) == []
    list(news.links.link_again())
    news.links.undo(made.id)
    assert list(news.check()) == []
    news.db.rows("UPDATE person SET statements = statements + 1 WHERE statements > 0")
    assert any("person" in told for told in news.check())


def test_statements_are_searched_and_counted_by_person(news):
    put(news, [article("son", "سارا فرهمند، پزشک، گفت: باران خوب است.", "پگاه", "2023-07-01")])
    person = next(one for one in news.links.persons().items if one.name == "لیلا فرهمند")
    found = news.search(Query(speaker=person.id)).items
    assert len(found) == 5
    assert {one.stored.statement.speaker.person for one in found} == {person.id}
    with_words = news.search(Query(words="باران", speaker=person.id)).items
    assert [one.stored.article.id for one in with_words] == ["office"]
    assert news.count(Query(speaker=person.id)).number == 5
    facet = news.facets(Query()).speakers[0]
    assert (facet.value, facet.label, facet.count) == (person.id, "لیلا فرهمند", 5)
    assert news.search(Query(speaker="0" * 16)).items == ()


def test_a_search_by_a_former_id_finds_whom_it_leads_to(news):
    put(news, [article("son", "سارا فرهمند، پزشک، گفت: باران خوب است.", "پگاه", "2023-07-01")])
    one, two = news.links.persons().items
    news.links.rule(RulingKind.MERGE, subject=two.id, object_=one.id)
    assert news.count(Query(speaker=one.id)).number == 6
    assert news.count(Query(speaker=two.id)).number == 0


def test_offices_stand_apart_from_persons_who_are_doubtful(store):
    put(
        store,
        [
            article("a", "استاندار سپیدار گفت: پل باز است.", "پگاه", "2023-05-01"),
            article("b", "سعید کوهساری، داور، گفت: بازی خوب بود.", "پگاه", "2023-05-02"),
        ],
    )
    assert [one.name for one in store.links.doubtful(offices=True).items] == ["استاندار سپیدار"]
    assert all(one.name != "استاندار سپیدار" for one in store.links.doubtful().items)


def test_what_moves_most_statements_is_asked_for_first(store):
    told = [
        ("رضا کوهساری، شهردار سپیدار،", 1),
        ("مینا کوهساری، مربی شنا،", 1),
        ("کوهساری", 1),
        ("رضا بهاری، نویسنده،", 1),
        ("مینا بهاری، داور،", 1),
        ("بهاری", 3),
    ]
    text = "گفت: پل بسته است. او گفت: رود پر است. وی گفت: راه باز است."
    put(
        store,
        [
            article(str(n), f"{who} {' '.join(text.split()[: 4 * times])}", "پگاه", "2023-05-01")
            for n, (who, times) in enumerate(told)
        ],
    )
    found = store.links.suggestions()
    weights = [one.likelihood * min(one.person.statements, one.other.statements) for one in found]
    assert len(found) >= 2 and weights == sorted(weights, reverse=True)
    assert all(0 < one.likelihood < 1 for one in found)


def test_the_most_quoted_of_an_outlet_are_persons_not_names(store):
    put(store, [FIRST, replace(TURNED, outlet="پگاه"), replace(PART, outlet="پگاه")])
    person = only(store)
    (head,) = store.outlets()[0].speakers
    assert (head.name, head.statements, head.person) == (person.name, 3, person.id)
    assert store.speaker_head(head.id) is not None
    names = store.speakers().items
    assert {one.name for one in names} == {"لیلا فرهمند", "فرهمند"}
    assert {one.person for one in names} == {person.id}
