"""Persian words for the report: labels, digits, dates."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from persiantools.jdatetime import JalaliDate

from gofteh.records import Manner, Polarity, SpeakerKind

MANNERS = {
    Manner.DIRECT: "نقل مستقیم",
    Manner.INDIRECT: "نقل غیرمستقیم",
    Manner.MIXED: "نقل آمیخته",
}

KINDS = {
    SpeakerKind.PERSON: "شخص",
    SpeakerKind.ORGANISATION: "نهاد",
    SpeakerKind.GROUP: "گروه",
    SpeakerKind.DOCUMENT: "سند",
    SpeakerKind.UNNAMED: "بی‌نام",
}

# An affirmed saying is the rule and gets no label.
POLARITIES = {Polarity.DENIED: "مضمون تکذیب‌شده", Polarity.NEGATED: "گفته‌نشده"}

ACTS = {
    "say": "گفتن",
    "add": "افزودن",
    "stress": "تأکید",
    "announce": "اعلام",
    "explain": "توضیح",
    "claim": "ادعا",
    "confirm": "تأیید",
    "deny": "تکذیب",
    "warn": "هشدار",
    "demand": "درخواست",
    "criticise": "انتقاد",
    "praise": "ستایش",
    "promise": "وعده",
    "predict": "پیش‌بینی",
    "propose": "پیشنهاد",
    "ask": "پرسش",
    "answer": "پاسخ",
    "hope": "امید",
    "fear": "نگرانی",
    "believe": "باور",
    "write": "نوشتن",
    "report": "گزارش",
}

NO_NAME = "گویندهٔ نامعلوم"

DIGITS = str.maketrans("0123456789,", "۰۱۲۳۴۵۶۷۸۹٬")

# The names that Iranian newsrooms use, January first.
_GREGORIAN_MONTHS = (
    "ژانویه",
    "فوریه",
    "مارس",
    "آوریل",
    "مه",
    "ژوئن",
    "ژوئیه",
    "اوت",
    "سپتامبر",
    "اکتبر",
    "نوامبر",
    "دسامبر",
)

# A moment given in UTC belongs to the day it had in the newsroom.
_NEWSROOM = ZoneInfo("Asia/Tehran")


def number(value: int) -> str:
    """Return a count in Persian digits, thousands set apart."""
    return f"{value:,}".translate(DIGITS)


def percent(share: float) -> str:
    """Return a share of one as a Persian percentage without decimals."""
    return f"{round(share * 100)}٪".translate(DIGITS)


def jalali(day: date) -> str:
    """Return a day by the calendar of Iran: ``۲۲ خرداد ۱۴۰۵``; raise ``ValueError`` before it."""
    converted = JalaliDate(day)  # type: ignore[no-untyped-call]
    month = converted.strftime("%B", locale="fa")
    return f"{_plain(converted.day)} {month} {_plain(converted.year)}"


def gregorian(day: date) -> str:
    """Return a day by the Gregorian calendar: ``۱۲ ژوئن ۲۰۲۶``."""
    return f"{_plain(day.day)} {_GREGORIAN_MONTHS[day.month - 1]} {_plain(day.year)}"


def day_of(published: str | None) -> date | None:
    """Return the day of an ISO 8601 date or moment; ``None`` where it is none."""
    if not published:
        return None
    try:
        moment = datetime.fromisoformat(published.strip())
        return (moment.astimezone(_NEWSROOM) if moment.tzinfo else moment).date()
    except (ValueError, OverflowError):
        return None


def _plain(value: int) -> str:
    return str(value).translate(DIGITS)
