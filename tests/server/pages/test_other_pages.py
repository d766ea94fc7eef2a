"""Speakers, outlets and texts of one's own."""

from __future__ import annotations

import errno
from urllib.parse import urlencode

import pytest
from fastapi.testclient import TestClient

from gofteh.records import Article
from gofteh.server.pages.messages import MESSAGES
from gofteh.store import Query, open_store
from server.pages.reading import LANGUAGES, Page, get, send, statement_id, texts
from store.news import put


def speaker_address(client: TestClient, name: str) -> str:
    found = client.get(f"/api/v1/speakers?{urlencode({'name': name})}").json()["items"]
    return f"/speakers/{found[0]['id']}"


# --- speakers


def test_speakers_are_listed_and_found_by_name(client: TestClient) -> None:
    assert texts(get(client, "/speakers"), ".people a")[0] == (
        "لیلا فرهمند رئیس سازمان آب سپیدار (۱۴۰۲) ۳"
    )
    assert texts(get(client, "/speakers?name=مشکاتي"), ".people .name") == [
        "الهام مشکاتی شهردار سپیدار (۱۴۰۲)"
    ]
    assert get(client, "/speakers?name=سیمرغ").css(".notice")


def test_a_speaker_in_full(client: TestClient) -> None:
    page = get(client, speaker_address(client, "فرهمند"))
    assert texts(page, "h1") == ["لیلا فرهمند"]
    assert "رئیس سازمان آب سپیدار" in texts(page, ".roles .what")
    assert texts(page, ".data tbody th, .data td") == ["اردیبهشت ۱۴۰۲", "۲", "شهریور ۱۴۰۲", "۱"]
    assert len(page.css("svg .bar")) == 2
    assert texts(page, "svg title")[0]
    assert len(page.css(".hit")) == 3
    outlets = [line for line in texts(page, ".plainlist li") if "پگاه" in line or "کوی" in line]
    assert sorted(outlets) == ["پگاه ۲", "کوی نو ۱"]


def test_the_links_of_a_timeline_find_its_statements(client: TestClient) -> None:
    page = get(client, speaker_address(client, "فرهمند"))
    numbers = [int(text) for text in texts(page, ".data td")]
    for link, number in zip(page.css(".data a"), numbers, strict=True):
        assert len(get(client, link.attributes["href"]).css(".hit")) == number


def test_english_counts_by_its_own_months(client: TestClient) -> None:
    page = get(client, speaker_address(client, "فرهمند"), language="en")
    assert texts(page, ".data tbody th, .data td") == ["May 2023", "2", "September 2023", "1"]


def test_what_several_outlets_repeat_is_told(with_articles) -> None:
    said = "لیلا فرهمند گفت: پل تازه باز شد."
    client = with_articles(*(Article(said, id=name, outlet=name) for name in ("پگاه", "کوی نو")))
    page = get(client, speaker_address(client, "فرهمند"))
    (line,) = texts(page, ".brief .hit")
    assert "۲ خبر" in line
    assert "۲ رسانه" in line


def test_topics_lead_to_statements(with_articles) -> None:
    client = with_articles(
        *(Article(f"لیلا فرهمند گفت: تحریم‌ها در سال {i} سخت بود.", id=str(i)) for i in range(3))
    )
    page = get(client, speaker_address(client, "فرهمند"))
    topic = next(a for a in page.css(".topics a") if "تحریم" in a.text())
    assert len(get(client, topic.attributes["href"]).css(".hit")) == 3


# --- outlets


def test_outlets_in_chart_and_table(client: TestClient, news_place: str) -> None:
    page = get(client, "/outlets")
    with open_store(news_place) as store:
        known = {one.name: one for one in store.outlets()}
    rows = {row.css_first("th").text(strip=True): texts(row, "td") for row in page.css("tbody tr")}
    assert set(rows) == set(known) == {"پگاه", "کوی نو"}
    assert rows["پگاه"][:5] == ["۲", "۳", "۱۰۰٪ (۴۴–۱۰۰٪)", "۳۳٪ (۶–۷۹٪)", "۰٪ (۰–۶۶٪)"]
    assert texts(page, "svg .label") == list(known)
    link = page.css_first("tbody td a").attributes["href"]
    assert get(client, link).css(".hit")


# --- a text of one's own


