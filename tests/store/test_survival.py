"""Processes that are killed, and many at once: no article is lost, doubled or halved."""

import os
import random
import signal
import time
import traceback
from functools import cache

import pytest

from gofteh.records import Article, Reading
from gofteh.store import Order, Query, open_store
from gofteh.store import ingest as ingesting
from grammar import extract
from store.news import put, unlinked

KILLS = 40  # `tests/attack/kill.py` does hundreds
WORDS = "آب سد باران شهر مدرسه بازار راه پل خانه برق کتاب ورزش هوا زمین درخت".split()
NAMES = ("لیلا فرهمند", "الهام مشکاتی", "رضا نیکو", "مینا پورداد")


def news(count: int) -> list[Article]:
    source = random.Random(11)
    made = []
    for number in range(count):
        said = (" ".join(source.choices(WORDS, k=8)) for _ in range(3))
        lines = [f"{source.choice(NAMES)} گفت: {words} است." for words in said]
        day = f"20{number % 20:02}-0{1 + number % 9}-11"
        made.append(Article(id=f"n{number}", text="\n".join(lines), outlet="پگاه", published=day))
    return made


ARTICLES = {article.id: article for article in news(500)}


@cache
def reading_of(key: str) -> Reading:
    """What an article says; it is asked for on both databases."""
    return extract(ARTICLES[key])


def started(work) -> int:
    """Run something in a process of its own; it ends with 0 when all went well."""
    child = os.fork()
    if child:
        return child
    try:
        work()
        os._exit(0)
    except BaseException:
        traceback.print_exc()
        os._exit(1)


def exit_code(child: int) -> int:
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def assert_whole(store, articles) -> None:
    """Every article is there once, as extracted, and so are its terms in the index."""
    for article in articles:
        assert unlinked(store.article(article.id).reading) == reading_of(article.id), article.id
    total = sum(len(reading_of(article.id).statements) for article in articles)
    assert store.db.rows("SELECT count(*) FROM article") == [(len(articles),)]
    assert store.db.rows("SELECT count(*) FROM statement") == [(total,)]
    assert store.count(Query()).number == min(total, 10_000)
    assert sum(head.statements for head in store.speakers(limit=100).items) == total
    assert store.outlets()[0].statements == total
    keys, cursor = [], None
    while True:
        page = store.search(Query(order=Order.OLDEST), cursor, limit=200)
        keys += [hit.stored.statement.id for hit in page.items]
        cursor = page.next
        if cursor is None:
            break
    assert len(keys) == len(set(keys)) == total


@pytest.mark.slow
def test_killed_again_and_again_every_article_is_there_once_and_whole(place, monkeypatch):
    monkeypatch.setattr(ingesting, "_BATCH", 4)  # many transactions to be killed in
    articles = list(ARTICLES.values())
    with open_store(place) as store:  # warms up what the children inherit
        put(store, articles[:1])
    known = {article.id: article for article in articles}
    source = random.Random(5)
    killed, grown = 0, []

    def work():
        with open_store(place) as store:
            put(store, articles)
        signal.pause()  # a machine may be fast enough to finish: it is killed all the same

    while killed < KILLS:
        child = started(work)
        time.sleep(source.uniform(0.005, 0.1))
        os.kill(child, signal.SIGKILL)
        assert exit_code(child) == -signal.SIGKILL
        killed += 1
        if killed % 10 == 0:
            with open_store(place) as store:
                newest = store.search_articles(Query(), limit=1).items[0].head.id
                assert unlinked(store.article(newest).reading) == extract(known[newest])
                grown.append(store.db.rows("SELECT count(*) FROM article")[0][0])
    assert grown == sorted(grown) and grown[0] < len(articles)
    monkeypatch.undo()
    with open_store(place) as store:
        put(store, articles)
        assert_whole(store, articles)


@pytest.mark.slow
def test_eight_writers_and_eight_readers_at_once(place):
    articles = list(ARTICLES.values())[:100]

    def write(seed: int):
        mine = random.Random(seed).sample(articles, len(articles))
        with open_store(place) as store:
            for start in range(0, len(mine), 20):
                put(store, mine[start : start + 20])

    def read(seed: int):
        source = random.Random(seed)
        with open_store(place) as store:
            seen = 0
            while seen < len(articles):
                for hit in store.search(Query(source.choice(WORDS)), limit=50).items:
                    article = store.article(hit.stored.article.id)
                    raw = article.reading.article.raw
                    for statement in article.reading.statements:
                        for span in statement.content:
                            assert raw[span.start : span.end] == span.text
                store.facets(Query(source.choice(WORDS)))
                store.speakers()
                now = store.db.rows("SELECT count(*) FROM article")[0][0]
                assert now >= seen
                seen = now

    children = [started(lambda n=n: write(n)) for n in range(8)]
    children += [started(lambda n=n: read(n)) for n in range(8)]
    assert [exit_code(child) for child in children] == [0] * 16
    with open_store(place) as store:
        assert_whole(store, articles)
