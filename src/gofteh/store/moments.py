"""Row keys that stand in the order of time, and the days that users search by.

The key of an article or a statement is ``minute << 32 | number``: the minute of publication on a
clock in Tehran, counted from year 1, and a number that makes it unique. So the newest come first
without sorting, a range of days is a range of keys, and ``key >> 32`` tells the day in plain SQL.
Without a date the minute is 0: such rows are the oldest.
"""

from __future__ import annotations

import datetime as dt
import re

from persiantools.jdatetime import JalaliDate

from gofteh.persons.periods import day_in_address
from gofteh.read.dates import TEHRAN, parse_date

NUMBER_BITS = 32
# Below the first stand the undated.
FIRST_DATED = 1 << NUMBER_BITS
LAST_KEY = (1 << 63) - 1
MINUTES_A_DAY = 24 * 60
_LAST_YEAR = 4000  # keeps a key within 63 bits
_EPOCH = dt.datetime.min

_DIGITS = {ord(char): str(i % 10) for i, char in enumerate("۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩")}
_YEAR_OR_MONTH = re.compile(r"\s*(\d{4})(?:\s*[-/.]\s*(\d{1,2}))?\s*")
_JALALI_YEARS = range(1200, 1600)


def minute_of(published: str | None) -> int:
    """Return the minute of a date as an article carries it; 0 where it cannot be read."""
    moment = _moment(published or "")
    if moment is None or moment.year > _LAST_YEAR:
        return 0
    if moment.tzinfo is not None:
        moment = moment.astimezone(TEHRAN).replace(tzinfo=None)
    return (moment - _EPOCH) // dt.timedelta(minutes=1)


def minute_told(published: str | None, url: str | None) -> int:
    """Return the minute of an article's date; without one, that of the day in its address."""
    minute = minute_of(published)
    day = None if minute else day_in_address(url)
    return (day.toordinal() - 1) * MINUTES_A_DAY if day else minute


def _moment(text: str) -> dt.datetime | None:
    try:
        moment = dt.datetime.fromisoformat(text)
    except ValueError:
        moment = None
    if moment is not None and moment.year in _JALALI_YEARS:
        moment = None  # 1402-05-01 is an ISO date by its form alone
    if moment is None and (parsed := parse_date(text)):
        moment = dt.datetime.fromisoformat(parsed)
    return moment


def first_key(day: dt.date) -> int:
    """Return the lowest key that something published on a day can have."""
    return (day.toordinal() - 1) * MINUTES_A_DAY << NUMBER_BITS


def day_of(key: int) -> dt.date | None:
    """Return the day of a key, ``None`` for the undated."""
    return day_of_number(key // (MINUTES_A_DAY << NUMBER_BITS))


def day_of_number(number: int) -> dt.date | None:
    """Return the day of a number of whole days since year 1, ``None`` for 0."""
    return dt.date.fromordinal(number + 1) if number else None


def days_of(text: str) -> tuple[dt.date, dt.date]:
    """Return the first and the last day of what a user typed: a day, a month or a year.

    ``1402``, ``1402/05``, ``۱ مرداد ۱۴۰۲``, ``2023-07-23`` and ``2023``: Jalali and Gregorian
    years tell themselves apart. Raises ``ValueError`` for anything else.
    """
    whole = _YEAR_OR_MONTH.fullmatch(text.translate(_DIGITS))
    if whole:
        return _span(int(whole[1]), int(whole[2] or 0), text)
    parsed = parse_date(text)
    if parsed is None:
        raise ValueError(f"{text!r} is no date. Write it like 1402/05/01 or 2023-07-23.")
    day = dt.date.fromisoformat(parsed[:10])
    return day, day


def _span(year: int, month: int, text: str) -> tuple[dt.date, dt.date]:
    make = _jalali if year in _JALALI_YEARS else dt.date
    following = (year, month + 1) if 0 < month < 12 else (year + 1, 1)
    try:
        return make(year, month or 1, 1), make(*following, 1) - dt.timedelta(days=1)
    except (ValueError, OverflowError) as error:
        raise ValueError(f"{text!r} is no month or year. Write it like 1402/05.") from error


def _jalali(year: int, month: int, day: int) -> dt.date:
    found: dt.date = JalaliDate(year, month, day).to_gregorian()  # type: ignore[no-untyped-call]
    return found
