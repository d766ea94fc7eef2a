"""Days as people say them: ``آبان ۱۳۹۸``, ``پارسال``, ``ماه گذشته``, ``last month``.

Pure: it has no clock.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable

from persiantools.jdatetime import JalaliDate

from gofteh.store import days_of
from gofteh.text.fold import fold_word

Days = tuple[dt.date, dt.date]
_DAY = dt.timedelta(days=1)
_MONTHS = "فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند".split()
_LATIN_MONTHS = (
    "farvardin ordibehesht khordad tir mordad shahrivar mehr aban azar dey bahman esfand".split()
)
_WESTERN = (
    ("january", "ژانویه"), ("february", "فوریه"), ("march", "مارس"), ("april", "آوریل"),
    ("may", "مه"), ("june", "ژوئن"), ("july", "ژوئیه"), ("august", "اوت"),
    ("september", "سپتامبر"), ("october", "اکتبر"), ("november", "نوامبر"),
    ("december", "دسامبر"),
)  # fmt: skip
_SEASONS = {"بهار": 1, "تابستان": 4, "پاییز": 7, "زمستان": 10}
_DIGITS = {ord(char): str(i % 10) for i, char in enumerate("۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩")}
_JALALI = range(1200, 1600)
_NAMED = re.compile(r"(?P<name>\D+?) ?(?:ماه)? ?(?:سال)? ?(?P<year>\d{4})")
# A decade without its century is of the fourteenth: so far nobody says it of another.
_DECADE = re.compile(r"دهه ?ی? ?(?P<decade>\d0|1[34]\d0)")


def _key(text: str) -> str:
    """Return words folded, one space between them."""
    text = re.sub(r"[\s\u200c_]+", " ", text.translate(_DIGITS).replace("ٔ", "")).strip().lower()
    return " ".join(fold_word(word) for word in text.split())


def _numbered(names: list[str]) -> dict[str, int]:
    return {_key(name): number for number, name in enumerate(names, 1)}


_JALALI_MONTHS = _numbered(_MONTHS) | _numbered(_LATIN_MONTHS)
_WESTERN_MONTHS = {_key(name): number for number, names in enumerate(_WESTERN, 1) for name in names}


def days_said(text: str, today: dt.date) -> Days:
    """Return the first and the last day of what somebody typed, ``today`` being the day he did.

    What `gofteh.store.days_of` reads, and beyond it months with a year, seasons, decades, and days,
    weeks, months and years told from today; a year and its months are Jalali unless they cannot
    be. A month or a season alone is the last that has begun. Raises ``ValueError`` for anything
    else.
    """
    key = _key(text)
    if relative := _RELATIVE.get(key):
        return relative(today)
    if (found := _AGO.fullmatch(key)) and (number := _counted(found["number"])):
        return _UNITS[found["unit"]](number)(today)
    if days := _last_begun(key, today):
        return days
    if (found := _NAMED.fullmatch(key)) and (days := _named(found["name"], int(found["year"]))):
        return days
    if found := _DECADE.fullmatch(key):
        first = int(found["decade"]) + (1300 if len(found["decade"]) == 2 else 0)
        return _jalali(first, 1), _before(first + 10, 1)
    return days_of(text)


def _counted(said: str) -> int:
    """A number as it is typed or said; 0 for none, or one too large to tell days from today by."""
    return _NUMBERS.get(said) or (int(said) if said.isdecimal() and len(said) <= 3 else 0)


def _last_begun(key: str, today: dt.date) -> Days | None:
    """A month or a season: of the year that is told from today, else the last that has begun."""
    found = _BEGUN.fullmatch(key)
    year = JalaliDate(today).year  # type: ignore[no-untyped-call]
    if found is None or (days := _named(found["name"], year)) is None:
        return None
    if found["year"]:
        return _named(found["name"], year - _YEARS[found["year"]])
    return days if days[0] <= today else _named(found["name"], year - 1)


def _named(name: str, year: int) -> Days | None:
    """A month or a season of a year."""
    name = name.strip()
    if year in _JALALI and (month := _JALALI_MONTHS.get(name)):
        return _jalali(year, month), _before(*_next(year, month))
    if year in _JALALI and (month := _KEYED_SEASONS.get(name, 0)):
        return _jalali(year, month), _before(*_next(year, month + 2))
    if year not in _JALALI and (month := _WESTERN_MONTHS.get(name)):
        following = dt.date(*_next(year, month), 1)
        return dt.date(year, month, 1), following - _DAY
    return None


def _next(year: int, month: int) -> tuple[int, int]:
    return (year, month + 1) if month < 12 else (year + 1, 1)


def _jalali(year: int, month: int) -> dt.date:
    found: dt.date = JalaliDate(year, month, 1).to_gregorian()  # type: ignore[no-untyped-call]
    return found


def _before(year: int, month: int) -> dt.date:
    return _jalali(year, month) - _DAY


def _years_ago(number: int) -> Callable[[dt.date], Days]:
    def days(today: dt.date) -> Days:
        year = JalaliDate(today).year - number  # type: ignore[no-untyped-call]
        return _jalali(year, 1), _before(year + 1, 1)

    return days


def _months_ago(number: int) -> Callable[[dt.date], Days]:
    def days(today: dt.date) -> Days:
        jalali = JalaliDate(today)  # type: ignore[no-untyped-call]
        year, month = divmod(jalali.year * 12 + jalali.month - 1 - number, 12)
        return _jalali(year, month + 1), _before(*_next(year, month + 1))

    return days


def _weeks_ago(number: int) -> Callable[[dt.date], Days]:
    def days(today: dt.date) -> Days:
        # A week begins on Saturday, which ``weekday`` counts as 5.
        saturday = today - ((today.weekday() + 2) % 7 + 7 * number) * _DAY
        return saturday, saturday + 6 * _DAY

    return days


def _days_ago(number: int) -> Callable[[dt.date], Days]:
    return lambda today: (today - number * _DAY, today - number * _DAY)


_UNITS = {"روز": _days_ago, "هفته": _weeks_ago, "ماه": _months_ago, "سال": _years_ago}
_AGO = re.compile(rf"(?P<number>\S+) (?P<unit>{'|'.join(_UNITS)}) (?:پیش|قبل)")
_NUMBERS = {
    _key(word): number
    for number, word in enumerate("یک دو سه چهار پنج شش هفت هشت نه ده".split(), 1)
}
_YEARS = {"امسال": 0, "پارسال": 1, "پیرارسال": 2}
_BEGUN = re.compile(rf"(?P<name>\D+?)(?: ?ماه)?(?: (?P<year>{'|'.join(_YEARS)}))?")
_KEYED_SEASONS = {_key(name): month for name, month in _SEASONS.items()}
_RELATIVE = {
    _key(said): days
    for names, days in (
        ("امروز|today", _days_ago(0)),
        ("دیروز|yesterday", _days_ago(1)),
        ("پریروز", _days_ago(2)),
        ("این هفته|هفته جاری|this week", _weeks_ago(0)),
        ("هفته گذشته|هفته پیش|هفته قبل|last week", _weeks_ago(1)),
        ("این ماه|ماه جاری|this month", _months_ago(0)),
        ("ماه گذشته|ماه پیش|ماه قبل|last month", _months_ago(1)),
        ("امسال|سال جاری|this year", _years_ago(0)),
        ("پارسال|سال گذشته|سال پیش|سال قبل|last year", _years_ago(1)),
        ("پیرارسال|دو سال پیش|دو سال قبل", _years_ago(2)),
    )
    for said in names.split("|")
}
