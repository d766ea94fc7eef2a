"""What holds for all pages: languages, colours, no inline script, nothing from elsewhere."""

from __future__ import annotations

import re
import string
from importlib.resources import files

import pytest
from fastapi.testclient import TestClient

from gofteh.server.pages.messages import MESSAGES
from gofteh.server.pages.messages_desk import DESK
from gofteh.server.pages.messages_linked import LINKED
from gofteh.store import open_store
from server.pages.reading import LANGUAGES, Page, get, statement_id, texts

PAGES = [
    "/", "/?q=سد", "/?q=سد&facets=1", "/?scope=articles&q=سد", "/?q=ناموجود&kind=person",
    "/articles/dam", "/articles/dam?view=repaired", "/speakers", "/outlets", "/paste",
    "/paste?example=1", "/corrections", "/review", "/rulings", "/about", "/sign-in",
    "/bring", "/outlet?name=پگاه", "/corrections/rules", "/saved", "/saved?q=سد",
    "/digest", "/digest?day=1402/05/01", "/watch",
]  # fmt: skip

# How a page is written does not hang on the database; that it is whole does.
one_database = pytest.mark.parametrize("news_place", ["sqlite"], indirect=True)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("address", PAGES)
def test_a_page_is_whole_in_each_language(client: TestClient, address: str, language: str) -> None:
    page = get(client, address, language=language)
    html = page.css_first("html")
    assert html.attributes["lang"] == language
    assert html.attributes["dir"] == {"fa": "rtl", "en": "ltr"}[language]
    assert len(page.css("h1")) == 1
    assert page.css_first("title").text().strip()
    assert not re.search(r"\{\w*\}", page.body.text())
    assert len({node.attributes["id"] for node in page.css("[id]")}) == len(page.css("[id]"))


@one_database
@pytest.mark.parametrize("address", [*PAGES, "/nothing"])
def test_a_page_has_nothing_inline_and_nothing_from_elsewhere(
    client: TestClient, address: str
) -> None:
    page = Page(client.get(address).text)
    assert not page.css("style, [style], script:not([src])")
    assert not [a for node in page.css("*") for a in node.attributes if a.startswith("on")]
    loaded = page.css("script[src], link[href]:not([rel=canonical]), img[src], iframe, object")
    for node in loaded:
        assert (node.attributes.get("src") or node.attributes.get("href")).startswith(
            ("/static/", "/api/v1/")
        )


@one_database
@pytest.mark.parametrize("address", PAGES)
def test_every_field_has_a_label(client: TestClient, address: str) -> None:
    page = get(client, address)
    for field in page.css("input:not([type=hidden]), select, textarea"):
        labelled = field.parent.tag == "label" or page.css(
            f"label[for={field.attributes.get('id')}]"
        )
        assert labelled, field.html


def test_messages_are_there_in_both_languages_with_the_same_values() -> None:
    def values(text: str) -> set[str | None]:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name}

    for key, (persian, english) in MESSAGES.items():
        assert persian.strip(), key
        assert english.strip(), key
        assert values(persian) == values(english), key


def test_no_message_takes_the_place_of_another() -> None:
    own = set(MESSAGES) - set(LINKED) - set(DESK)
    assert len(MESSAGES) == len(own) + len(LINKED) + len(DESK)
    text = files("gofteh.server.pages").joinpath("messages.py").read_text("utf-8")
    assert len(re.findall(r'^    "[\w-]+": \(', text, re.MULTILINE)) == len(own)


def test_the_language_and_the_colours_are_remembered(client: TestClient) -> None:
    get(client, "/about?lang=en&theme=dark")
    html = get(client, "/speakers").css_first("html").attributes
    assert (html["lang"], html["data-theme"]) == ("en", "dark")
    get(client, "/about?theme=auto&lang=fa")
    html = get(client, "/speakers").css_first("html").attributes
    assert (html["lang"], html.get("data-theme")) == ("fa", None)


def test_the_way_to_the_other_language_keeps_the_question(client: TestClient) -> None:
    link = get(client, "/?q=سد&kind=person").css_first("a.language").attributes["href"]
    page = get(client, link)
    assert page.css_first("#q").attributes["value"] == "سد"
    assert texts(page, ".chips a") == ["person ×"]


def test_unknown_choices_are_no_choices(client: TestClient) -> None:
    answer = client.get("/?lang=xx&theme=%3Cb%3E")
    assert 'lang="fa"' in answer.text
    assert "set-cookie" not in answer.headers


def test_files_are_kept_by_browsers_and_nothing_else_is_served(client: TestClient) -> None:
    page = get(client, "/")
    style = page.css_first("link[rel=stylesheet]").attributes["href"]
    script = page.css_first("script[src]").attributes["src"]
    for address, kind in ((style, "text/css"), (script, "text/javascript")):
        answer = client.get(address)
        assert answer.headers["content-type"].startswith(kind)
        assert "immutable" in answer.headers["cache-control"]
    digest = style.split("/")[2]
    get(client, f"/static/{digest}/page.py", 404)
    get(client, style.replace(digest, "0" * len(digest)), 404)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/nothing", 404),
        ("/articles/none", 404),
        ("/statements/none", 404),
        ("/speakers/none", 404),
        ("/persons/none", 404),
        ("/persons/none/then-and-now", 404),
        ("/families/none", 404),
        ("/outlet?name=none", 404),
        ("/review?cursor=x", 422),
        ("/?since=gestern", 400),
        ("/speakers?cursor=x", 422),
    ],
)
def test_errors_are_pages_too(client: TestClient, address: str, status: int, language: str) -> None:
    page = get(client, address, status, language=language)
    assert page.css_first("html").attributes["lang"] == language
    assert page.css("h1")
    assert page.css(".lead, [role=alert]")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_bug_is_told_without_its_details(serving, language: str, monkeypatch) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("the secret of the house")

    monkeypatch.setattr("gofteh.store.Store.outlets", fail)
    page = get(serving(), "/outlets", 500, language=language)
    assert "secret" not in page.html
    assert page.css_first("h1").text() == MESSAGES["error-500"][language == "en"]


def test_programs_still_get_their_errors_as_data(client: TestClient) -> None:
    assert client.get("/api/v1/statements/none").json()["error"]["code"] == "not-found"


@pytest.mark.parametrize("address", ["/?q=%00", "/?outlet=%00", "/speakers?name=%00"])
def test_what_no_database_takes_is_no_error(client: TestClient, address: str) -> None:
    get(client, address)


def test_what_no_database_takes_as_an_id_is_refused(client: TestClient) -> None:
    for place in ("articles", "statements", "speakers"):
        get(client, f"/{place}/%00", 422)


def test_an_empty_store_says_what_to_do(tmp_path, serving_of) -> None:
    place = str(tmp_path / "empty.db")
    open_store(place).close()
    client = serving_of(place)
    assert "gofteh ingest" in get(client, "/").css_first(".notice").text()
    for address in ("/outlets", "/corrections", "/speakers"):
        assert get(client, address).css(".notice")


def test_statement_pages_are_whole_in_each_language(client: TestClient) -> None:
    id_ = statement_id(client)
    for language in LANGUAGES:
        page = get(client, f"/statements/{id_}", language=language)
        assert len(page.css("h1")) == 1
        assert not page.css("style, [style], script:not([src])")


def test_the_demo_says_that_it_is_one(serving) -> None:
    assert MESSAGES["demo"][0] in get(serving(demo=True), "/about").css_first("footer").text()
    assert MESSAGES["demo"][0] not in get(serving(), "/about").css_first("footer").text()
