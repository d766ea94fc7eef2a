"""Feeds as they are written: names of HTML, bare signs, broken entries, dates of two calendars."""

from __future__ import annotations

from pathlib import Path

import pytest

from gofteh.read.feeds import read_feed
from gofteh.records import Article, Failure, Reading
from gofteh.report.html.persian import day_of
from gofteh.store import open_store

QUOTE = "شهردار سپیدار گفت: «پل باز است.»"


def feed(*entries: str) -> list[Article | Failure]:
    channel = f"<channel><title>پگاه</title>{''.join(entries)}</channel>"
    markup = f'<?xml version="1.0"?><rss version="2.0">{channel}</rss>'
    return list(read_feed(markup.encode(), "f"))


def entry(description: str, more: str = "") -> str:
    return f"<item><title>خبر</title>{more}<description>{description}</description></item>"


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("می&zwnj;ماند", "می‌ماند"),
        ("&laquo;پل&raquo;", "«پل»"),
        ("آب&nbsp;و برق", "آب\xa0و برق"),
        ("نفت & گاز", "نفت & گاز"),
        ("A&B و AT&T", "A&B و AT&T"),
        ("&hellip;&ldquo;پل&rdquo;", "…“پل”"),
        ("&#8204;می&#x200c;رود", "\u200cمی\u200cرود"),
        ("<![CDATA[می&zwnj;ماند و نفت & گاز]]>", "می‌ماند و نفت & گاز"),
        ("&نام;", "&نام;"),
    ],
)
def test_names_of_html_and_bare_signs_lose_no_words(written: str, seen: str) -> None:
    found = feed(entry(QUOTE), entry(f"شهردار گفت {written} و رفت."), entry(QUOTE))
    assert [one.text for one in found if isinstance(one, Article)] == [
        QUOTE,
        f"شهردار گفت {seen} و رفت.",
        QUOTE,
    ]


@pytest.mark.parametrize(
    "broken",
    [
        f"<item><title>خبر</title><description>{QUOTE}<b></description></item>",
        f"<item><title>خبر<description>{QUOTE}</description></item>",
        f"<item><title>خبر</title><description>{QUOTE}</item>",
        f"<item><title>خبر</title><description>{QUOTE}</description>",
    ],
)
def test_a_broken_entry_costs_no_other(broken: str) -> None:
    found = feed(entry("نخست: آب وصل شد."), broken, entry("پایان: برق وصل شد."))
    assert len(found) == 3
    assert isinstance(found[0], Article)
    assert isinstance(found[2], Article)
    assert (found[0].text, found[2].text) == ("نخست: آب وصل شد.", "پایان: برق وصل شد.")


@pytest.mark.parametrize(
    ("printed", "published"),
    [
        ("1404/11/07", "2026-01-27"),
        ("۱۴۰۴-۱۱-۰۷T۱۱:۳۲:۰۶Z", "2026-01-27T11:32:06+00:00"),
        ("1404-11-07T11:32:06+03:30", "2026-01-27T11:32:06+03:30"),
        ("5/2/1404", "2025-04-25"),
        ("سه‌شنبه ۷ بهمن ۱۴۰۴ - ۱۱:۳۲", "2026-01-27T11:32:00+03:30"),
        ("1769499126", "2026-01-27T07:32:06+00:00"),
        ("Tue, 27 Jan 2026 08:02:06 GMT", "2026-01-27T08:02:06+00:00"),
    ],
)
def test_dates_of_either_calendar(printed: str, published: str) -> None:
    (article,) = feed(entry(QUOTE, f"<pubDate>{printed}</pubDate>"))
    assert isinstance(article, Article)
    assert article.published == published


def test_each_entry_has_its_own_date() -> None:
    found = feed(
        entry(QUOTE, "<pubDate>1404/11/07</pubDate>"),
        entry(QUOTE),
        entry(QUOTE, "<pubDate>1404/11/09</pubDate>"),
    )
    dates = [one.published for one in found if isinstance(one, Article)]
    assert dates == ["2026-01-27", None, "2026-01-29"]


ATOM = "http://www.w3.org/2005/Atom"
XHTML = "http://www.w3.org/1999/xhtml"
FORMS = {
    "rss": ('<rss version="2.0" xmlns:content="x"><channel>{}</channel></rss>', "item"),
    "atom": (f'<feed xmlns="{ATOM}">{{}}</feed>', "entry"),
    "atom with a prefix": (f'<a:feed xmlns:a="{ATOM}">{{}}</a:feed>', "a:entry"),
    "rss 1.0": (
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
        'xmlns="http://purl.org/rss/1.0/"><channel rdf:about="f"/>{}</rdf:RDF>',
        "item",
    ),
}
TEXTS = {"rss": "description", "atom": "content", "atom with a prefix": "a:summary"}


