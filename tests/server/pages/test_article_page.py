"""The article page: every statement marked where it stands, hostile text shown as text."""

from __future__ import annotations

import re
from dataclasses import replace

from fastapi.testclient import TestClient

from gofteh.records import Article, Reading, Span
from gofteh.server.pages.language import Language, words_of
from gofteh.server.pages.marked import in_context, marked, repaired_reading
from grammar import extract
from server.pages.reading import LANGUAGES, Page, get, texts
from store.news import DAM

FA = words_of(Language.FA)


def shown(page: Page) -> list[str]:
    """The paragraphs as a reader sees them, numbers left out."""
    for number in page.css(".text a.n"):
        number.decompose()
    return [node.text() for node in page.css(".text p")]


def content_of(page: Page, anchor: str) -> str:
    """The words marked as a statement's content, across all the pieces of its marks."""
    seen = []
    for node in page.css(f"mark[data-s={anchor}]"):
        for number in node.css("a.n"):
            number.decompose()
        seen.append(node.text())
    return "".join(seen)


def test_the_text_is_all_there_and_every_statement_marked(client: TestClient) -> None:
    page = get(client, "/articles/dam")
    expected = extract(DAM)
    for index, statement in enumerate(expected.statements, 1):
        assert content_of(page, f"s{index}") == "".join(span.text for span in statement.content)
        card = page.css_first(f"#s{index}")
        assert texts(card, ".name") == [statement.speaker.name]
        assert statement.cue_text in card.text()
        assert FA.percent(statement.confidence) in card.text()
        assert FA.construction(statement.because) in card.text()
        assert statement.because.statement not in card.text()
        assert page.css_first(f".text a.n[href='#s{index}']")
    assert shown(page) == DAM.text.split("\n")


def test_it_leads_to_the_original_and_to_each_statement(client: TestClient) -> None:
    page = get(client, "/articles/dam")
    out = page.css_first("a[rel~=external]").attributes
    assert out["href"] == DAM.url
    assert "noopener" in out["rel"]
    for link in page.css(".card .links a:not(.back)"):
        get(client, link.attributes["href"].partition("#")[0])


def test_an_id_may_be_an_address(with_articles) -> None:
    id_ = "https://pegah.example/news/1?a=b&c=د#e"
    client = with_articles(replace(DAM, id=id_))
    link = get(client, "/").css_first("a.source").attributes["href"]
    assert texts(get(client, link), "h1")[0].endswith("سد مهرکوه پر شد")


def test_an_address_that_acts_is_no_link(with_articles) -> None:
    client = with_articles(replace(DAM, url="javascript:alert(1)"))
    assert "javascript:" not in client.get("/articles/dam").text


HOSTILE = Article(
    id="hostile",
    title="<script>alert(1)</script> \u202eوارونه",
    text='لیلا فرهمند گفت: <img src=x onerror=alert(2)> "آب" \u202eکافی\u202c است.\n'
    "</div><h1>جعلی</h1> \u2066باز",
    outlet="<b>پگاه</b>",
    published="<i>دیروز</i>",
    url="https://pegah.example/?<script>",
)


def test_hostile_text_is_shown_as_text(with_articles) -> None:
    client = with_articles(HOSTILE)
    statement = get(client, "/").css_first("a.said").attributes["href"]
    for address in ("/", "/articles/hostile", "/articles/hostile?view=repaired", statement,
                    "/outlets", "/?scope=articles&q=کافی", "/?facets=1"):  # fmt: skip
        for language in LANGUAGES:
            client.cookies.set("lang", language)
            answer = client.get(address)
            assert answer.status_code == 200
            page = Page(answer.text)
            assert not page.css("script:not([src]), img, b b, [onerror]")
            assert len(page.css("h1")) == 1
            # Overrides are shown as signs or left out; none acts.
            assert not re.search("[\u202a-\u202e\u2066\u2067]", answer.text)


def test_overrides_are_seen(with_articles) -> None:
    page = get(with_articles(HOSTILE), "/articles/hostile")
    assert "RLO" in texts(page, ".ctl")


