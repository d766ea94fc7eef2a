"""Dates as Persian news prints them, to ISO 8601.

Jalali and Gregorian years; Persian, Arabic and Latin digits; the month names of Iran and of
Afghanistan; names or numbers in either order; a clock time if one stands there. Calendars are
told apart by month name or year. Lunar dates are not read: their sighting differs by country.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from zoneinfo import ZoneInfo

from persiantools.jdatetime import JalaliDate

TEHRAN = ZoneInfo("Asia/Tehran")
KABUL = ZoneInfo("Asia/Kabul")

_IRAN_MONTHS = (
    "فروردین farvardin|اردیبهشت ordibehesht|خرداد khordad|تیر tir|مرداد امرداد mordad|"
    "شهریور shahrivar|مهر mehr|آبان ابان aban|آذر اذر azar|دی dey|بهمن bahman|اسفند esfand"
)
_AFGHAN_MONTHS = "حمل|ثور|جوزا|سرطان|اسد|سنبله|میزان|عقرب|قوس|جدی|دلو|حوت"
# Gregorian months: Iran's French names, Afghanistan's English ones, English itself.
_WESTERN_MONTHS = (
    "ژانویه جنوری january jan|فوریه فبروری february feb|مارس مارچ march mar|"
    "آوریل اوریل اپریل april apr|مه می may|ژوئن ژوین جون june jun|"
    "ژوئیه ژوییه جولای جولایی july jul|اوت آگوست اگوست آگست اگست august aug|"
    "سپتامبر سپتمبر september sep sept|اکتبر اکتوبر october oct|"
    "نوامبر نومبر november nov|دسامبر دسمبر december dec"
)
# Monday first, as in `datetime.date.weekday`.
_WEEKDAYS = ("دوشنبه", "سهشنبه", "چهارشنبه", "پنجشنبه", "جمعه", "شنبه", "یکشنبه")

_JALALI_YEARS = range(1300, 1500)
_GREGORIAN_YEARS = range(1900, 2101)
_LONGEST = 400  # no date stands behind more than this much else


def _numbered(names: str) -> dict[str, int]:
    return {
        name: number
        for number, spellings in enumerate(names.split("|"), 1)
        for name in spellings.split()
    }


_JALALI_NAMES = _numbered(_IRAN_MONTHS) | _numbered(_AFGHAN_MONTHS)
_WESTERN_NAMES = _numbered(_WESTERN_MONTHS)
_KABUL_NAMES = frozenset(_numbered(_AFGHAN_MONTHS))

_NAME = "|".join(sorted((*_JALALI_NAMES, *_WESTERN_NAMES), key=len, reverse=True))
_DAY_NAME_YEAR = re.compile(
    rf"(?<!\d)(?P<day>\d{{1,2}})\s*(?:ام|م|th|st|nd|rd)?[\s,،\-/.]*(?P<name>{_NAME})\b\.?"
    rf"(?:\s*ماه)?(?:\s*سال)?[\s,،\-/.]*(?P<year>\d{{4}})(?!\d)"
)
_NAME_DAY_YEAR = re.compile(
    rf"\b(?P<name>{_NAME})\b\.?\s*(?P<day>\d{{1,2}})(?:th|st|nd|rd)?[\s,،]+(?P<year>\d{{4}})(?!\d)"
)
_YEAR_DAY_NAME = re.compile(rf"(?<!\d)(?P<year>\d{{4}})\s+(?P<day>\d{{1,2}})\s+(?P<name>{_NAME})\b")
_YEAR_FIRST = re.compile(
    r"(?<!\d)(?P<year>\d{4})\s?(?P<s>[/.\-])\s?(?P<month>\d{1,2})\s?(?P=s)\s?(?P<day>\d{1,2})(?!\d)"
)
_YEAR_LAST = re.compile(
    r"(?<!\d)(?P<one>\d{1,2})\s?(?P<s>[/.\-])\s?(?P<two>\d{1,2})\s?(?P=s)\s?(?P<year>\d{4})(?!\d)"
)
# Two digits stand for 13xx only where they can be nothing else.
_SHORT_YEAR = re.compile(
    r"(?<![\d/.\-])(?P<year>[6-9]\d)(?P<s>[/.\-])(?P<month>\d{1,2})(?P=s)(?P<day>\d{1,2})(?![\d/])"
)
_COMPACT = re.compile(r"^\s*(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)\s*$")
_EPOCH = re.compile(r"^\s*(?P<seconds>\d{9,10})(?:\.\d+|\d{3})?\s*$")
# What programs print for no date at all.
_NO_YEAR, _NO_DATE = 1970, dt.date(1970, 1, 1)
_CLOCK = re.compile(
    r"(?<![\d:])(?P<h>\d{1,2})\s?:\s?(?P<m>\d\d)(?:\s?:\s?(?P<s>\d\d))?(?![\d:])"
    r"\s*(?P<half>ق\s?\.?\s?ظ|ب\s?\.?\s?ظ|قبل از ظهر|بعد\s?از\s?ظهر|عصر|شب|صبح|am|pm)?"
)
_ISO = re.compile(
    r"(?<!\d)(\d{4})-(\d\d?)-(\d\d?)[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?"
    r"\s*(Z|UTC|GMT|[+\-]\d\d(?::?\d\d)?(?!\d))?",
    re.I,
)
_RFC = re.compile(
    r"\b(?P<day>\d{1,2} [A-Za-z]{3,9} \d\d(?:\d\d)?) (?P<clock>\d{1,2}:\d\d(?::\d\d)?) ?"
    r"(?P<zone>(?:GMT|UTC)?[+-]\d{1,2}:?\d\d|(?![AP]M\b)[A-Z]{1,5})\b"
)
_NUMBERED_ZONE = re.compile(r"(?:GMT|UTC)?([+-])(\d{3,4})")
# The names of zones that mail knows are American; these are the newsrooms'. No offset is UTC's.
_ZONES = {
    "IRST": "+0330", "IRDT": "+0430", "AFT": "+0430", "CET": "+0100", "CEST": "+0200",
    "BST": "+0100", "MSK": "+0300", "-0000": "+0000",
}  # fmt: skip
_FORENOON = re.compile(r"ق\s?\.?\s?ظ|am")
_AFTERNOON = re.compile(r"ب\s?\.?\s?ظ|بعد\s?از\s?ظهر|عصر|شب|pm")

_DIGITS = {ord(char): str(i % 10) for i, char in enumerate("۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩")}
_FOLD = {
    **_DIGITS,
    **dict.fromkeys(map(ord, "\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2069\u0640"), None),
    **dict.fromkeys(map(ord, "\u200c\xa0"), " "),
    ord("ي"): "ی",
    ord("ى"): "ی",
    ord("ك"): "ک",
    ord("٫"): ".",
    ord("–"): "-",
    ord("−"): "-",
}


@dataclass(frozen=True, slots=True)
class _Found:
    day: dt.date
    zone: ZoneInfo
    start: int
    end: int


def parse_date(text: str) -> str | None:
    """Return the first date printed in a short text as ISO 8601, ``None`` without one.

    With a clock time the answer carries it and its offset: the one given, else the one that
    Tehran had then (Kabul, for Afghan month names). Without one it is the day alone.
    """
    folded = text[:_LONGEST].translate(_FOLD).lower()
    return _epoch(folded) or _iso(folded) or _mail(text[:_LONGEST]) or _printed(folded)


def _epoch(text: str) -> str | None:
    """Read seconds or milliseconds since 1970, of this century."""
    found = _EPOCH.match(text)
    if not found:
        return None
    moment = dt.datetime.fromtimestamp(int(found["seconds"]), dt.UTC)
    return moment.isoformat() if moment.year > _NO_YEAR + 30 else None


def _iso(text: str) -> str | None:
    found = _ISO.search(text)
    if not found:
        return None
    year, month, day, hour, minute, second = (int(part or 0) for part in found.groups()[:6])
    date, clock = _date(year, month, day), _time(hour, minute, second)
    if date is None or clock is None:
        return None
    return dt.datetime.combine(date, clock, _offset(found.group(7)) or TEHRAN).isoformat()


def _offset(label: str | None) -> dt.tzinfo | None:
    if not label:
        return None
    if label in ("z", "utc", "gmt"):
        return dt.UTC
    sign = -1 if label[0] == "-" else 1
    minutes = int(label[1:3]) * 60 + int(label[3:].lstrip(":") or 0)
    return dt.timezone(sign * dt.timedelta(minutes=minutes)) if minutes < 1440 else None


def _mail(text: str) -> str | None:
    found = _RFC.search(text)
    if not found:
        return None
    zone = found["zone"].replace(":", "")
    if offset := _NUMBERED_ZONE.fullmatch(zone):
        zone = offset[1] + offset[2].zfill(4)
    try:
        moment = parsedate_to_datetime(f"{found['day']} {found['clock']} {_ZONES.get(zone, zone)}")
    except (ValueError, OverflowError):
        return None
    return (moment if moment.tzinfo else moment.replace(tzinfo=TEHRAN)).isoformat()


def _printed(text: str) -> str | None:
    candidates = list(_candidates(text))
    if not candidates:
        return None
    named = _weekday(text)
    found = next((one for one in candidates if one.day.weekday() == named), candidates[0])
    clock = _clock(text[: found.start] + " | " + text[found.end :])
    if clock is None:
        return found.day.isoformat()
    return dt.datetime.combine(found.day, clock, found.zone).isoformat()


def _candidates(text: str) -> Iterator[_Found]:
    """Yield the readings of the first date of each form, names before numbers."""
    for pattern in (_DAY_NAME_YEAR, _NAME_DAY_YEAR, _YEAR_DAY_NAME):
        for found in pattern.finditer(text):
            yield from _named(found)
    for pattern in (_YEAR_FIRST, _COMPACT):
        for found in pattern.finditer(text):
            yield from _dated(found, int(found["year"]), int(found["month"]), int(found["day"]))
    for found in _YEAR_LAST.finditer(text):
        one, two = int(found["one"]), int(found["two"])
        yield from _dated(found, int(found["year"]), two, one)
        yield from _dated(found, int(found["year"]), one, two)
    for found in _SHORT_YEAR.finditer(text):
        year = 1300 + int(found["year"])
        yield from _dated(found, year, int(found["month"]), int(found["day"]))


def _named(found: re.Match[str]) -> Iterator[_Found]:
    name, year = found["name"], int(found["year"])
    zone = KABUL if name in _KABUL_NAMES else TEHRAN
    if name in _JALALI_NAMES and year in _JALALI_YEARS:
        yield from _dated(found, year, _JALALI_NAMES[name], int(found["day"]), zone)
    elif name in _WESTERN_NAMES and year in _GREGORIAN_YEARS:
        yield from _dated(found, year, _WESTERN_NAMES[name], int(found["day"]), zone)


def _dated(
    found: re.Match[str], year: int, month: int, day: int, zone: ZoneInfo = TEHRAN
) -> Iterator[_Found]:
    date = _date(year, month, day)
    if date is not None:
        yield _Found(date, zone, found.start(), found.end())


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        if year in _JALALI_YEARS:
            return JalaliDate(year, month, day).to_gregorian()  # type: ignore[no-untyped-call]
        date = dt.date(year, month, day)
        return date if year in _GREGORIAN_YEARS and date != _NO_DATE else None
    except ValueError:
        return None


def _weekday(text: str) -> int | None:
    squeezed = text.replace(" ", "")
    longest = sorted(enumerate(_WEEKDAYS), key=lambda pair: -len(pair[1]))
    return next((number for number, name in longest if name in squeezed), None)


def _clock(text: str) -> dt.time | None:
    found = _CLOCK.search(text)
    if not found:
        return None
    hour = int(found["h"])
    if found["half"] and _AFTERNOON.match(found["half"]) and hour < 12:
        hour += 12
    elif found["half"] and hour == 12 and _FORENOON.match(found["half"]):
        hour = 0
    return _time(hour, int(found["m"]), int(found["s"] or 0))


def _time(hour: int, minute: int, second: int) -> dt.time | None:
    try:
        return dt.time(hour, minute, second)
    except ValueError:
        return None
