"""The search page: results, filters, facets, paging, and what it says when there is nothing."""

from __future__ import annotations

from urllib.parse import urlencode

import pytest
from fastapi.testclient import TestClient

from gofteh.records import Article
from gofteh.server.pages.messages import MESSAGES
from server.pages.reading import get, texts


def found(client: TestClient, **question: str) -> list[str]:
    return [text.strip("«»") for text in texts(get(client, f"/?{urlencode(question)}"), "a.said")]


CANNOT = "ما نمی‌توانیم سد را خالی کنیم"
ENOUGH = "آب سپیدار تا پاییز کافی است"
ARRIVE = "سی اتوبوس تازه می‌رسد"
DRY = "رودخانه خشک نشده است و دانش آموزان نگران نباشند"


def test_words_find_statements_and_are_marked(client: TestClient) -> None:
    page = get(client, "/?q=نميتوانيم")
    assert texts(page, "mark.w") == ["نمی‌توانیم"]
    assert texts(page, ".hit .name") == ["لیلا فرهمند"]
    assert texts(page, ".hit .role") == ["رئیس سازمان آب سپیدار"]
    assert texts(page, ".hit .outlet") == ["پگاه"]
    assert texts(page, ".hit time") == ["۱۱ اردیبهشت ۱۴۰۲"]
    assert page.css_first(".hit time").attributes["datetime"] == "2023-05-01"


@pytest.mark.parametrize(
    ("asked", "marked"),
    [("q=سازمان", ["سازمان"]), ("q=فرهمند+آب", ["فرهمند", "آب"]), ("who=شهردار", ["شهردار"])],
)
def test_words_of_the_speaker_are_marked_where_they_are_found(
    client: TestClient, asked: str, marked: list[str]
) -> None:
    hit = get(client, f"/?{asked}").css_first(".hit")
    assert set(texts(hit, ".who mark.w")) >= set(marked) - set(texts(hit, ".said mark.w"))
    assert {*texts(hit, ".who mark.w"), *texts(hit, ".said mark.w")} == set(marked)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ({"outlet": "کوی نو"}, {ARRIVE, ENOUGH}),
        ({"kind": "unnamed"}, {DRY}),
        ({"q": "سپیدار", "manner": "indirect"}, {ARRIVE, ENOUGH}),
        ({"who": "شهردار"}, {ARRIVE}),
        ({"q": "سد", "since": "1402/02", "until": "1402/02"}, {CANNOT}),
        ({"q": "سد", "since": "۱۴۰۲/۰۲/۱۱", "until": "2023-05-01"}, {CANNOT}),
        ({"since": "1403"}, set()),
    ],
)
def test_filters(client: TestClient, question: dict[str, str], expected: set[str]) -> None:
    assert set(found(client, **question)) == expected


def test_a_filter_in_force_can_be_taken_out(client: TestClient) -> None:
    page = get(client, "/?q=سپیدار&kind=person&manner=indirect")
    assert texts(page, ".chips a") == ["شخص ×", "نقل غیرمستقیم ×", "پاک کردن همه"]
    without = page.css(".chips a")[0].attributes["href"]
    assert texts(get(client, without), ".chips a") == ["نقل غیرمستقیم ×"]
    cleared = page.css(".chips a")[2].attributes["href"]
    page = get(client, cleared)
    assert not page.css(".chips")
    assert page.css_first("#q").attributes["value"] == "سپیدار"


def test_facets_come_without_a_script_too(client: TestClient) -> None:
    plain = get(client, "/?q=سپیدار")
    assert plain.css_first("#facets").attributes["data-load"].startswith("/facets?")
    page = get(client, plain.css_first("#facets .load a").attributes["href"])
    assert "لیلا فرهمند ۳" in texts(page, ".facets li a")
    assert texts(page, "#number") == ["۴ گفته"]


def test_facets_for_the_script_are_the_same(client: TestClient) -> None:
    fragment = get(client, "/facets?q=سپیدار")
    whole = get(client, "/?q=سپیدار&facets=1")
    assert texts(fragment, "li a") == texts(whole, ".facets li a")
    assert fragment.css_first(".groups").attributes["data-count"] == texts(whole, "#number")[0]


def test_a_facet_narrows_and_takes_itself_out_again(client: TestClient) -> None:
    page = get(client, "/?facets=1")
    link = next(a for a in page.css(".facets li a") if "کوی نو" in a.text())
    assert link.attributes["href"] == "/?" + urlencode({"outlet": "کوی نو"})
    again = get(client, link.attributes["href"] + "&facets=1")
    (on,) = again.css(".facets li a[aria-current]")
    assert "outlet" not in on.attributes["href"]


