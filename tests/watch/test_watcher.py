"""What a watch asks, when, and what it stores of it."""

from __future__ import annotations

from itertools import pairwise

import pytest

from gofteh.read.errors import ReadError
from gofteh.watch.status import status

from .conftest import FEED, Made, Watching, page, plan, rss

NEWS = "https://news.example/n/"
ROBOTS = "https://news.example/robots.txt"
HOUR = 3600.0


def test_a_feeds_articles_are_read_from_their_pages_at_the_hosts_pace(watching: Watching) -> None:
    watching.web.answers = {
        FEED: rss(("یک", NEWS + "1"), ("دو", NEWS + "2?utm_source=rss#top")),
        NEWS + "1": page(1),
        NEWS + "2": page(2, boats=9),
    }
    watching.run(plan(), once=True)
    assert watching.texts().keys() == {NEWS + "1", NEWS + "2"}
    assert "9 قایق" in watching.texts()[NEWS + "2"]
    assert [url for _, url in watching.web.asked][:2] == [ROBOTS, FEED]
    assert [at for at, _ in watching.web.asked] == [0.0, 5.0, 10.0, 15.0]


def test_what_is_known_is_not_asked_for_again_and_lists_are_asked_with_conditions(
    watching: Watching,
) -> None:
    status_, headers, body = rss(("یک", NEWS + "1"))
    watching.web.answers = {FEED: (status_, {**headers, "ETag": '"1"'}, body), NEWS + "1": page(1)}
    watching.run(plan(every="'15m'", recheck="[]"), HOUR)
    assert watching.web.addresses("/n/") == [NEWS + "1"]
    assert 4 <= len(watching.web.addresses("/rss")) <= 5
    asked = [c for c, (_, url) in zip(watching.web.conditions, watching.web.asked, strict=True)
             if url == FEED]  # fmt: skip
    assert asked[0] == {}
    assert all(one == {"If-None-Match": '"1"'} for one in asked[1:])
    (one,) = status(watching.store.db).sources
    assert (one.asked, one.unchanged, one.failed, one.read) == (len(asked), len(asked) - 1, 0, 1)


def test_a_changed_article_is_a_version_with_what_changed_in_its_statements(
    watching: Watching,
) -> None:
    watching.web.answers = {FEED: rss(("یک", NEWS + "1")), NEWS + "1": page(1, boats=7)}
    watching.run(plan(recheck="['1h']"), HOUR / 2)
    watching.web.answers[NEWS + "1"] = page(1, boats=8)
    watching.run(plan(recheck="['1h']"), HOUR)
    (stored,) = watching.store.each_article()
    assert "8 قایق" in stored.reading.article.text
    (version,) = watching.store.versions(stored.head.id)
    assert (version.number, "7 قایق" in version.raw) == (1, True)
    (altered,) = version.altered
    assert altered.before and altered.after
    assert "7 قایق" in altered.before.content
    assert "8 قایق" in altered.after.content
    watching.store.forget([stored.head.id])
    assert watching.store.versions(stored.head.id) == ()


def test_an_article_is_read_again_when_its_list_tells_of_a_change(small: Watching) -> None:
    small.web.answers = {FEED: rss(("یک", NEWS + "1"), more="<description>الف</description>"),
                         NEWS + "1": page(1)}  # fmt: skip
    small.run(plan(recheck="[]"), 600)
    small.web.answers[FEED] = rss(("یک", NEWS + "1"), more="<description>ب</description>")
    small.web.answers[NEWS + "1"] = page(1, boats=8)
    small.run(plan(recheck="[]"), HOUR)
    assert small.web.addresses("/n/") == [NEWS + "1"] * 2
    assert "8 قایق" in small.texts()[NEWS + "1"]


def test_robots_rules_hold_and_their_delay_is_kept(small: Watching) -> None:
    rules = "User-agent: *\nCrawl-delay: 30\nDisallow: /n/1\n"
    small.web.answers = {
        ROBOTS: (200, {}, rules),
        FEED: rss(("یک", NEWS + "1"), ("دو", NEWS + "2")),
        NEWS + "2": page(2),
    }
    small.run(plan(), once=True)
    assert small.web.addresses("/n/") == [NEWS + "2"]
    # The first pace is ours: the rules were not known yet.
    assert [at for at, _ in small.web.asked] == [0.0, 5.0, 35.0]
    assert (NEWS + "1", "given up: robots.txt forbids it [robots]") in small.told


def test_without_rules_nothing_is_asked_until_they_are_there(small: Watching) -> None:
    small.web.answers = {ROBOTS: (503, {"Retry-After": "200"}, ""), FEED: rss(("یک", NEWS + "1"))}
    small.run(plan(), 190)
    assert small.web.addresses() == [ROBOTS]
    small.web.answers |= {ROBOTS: (404, {}, ""), NEWS + "1": page(1)}
    small.run(plan(), HOUR)
    assert small.texts().keys() == {NEWS + "1"}


@pytest.mark.parametrize(
    "failure",
    [(500, {}, ""), (429, {}, ""), (403, {}, ""), ReadError("timeout", "late"),
     ReadError("truncated", "cut"), (200, {}, bytes(range(256)))],
    ids="500 429 403 late cut rubbish".split(),
)  # fmt: skip
def test_a_failure_is_tried_again_later_and_nothing_is_lost(
    small: Watching, failure: Made | ReadError
) -> None:
    small.web.answers = {FEED: rss(("یک", NEWS + "1")), NEWS + "1": failure}
    small.run(plan(), 20)
    assert small.texts() == {}
    small.web.answers[NEWS + "1"] = page(1)
    small.run(plan(), HOUR)
    assert small.texts().keys() == {NEWS + "1"}
    first, second = [at for at, url in small.web.asked if url == NEWS + "1"][:2]
    assert 30 <= second - first <= 70