def one_of(form: str, inner: str, kind: str = "") -> Article:
    outer, tag = FORMS[form]
    name = TEXTS.get(form, "description")
    prefix = name.partition(":")[0] + ":" if ":" in name else ""
    title = f"<{prefix}title>خبر <b>سد</b> پر</{prefix}title><{prefix}id>x</{prefix}id>"
    markup = outer.format(f"<{tag}>{title}<{name}{kind}>{inner}</{name}></{tag}>")
    (found,) = read_feed(markup.encode(), "f")
    assert isinstance(found, Article)
    assert found.title == "خبر سد پر"
    return found


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    ("inner", "text"),
    [
        ("شهردار <b>گفت</b>: پل باز است.", "شهردار گفت: پل باز است."),
        ("شهردار گفت:<br/>پل باز است.<br>و رفت.", "شهردار گفت:\nپل باز است.\nو رفت."),
        ('یک <i>دو <a href="/x?a=1&amp;b=2">سه</a></i> چهار', "یک دو سه چهار"),
        ("یک <b>دو</b> سه &lt;i&gt;چهار&lt;/i&gt; پنج", "یک دو سه چهار پنج"),
        ("یک <!-- <b> --> دو", "یک  دو"),
        ("یک <b><![CDATA[دو <i>سه</i>]]></b> چهار", "یک دو سه چهار"),
        ("<p>یک</p><p>دو</p>", "یک\nدو"),
        ('یک <iframe src="x"/>دو', "یک دو"),
        ("اگر ۲ < ۳ باشد <b>پل</b> باز است", "اگر ۲ < ۳ باشد پل باز است"),
    ],
)
def test_bare_tags_cut_no_text(form: str, inner: str, text: str) -> None:
    assert one_of(form, inner).text.replace("  ", " ") == text.replace("  ", " ")


@pytest.mark.parametrize("tag", ["", "h:"])
def test_xhtml_of_atom_is_read_whole(tag: str) -> None:
    names = f'xmlns{":h" if tag else ""}="{XHTML}"'
    inner = (
        f"<{tag}div {names}><{tag}p>شهردار <{tag}b>گفت</{tag}b>: پل &lt;b&gt; باز است.</{tag}p>"
        f"<{tag}p>او رفت.</{tag}p></{tag}div>"
    )
    found = one_of("atom", inner, ' type="xhtml"')
    assert found.text == "شهردار گفت: پل <b> باز است.\nاو رفت."


def test_a_text_in_a_text_of_its_name_ends_neither() -> None:
    inner = "<details><summary>یک</summary>دو</details> سه"
    (found,) = feed(entry(QUOTE).replace("description>", "summary>").replace(QUOTE, inner))
    assert isinstance(found, Article)
    assert "".join(found.text.split()) == "یکدوسه"


def test_what_holds_elements_rightly_stays() -> None:
    media = '<media:content xmlns:media="http://search.yahoo.com/mrss/"><media:title>پل</media:title></media:content>'
    (found,) = feed(entry(QUOTE, media))
    assert isinstance(found, Article)
    assert (found.title, found.text) == ("خبر", QUOTE)


@pytest.mark.parametrize(
    ("printed", "published"),
    [
        ("Tue, 27 Jan 2026 00:30:00 +0330", "2026-01-27T00:30:00+03:30"),
        ("Tue, 27 Jan 26 00:30:00 +0330", "2026-01-27T00:30:00+03:30"),
        ("Tue, 27 Jan 2026 0:30:00 +03:30", "2026-01-27T00:30:00+03:30"),
        ("Tue, 27 Jan 2026 00:30:00 IRST", "2026-01-27T00:30:00+03:30"),
        ("Tue, 27 Jan 2026 00:30:00", "2026-01-27T00:30:00+03:30"),
        ("2026-01-27 00:30:00", "2026-01-27T00:30:00+03:30"),
        ("2026-01-27T00:30:00.250+04:30", "2026-01-27T00:30:00+04:30"),
        ("2026-01-27T00:30:00+03", "2026-01-27T00:30:00+03:00"),
        ("Tue, 27 Jan 2026 00:30:00 -0000", "2026-01-27T00:30:00+00:00"),
        ("Tue, 27 Jan 2026 00:30:00 GMT+3:30", "2026-01-27T00:30:00+03:30"),
        ("Jan 27, 2026 12:30:00 AM", "2026-01-27T00:30:00+03:30"),
        # Read by the parser alone, which knows it in UTC: told as Tehran's clock has it.
        ("Monday, 26-Jan-26 21:00:00 UTC", "2026-01-27T00:30:00+03:30"),
    ],
)
@pytest.mark.parametrize("name", ["pubDate", "dc:date"])
def test_a_date_keeps_its_offset(printed: str, published: str, name: str) -> None:
    dated = f'<{name} xmlns:dc="http://purl.org/dc/elements/1.1/">{printed}</{name}>'
    (article,) = feed(entry(QUOTE, dated))
    assert isinstance(article, Article)
    assert article.published == published


def test_a_day_that_begins_in_tehran_is_that_day_in_records_store_and_pages(
    tmp_path: Path,
) -> None:
    dated = "<pubDate>Tue, 27 Jan 2026 00:30:00 +0330</pubDate>"
    (article,) = feed(entry(QUOTE, dated))
    assert isinstance(article, Article)
    assert str(day_of(article.published)) == "2026-01-27"
    with open_store(str(tmp_path / "news.db")) as store:
        (done,) = store.ingest([article], lambda given: (Reading(one) for one in given))
        stored = store.article(done.id)
    assert stored is not None
    assert (stored.reading.article.published, str(stored.head.day)) == (
        article.published,
        "2026-01-27",
    )
