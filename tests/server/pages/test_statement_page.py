"""The statement page: citations, corrections and their history."""

from __future__ import annotations

import json
from dataclasses import replace
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient

import gofteh
from gofteh.records import Article, Quoted
from gofteh.server.pages.boundaries import parts_of, words_around
from gofteh.server.pages.citations import citation
from gofteh.server.pages.language import Language
from gofteh.server.pages.messages import MESSAGES
from gofteh.speakers.sieves.order import SPEAKER_RULES
from gofteh.store import open_store
from gofteh.store.tokens import Role
from server.pages.reading import get, send, statement_id, texts
from store.news import DAM, NEWS, put

CANNOT = "ما نمی‌توانیم سد را خالی کنیم"


def stored(*articles: Article) -> list:
    with open_store(":memory:") as store:
        put(store, articles)
        return [one for article in articles for one in store.article(article.id).statements]


def plain(text: str) -> str:
    return text.replace("\u2068", "").replace("\u2069", "")


# --- citations


def test_a_citation_says_who_where_when_and_leads_back() -> None:
    (first, _) = stored(DAM)
    address = "https://gofteh.example/statements/1"
    assert plain(citation(first, Language.FA, address)) == (
        f"لیلا فرهمند، رئیس سازمان آب سپیدار: {CANNOT} (بی‌گیومه در متن خبر)\n"
        "پگاه، ۱۱ اردیبهشت ۱۴۰۲ (۱ مه ۲۰۲۳)، «سد مهرکوه پر شد»\n"
        f"https://news.example/dam\nبازیابی از گفته: {address}"
    )
    assert plain(citation(first, Language.EN, address)) == (
        f"{CANNOT} (without quotation marks in the article)\n"
        "— لیلا فرهمند, رئیس سازمان آب سپیدار\n"
        "پگاه, 1 May 2023 (11 Ordibehesht 1402), “سد مهرکوه پر شد”\n"
        f"https://news.example/dam\nVia Gofteh: {address}"
    )


def test_only_words_that_stand_in_marks_are_cited_in_marks() -> None:
    (said,) = stored(Article(f"الهام مشکاتی گفت: «{CANNOT}.»", id="marks"))
    assert said.statement.quoted is Quoted.ALL
    assert plain(citation(said, Language.FA, "x")).startswith(f"الهام مشکاتی: «{CANNOT}»\n")


def test_denied_words_are_cited_as_denied() -> None:
    (denied,) = stored(Article("الهام مشکاتی کمبود آب را تکذیب کرد.", id="denied"))
    assert "(مضمون تکذیب‌شده)" in citation(denied, Language.FA, "x").split("\n")[0]
    assert "(content denied)" in citation(denied, Language.EN, "x").split("\n")[0]


def test_retold_words_are_not_cited_as_literal() -> None:
    retold = stored(NEWS[1])[0]
    for language, said in ((Language.FA, "نقل غیرمستقیم"), (Language.EN, "paraphrase")):
        line = plain(citation(retold, language, "x")).split("\n")[0]
        assert f"سی اتوبوس تازه می‌رسد ({said})" in line
        assert "«" not in line


def test_a_citation_does_with_what_an_article_has() -> None:
    (only,) = stored(Article("به گفته منابع آگاه، سد پر شد.", id="bare"))
    for language in Language:
        lines = citation(only, language, "x").split("\n")
        assert "سد پر شد" in plain("".join(lines))
        assert all(line.strip(" ،,") for line in lines)


# --- the page


def test_it_shows_the_words_their_place_and_why(client: TestClient) -> None:
    page = get(client, f"/statements/{statement_id(client)}")
    assert texts(page, ".words") == [CANNOT]
    assert texts(page, "mark.q")[0].endswith(CANNOT)
    assert "verb-colon" not in page.css_first(".why").text()
    assert MESSAGES["why-statement"][0] in page.css_first(".why").text()
    twin = page.css_first("link[rel=alternate]").attributes["href"]
    assert client.get(twin).json()["content"][0]["text"] == CANNOT


