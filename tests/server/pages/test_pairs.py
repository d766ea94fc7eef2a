"""Which two statements of a person stand side by side, and the page that shows them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from fastapi.testclient import TestClient

from gofteh.records import Article
from gofteh.server.pages.messages import MESSAGES
from gofteh.server.pages.pairs import partner
from gofteh.store import StoredStatement, open_store
from server.pages.reading import get, texts
from store.news import put

WHO = "لیلا فرهمند، رئیس سازمان آب سپیدار، گفت: "
RESERVE = "ذخیرهٔ سد مهتاب برای تابستان سپیدار کافی است"


def said(id_: str, words: str, day: str | None) -> Article:
    return Article(id=id_, text=f"{WHO}{words}.", outlet="پگاه", published=day)


ARTICLES = [
    said("now", RESERVE, "2023-06-20"),
    said("same-day", f"{RESERVE} و باران هم می‌آید", "2023-06-20"),
    said("near", "ذخیرهٔ سد مهتاب برای تابستان کم است", "2023-06-12"),
    said("far", "ذخیرهٔ سد مهتاب برای تابستان کافی نیست", "2022-05-01"),
    said("else", "کارکنان سازمان پاداش می‌گیرند", "2021-05-01"),
    said("undated", f"{RESERVE} به گمان ما", None),
]


@pytest.fixture(scope="module")
def stored() -> dict[str, StoredStatement]:
    with open_store(":memory:") as store:
        put(store, ARTICLES)
        return {one.id: store.article(one.id).statements[0] for one in ARTICLES}


@pytest.mark.parametrize(
    ("others", "expected"),
    [
        (["same-day", "near", "far", "else"], "far"),  # about the same, and long ago
        (["same-day", "near", "else"], "near"),
        (["same-day", "else"], "else"),  # nothing about the same: the furthest
        (["same-day"], None),
        ([], None),
        (["same-day", "undated"], "undated"),  # another article, for all that is known
    ],
)
def test_the_other_is_of_another_day_and_about_the_same(
    stored: dict[str, StoredStatement], others: list[str], expected: str | None
) -> None:
    found = partner(stored["now"], [stored[one] for one in others])
    assert (found and found.article.id) == expected


def person_of(client: TestClient) -> str:
    place = get(client, "/speakers").css_first("a[href^='/persons/']").attributes["href"]
    return str(place)


def test_statements_of_one_day_are_not_then_and_now(
    with_articles: Callable[..., TestClient],
) -> None:
    client = with_articles(*ARTICLES[:2])
    page = get(client, f"{person_of(client)}/then-and-now")
    assert len(page.css(".beside .statement")) == 1
    assert texts(page, ".notice") == [MESSAGES["pair-one-day"][0]]


def test_what_differs_is_marked_only_where_something_is_the_same(
    with_articles: Callable[..., TestClient],
) -> None:
    client = with_articles(ARTICLES[0], ARTICLES[3], ARTICLES[4])
    place = f"{person_of(client)}/then-and-now"
    page = get(client, place)
    assert texts(page, ".beside time") == ["۱۱ اردیبهشت ۱۴۰۱", "۳۰ خرداد ۱۴۰۲"]
    assert "نیست" in texts(page, ".beside ins")
    with open_store(client.app.state.settings.db) as store:
        other = store.article("else").statements[0].statement.id
    page = get(client, f"{place}?then={other}")
    assert not page.css(".beside ins")
    assert texts(page, ".lead") == [MESSAGES["then-and-now-plain"][0]]
    page = get(client, f"{place}?q=ذخيره")  # in any spelling
    assert len(page.css(".hits .hit")) == 2


def test_the_undated_do_not_hide_the_oldest(with_articles: Callable[..., TestClient]) -> None:
    undated = [said(f"undated-{k}", f"{RESERVE} در سال {k}", None) for k in range(21)]
    newer = [said(f"new-{k}", f"{RESERVE} برای {k} روز", "2023-06-20") for k in range(41)]
    client = with_articles(*undated, *newer, ARTICLES[4])
    for topic in ("", "?q=سازمان"):
        page = get(client, f"{person_of(client)}/then-and-now{topic}")
        assert any("پاداش" in one for one in texts(page, ".said")), topic


def test_words_that_no_search_can_hold_are_in_none(
    with_articles: Callable[..., TestClient],
) -> None:
    client = with_articles(*ARTICLES)
    page = get(client, f"{person_of(client)}/then-and-now?q={'(' * 99}آب")
    assert MESSAGES["pair-none"][0] in texts(page, ".notice")
