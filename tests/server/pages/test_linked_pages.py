"""One statement in several outlets, one person over all articles, and what humans rule on them."""

from __future__ import annotations

import re
from urllib.parse import urlencode

import pytest
from fastapi.testclient import TestClient

from gofteh.records import Article
from server.pages.reading import LANGUAGES, get, send, texts
from server.pages.told import TOLD


@pytest.fixture
def told(with_articles) -> TestClient:
    return with_articles(*TOLD)


def person_address(client: TestClient, name: str) -> str:
    page = get(client, f"/speakers?{urlencode({'name': name})}")
    return page.css_first(".people a").attributes["href"]


def family_address(client: TestClient) -> str:
    return get(client, "/?q=سد").css_first("a[href^='/families/']").attributes["href"]


# --- families


def test_a_family_shows_every_outlet_and_the_earliest_first(told: TestClient) -> None:
    page = get(told, family_address(told))
    assert texts(page, "tbody th")[:3] == ["پگاه", "کوی نو", "598.ir"]
    assert "۹:۱۰" in texts(page, ".details dd")[0] or "۰۹:۱۰" in texts(page, ".details dd")[0]
    assert "پگاه" in texts(page, ".details dd")[0]


def test_a_family_marks_what_a_telling_changed(told: TestClient) -> None:
    page = get(told, family_address(told))
    second = page.css(".tellings > li")[1]
    assert "۳۰" in texts(second, "del")
    assert "۲۰" in texts(second, "ins")
    assert texts(second, ".changes .flag") == ["عدد", "نفی"]
    third = page.css(".tellings > li")[2]
    assert not third.css("ins, del")


@pytest.mark.parametrize("order", [("short", "long"), ("long", "short")])
def test_a_family_tells_who_has_more_and_begins_with_a_glance(with_articles, order) -> None:
    said = "لیلا فرهمند گفت: «ذخیرهٔ سد مهتاب به سی درصد رسیده و آب شهر جیره‌بندی نمی‌شود{}.»"
    more = " و باغداران دشت سپیدار از فردا سهمیهٔ تازهٔ آب چاه‌های کهن را می‌گیرند" * 6
    text = {"short": said.format(""), "long": said.format(more)}
    days = ("2023-08-05", "2023-08-06")
    articles = [
        Article(text[id_], id=id_, outlet=id_, published=day)
        for id_, day in zip(order, days, strict=True)
    ]
    client = with_articles(*articles)
    page = get(client, family_address(client))
    wording = {"long": "با افزوده", "short": "بخشی از گفته"}
    assert wording[order[1]] in texts(page, "tbody td")
    (words,) = texts(page, "blockquote.words")
    assert (len(texts(page, "#t1 .diff")[0]) > len(words)) is (order[0] == "long")
    assert len(words) < 350
    assert bool(page.css(".links a[href='#t1']")) is (order[0] == "long")


def test_a_family_tells_who_is_credited(told: TestClient) -> None:
    page = get(told, family_address(told))
    assert "پگاه" in texts(page, ".details dd")[2]


def test_the_words_of_a_telling_stay_whole_beside_the_marks(told: TestClient) -> None:
    page = get(told, family_address(told))
    second = page.css(".tellings > li")[1].css_first(".diff")
    for node in second.css("del, .cutmark"):
        node.decompose()
    id_ = page.css(".tellings > li")[1].css_first("a[href^='/statements/']").attributes["href"]
    whole = told.get(f"/api/v1{id_}").json()
    told_there = "".join(span["text"] for span in whole["content"])
    assert second.text().split() == told_there.split()


def test_a_statement_lists_the_other_outlets(told: TestClient) -> None:
    page = get(told, family_address(told))
    links = [a.attributes["href"] for a in page.css(".tellings a[href^='/statements/']")]
    there = get(told, links[1])
    assert "پگاه" in texts(there, ".siblings a")
    assert there.css("a.strong[href^='/families/']")


