"""Feeds as they are written: names of HTML, bare signs, broken entries, dates of two calendars."""

from __future__ import annotations

import pytest

from gofteh.read.feeds import read_feed
from gofteh.records import Article, Failure

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
