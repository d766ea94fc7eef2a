"""The search box: what is typed becomes a tree, whatever is typed."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gofteh.records import Article
from gofteh.store import Query, QueryError, Slip, open_store, slips
from gofteh.store.query import All, AnyOf, Phrase, Term, Without, any_of, parse
from gofteh.store.snippets import snippet
from gofteh.text.terms import terms_of
from store.news import put

TYPED = st.text('آب سد«»"()*-ANDORNT می\u200cها۱a', max_size=60)


@pytest.mark.parametrize(
    ("typed", "tree"),
    [
        ("آب", Term("آب")),
        ("", None),
        ("AND", None),
        ('"آب سد"', Phrase(("آب", "سد"))),
        ('"آب سد', Phrase(("آب", "سد"))),
        ("آب*", Term("آب", prefix=True)),
        ("آب AND NOT سد", All((Term("آب"), Without(Term("سد"))))),
        ("آب OR سد", AnyOf((Term("آب"), Term("سد")))),
        ("۱ ۲", All((Term("1"), Term("2")))),
        ("آب سد", AnyOf((All((Term("آب"), Term("سد"))), Term("آبسد")))),
        ("دانش‌آموز", AnyOf((Term("دانشاموز"), Phrase(("دانش", "آموز"))))),
        ("گفت‌وگو", AnyOf((Term("گفتگو"), Phrase(("گفت", "وگو"))))),
        ("گفتگو", Term("گفتگو")),
        (
            "گفت و گو",
            AnyOf(
                (
                    All((Term("گفت"), Term("و"), Term("گو"))),
                    All((Term("گفتو"), Term("گو"))),
                    All((Term("گفت"), Term("وگو"))),
                    Term("گفتگو"),
                )
            ),
        ),
        ("-«آب سد»", Without(Phrase(("آب", "سد")))),
        ("ضد-آب", All((Term("ضد"), Term("آب")))),
    ],
)
def test_what_is_typed_becomes_a_tree(typed, tree):
    found = parse(typed)
    if typed == "ضد-آب":
        assert {Term("ضد"), Term("آب")} <= set(found.parts[0].parts)
    else:
        assert found == tree


@given(TYPED | st.text(max_size=100))
def test_anything_typed_is_a_query_or_refused(typed):
    try:
        parse(typed)
    except QueryError as error:
        assert str(error)


@pytest.fixture(scope="module")
def both(server):
    from store.conftest import empty

    with open_store(":memory:") as one, open_store(empty(server)) as other:
        for store in (one, other):
            put(
                store, [Article(id=str(i), text=f"رضا نیکو گفت: {t}.") for i, t in enumerate(TEXTS)]
            )
        yield one, other


TEXTS = [
    "آب سد پر است",
    "سد آب ندارد",
    "آب‌ها می‌آید",
    "سدها ۱۲ تا",
    "آب a سد",
    "می آید آبسد",
    "نه این و نه آن",
]


@settings(deadline=None)
@given(typed=TYPED)
def test_both_databases_find_the_same(both, typed):
    one, other = both
    try:
        parse(typed)
    except QueryError:
        return
    found = [{hit.stored.article.id for hit in store.search(Query(typed)).items} for store in both]
    assert found[0] == found[1]
    assert one.count(Query(typed)) == other.count(Query(typed))


@settings(deadline=None)
@given(words=st.lists(st.sampled_from("آب سد پر می‌آید 12 a آبسد این".split()), max_size=3))
def test_search_finds_what_holds_all_words(both, words):
    keys = [terms_of(word).keys[0] for word in words]
    expected = set()
    for number, text in enumerate(TEXTS):
        there = terms_of(text).keys
        if set(keys) <= set(there) | set(terms_of("رضا نیکو").keys):
            expected.add(str(number))
    query = Query(" AND ".join(words))
    assert expected == {hit.stored.article.id for hit in both[0].search(query, limit=50).items}


@given(st.text(max_size=60) | TYPED, TYPED)
def test_snippets_say_nothing_but_the_raw_text(raw, typed):
    try:
        node = parse(typed)
    except QueryError:
        return
    for width in (20, 400):
        pieces = [piece.text for piece in snippet(raw, node, width)]
        shown = "".join(pieces).removesuffix("…").removeprefix("…")
        assert shown in raw


def test_a_long_text_is_shown_from_before_its_first_mark():
    raw = "کلمه " * 200 + "سد پر است" + " دیگر" * 200
    pieces = snippet(raw, parse("سد"))
    assert pieces[0].text == pieces[-1].text == "…"
    assert [piece.text for piece in pieces if piece.marked] == ["سد"]
    assert len("".join(piece.text for piece in pieces)) < 340


@pytest.mark.parametrize(
    ("typed", "tree"),
    [
        ("آب یا سد", AnyOf((Term("آب"), Term("سد")))),
        ("آب يا سد", AnyOf((Term("آب"), Term("سد")))),
        ("آب نه سد", All((Term("آب"), Without(Term("سد"))))),
        ("آب و نه سد", All((Term("آب"), Without(Term("سد"))))),
        ("آب نه (سد یا پل)", All((Term("آب"), Without(AnyOf((Term("سد"), Term("پل"))))))),
        ("آب نه «سد پر»", All((Term("آب"), Without(Phrase(("سد", "پر")))))),
        # Words where there is nothing to join.
        ("یا", Term("یا")),
        ("«آب یا سد»", Phrase(("آب", "یا", "سد"))),
        ("نه", Term("نه")),
        ("یا «آب سد»", All((Term("یا"), Phrase(("آب", "سد"))))),
        ("«آب سد» نه", All((Phrase(("آب", "سد")), Term("نه")))),
    ],
)
def test_persian_operators_join_what_stands_on_both_sides(typed, tree):
    assert parse(typed) == tree


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("آب یا سد", ()),
        ("«آب سد» -پل (برق OR گاز)", ()),
        ("«آب سد", (Slip.QUOTE,)),
        ('"', (Slip.QUOTE,)),
        ("(آب یا سد", (Slip.PARENTHESIS,)),
        ("آب) سد (پل", (Slip.PARENTHESIS,)),
        ("آب OR", (Slip.OPERATOR,)),
        ("AND آب", (Slip.OPERATOR,)),
        ("(آب NOT) سد", (Slip.OPERATOR,)),
    ],
)
def test_what_is_passed_over_is_told(typed, told):
    assert slips(typed) == told


@given(TYPED)
def test_slips_are_told_of_anything(typed):
    assert len(slips(typed)) == len(set(slips(typed)))


@pytest.mark.parametrize(
    ("sentence", "query"),
    [
        ("آب سد، آب نیست!", "آب OR سد OR نیست"),
        ("«نمی‌روم» و نه (هیچ‌گاه)", "نمی‌روم OR هیچ‌گاه"),
        ("AND", ""),
        ("", ""),
    ],
)
def test_a_sentence_becomes_the_query_for_any_of_its_words(sentence: str, query: str) -> None:
    assert any_of(sentence) == query


@given(TYPED, st.integers(1, 60))
def test_the_query_for_any_word_can_always_be_asked(typed: str, times: int) -> None:
    parse(any_of(" ".join(f"{typed}{n}" for n in range(times))))