def test_an_article_that_tells_it_in_parts_is_listed_once(with_articles) -> None:
    parts = [
        "تونل سپیدار تا پایان آبان باز می‌شود و راه شهر سی کیلومتر کوتاه می‌شود",
        "بودجهٔ راه کوهستان از خزانه رسیده و کارگاه در زمستان هم بسته نمی‌شود",
    ]
    who = "رؤیا آزادفر، وزیر راه، گفت: "
    whole = Article(
        f"{who}«{parts[0]}. {parts[1]}.»", id="whole", outlet="پگاه", published="2023-08-05"
    )
    apart = "\n".join(f"{who}«{part}.»" for part in parts)
    pieces = Article(apart, id="pieces", outlet="کوی نو", published="2023-08-06")
    client = with_articles(whole, pieces)
    found = client.get("/api/v1/articles/whole").json()["statements"][0]["id"]
    (line,) = texts(get(client, f"/statements/{found}"), ".siblings li")
    assert "کوی نو" in line
    assert "در ۲ پاره" in line


def test_a_statement_shows_what_else_its_speaker_said(told: TestClient) -> None:
    page = get(told, family_address(told))
    there = page.css_first(".tellings a[href^='/statements/']").attributes["href"]
    page = get(told, there)
    more = [a.attributes["href"] for a in page.css(".more a")]
    assert 0 < len(more) <= 4
    family = page.css_first("a.strong[href^='/families/']").attributes["href"]
    for address in more:
        other = get(told, address)
        assert texts(other, "h1 .name") == texts(page, "h1 .name")
        assert not other.css(f"a.strong[href='{family}']")  # that stands in a list of its own


def test_a_repeat_is_shown_as_such(told: TestClient) -> None:
    found = told.get("/api/v1/articles/yearly").json()["statements"][0]["id"]
    page = get(told, f"/statements/{found}")
    assert page.css("#h-repeats")
    assert not page.css(".siblings a[href^='/statements/']")


def test_a_statement_that_stands_alone_says_so(told: TestClient) -> None:
    link = get(told, "/?q=قهرمان").css_first("a.said").attributes["href"]
    assert texts(get(told, link), "#h-siblings ~ .none")


def test_two_statements_are_set_apart_and_joined_again(told: TestClient) -> None:
    place = family_address(told)
    before = len(get(told, place).css(".tellings > li"))
    form = get(told, place).css(".tellings form")[0]
    fields = {
        node.attributes["name"]: node.attributes["value"]
        for node in form.css("input")
        if node.attributes["name"] in ("kind", "subject", "object", "back")
    }
    answer = send(told, "/rulings", place, **fields)
    assert answer.status_code == 303
    page = get(told, answer.headers["location"])
    assert page.css("[role=status]")
    undo = get(told, "/rulings").css_first("form[action$='/undo']").attributes["action"]
    assert send(told, undo, "/rulings", back="/rulings").status_code == 303
    assert len(get(told, family_address(told)).css(".tellings > li")) == before


# --- persons


def test_a_person_over_all_articles(told: TestClient) -> None:
    page = get(told, person_address(told, "فرهمند"))
    assert texts(page, "h1") == ["لیلا فرهمند"]
    assert "رئیس سازمان آب سپیدار" in texts(page, ".roles .what")
    assert len(page.css(".hit article")) == 6
    assert page.css("svg .bar")
    assert texts(page, ".data td")


def test_the_months_of_a_person_lead_to_their_statements(told: TestClient) -> None:
    page = get(told, person_address(told, "فرهمند"))
    link = page.css(".data a")[0]
    there = get(told, link.attributes["href"].partition("#")[0])
    assert len(there.css(".hit article")) == int(texts(page, ".data td")[0])


def test_the_undated_statements_of_a_person_are_counted(with_articles) -> None:
    client = with_articles(
        *(
            TOLD[0],
            *(t for t in TOLD if t.id == "mayor"),
        )
    )
    page = get(client, person_address(client, "مشکاتی"))
    assert not page.css("svg .bar")
    assert len(page.css(".hit article")) == 1


def test_a_person_is_renamed_and_the_name_comes_back(told: TestClient) -> None:
    place = person_address(told, "فرهمند")
    id_ = place.rpartition("/")[2]
    answer = send(
        told, "/rulings", place, kind="rename", subject=id_, name="دکتر فرهمند", back=place
    )
    assert answer.headers["location"] == f"{place}?done=ruled"
    page = get(told, place)
    assert texts(page, "h1") == ["دکتر فرهمند"]
    undo = page.css_first("form[action$='/undo']").attributes["action"]
    send(told, undo, place, back=place)
    assert texts(get(told, place), "h1") == ["لیلا فرهمند"]