def test_spans_that_overlap_cross_or_nest_are_all_marked() -> None:
    raw = "الف ب پ ت ث ج چ"
    first, second = extract("لیلا گفت: الف. بهرام گفت: ب.").statements
    made = [
        replace(first, id="1", content=(Span.of(raw, 0, 7),), cue=(), source=None),
        replace(second, id="2", content=(Span.of(raw, 4, 11),), cue=(), source=None),
        replace(second, id="3", content=(Span.of(raw, 4, 5), Span.of(raw, 12, 15)), cue=(),
                source=Span.of(raw, 0, 3)),
    ]  # fmt: skip
    reading = Reading(Article(raw), tuple(made), (first.speaker, second.speaker))
    page = Page("<div class=text>" + "".join(marked(reading, FA).paragraphs) + "</div>")
    assert content_of(page, "s1") == raw[0:7]
    assert content_of(page, "s2") == raw[4:11]
    assert content_of(page, "s3") == raw[4:5] + raw[12:15]


def test_the_repaired_text_keeps_every_mark() -> None:
    article = Article(
        "لیلا فرهمند ، رئيس سازمان آب گفت : ما نمي توانيم سد را خالي كنيم .\n"
        "وی افزود: آب کافی است.",
        title="سد  مهرکوه",
    )
    reading = extract(article)
    repaired, mended = repaired_reading(reading)
    assert repaired.article.raw == mended.text != article.raw
    assert [s.id for s in repaired.statements] == [s.id for s in reading.statements]
    first = repaired.statements[0]
    assert first.content_text == "ما نمی‌توانیم سد را خالی کنیم"
    for statement in repaired.statements:
        for span in (*statement.content, *statement.cue):
            assert repaired.article.raw[span.start : span.end] == span.text


def test_the_switch_between_raw_and_repaired(with_articles) -> None:
    text = "لیلا فرهمند گفت: ما نمي توانيم سد را خالي كنيم."
    client = with_articles(Article(text, id="a"))
    raw, repaired = get(client, "/articles/a"), get(client, "/articles/a?view=repaired")
    assert shown(raw) == [text]
    assert shown(repaired) == ["لیلا فرهمند گفت: ما نمی‌توانیم سد را خالی کنیم."]
    assert texts(repaired, ".switch [aria-current]") == ["ترمیم‌شده"]


def test_the_context_of_a_statement_has_bounds() -> None:
    text = f"{'آب روان است. ' * 300}لیلا فرهمند گفت: سد پر شد.\n{'باد آمد. ' * 300}\nپایان"
    reading = extract(Article(text, title="تیتر"))
    only = replace(reading, statements=reading.statements[:1])
    found = in_context(only, FA)
    page = Page("".join(found.paragraphs))
    assert content_of(page, "s1").startswith("سد پر شد")
    seen = page.body.text()
    assert len(seen) < 2000
    assert seen.startswith("… ")
    assert seen.endswith(" …")
    assert "تیتر" not in seen


def test_the_context_of_a_short_article_is_whole() -> None:
    reading = extract(Article("یک.\n\nلیلا فرهمند گفت: سد پر شد.\n\nسه.\nچهار.", title="تیتر"))
    page = Page("".join(f"<p>{p}</p>" for p in in_context(reading, FA).paragraphs))
    assert texts(page, "p")[0] == "یک."
    assert texts(page, "p")[-1] == "سه."


def test_former_versions_tell_what_became_of_the_statements(with_articles) -> None:
    first = Article(
        "لیلا فرهمند گفت: سد مهرکوه تا پایان تابستان پر می‌شود.\nرضا کوهساری گفت: راه باز است.",
        title="سد پر می‌شود",
        id="dam2",
    )
    client = with_articles(first)
    assert not get(client, "/articles/dam2").css("#h-versions")
    changed = replace(
        first,
        text="لیلا فرهمند گفت: سد مهرکوه تا پایان پاییز پر می‌شود.\nمینا بهاری گفت: پل بسته است.",
        title="سد پر نشد",
    )
    client = with_articles(changed)
    page = get(client, "/articles/dam2")
    assert "سد پر می‌شود" in page.css_first("details p.hint").text()
    assert [one.text() for one in page.css("ul.versions .flag")] == [
        "عوض شد", "برداشته شد", "افزوده شد",
    ]  # fmt: skip
    changed_words = page.css_first("ul.versions p.diff")
    assert changed_words.css_first("del").text() == "تابستان"
    assert changed_words.css_first("ins").text() == "پاییز"