def test_a_pasted_text_is_marked_and_not_kept(client: TestClient, news_place: str) -> None:
    text = "الهام مشکاتی، شهردار سپیدار، گفت: ترنج‌ها رسیدند.\r\n<b>وی</b> افزود: باغ باز است."
    answer = send(client, "/paste", "/paste", title="بازار ترنج", text=text)
    assert answer.status_code == 200
    page = get_text(answer)
    assert texts(page, ".card .name") == ["الهام مشکاتی"] * 2
    assert texts(page, ".pasted .headline") == ["بازار ترنج"]
    assert page.css_first("textarea").text().strip() == text.replace("\r\n", "\n")
    assert not page.css(".text b")
    with open_store(news_place) as store:
        assert not store.search(Query("ترنج")).items
        assert not store.search_articles(Query("ترنج")).items


def get_text(answer: object) -> object:
    from server.pages.reading import Page

    return Page(answer.text)


def test_a_text_without_statements_says_so(client: TestClient) -> None:
    page = get_text(send(client, "/paste", "/paste", text="باران بارید."))
    assert texts(page, ".pasted .none")


def test_texts_that_are_none_or_too_long_are_refused(client: TestClient) -> None:
    empty = send(client, "/paste", "/paste", text=" \n ")
    assert empty.status_code == 400
    assert texts(get_text(empty), "[role=alert]")
    long = send(client, "/paste", "/paste", text="آ" * 90_000)
    assert long.status_code == 413
    assert send(client, "/paste", "/paste", text="آ" * 300_000).status_code == 413


def test_the_example_is_put_in(client: TestClient) -> None:
    page = get(client, "/paste?example=1")
    text = page.css_first("textarea").text()
    answer = send(client, "/paste", "/paste?example=1", text=text)
    assert len(get_text(answer).css(".card")) == 5


def test_the_corrections_are_paged(client: TestClient, news_place: str) -> None:
    from gofteh.store import CorrectionKind

    with open_store(news_place) as store:
        put(store, [])
        id_ = store.search(Query("خالی")).items[0].stored.statement.id
        for number in range(60):
            store.correct(id_, CorrectionKind.WRONG_SPEAKER, speaker=f"گوینده {number}")
    first = get(client, "/corrections")
    assert "گوینده 59" in texts(first, ".of")[0]
    second = get(client, first.css_first("a.next").attributes["href"])
    assert (len(first.css(".of")), len(second.css(".of"))) == (50, 10)
    assert not second.css("a.next")


@pytest.fixture
def no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """No process can be started, as where the folder for temporary files cannot be written to."""

    def connect(_descriptors: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", "/nowhere/listener")

    monkeypatch.setattr("multiprocessing.forkserver.connect_to_new_process", connect)


@pytest.mark.usefixtures("no_process")
@pytest.mark.parametrize("language", LANGUAGES)
def test_where_no_process_can_be_started_the_page_says_what_to_do(
    client: TestClient, language: str
) -> None:
    client.cookies.set("lang", language)
    answer = send(client, "/paste", "/paste", text="الهام مشکاتی گفت: پل باز شد.")
    assert answer.status_code == 503
    page = Page(answer.text)
    assert page.css_first("html").attributes["lang"] == language
    assert "TMPDIR" in page.css_first(".lead").text()
    answer = client.post("/api/v1/extract", json={"text": "الهام مشکاتی گفت: پل باز شد."})
    assert (answer.status_code, answer.json()["error"]["code"]) == (503, "cannot-start")


@pytest.mark.usefixtures("no_process")
def test_a_statement_can_be_read_where_no_process_can_be_started(client: TestClient) -> None:
    page = get(client, f"/statements/{statement_id(client)}")
    assert page.css_first(".words").text()
    assert page.css(".citation .line")


# --- errors


def test_a_text_of_any_length_is_refused_in_the_language_of_the_page(client: TestClient) -> None:
    for length in (90_000, 240_000):  # beyond the page's limit, and beyond that of a request
        answer = send(client, "/paste", "/paste", title="", text="سلام " * (length // 5))
        assert answer.status_code == 413
        said = " ".join(texts(Page(answer.text), ".lead, .notice"))
        assert "متن بیش از اندازه بلند است" in answer.text
        assert "۸۰،۰۰۰" in said or "۸۰٬۰۰۰" in said
        assert "Send less" not in answer.text


@pytest.mark.parametrize(
    ("address", "key"),
    [("/take?format=none", "bad-format"), ("/digest?day=none", "bad-day"), ("/none", "404")],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_errors_say_what_to_do_in_one_language(
    client: TestClient, address: str, key: str, language: str
) -> None:
    client.cookies.set("lang", language)
    page = Page(client.get(address).text)
    index = LANGUAGES.index(language)
    assert texts(page, "h1") == [MESSAGES[f"error-{key}"][index]]
    english = [one for one in texts(page, "main p") if one.isascii()]
    assert bool(english) is (language == "en")