def test_two_persons_are_joined_and_parted(told: TestClient) -> None:
    place, other = person_address(told, "فرهمند"), person_address(told, "مشکاتی")
    found = get(told, f"{place}?with=مشکاتی")
    assert "الهام مشکاتی" in texts(found, ".pairs .name")
    ids = {"subject": other.rpartition("/")[2], "object": place.rpartition("/")[2]}
    send(told, "/rulings", place, kind="merge", back=place, **ids)
    page = get(told, place)
    assert len(page.css(".hit article")) == 7
    assert "الهام مشکاتی" in page.css_first("#h-ruled").parent.text()
    undo = page.css_first("form[action$='/undo']").attributes["action"]
    send(told, undo, place, back=place)
    assert len(get(told, place).css(".hit article")) == 6


def test_a_speaker_is_set_apart_from_a_person(told: TestClient) -> None:
    link = get(told, "/?q=قهرمان").css_first("a.said").attributes["href"]
    before = person_address(told, "فرهمند")
    fields = {"kind": "split", "article": "club", "name": "لیلا فرهمند", "object": "", "back": link}
    assert send(told, "/rulings", link, **fields).status_code == 303
    assert get(told, link).css_first("h1 a").attributes["href"] != before


def test_who_is_no_person_is_listed_no_more(told: TestClient) -> None:
    place = person_address(told, "مشکاتی")
    id_ = place.rpartition("/")[2]
    send(told, "/rulings", place, kind="nobody", subject=id_, back="/rulings")
    assert not get(told, "/speakers?name=مشکاتی").css(".people a")
    assert texts(get(told, "/rulings"), ".history li p")


@pytest.mark.parametrize("back", ["https://example.org/", "//example.org", "/persons/../x", ""])
def test_a_form_leads_back_to_our_own_pages_alone(told: TestClient, back: str) -> None:
    place = person_address(told, "فرهمند")
    id_ = place.rpartition("/")[2]
    answer = send(told, "/rulings", place, kind="rename", subject=id_, name="ف", back=back)
    assert answer.headers["location"] == "/rulings?done=ruled"


@pytest.mark.parametrize(
    "fields",
    [
        {"kind": "nonsense"},
        {"kind": "merge", "subject": "none", "object": "none"},
        {"kind": "rename", "subject": "none", "name": "x"},
    ],
)
def test_rulings_on_what_is_not_there_are_refused(told: TestClient, fields: dict) -> None:
    assert send(told, "/rulings", person_address(told, "فرهمند"), **fields).status_code == 422


def test_a_ruling_without_our_form_is_refused(told: TestClient) -> None:
    assert told.post("/rulings", data={"kind": "nobody"}).status_code == 403


def test_then_and_now_marks_what_only_one_side_has(told: TestClient) -> None:
    place = person_address(told, "فرهمند")
    page = get(told, f"{place}/then-and-now?q=۳۰")
    then, now = page.css(".beside .statement")
    assert "پگاه" in then.text()
    assert "سپیدار نیوز" in now.text()
    assert not page.css(".beside ins")
    other = get(told, f"{place}/then-and-now")
    assert len(other.css(".beside ins")) >= 2
    assert get(told, f"{place}/then-and-now?q=سیمرغ").css(".notice")


def test_two_statements_are_chosen_for_then_and_now(told: TestClient) -> None:
    place = person_address(told, "فرهمند")
    page = get(told, f"{place}/then-and-now")
    link = page.css("a[rel=nofollow][href*='then=']")[1].attributes["href"]
    chosen = re.search(r"then=(\w+)", link).group(1)
    there = get(told, link)
    assert there.css_first(".beside a[href^='/statements/']").attributes["href"].endswith(chosen)


# --- all of them


@pytest.mark.parametrize("language", LANGUAGES)
def test_linked_pages_are_whole_in_each_language(told: TestClient, language: str) -> None:
    person = person_address(told, "فرهمند")
    for address in (
        family_address(told),
        person,
        f"{person}?with=مشکاتی",
        f"{person}/then-and-now",
        "/review",
        "/rulings",
    ):
        page = get(told, address, language=language)
        assert len(page.css("h1")) == 1
        assert not page.css("style, [style], script:not([src])")
        assert len({n.attributes["id"] for n in page.css("[id]")}) == len(page.css("[id]"))
        for field in page.css("input:not([type=hidden]), select"):
            named = page.css(f"label[for={field.attributes.get('id')}]")
            assert field.parent.tag == "label" or named, field.html