def test_an_article_that_stays_away_is_given_up_and_the_feeds_words_stand_for_it(
    small: Watching,
) -> None:
    text = "مدیر جشنواره گفت که مسابقه فردا برگزار می‌شود."
    small.web.answers = {
        FEED: rss(("یک", NEWS + "1"), more=f"<description>{text}</description>"),
        NEWS + "1": (410, {}, ""),
    }
    small.run(plan(), once=True)
    assert small.texts() == {NEWS + "1": text}
    (stored,) = small.store.each_article()
    assert stored.reading.article.extra == {"text_from": "feed"}
    assert small.web.addresses("/n/") == [NEWS + "1"]


def test_redirects_wait_for_the_other_hosts_turn_and_lead_to_one_article(small: Watching) -> None:
    other = "https://www.news.example/n/1"
    small.web.answers = {
        FEED: rss(("یک", NEWS + "1"), ("همان", other)),
        NEWS + "1": (301, {"Location": other + "#x"}, ""),
        other: page(1),
    }
    small.run(plan(), once=True)
    assert small.texts().keys() == {other}
    assert "https://www.news.example/robots.txt" in small.web.addresses()
    at = [at for at, url in small.web.asked if "//www." in url]
    assert all(after - before >= 5 for before, after in pairwise(at))


def test_endless_redirects_end(small: Watching) -> None:
    small.web.answers = {
        FEED: rss(("یک", NEWS + "1")),
        NEWS + "1": (302, {"Location": "/n/1"}, ""),
        ROBOTS: (302, {"Location": "/robots.txt"}, ""),
    }
    small.run(plan(), once=True)
    assert len(small.web.addresses("/n/1")) == 6
    assert small.texts() == {}


def test_articles_that_claim_one_address_stay_apart(small: Watching) -> None:
    head = f"<link rel=canonical href='{NEWS}1'>"
    small.web.answers = {
        FEED: rss(*((str(n), f"{NEWS}{n}") for n in (1, 2, 3))),
        **{f"{NEWS}{n}": page(n, boats=n, head=head) for n in (1, 2, 3)},
    }
    small.run(plan(), once=True)
    assert small.texts().keys() == {f"{NEWS}{n}" for n in (1, 2, 3)}


def test_the_later_article_takes_no_other_ones_address(small: Watching) -> None:
    head = f"<link rel=canonical href='{NEWS}1'>"
    small.web.answers = {
        FEED: rss(("2", NEWS + "2"), ("1", NEWS + "1")),
        **{f"{NEWS}{n}": page(n, boats=n, head=head) for n in (1, 2, 3)},
    }
    small.run(plan(recheck="['1h']"), 7200)
    assert {url: text[:25] for url, text in small.texts().items()} == {
        f"{NEWS}{n}": page(n, boats=n)[2].partition("<p>")[2][:25]  # type: ignore[arg-type]
        for n in (1, 2)
    }
    assert small.store.db.rows("SELECT count(*) FROM article_version") == [(0,)]


def test_an_article_keeps_apart_from_one_that_took_its_address(small: Watching) -> None:
    head = f"<link rel=canonical href='{NEWS}1'>"
    small.web.answers = {
        FEED: rss(("2", NEWS + "2")),
        **{f"{NEWS}{n}": page(n, boats=n, head=head) for n in (1, 2)},
    }
    small.run(plan(recheck="['1h']"), 600)
    small.web.answers[FEED] = rss(("1", NEWS + "1"), ("2", NEWS + "2"))
    small.run(plan(recheck="['1h']"), 7200)
    found = sorted(one.reading.article.text for one in small.store.each_article())
    assert [f"{n} قایق" in text for n, text in zip((1, 2), found, strict=True)] == [True, True]
    assert small.store.db.rows("SELECT count(*) FROM article_version") == [(0,)]


def test_the_front_page_is_no_articles_address(small: Watching) -> None:
    head = "<link rel=canonical href='https://news.example/'>"
    small.web.answers = {FEED: rss(("یک", NEWS + "1")), NEWS + "1": page(1, head=head)}
    small.run(plan(), once=True)
    assert small.texts().keys() == {NEWS + "1"}


def test_a_source_that_is_left_out_is_asked_no_more(small: Watching) -> None:
    small.web.answers = {FEED: rss(("یک", NEWS + "1")), NEWS + "1": page(1)}
    small.run(plan(), once=True)
    small.run(plan("https://other.example/rss"), 2 * HOUR)
    assert small.web.addresses("/rss").count(FEED) == 1


def test_a_bug_in_reading_one_page_ends_no_watch(small: Watching) -> None:
    def broken() -> tuple[int, dict[str, str], str]:
        raise RuntimeError("a bug")

    small.web.answers = {
        FEED: rss(("یک", NEWS + "1"), ("دو", NEWS + "2")),
        NEWS + "1": broken,
        NEWS + "2": page(2),
    }
    small.run(plan(), once=True)
    assert small.texts().keys() == {NEWS + "2"}
