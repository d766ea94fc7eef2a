"""Printed dates in all their spellings."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from persiantools.jdatetime import JalaliDate

from gofteh.read.dates import parse_date


@pytest.mark.parametrize(
    ("printed", "iso"),
    [
        ("۲۹ بهمن ۱۳۹۸ - ۰۶:۵۵", "2020-02-18T06:55:00+03:30"),
        ("۲۱ ارديبهشت ۱۳۹۹ - ۱۸:۵۹", "2020-05-10T18:59:00+04:30"),  # Arabic ye, summer time
        ("سه‌شنبه ۲۹ بهمن ۱۳۹۸ ساعت ۱۲:۰۰", "2020-02-18T12:00:00+03:30"),
        ("تاریخ انتشار: پنج شنبه, ۰۴ آبان ۱۴۰۲ ۱۱:۰۵", "2023-10-26T11:05:00+03:30"),
        ("۱۳ بهمن‌ماه ۱۴۰۲", "2024-02-02"),
        ("1399/02/21", "2020-05-10"),
        ("٢١/٠٢/١٣٩٩", "2020-05-10"),
        ("۱۳۹۹/۲/۲۱ ساعت ۶:۵۹ ب.ظ", "2020-05-10T18:59:00+04:30"),
        ("98/11/29", "2020-02-18"),
        ("1398-11-29 10:20:30", "2020-02-18T10:20:30+03:30"),
        ("12 ژوئن 2026", "2026-06-12"),
        ("۱۲ جون ۲۰۲۶", "2026-06-12"),
        ("۱ مه ۲۰۲۴", "2024-05-01"),
        ("۵ حوت ۱۴۰۱ - ۱۰:۰۰", "2023-02-24T10:00:00+04:30"),  # Kabul
        ("Feb 18, 2020", "2020-02-18"),
        ("2020 18 February", "2020-02-18"),
        ("Tue, 29 Bahman 1398 12:00:00 +0330", "2020-02-18T12:00:00+03:30"),
        ("2020-02-18T03:25:00Z", "2020-02-18T03:25:00+00:00"),
        ("2020-05-10T18:59:01+04:30", "2020-05-10T18:59:01+04:30"),
        ("2020-02-18 03:25", "2020-02-18T03:25:00+03:30"),
        ("2020-02-18", "2020-02-18"),
        ("20200218", "2020-02-18"),
        ("Tue, 18 Feb 2020 03:25:00 +0330", "2020-02-18T03:25:00+03:30"),
        ("03/04/2024 چهارشنبه", "2024-04-03"),  # the weekday tells day from month
        ("03/04/2024 دوشنبه", "2024-03-04"),
    ],
)
def test_printed_dates(printed: str, iso: str) -> None:
    assert parse_date(printed) == iso


@pytest.mark.parametrize(
    "printed",
    ["", "دیروز", "۲۳ رمضان ۱۴۴۱", "۳۰ اسفند ۱۳۹۸", "۹۹۹۹/۹۹/۹۹", "۱۲۳۴۵۶", "2020-13-45T00:00:00"],
)
def test_no_date_is_made_up(printed: str) -> None:
    assert parse_date(printed) is None


@given(st.text(max_size=100))
def test_any_text_is_survived(text: str) -> None:
    found = parse_date(text)
    assert found is None or dt.datetime.fromisoformat(found)


@given(st.dates(dt.date(1921, 4, 1), dt.date(2100, 1, 1)))
def test_every_jalali_day_comes_back(day: dt.date) -> None:
    jalali = JalaliDate(day)
    assert parse_date(jalali.strftime("%A %d %B %Y", locale="fa")) == day.isoformat()
    assert parse_date(jalali.strftime("%Y/%m/%d")) == day.isoformat()
