"""The stems of verbs of saying, and of the light verbs behind their nouns."""

from __future__ import annotations

from dataclasses import dataclass

from gofteh.lexicon.conjugation import COPULA, HEARD, STANDS_WRITTEN, Form


@dataclass(frozen=True, slots=True)
class Stem:
    """Past and present stem and the infinitive.

    ``forms``: all forms that can be a cue, where these are not the regular ones. ``more``:
    forms besides the regular ones.
    """

    past: str
    present: str | None
    infinitive: str
    forms: tuple[Form, ...] = ()
    more: tuple[Form, ...] = ()


STEMS: dict[str, Stem] = {
    "گفت": Stem("گفت", "گوی", "گفتن"),
    "افزود": Stem("افزود", "افزای", "افزودن"),
    "نوشت": Stem("نوشت", "نویس", "نوشتن"),
    "پرسید": Stem("پرسید", "پرس", "پرسیدن"),
    "خواست": Stem("خواست", "خواه", "خواستن"),
    "دانست": Stem("دانست", "دان", "دانستن"),
    "خواند": Stem("خواند", "خوان", "خواندن"),
    "نامید": Stem("نامید", "نام", "نامیدن"),
    "شمرد": Stem("شمرد", "شمار", "شمردن"),
    # ``بر می‌شمارد``: the prefix stands in front of ``می``.
    "برشمرد": Stem(
        "برشمرد", "برمیشمار", "برشمردن", more=(Form("برمیشمارد"), Form("برمیشمارند", "pl"))
    ),
    "فرمود": Stem("فرمود", "فرمای", "فرمودن"),
    "کرد": Stem("کرد", "کن", "کردن"),
    "داشت": Stem("داشت", "دار", "داشتن"),
    "نمود": Stem("نمود", "نمای", "نمودن"),
    "ساخت": Stem("ساخت", "ساز", "ساختن"),
    "داد": Stem("داد", "ده", "دادن"),
    "شد": Stem("شد", "شو", "شدن"),
    "زد": Stem("زد", "زن", "زدن"),
    "گرفت": Stem("گرفت", "گیر", "گرفتن"),
    "است": Stem("", None, "بودن", forms=COPULA),
    "ورزید": Stem("ورزید", "ورز", "ورزیدن"),
    "آورد": Stem("آورد", "آور", "آوردن"),
    # Words come only where they stand written: ``در این نامه آمده است``.
    "آمد": Stem("آمد", "آی", "آمدن", forms=STANDS_WRITTEN),
    # Nobody says what is heard, and only its passive tells: ``شنیده می‌شود A``.
    "شنید": Stem("شنید", "شنو", "شنیدن", forms=HEARD),
    "گذاشت": Stem("گذاشت", "گذار", "گذاشتن"),
    "پذیرفت": Stem("پذیرفت", "پذیر", "پذیرفتن"),
    "رسید": Stem("رسید", "رس", "رسیدن"),
    "رساند": Stem("رساند", "رسان", "رساندن"),
    "گردید": Stem("گردید", "گرد", "گردیدن"),
}
