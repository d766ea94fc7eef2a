"""When an article without a date appeared: the day in its address, or an estimate by its words.

An address can hold the day itself (``/news/13970906000752``); words give an estimate, which is
used to tell who held an office, and never shown as a date.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence

from persiantools.jdatetime import JalaliDate

from gofteh.persons.holders import Holder, known_holders
from gofteh.persons.names import parse_name
from gofteh.persons.offices import parse_office
from gofteh.persons.records import Naming, Period

# Year, month and day with a number behind: of 14 digits (``13970906000752``), or of 10 and 11 with
# a year of two (``8707060255``, ``98061206489``).
_LONG = re.compile(r"/(?P<y>1[34]\d\d)(?P<m>\d\d)(?P<d>\d\d)\d{6}(?!\d)")
_SHORT = re.compile(r"/(?P<y>[789]\d)(?P<m>\d\d)(?P<d>\d\d)\d{4,5}(?!\d)")
_PARTED = re.compile(r"/(?P<y>1[34]\d\d|20\d\d)[/-](?P<m>\d\d?)[/-](?P<d>\d\d?)(?!\d)")
_JALALI = range(1300, 1500)
# ``سال ۹۷``, ``۱۳۹۷``; a year that is aimed at tells nothing: ``تا سال ۱۴۰۴``.
_YEAR = re.compile(
    r"(?P<aim>(?:تا|افق|پایان|برای|جام جهانی|المپیک)\s+)?(?:سال\s+)?(?<!\d)"
    r"(?P<y>13[5-9]\d|140\d|(?<=سال )[6-9]\d|20[0-2]\d)(?!\d)"
)
_DIGITS = {ord(c): str(i % 10) for i, c in enumerate("۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩")}
_LONGEST_TEXT = 20_000


def day_in_address(url: str | None, not_after: dt.date | None = None) -> dt.date | None:
    """Return the day that an article's address holds, ``None`` where it holds none."""
    for pattern in (_LONG, _PARTED, _SHORT):
        for found in pattern.finditer(url or ""):
            year = int(found["y"])
            day = _day(year + 1300 if year < 100 else year, int(found["m"]), int(found["d"]))
            if day is not None and (not_after is None or day <= not_after):
                return day
    return None


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        if year in _JALALI:
            found: dt.date = JalaliDate(year, month, day).to_gregorian()  # type: ignore[no-untyped-call]
            return found
        return dt.date(year, month, day)
    except ValueError:
        return None


def estimate(
    texts: Iterable[str],
    namings: Sequence[Naming] = (),
    holders: Sequence[Holder] | None = None,
) -> Period | None:
    """Return an estimate of when an article of these words, with these speakers, appeared.

    Rests on the latest year that it speaks of and on offices that it gives to their holders;
    ``None`` where it tells neither.
    """
    table = known_holders() if holders is None else holders
    parts = [part for part in (_by_holders(namings, table), _by_years(texts)) if part]
    if not parts:
        return None
    if len(parts) == 1 or not parts[0].meets(parts[1]):
        return parts[0]
    one, two = parts
    first, last = max(one.first, two.first), min(one.last, two.last)
    return Period(first, last, estimated=True, reasons=one.reasons + two.reasons)


def _by_holders(namings: Sequence[Naming], holders: Sequence[Holder]) -> Period | None:
    """The days on which all the article's holders of offices held them."""
    found: Period | None = None
    for naming in namings:
        office, name = parse_office(naming.role), parse_name(naming.name or "")
        if office is None or office.former or not name.words:
            continue
        for holder in holders:
            held, theirs = parse_office(holder.office), parse_name(holder.name)
            if held and held.key == office.key and theirs.joined.endswith(name.joined):
                reason = f"{holder.name}, {holder.office}"
                this = Period(holder.first, holder.last, estimated=True, reasons=(reason,))
                found = this if found is None else _both(found, this)
    return found


def _both(one: Period, other: Period) -> Period:
    """The days that two periods share; the first period where they share none."""
    if not one.meets(other):
        return one
    first, last = max(one.first, other.first), min(one.last, other.last)
    return Period(first, last, estimated=True, reasons=one.reasons + other.reasons)


def _by_years(texts: Iterable[str]) -> Period | None:
    """Three years from the latest one that the texts speak of."""
    latest: dt.date | None = None
    for text in texts:
        for found in _YEAR.finditer(text[:_LONGEST_TEXT].translate(_DIGITS)):
            year = int(found["y"])
            day = _day(year + 1300 if year < 100 else year, 1, 1)
            if day and not found["aim"] and (latest is None or day > latest):
                latest = day
    if latest is None:
        return None
    # News speaks most of the year it appears in and the ones just before.
    last = latest + dt.timedelta(days=3 * 366)
    return Period(latest, last, estimated=True, reasons=(f"speaks of the year from {latest}",))