def test_articles_are_found_by_their_text(client: TestClient) -> None:
    page = get(client, "/?scope=articles&q=اتوبوس")
    assert texts(page, ".hit h3") == ["اتوبوس‌های تازه"]
    assert page.css_first(".hit h3 a").attributes["href"] == "/articles/bus"
    assert page.css("input[name=scope][value=articles][checked]")


def test_nothing_found_teaches(client: TestClient) -> None:
    page = get(client, "/?q=سیمرغ دریا&kind=person")
    links = {a.attributes["href"] for a in page.css(".teach a")}
    assert "/?" + urlencode({"q": "سیمرغ دریا"}) in links
    assert "/?" + urlencode({"q": "سیمرغ یا دریا", "order": "best", "kind": "person"}) in links
    assert "/?" + urlencode({"q": "سیمرغ دریا", "scope": "articles"}) in links
    assert "<" not in page.css_first(".teach").text()


@pytest.mark.parametrize(
    ("question", "field"),
    [({"since": "دیروزها"}, "since"), ({"until": "x"}, "until")],
)
def test_a_date_that_is_none_is_told_at_its_field(
    client: TestClient, question: dict[str, str], field: str
) -> None:
    page = get(client, f"/?{urlencode(question)}", 400)
    assert page.css_first("[role=alert]").text().strip()
    assert page.css_first(f"#{field}").attributes["aria-invalid"] == "true"
    assert page.css_first(f"#{field}").attributes["value"] == question[field]


@pytest.mark.parametrize("question", [{"q": "(" * 200}, {"q": "آ" * 1500}, {"confidence": "7"}])
def test_a_query_that_is_none_is_told(client: TestClient, question: dict[str, str]) -> None:
    assert get(client, f"/?{urlencode(question)}", 400).css("[role=alert]")


def test_values_of_filters_are_no_markup_and_no_terms(client: TestClient) -> None:
    evil = '"><script>alert(1)</script>'
    for field in ("q", "who", "outlet", "speaker", "since", "act", "order", "scope"):
        answer = client.get(f"/?{urlencode({field: evil})}")
        assert answer.status_code in (200, 400)
        assert "<script>alert" not in answer.text


def test_paging_shows_each_statement_once(with_articles) -> None:
    client = with_articles(
        *(
            Article(
                f"لیلا فرهمند گفت: پل شماره {i} باز شد.",
                id=f"a{i}",
                published=f"2023-05-{i + 1:02}",
            )
            for i in range(25)
        )
    )
    first = get(client, "/?q=پل")
    following = first.css_first("a.next").attributes["href"]
    second = get(client, following)
    both = texts(first, "a.said") + texts(second, "a.said")
    assert (len(first.css(".hit")), len(second.css(".hit")), len(set(both))) == (20, 5, 25)
    assert not second.css("a.next")
    assert second.css_first(".paging a").attributes["href"] == "/?" + urlencode({"q": "پل"})


def test_articles_are_counted_and_those_without_a_headline_begin_with_their_words(
    with_articles,
) -> None:
    said = "الهام مشکاتی گفت: پل {} تا بهار باز می‌شود."
    client = with_articles(
        Article(said.format("یکم"), id="one", title="پل یکم"),
        Article(said.format("دوم"), id="two"),
    )
    page = get(client, "/?scope=articles&q=پل")
    assert texts(page, "#number") == [MESSAGES["articles-count"][0].format(number="۲")]
    heads = {a.attributes["href"]: " ".join(a.text().split()) for a in page.css(".hit h3 a")}
    assert heads == {"/articles/one": "پل یکم", "/articles/two": said.format("دوم")}
    english = get(client, "/?scope=articles&q=یکم", language="en")
    assert texts(english, "#number") == [MESSAGES["articles-count-one"][1].format(number="1")]


def test_a_noun_is_found_in_its_other_number_and_that_is_told(with_articles) -> None:
    client = with_articles(
        Article("الهام مشکاتی گفت: کارگران بندر به خانه رفتند.", id="several"),
        Article("الهام مشکاتی گفت: مذاکره با کارگر بندر پایان یافت.", id="one"),
    )
    for typed, other in (("کارگر", "کارگران"), ("کارگران", "کارگر")):
        page = get(client, f"/?q={typed}")
        assert set(texts(page, ".hit mark.w")) == {typed, other}
        assert [node.text() for node in page.css(".spellings bdi:not(:first-child)")][-1:] == [
            other
        ]
    assert len(get(client, "/?q=مذاکرات بندر").css(".hit")) == 1
    assert len(get(client, "/?q=بندر نه کارگران").css(".hit")) == 0
    assert len(get(client, "/?q=«کارگر بندر»").css(".hit")) == 1  # a phrase stays as it is typed


