"""A newsroom's articles: one minister under several spellings, one statement in several outlets.

Fiction. All in one place, so that each job of ``test_jobs.py`` finds what it looks for.
"""

from __future__ import annotations

import datetime as dt
from functools import partial

from gofteh.batch.extracting import extract_all, extract_article
from gofteh.records import Article
from gofteh.server.pages.language import jalali_of
from gofteh.store import open_store

MINISTER = "رؤیا آزادفر"
SPELLINGS = (MINISTER, "رویا آزادفر", "رویا آزاد‌فر")
# Whoever searches says "last year", so the articles move with the calendar.
_THIS_YEAR = int((jalali_of(dt.date.today()) or "").split()[-1])
LAST_YEAR, BEFORE = _THIS_YEAR - 1, _THIS_YEAR - 3

QUOTED = "تونل سپیدار تا پایان آبان باز می‌شود و راه شهر ۳۰ کیلومتر کوتاه می‌شود"
_TUNNEL = f"{MINISTER}، وزیر راه، گفت: «{QUOTED}.»"
_CHANGED = (
    "به گزارش پگاه، رویا آزادفر، وزیر راه، گفت: «تونل سپیدار تا پایان آبان باز نمی‌شود و راه شهر ۲۰ "
    "کیلومتر کوتاه می‌شود.»"
)
_MAYOR = (
    "الهام مشکاتی، شهردار سپیدار، گفت: سی اتوبوس تازه تا پایان پاییز به شهر می‌رسد.\n"
    "بهرام نیک‌پور، سخنگوی شورای شهر، افزود: خط شبانه از آذر به راه می‌افتد."
)


def _news(id_: str, outlet: str, published: str | None, title: str, text: str) -> Article:
    return Article(text, id=id_, outlet=outlet, published=published, title=title)


ARTICLES = (
    _news("tunnel", "پگاه", f"{LAST_YEAR}-07-12T09:10", "تونل سپیدار تا پایان آبان", _TUNNEL),
    _news("changed", "کوی نو", f"{LAST_YEAR}-07-12T11:40", "تونل باز نمی‌شود", _CHANGED),
    _news("copied", "598.ir", f"{LAST_YEAR}-07-13T08:00", "خبر تونل", _TUNNEL),
    _news(
        "road", "سپیدار نیوز", f"{BEFORE}-02-10", "راه تازهٔ کوهستان",
        "رویا آزاد‌فر، رئیس سازمان راه سپیدار، گفت: راه کوهستان سه تونل می‌خواهد.",
    ),
    _news(
        "then", "پگاه", f"{BEFORE}-03-21", "بودجهٔ راه‌ها",
        "رویا آزادفر، رئیس سازمان راه سپیدار، گفت: بودجهٔ راه‌ها امسال کافی نیست.",
    ),
    _news(
        "undated", "کوی نو", None, "تونل در زمستان",
        f"{MINISTER} گفت: تونل در زمستان بسته نمی‌شود.",
    ),
    _news("mayor", "پگاه", f"{LAST_YEAR}-08-01", "اتوبوس‌های تازه", _MAYOR),
)  # fmt: skip


def fill(place: str) -> None:
    """Put the articles into a database; the grammar alone reads them, which is quick."""
    grammar = partial(extract_all, work=partial(extract_article, reader="grammar"))
    with open_store(place) as store:
        for done in store.ingest(ARTICLES, grammar):
            assert done.failure is None, done.failure
