"""What the tests of the store ask of it, and words of its articles."""

from __future__ import annotations

from dataclasses import replace

from gofteh.records import Statement
from gofteh.store import Query, Store


def contents(store: Store, words: str = "", **filters: object) -> list[str]:
    page = store.search(Query(words, **filters))
    return [hit.stored.statement.content_text for hit in page.items]


def bare(statement: Statement | None) -> Statement | None:
    if statement is None:
        return None
    speaker = replace(statement.speaker, person=None, linked=None)
    return replace(statement, speaker=speaker, family=None, changes=(), differences=())


def table(store: Store, name: str) -> int:
    return store.db.rows(f"SELECT count(*) FROM {name}")[0][0]


CANNOT = "ما نمی‌توانیم سد را خالی کنیم"
SANCTIONS = "تحریم‌های تازه خرید ۱۲٬۰۰۰ پمپ را دشوار کرده است"
ENOUGH = "آب سپیدار تا پاییز کافی است"
ARRIVE = "سی اتوبوس تازه می‌رسد"
DRY = "رودخانه خشک نشده است و دانش آموزان نگران نباشند"


def the(store: Store, words: str):
    (hit,) = store.search(Query(words)).items
    return hit.stored
