"""Fictional articles for the store's tests, and ways to put them in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import partial

from gofteh.batch.extracting import extract_all, extract_article
from gofteh.records import Article, Failure, Reading
from gofteh.store import Extractor, Ingested, Store

DAM = Article(
    id="dam",
    title="سد مهرکوه پر شد",
    text="لیلا فرهمند، رئیس سازمان آب سپیدار، گفت: ما نمی‌توانیم سد را خالی کنیم.\n"
    "وی افزود: تحریم‌های تازه خرید ۱۲٬۰۰۰ پمپ را دشوار کرده است.",
    url="https://news.example/dam",
    outlet="پگاه",
    published="2023-05-01T10:30:00+03:30",
    extra={"page": 3},
)
BUS = Article(
    id="bus",
    title="اتوبوس‌های تازه",
    text="الهام مشکاتی، شهردار سپیدار، اعلام کرد که سی اتوبوس تازه می‌رسد.\n"
    "به گفته لیلا فرهمند، آب سپیدار تا پاییز کافی است.",
    outlet="کوی نو",
    published="1402-06-10",
)
RIVER = Article(
    id="river",
    text="یک منبع آگاه به پگاه گفت: رودخانه خشک نشده است و دانش آموزان نگران نباشند.",
    outlet="پگاه",
)
NEWS = [DAM, BUS, RIVER]
FIRST = Extractor("0.1.0", "first", "m")
SECOND = Extractor("0.2.0", "second", "m")


def put(
    store: Store, items: Iterable[Article | Failure], by: Extractor | None = None
) -> list[Ingested]:
    # the store is tested, not who reads: the grammar alone is several times as fast
    by_grammar = partial(extract_all, work=partial(extract_article, reader="grammar"))
    return list(store.ingest(items, by_grammar, by))


_ALONE = {"family": None, "changes": (), "differences": (), "nearest": None}


def unlinked(reading: Reading) -> Reading:
    """A reading without what other articles tell of it."""
    known = {one.id: replace(one, person=None, linked=None) for one in reading.speakers}
    statements = tuple(
        replace(one, speaker=known[one.speaker.id], **_ALONE) for one in reading.statements
    )
    return replace(reading, speakers=tuple(known.values()), statements=statements)