def test_other_spellings_that_were_found_are_told(with_articles) -> None:
    said = "الهام مشکاتی گفت: هیأت تازه فردا می‌آید."
    other = "الهام مشکاتی گفت: هیات دیگر نمی‌آید."
    client = with_articles(Article(said, id="x"), Article(other, id="y"))
    page = get(client, "/?q=هیئت")
    assert len(page.css(".hit")) == 2
    (told,) = texts(page, ".spellings")
    assert "هیئت" in told
    assert {"هیأت", "هیات"} <= {node.text() for node in page.css(".spellings bdi")}
    told = [node.text() for node in get(client, "/?q=هیات دیگر").css(".spellings bdi")]
    assert "هیات" not in told  # as it was typed


@pytest.mark.parametrize("language", ["fa", "en"])
def test_what_may_have_been_meant_is_offered(client: TestClient, language: str) -> None:
    page = get(client, "/?q=اتوبیس&kind=person", language=language)
    link = page.css_first(".meant a")
    assert link.text() == "اتوبوس"
    assert texts(get(client, link.attributes["href"]), "a.said") == [ARRIVE]
    assert not get(client, "/?q=اتوبوس").css(".meant")


@pytest.mark.parametrize("language", ["fa", "en"])
def test_what_was_passed_over_in_a_query_is_told(client: TestClient, language: str) -> None:
    page = get(client, "/?q=«سد OR", language=language)
    assert MESSAGES["slip-quote"][language == "en"] in texts(page, ".hint")
    page = get(client, "/?" + urlencode({"q": "(" * 20 + "سد"}), 400, language=language)
    assert MESSAGES["bad-depth"][language == "en"] in page.css_first("#problem").text()


def test_persian_operators_work_in_the_search_box(client: TestClient) -> None:
    assert set(found(client, q="اتوبوس یا پاییز")) == {ARRIVE, ENOUGH}
    assert set(found(client, q="سپیدار نه پاییز")) == set(found(client, q="سپیدار -پاییز"))


@pytest.mark.parametrize(("language", "year"), [("fa", "1402"), ("en", "2023")])
def test_years_are_counted_and_narrow_results(client: TestClient, language: str, year: str) -> None:
    page = get(client, "/?facets=1", language=language)
    (link,) = page.css(f".facets a[href='/?since={year}&until={year}']")
    assert link.css_first(".n-of").text() in ("۴", "4")
    page = get(client, link.attributes["href"])
    assert len(page.css(".hit")) == 4
    (chip,) = page.css(".chips a")  # one filter, not two
    assert chip.attributes["href"] == "/"
    page = get(client, link.attributes["href"] + "&facets=1")
    assert page.css_first(".facets a[aria-current][href='/']")


def test_days_can_be_chosen_from_lists(client: TestClient) -> None:
    years = get(client, "/").css("[data-day=since] select")[0]
    assert [one.attributes["value"] for one in years.css("option")] == ["", "1402"]
    months = texts(get(client, "/"), "[data-day=until] label:nth-of-type(2) option")
    assert (months[1], months[12], len(months)) == ("فروردین", "اسفند", 13)
    english = texts(get(client, "/", language="en"), "[data-day=until] label:nth-of-type(2) option")
    assert english[1] == "January"


def test_names_are_suggested_as_they_begin(client: TestClient) -> None:
    def suggested(name: str) -> list[str]:
        return [one["name"] for one in client.get("/suggest", params={"name": name}).json()]

    assert suggested("لیل") == ["لیلا فرهمند"]
    assert suggested("فره") == ["لیلا فرهمند"]
    assert suggested("الهام م") == ["الهام مشکاتی"]
    assert client.get("/suggest?name=الهام").json()[0]["role"]
    for nothing in ("", "ل", "%", "_" * 3000, "سیمرغ", "\0"):
        assert suggested(nothing) == []


def test_a_quote_told_otherwise_leads_to_the_closest(client: TestClient) -> None:
    quote = "ما «نمی‌توانیم» سد را ببندیم، هرگز."
    page = get(client, f"/?{urlencode({'q': quote})}")
    assert not texts(page, "a.said")
    (link,) = (a.attributes["href"] for a in page.css(".teach a") if "order=best" in a.html)
    assert texts(get(client, link), "a.said")[0].strip("«»") == CANNOT
