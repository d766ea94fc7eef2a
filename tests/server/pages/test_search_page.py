"""The search page: results, filters, facets, paging, and what it says when there is nothing."""

from __future__ import annotations

from urllib.parse import urlencode

import pytest
from fastapi.testclient import TestClient

from gofteh.records import Article
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
    assert "/?" + urlencode({"q": "سیمرغ OR دریا", "kind": "person"}) in links
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
