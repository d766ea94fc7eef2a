"""Days as people say them, and what a range of days leaves out."""

from __future__ import annotations

import datetime as dt

import pytest
from fastapi.testclient import TestClient
from hypothesis import given
from hypothesis import strategies as st

from gofteh.server.pages.spoken_dates import days_said
from server.pages.reading import get, texts

TODAY = dt.date(2026, 11, 28)  # 7 Azar 1405, a Saturday


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("said", "first", "last"),
    [
        ("آبان ۱۳۹۸", "2019-10-23", "2019-11-21"),
        ("آبان‌ماه ۱۳۹۸", "2019-10-23", "2019-11-21"),
        ("Aban 1398", "2019-10-23", "2019-11-21"),
        ("اسفند ۱۴۰۲", "2024-02-20", "2024-03-19"),
        ("زمستان ۱۴۰۲", "2023-12-22", "2024-03-19"),
        ("October 2019", "2019-10-01", "2019-10-31"),
        ("پارسال", "2025-03-21", "2026-03-20"),
        ("last year", "2025-03-21", "2026-03-20"),
        ("ماه گذشته", "2026-10-23", "2026-11-21"),
        ("هفتهٔ گذشته", "2026-11-21", "2026-11-27"),
        ("این هفته", "2026-11-28", "2026-12-04"),
        ("ديروز", "2026-11-27", "2026-11-27"),
        ("دههٔ ۹۰", "2011-03-21", "2021-03-20"),
        ("دههٔ ۱۳۸۰", "2001-03-21", "2011-03-20"),
        ("آبان", "2026-10-23", "2026-11-21"),
        ("دی", "2025-12-22", "2026-01-20"),  # that of this year has not begun
        ("تیرماه", "2026-06-22", "2026-07-22"),
        ("آبان پارسال", "2025-10-23", "2025-11-21"),
        ("تابستان امسال", "2026-06-22", "2026-09-22"),
        ("زمستان", "2025-12-22", "2026-03-20"),
        ("سه روز پیش", "2026-11-25", "2026-11-25"),
        ("۱۰ روز قبل", "2026-11-18", "2026-11-18"),
        ("دو ماه پیش", "2026-09-23", "2026-10-22"),
        ("دو هفتهٔ پیش", "2026-11-14", "2026-11-20"),
        ("پنج سال پیش", "2021-03-21", "2022-03-20"),
        ("۱۴۰۲/۰۵", "2023-07-23", "2023-08-22"),
        ("2023-07-23", "2023-07-23", "2023-07-23"),
    ],
)
def test_days_are_read_as_they_are_said(said: str, first: str, last: str) -> None:
    assert days_said(said, TODAY) == (day(first), day(last))


@pytest.mark.parametrize(
    "said",
    [
        "gestern",
        "۰ روز پیش",
        "۹۹۹۹ سال پیش",
        "فردا پارسال",
        "فردایی ۱۴۰۲",
        "آبان ۲۰۱۹",
        "دههٔ ۹۱",
        "",
    ],
)
def test_what_is_no_date_is_refused(said: str) -> None:
    with pytest.raises(ValueError, match="date"):
        days_said(said, TODAY)


@given(st.text(max_size=60), st.dates(dt.date(1950, 1, 1), dt.date(2100, 1, 1)))
def test_any_text_is_a_range_or_refused(said: str, today: dt.date) -> None:
    try:
        first, last = days_said(said, today)
    except ValueError:
        return
    assert first <= last


def test_statements_of_a_month_are_found_by_its_name(client: TestClient) -> None:
    page = get(client, "/?since=اردیبهشت ۱۴۰۲&until=اردیبهشت ۱۴۰۲")
    assert page.css(".hit")
    assert set(texts(page, ".hit time")) == {"۱۱ اردیبهشت ۱۴۰۲"}


def test_undated_statements_are_counted_and_offered(with_articles) -> None:
    from server.pages.told import TOLD

    client = with_articles(*TOLD)
    page = get(client, "/?since=1402")
    assert "۱ گفتهٔ بدون تاریخ" in texts(page, ".left-out")[0]
    there = get(client, page.css_first(".left-out a").attributes["href"])
    assert len(there.css(".hit")) == 1
    assert texts(there, ".hit .who a") == ["الهام مشکاتی"]
    assert not get(client, "/?q=سد&since=1402").css(".left-out")
