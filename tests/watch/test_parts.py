"""Addresses in one form, the plan, back-off, the lock, the figures."""

from __future__ import annotations

from random import Random

import pytest
from prometheus_client.openmetrics.parser import text_string_to_metric_families

from gofteh.store import open_store
from gofteh.watch import backoff
from gofteh.watch.addresses import canonical
from gofteh.watch.lock import WatchedError, only_watch
from gofteh.watch.metrics import metrics
from gofteh.watch.plan import PlanError, read_plan
from gofteh.watch.status import status

from .conftest import FEED, Watching, plan, rss


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("HTTPS://News.Example:443/a/../b/./c?utm_source=x&id=5&fbclid=y#top",
         "https://news.example/b/c?id=5"),
        ("http://news.example", "http://news.example/"),
        ("http://news.example:8080/", "http://news.example:8080/"),
        ("https://news.example/خبر/آب", "https://news.example/%D8%AE%D8%A8%D8%B1/%D8%A2%D8%A8"),
        ("https://news.example/%D8%AE?x=%D8%AE", "https://news.example/%D8%AE?x=%D8%AE"),
        ("https://خبر.example/", "https://xn--mgbug.example/"),
        ("https://news.example/?b=2&a=1", "https://news.example/?b=2&a=1"),
        ("https://news.example/?123", "https://news.example/?123"),
        ("ftp://news.example/", None),
        ("javascript:1", None),
        ("https:///x", None),
        ("http://[::1", None),
        ("http://[::1]:80/x", "http://[::1]/x"),
    ],
)  # fmt: skip
def test_one_page_has_one_address(given: str, expected: str | None) -> None:
    found = canonical(given)
    if expected and "xn--" in expected:
        assert found and found.startswith("https://xn--")
    else:
        assert found == expected
    if found:
        assert canonical(found) == found


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("", "nothing to watch"),
        ("[[source]]\nurl = 'x'", "source 1"),
        ("[[source]]\nurl = 'https://a.example/'\nevry = '5m'", "evry"),
        ("[[source]]\nurl = 'https://a.example/'\nevery = 5", "every"),
        ("[[source]]\nurl = 'https://a.example/'\nlinks = '('", "links"),
        ("[watch]\npace = '5'\n[[source]]\nurl = 'https://a.example/'", "pace"),
        ("[[source]]\nurl = 'https://a.example/'\n" * 2, "twice"),
        ("[[source]\n", "TOML"),
        ("source = 5", "nothing to watch"),
    ],
)
def test_a_plan_that_cannot_be_used_is_told(text: str, named: str) -> None:
    with pytest.raises(PlanError, match=named):
        read_plan(text)


def test_what_watch_says_holds_for_each_source_that_says_nothing_else() -> None:
    text = "[watch]\nevery = '1h'\n[[source]]\nurl = 'https://a.example/'\n"
    plan_ = read_plan(text + "[[source]]\nurl = 'https://b.example/'\nevery = '2m'\n")
    assert [one.every for one in plan_.sources] == [3600.0, 120.0]


def test_the_starter_list_can_be_used() -> None:
    from gofteh.cli.watch import _starter

    assert len(read_plan(_starter()).sources) > 20


def test_waits_double_within_bounds_and_are_spread() -> None:
    chance = Random(1)
    for failures in range(1, 40):
        whole = min(60.0 * 2 ** (failures - 1), 6 * 3600.0)
        assert whole / 2 <= backoff.delay(failures, chance) <= whole
    assert len({backoff.delay(5, chance) for _ in range(20)}) > 15


@pytest.mark.parametrize(
    ("told", "seconds"),
    [("120", 120.0), ("-5", 0.0), ("1e9", 86400.0), ("nan", 0.0), ("soon", 0.0), (None, 0.0),
     ("Tue, 14 Nov 2023 22:14:20 GMT", 60.0)],
)  # fmt: skip
def test_retry_after_is_believed_within_a_day(told: str | None, seconds: float) -> None:
    assert backoff.asked_for(told, 1_700_000_000.0) == seconds


def test_two_watches_of_one_database_are_one_too_many(place: str) -> None:
    with (
        open_store(place) as one,
        open_store(place) as other,
        only_watch(one.db, place),
        pytest.raises(WatchedError),
        only_watch(other.db, place),
    ):
        pass
    with open_store(place) as again, only_watch(again.db, place):
        pass


def test_the_figures_are_openmetrics(small: Watching) -> None:
    small.web.answers = {FEED: rss(("یک", "https://news.example/n/1"))}
    small.run(plan(), once=True)
    text = metrics(status(small.store.db)).decode()
    found = {one.name: one for one in text_string_to_metric_families(text)}
    (asked,) = found["gofteh_watch_requests"].samples
    assert (asked.labels, asked.value) == ({"source": FEED}, 1.0)
    assert found["gofteh_watch_all_requests"].samples[0].value == 3.0