def test_a_former_address_leads_to_the_statement_of_today(
    client: TestClient, news_place: str
) -> None:
    id_ = statement_id(client)
    with open_store(news_place) as store:
        store.db.rows(
            "INSERT INTO former_statement (id, article, now) "
            "SELECT 'before', article, id FROM statement WHERE id = ?",
            (id_,),
        )
    answer = client.get("/statements/before", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (308, f"/statements/{id_}")


OVER_LINES = Article(
    "الهام مشکاتی، شهردار سپیدار، گفت: «خط شبانه از آذر به راه می‌افتد.\n"
    "سی اتوبوس تازه هم تا پایان پاییز می‌رسد.»",
    id="lines",
)


def test_paragraphs_of_a_quotation_are_no_omission(with_articles) -> None:
    client = with_articles(OVER_LINES)
    address = get(client, "/").css_first("a.said").attributes["href"]
    whole = "خط شبانه از آذر به راه می‌افتد. سی اتوبوس تازه هم تا پایان پاییز می‌رسد"
    page = get(client, address)
    assert texts(page, ".words") == [f"«{whole}»"]
    assert f"«{whole}»" in page.css_first("#cite-fa").text()
    assert f"«{whole}»" in page.css_first("#card").text()
    for path in ("/", "/articles/lines", "/take?format=csv", "/take?format=fa"):
        said = " ".join(client.get(path).text.split())
        assert whole in said, path
        assert " … " not in said, path


def test_words_without_marks_are_told_to_be(client: TestClient) -> None:
    page = get(client, f"/statements/{statement_id(client)}")
    assert texts(page, ".unquoted") == [MESSAGES["unquoted-none"][0]]
    assert MESSAGES["quoted-none"][0] in " ".join(texts(page, ".details dd"))
    assert MESSAGES["quoted-none"][0] in " ".join(texts(get(client, "/?q=خالی"), ".hit .meta"))


def test_words_in_marks_have_no_such_note(with_articles) -> None:
    client = with_articles(OVER_LINES)
    page = get(client, get(client, "/").css_first("a.said").attributes["href"])
    assert not page.css(".unquoted")
    assert MESSAGES["quoted-all"][0] not in page.css_first(".details").text()


# --- corrections


def test_a_wrong_speaker_is_corrected_and_taken_back(client: TestClient) -> None:
    address = f"/statements/{statement_id(client)}"
    fields = {"kind": "wrong-speaker", "speaker": "بهرام نیک‌پور", "speaker_kind": "person"}
    answer = send(client, f"{address}/corrections", address, note="او بود", author="مینا", **fields)
    assert answer.status_code == 303
    page = get(client, answer.headers["location"])
    assert texts(page, ".notice[role=status]")
    assert texts(page, "h1") == ["بهرام نیک‌پور"]
    assert MESSAGES["confirmed"][0] in texts(page, ".details dd")
    assert MESSAGES["confirmed"][0] in texts(get(client, "/?q=خالی"), ".hit .sure")
    assert texts(page, ".history del") == ["لیلا فرهمند"]
    (history,) = texts(page, ".history li")
    assert all(part in history for part in ("گوینده نادرست است", "او بود", "مینا"))
    assert "لیلا فرهمند" in page.css_first(".corrections .hint").text()
    assert CANNOT in get(client, "/corrections").css_first(".said").text()

    withdraw = page.css_first(".history form").attributes["action"]
    assert send(client, withdraw, address).status_code == 303
    assert texts(get(client, address), "h1") == ["لیلا فرهمند"]
    page = get(client, "/corrections")
    assert not page.css(".history")
    (undone,) = texts(page, "[aria-labelledby=h-undone] li")  # a trail of it stays
    assert "گوینده نادرست است" in undone


def test_what_changes_nothing_is_not_kept(client: TestClient) -> None:
    address = f"/statements/{statement_id(client)}"
    form = get(client, address)
    bounds = {name: form.css_first(f"#c-{name} option[selected]").attributes["value"]
              for name in ("start0", "end0")}  # fmt: skip
    same = [
        {"kind": "wrong-speaker", "speaker": "لیلا فرهمند", "speaker_kind": "person"},
        {"kind": "wrong-boundary", **bounds},
    ]
    for fields in same:
        answer = send(client, f"{address}/corrections", address, **fields)
        assert texts(get(client, answer.headers["location"]), ".notice[role=status]") == [
            MESSAGES["unchanged"][0]
        ]
    assert not get(client, "/corrections").css(".history")


def test_corrected_rules_and_training_data(client: TestClient) -> None:
    id_ = statement_id(client)
    address = f"/statements/{id_}"
    rule = client.get(f"/api/v1{address}").json()["because"]["speaker"]
    fields = {"kind": "wrong-speaker", "speaker": "بهرام نیک‌پور", "speaker_kind": "person"}
    send(client, f"{address}/corrections", address, **fields)
    with_rule = client.get("/corrections/rules")
    assert SPEAKER_RULES[rule].fa in with_rule.text
    (row,) = texts(get(client, "/corrections/rules"), "tbody tr")
    assert "۱" in row
    (line,) = client.get("/corrections/training.jsonl").text.splitlines()
    found = json.loads(line)
    assert len(found["checked"]) == 1
    (made,) = found["corrections"]
    assert (made["speaker"], made["statement"]["speaker"]["name"]) == (
        "بهرام نیک‌پور", "لیلا فرهمند",
    )  # fmt: skip
    for one in found["statements"]:
        for span in one["content"]:
            assert found["raw"][span["start"] : span["end"]] == span["text"]


def test_a_boundary_is_corrected_by_words(client: TestClient) -> None:
    address = f"/statements/{statement_id(client)}"
    form = get(client, address)
    starts = {o.attributes["data-word"]: o.attributes["value"]
              for o in form.css("#c-start0 option")}  # fmt: skip
    ends = {texts(o, "*")[0].split()[-1]: o.attributes["value"] for o in form.css("#c-end0 option")}
    chosen = form.css_first("#c-start0 option[selected]").attributes["data-word"]
    assert chosen == CANNOT.split()[0]
    fields = {"kind": "wrong-boundary", "start0": starts["سد"], "end0": ends["کنیم"]}
    answer = send(client, f"{address}/corrections", address, **fields)
    assert texts(get(client, answer.headers["location"]), ".words") == ["سد را خالی کنیم"]


def test_a_rejected_statement_goes_from_lists_and_keeps_its_page(client: TestClient) -> None:
    address = f"/statements/{statement_id(client)}"
    send(client, f"{address}/corrections", address, kind="not-a-statement")
    assert not texts(get(client, "/?q=خالی"), "a.said")
    page = get(client, address)
    assert texts(page, ".notice.warn")
    assert texts(page, "mark.q")
    assert CANNOT in get(client, "/articles/dam").css_first(".rejected").text()


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"kind": "missed"},
        {"kind": "wrong-speaker", "speaker": "x", "speaker_kind": "robot"},
        {"kind": "wrong-boundary"},
        {"kind": "wrong-boundary", "start0": "9", "end0": ""},
        {"kind": "wrong-boundary", "start0": "9", "end0": "999999"},
        {"kind": "wrong-boundary", "start0": "20", "end0": "10"},
    ],
)
def test_a_correction_that_is_none_is_refused(client: TestClient, fields: dict[str, str]) -> None:
    address = f"/statements/{statement_id(client)}"
    assert send(client, f"{address}/corrections", address, **fields).status_code == 422
    assert not get(client, address).css(".history")


