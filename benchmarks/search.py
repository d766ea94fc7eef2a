"""Fill a store with made-up news and time the searches of a newsroom.

    python benchmarks/search.py fill PLACE STATEMENTS
    python benchmarks/search.py measure PLACE

PLACE is a SQLite file or a ``postgresql://`` address. `fill` goes on where it stopped. `measure`
prints milliseconds for the first page of 20 with snippets, the count and the facets: the first
run after opening the store, then the median and the worst of nine more.
"""

from __future__ import annotations

import datetime as dt
import statistics
import sys
import time
from collections.abc import Callable
from functools import partial
from itertools import islice

from gofteh.store import Extractor, Order, Query, Store, open_store
from news import STATEMENTS_AN_ARTICLE, News, read

_BY = Extractor("0", "made-up", "made-up")
_RUNS = 9


def fill(place: str, statements: int) -> None:
    """Bring a store to so many statements."""
    news = News()
    articles = statements // STATEMENTS_AN_ARTICLE
    with open_store(place) as store:
        there = store.db.rows("SELECT count(*) FROM article")[0][0]
        began = time.perf_counter()
        done = store.ingest(news.articles(articles - there, there), read, _BY)
        total = 0
        while passed := sum(1 for _ in islice(done, 10_000)):
            total += passed
            seconds = time.perf_counter() - began
            rate = total * STATEMENTS_AN_ARTICLE / seconds
            print(f"{there + total} articles, {seconds:.0f} s, {rate:.0f} statements/s", flush=True)


def queries(news: News) -> dict[str, Query]:
    """Return what a newsroom asks, from the commonest word to the rarest."""
    words, speaker = news.words.items, news.speakers.items
    outlet = news.outlets.items
    since = dt.date(2020, 1, 1)
    return {
        "no words: the newest": Query(),
        "commonest word": Query(words[0]),
        "common word": Query(words[40]),
        "rare word": Query(words[9000]),
        "two common words": Query(f"{words[20]} {words[30]}"),
        "five words, any": Query(" OR ".join(words[20:25])),
        "phrase of common words": Query(f'"{words[0]} {words[1]}"'),
        "phrase of a rarer word": Query(f'"{words[1]} {words[300]}"'),
        "prefix of three letters": Query(words[500][:3] + "*"),
        "prefix of two letters": Query(words[500][:2] + "*"),
        "common but not another": Query(f"{words[20]} NOT {words[0]}"),
        "words in no order, none found": Query(f"{words[50000]} {words[50001]}"),
        "much quoted speaker, common word": Query(words[30], speaker_name=speaker[0]),
        "rare speaker, commonest word": Query(words[0], speaker_name=speaker[15000]),
        "small outlet, common word": Query(words[30], outlets=(outlet[39],)),
        "days, manner and act": Query(
            words[30], since=since, until=since, manners=("direct",), acts=("warn",)
        ),
        "years, surest": Query(words[30], since=since, min_confidence=0.9),
        "best match, rare word": Query(words[9000], order=Order.BEST),
        "best match, common word": Query(words[40], order=Order.BEST),
        "best match, commonest word": Query(words[0], order=Order.BEST),
    }


def measure(place: str) -> None:
    """Print the times of all queries."""
    news = News()
    print(f"{'ms: first, median, worst':34}{'page of 20':>24}{'count':>24}{'facets':>24}")
    for name, query in queries(news).items():
        with open_store(place) as store:
            calls = [partial(call, query) for call in (store.search, store.count, store.facets)]
            times = "".join(f"{_timed(call):>24}" for call in calls)
            found = store.count(query)
            print(f"{name:34}{times}  {found.number}{'' if found.exact else '+'}", flush=True)
    with open_store(place) as store:
        most = store.speakers().items[0].id
        for name, call in (
            ("the most quoted", lambda: store.speakers()),
            ("speakers by name", lambda: store.speakers(news.speakers.items[3])),
            ("page of the most quoted speaker", lambda: store.speaker(most)),
            ("outlets", lambda: store.outlets()),
            ("articles, common word", lambda: store.search_articles(Query(news.words.items[40]))),
        ):
            print(f"{name:34}{_timed(call):>24}", flush=True)
        print(f"{_rows(store)} statements")


def _rows(store: Store) -> int:
    return int(store.db.rows("SELECT count(*) FROM statement")[0][0])


def _timed(call: Callable[[], object]) -> str:
    times = []
    for _ in range(1 + _RUNS):
        began = time.perf_counter()
        call()
        times.append((time.perf_counter() - began) * 1e3)
    first, *more = times
    return f"{first:.1f} {statistics.median(more):.1f} {max(more):.1f}"


if __name__ == "__main__":
    if sys.argv[1:2] == ["fill"]:
        fill(sys.argv[2], int(sys.argv[3]))
    else:
        measure(sys.argv[2])
