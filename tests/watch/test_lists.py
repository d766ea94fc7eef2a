"""What feeds, sitemaps and section pages list, damaged ones too."""

from __future__ import annotations

import gzip
import json

import pytest

from gofteh.read import ReadOptions
from gofteh.read.errors import ReadError
from gofteh.read.fetch import Answer
from gofteh.watch.lists import Look, look
from gofteh.watch.plan import Kind, Source, Text

from .conftest import BEGIN

BASE = "https://news.example"
SOURCE = Source(f"{BASE}/list")


def seen(data: str | bytes, source: Source = SOURCE, media: str = "") -> Look:
    body = data.encode() if isinstance(data, str) else data
    return look(Answer(source.url, 200, {}, body, media), source, ReadOptions(), BEGIN)


def urls(found: Look) -> list[str]:
    return [one.url for one in found.found]


def test_atom_and_json_feeds_and_relative_links() -> None:
    atom = (
        "<feed xmlns='http://www.w3.org/2005/Atom'><title>پگاه</title><entry><id>x</id>"
        "<title>یک</title><link href='/n/1'/></entry></feed>"
    )
    assert urls(seen(atom)) == [f"{BASE}/n/1"]
    feed = {
        "version": "https://jsonfeed.org/version/1",
        "title": "پگاه",
        "items": [{"id": 1, "url": "/n/1", "title": "یک"}, 7, {"id": f"{BASE}/n/2"}],
    }
    found = seen(json.dumps(feed))
    assert (urls(found), found.broken) == ([f"{BASE}/n/1", f"{BASE}/n/2"], 1)


def test_a_broken_entry_costs_no_other_and_jalali_dates_are_read() -> None:
    date = "<pubDate>۲۳ آبان ۱۴۰۲ - ۲۰:۱۰</pubDate>"
    feed = (
        "<rss version='2.0'><channel><title>پگاه</title>"
        f"<item><title>آب&nbsp;و&zwnj;هوا</title><link>{BASE}/1</link>{date}</item>"
        f"<item><title>شکسته & <b</title><link>{BASE}/2</link></item>"
        f"<item><title>سه</title><link>{BASE}/3</link></item></channel></rss>"
    )
    found = seen(feed)
    assert {f"{BASE}/1", f"{BASE}/3"} <= set(urls(found))
    entry = json.loads(found.found[0].entry)
    assert (entry["published"], entry["title"]) == ("2023-11-14T20:10:00+03:30", "آب\xa0و\u200cهوا")


def test_a_news_sitemap_leaves_old_articles_out() -> None:
    body = (
        "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9' "
        "xmlns:news='http://www.google.com/schemas/sitemap-news/0.9'>"
        f"<url><loc>{BASE}/new</loc><news:news><news:publication_date>2023-11-14</news:publication_date>"
        "<news:title>تازه</news:title></news:news></url>"
        f"<url><loc>{BASE}/old</loc><lastmod>2023-11-01</lastmod></url>"
        f"<url><loc>{BASE}/undated</loc></url></urlset>"
    )
    assert urls(seen(gzip.compress(body.encode()))) == [f"{BASE}/new", f"{BASE}/undated"]
    assert json.loads(seen(body).found[0].entry)["title"] == "تازه"


def test_a_sitemap_index_names_further_lists_the_newest_first() -> None:
    inner = "".join(
        f"<sitemap><loc>{BASE}/{day}.xml</loc><lastmod>2023-11-{day}</lastmod></sitemap>"
        for day in ("01", "13", "14")
    )
    found = seen(f"<sitemapindex>{inner}</sitemapindex>")
    assert found.lists == (f"{BASE}/14.xml", f"{BASE}/13.xml")


def test_a_section_page_gives_what_looks_like_articles() -> None:
    body = (
        "<a href='/about'>درباره ما</a><a href='/tag/12345'>آب</a>"
        "<a href='/news/12345'><img></a><a href='/news/12345#c'>گزارش تازه از سد مهرکوه</a>"
        "<a href='https://else.example/news/9999'>گزارش تازه از جایی دیگر</a>"
        "<a href='javascript:alert(12345)'>گزارش تازه از هیچ جا</a>"
    )
    section = Source(f"{BASE}/list", kind=Kind.SECTION)
    assert urls(seen(body, section)) == [f"{BASE}/news/12345"]
    with pytest.raises(ReadError, match="kind = 'section'"):
        seen(f"<html><body>{body}</body></html>", media="text/html")


def test_an_empty_feed_lists_nothing_and_what_does_not_fit_is_said() -> None:
    assert seen("<rss version='2.0'><channel><title>x</title></channel></rss>") == Look()
    links = "".join(f"<item><title>x</title><link>{BASE}/{n}</link></item>" for n in range(9))
    found = seen(f"<rss version='2.0'><channel>{links}</channel></rss>", Source(SOURCE.url, most=4))
    assert (len(found.found), found.whole) == (4, False)


def test_with_its_own_text_a_feed_lists_what_has_one() -> None:
    feed = (
        f"<rss version='2.0'><channel><item><link>{BASE}/1</link></item><item><link>{BASE}/2</link>"
        "<description>متن خبر</description></item></channel></rss>"
    )
    assert urls(seen(feed, Source(SOURCE.url, text=Text.FEED))) == [f"{BASE}/2"]


@pytest.mark.parametrize(
    "data",
    [
        "<!DOCTYPE x [<!ENTITY a 'b'>]><urlset><url><loc>&a;</loc></url></urlset>",
        b"\0\1" * 500,
        "{",
    ],
)
def test_what_is_no_list_is_told(data: str | bytes) -> None:
    with pytest.raises(ReadError):
        seen(data)