def test_a_form_that_is_not_ours_changes_nothing(client: TestClient) -> None:
    address = f"/statements/{statement_id(client)}"
    answer = client.post(f"{address}/corrections", data={"kind": "not-a-statement"})
    assert answer.status_code == 403
    assert not get(client, address).css(".history")


def test_corrections_of_what_is_not_there(client: TestClient) -> None:
    kind = {"kind": "not-a-statement"}
    assert send(client, "/statements/none/corrections", "/paste", **kind).status_code == 404
    assert send(client, "/corrections/none/withdraw", "/paste").status_code == 404


# --- who may


@pytest.fixture
def tokens(place: str) -> dict[Role, str]:
    with open_store(place) as store:
        put(store, NEWS)
        return {role: store.add_token(role.value, role) for role in Role}


def test_readers_read_and_editors_correct(place, tokens, serving_of) -> None:
    client = serving_of(place)
    assert get(client, "/", 401).css("form.signin")
    answer = send(client, "/sign-in", "/sign-in", token=tokens[Role.READER], next="/?q=سد")
    assert (answer.status_code, answer.headers["location"]) == (303, "/?q=" + quote("سد"))
    address = f"/statements/{statement_id(client)}"
    assert not get(client, address).css("#correct")
    refused = send(client, f"{address}/corrections", address, kind="not-a-statement")
    assert refused.status_code == 403

    assert send(client, "/sign-out", "/").status_code == 303
    get(client, address, 401)
    send(client, "/sign-in", "/sign-in", token=tokens[Role.EDITOR])
    send(client, f"{address}/corrections", address, kind="not-a-statement", author="دیگری")
    (history,) = texts(get(client, address), ".history li")
    assert "editor" in history
    assert "دیگری" not in history


@pytest.mark.parametrize("following", ["//evil.example", "https://evil.example", "/\\evil", "x"])
def test_signing_in_leads_to_no_other_site(place, tokens, serving_of, following: str) -> None:
    fields = {"token": tokens[Role.READER], "next": following}
    answer = send(serving_of(place), "/sign-in", "/sign-in", **fields)
    assert answer.headers["location"] == "/"


@pytest.mark.usefixtures("tokens")
def test_a_wrong_token_is_told(place, serving_of) -> None:
    client = serving_of(place)
    answer = send(client, "/sign-in", "/sign-in", token="gofteh_wrong")
    assert answer.status_code == 401
    assert "gofteh_token" not in client.cookies
    assert 'role="alert"' in answer.text


# --- choosing words


def test_words_around_a_statement_stand_where_they_are() -> None:
    raw = DAM.raw
    content = gofteh.extract(DAM).statements[0].content
    words = words_around(raw, content)
    assert all(raw[word.start : word.end] for word in words)
    assert [part.start for part in parts_of(content, words)] == [content[0].start]
    assert [part.end for part in parts_of(content, words)] == [content[-1].end]
    assert "نمی‌توانیم" in {word.text for word in words}


def test_words_of_a_long_article_are_those_nearby() -> None:
    article = replace(DAM, text=f"{'باد ' * 5000}.\n{DAM.text}\n{'باران ' * 5000}")
    content = gofteh.extract(article).statements[0].content
    words = words_around(article.raw, content)
    assert len(words) < 1300
    assert parts_of(content, words)[0].start == content[0].start
