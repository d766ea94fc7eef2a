"""Figures of outlets: shares with intervals and what they rest on, over time, as a table."""

from __future__ import annotations

import csv
import io

import pytest
from fastapi.testclient import TestClient

from gofteh.records import Article
from gofteh.server.pages.figures import Share
from server.pages.reading import get, texts
from server.pages.told import TOLD


@pytest.mark.parametrize(
    ("number", "of", "low", "high"),
    # Newcombe (1998), Statistics in Medicine 17, table I: method 3.
    [
        (81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718),
    ],
)  # fmt: skip
def test_intervals_are_those_of_the_literature(number, of, low, high) -> None:
    assert Share(number, of).interval == pytest.approx((low, high), abs=5e-5)


def table(client: TestClient, address: str) -> list[dict[str, str]]:
    answer = client.get(address)
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    return list(csv.DictReader(io.StringIO(answer.text.removeprefix("\ufeff"))))


def test_shares_stand_with_their_counts(client: TestClient) -> None:
    (row,) = [one for one in table(client, "/outlets.csv") if one["رسانه"] == "پگاه"]
    assert (row["سهم نقل مستقیم: شمار"], row["سهم نقل مستقیم: از"]) == ("3", "3")
    assert (row["سهم گویندهٔ بی‌نام: شمار"], row["سهم گویندهٔ بی‌نام: از"]) == ("1", "3")
    low, high = (float(row[f"سهم گویندهٔ بی‌نام: کران {end}"]) for end in ("پایین", "بالا"))
    assert 0 < low < 1 / 3 < high < 1


def test_text_that_another_outlet_had_before_is_counted(with_articles) -> None:
    told = "\n".join(
        f"مریم رستگار، دبیر جشنوارهٔ سپیدار، گفت: در تالار {hall} {films} فیلم {kind} نمایش داده شد."
        for hall, films, kind in (
            ("مهتاب", "دوازده", "کوتاه"),
            ("آفتاب", "هفت", "مستند"),
            ("کهکشان", "نه", "پویانمایی"),
            ("باران", "چهار", "بلند"),
        )
    )
    news = (("a", "پگاه", "09"), ("b", "کوی نو", "11"), ("c", "پگاه", "12"))
    client = with_articles(
        *(
            Article(told, id=i, outlet=o, published=f"2023-08-05T{h}:00:00+03:30")
            for i, o, h in news
        )
    )
    rows = table(client, "/outlets.csv")
    taken = {row["رسانه"]: row["سهم متن دیگران: شمار"] for row in rows}
    assert taken == {"پگاه": "0", "کوی نو": "1"}  # what an outlet repeats of itself is its own


@pytest.mark.parametrize("language", ["fa", "en"])
def test_an_outlet_over_time(with_articles, language: str) -> None:
    client = with_articles(*TOLD)
    page = get(client, "/outlet?name=پگاه", language=language)
    rows = page.css("tbody tr")
    assert len(rows) == 3  # months with statements
    assert page.css("figure circle")
    client.cookies.set("lang", "en")
    found = table(client, "/outlet.csv?name=پگاه")
    assert [row["Statements"] for row in found] == ["1", "1", "1"]
    assert found[0]["From"] <= "2023-08-05" <= found[0]["To"]
    # Bars and rows lead to their statements.
    for link in (page.css_first(".chart a"), rows[0].css_first("a")):
        assert len(get(client, link.attributes["href"]).css(".hit")) == 1
    assert texts(get(client, "/outlets"), "tbody th a")
