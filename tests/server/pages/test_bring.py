"""A page brought by the button in the browser's bar: nothing without its reader's own act."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from gofteh.roles import Role
from gofteh.server.pages.bring import button
from gofteh.server.pages.messages import MESSAGES
from gofteh.store import open_store
from server.pages.reading import LANGUAGES, get, send, texts
from store.news import NEWS, put

PAGE = """<html><head><title>خبر پل</title></head><body><nav><a href="/">خانه</a></nav>
<article><h1>سد مهرکوه دوباره پر شد</h1>
<p>لیلا فرهمند، رئیس سازمان آب سپیدار، گفت: ما نمی‌توانیم سد را خالی کنیم.</p>
<p>بهرام نیک‌پور افزود: پل تازهٔ سپیدار پیش از زمستان باز می‌شود و راه شهر کوتاه می‌شود.</p>
<p>این خبر دنباله دارد و هوای سپیدار تا پایان هفته سرد و بارانی خواهد ماند.</p>
</article></body></html>"""
ADDRESS = "https://news.example/bridge"


@pytest.mark.parametrize("language", LANGUAGES)
def test_statements_stand_beside_what_the_store_has(client: TestClient, language: str) -> None:
    client.cookies.set("lang", language)
    answer = send(client, "/bring", "/bring", html=PAGE, url=ADDRESS)
    assert answer.status_code == 200, answer.text
    page = type(get(client, "/bring"))(answer.text)
    assert {"لیلا فرهمند", "بهرام نیک‌پور"} == set(texts(page, ".cards .name"))
    # Who is known, and that the same was said before.
    assert texts(page, "[aria-labelledby=h-known] h3 a") == ["لیلا فرهمند"]
    assert texts(page, "[aria-labelledby=h-known] .said")
    (same,) = page.css("[aria-labelledby=h-told] li > a")
    assert same.attributes["href"].startswith("/statements/")
    assert page.css(f'a[href="{ADDRESS}"]')


def test_nothing_is_kept(client: TestClient) -> None:
    before = client.get("/api/v1/articles").text
    send(client, "/bring", "/bring", html=PAGE, url=ADDRESS)
    assert client.get("/api/v1/articles").text == before


@pytest.mark.parametrize(
    ("html", "status", "problem"),
    [
        ("", 400, "bring-empty"),
        ("<p>" + "آ" * 151_000, 413, "bring-long"),
        ("<html><body></body></html>", 422, "bring-none"),
    ],
)
def test_what_is_no_article_is_told(client: TestClient, html: str, status: int, problem: str):
    answer = send(client, "/bring", "/bring", html=html, url="javascript:alert(1)")
    assert answer.status_code == status
    assert MESSAGES[problem][0].partition("{")[0] in answer.text
    assert "javascript:alert" not in answer.text


def test_a_page_of_another_site_cannot_send_anything(client: TestClient) -> None:
    fields = {"html": PAGE, "url": ADDRESS}
    assert client.post("/bring", data=fields).status_code == 403  # without a form of ours
    foreign = {"Origin": "https://evil.example", "Sec-Fetch-Site": "cross-site"}
    assert client.post("/bring", data=fields, headers=foreign).status_code == 403


def test_the_window_that_opened_it_is_known_on_this_page_alone(client: TestClient) -> None:
    header = "cross-origin-opener-policy"
    assert client.get("/bring").headers[header] == "unsafe-none"
    for other in ("/", "/paste", "/sign-in", "/bring/x"):
        assert client.get(other).headers[header] == "same-origin"


def test_the_button_holds_an_origin_and_no_token(tmp_path, serving_of) -> None:
    place = str(tmp_path / "closed.db")
    with open_store(place) as store:
        put(store, NEWS)
        token = store.add_token("desk", Role.READER)
    client = serving_of(place, public="https://news.example/gofteh/")
    assert client.get("/bring", headers={"accept": "text/html"}).status_code == 401
    send(client, "/sign-in", "/sign-in", token=token)
    page = get(client, "/bring")
    assert page.css_first("a.bookmarklet").attributes["href"] == button(
        "https://news.example/gofteh"
    )
    assert token not in page.html
    assert "%" not in button("https://news.example")  # nothing that a browser would decode
    assert send(client, "/bring", "/bring", html=PAGE, url=ADDRESS).status_code == 200
