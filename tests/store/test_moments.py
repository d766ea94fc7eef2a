import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gofteh.store import days_of
from gofteh.store.moments import NUMBER_BITS, day_of, first_key, minute_of

DAY = dt.date


@pytest.mark.parametrize(
    ("published", "day"),
    [
        ("2023-05-01", DAY(2023, 5, 1)),
        ("2023-05-01T23:00:00+00:00", DAY(2023, 5, 2)),  # past midnight in Tehran
        ("2021-06-01T00:10:00+04:30", DAY(2021, 6, 1)),
        ("1402-02-11", DAY(2023, 5, 1)),
        ("۱۱ اردیبهشت ۱۴۰۲", DAY(2023, 5, 1)),
        ("yesterday", None),
        (None, None),
        ("9999-12-31", None),
    ],
)
def test_an_article_s_day_is_that_in_tehran(published, day):
    assert day_of(minute_of(published) << NUMBER_BITS) == day


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        ("1402", (DAY(2023, 3, 21), DAY(2024, 3, 19))),
        ("۱۴۰۲/۰۵", (DAY(2023, 7, 23), DAY(2023, 8, 22))),
        ("1402/12", (DAY(2024, 2, 20), DAY(2024, 3, 19))),
        ("2023", (DAY(2023, 1, 1), DAY(2023, 12, 31))),
        ("2024-02", (DAY(2024, 2, 1), DAY(2024, 2, 29))),
        ("1402/05/01", (DAY(2023, 7, 23), DAY(2023, 7, 23))),
        ("1 مرداد 1402", (DAY(2023, 7, 23), DAY(2023, 7, 23))),
        ("2023-07-23", (DAY(2023, 7, 23), DAY(2023, 7, 23))),
    ],
)
def test_days_of_what_is_typed(typed, days):
    assert days_of(typed) == days


@pytest.mark.parametrize("typed", ["", "soon", "1402/13", "0000", "14020"])
def test_what_is_no_date_is_refused(typed):
    with pytest.raises(ValueError, match="Write it like"):
        days_of(typed)


@given(st.dates(DAY(2, 1, 1), DAY(4000, 1, 1)))
def test_keys_of_a_day_stand_between_its_first_and_the_next(day):
    key = first_key(day)
    assert day_of(key) == day
    assert day_of(first_key(day + dt.timedelta(days=1)) - 1) == day
    assert key < 1 << 63
