"""Right words stay right: a change that would make another word needs evidence beside it."""

from __future__ import annotations

import pytest

import gofteh

# Nouns whose last letter joins no other: the plural is rightly written without a half-space.
NOUNS = "مرد مدیر مشاور دور برد مهر دیوار سفر خبر رود بند تیر کار سرود باند کرد خرید".split()


@pytest.mark.parametrize("noun", NOUNS)
@pytest.mark.parametrize("style", ["academy", "newsroom"])
@pytest.mark.parametrize("behind", ["روستا", "تازه شهر", "بزرگ کشور", "ما"])
def test_a_plural_stays_a_plural(noun: str, style: str, behind: str) -> None:
    text = f"سخن از {noun}های {behind} بود."
    assert gofteh.repair(text, "spacing", style=style).text == text


@pytest.mark.parametrize("noun", NOUNS)
@pytest.mark.parametrize("gap", ["\u200c", " "])
def test_a_plural_set_apart_is_written_together_by_newsrooms(noun: str, gap: str) -> None:
    text = f"سخن از {noun}{gap}های شهر بود."
    repaired = gofteh.repair(text, "spacing", style="newsroom").text
    assert repaired == f"سخن از {noun}های شهر بود."


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("دورهای که گذشت سخت بود.", "دوره‌ای که گذشت سخت بود."),
        ("تو چه کردهای؟", "تو چه کرده‌ای؟"),
        ("یک مهرهای تازه خریدند.", "یک مهره‌ای تازه خریدند."),
        ("پروندهای در دست است.", "پرونده‌ای در دست است."),
        ("شرکت کنندهای آمد.", "شرکت کننده‌ای آمد."),
        ("چارهای جز صبر نیست.", "چاره‌ای جز صبر نیست."),
    ],
)
def test_an_indefinite_noun_is_mended_where_no_plural_can_stand(text: str, right: str) -> None:
    assert gofteh.repair(text, "spacing").text == right


@pytest.mark.parametrize(
    "text",
    [
        "حمل‌ونقل شهری کند شد.",
        "پرسش‌وپاسخ دو ساعت بود.",
        "مابه‌التفاوت پرداخت شد.",
        "گفتند این خطاست.",
        "نزدیک بر ده‌ها خانه فرود آمد.",
        "کودکان انشاء می‌نویسند.",
        "یوسف سیدی گفت.",
        "شهر هم چنین برنامه‌ای ندارد.",
        "از او هم دیگر خبری نشد.",
        "روزها هم کار می‌کرد.",
        "شهردار هم کاری نکرد.",
    ],
)
def test_other_right_words_stay(text: str) -> None:
    assert gofteh.repair(text, "spacing").text == text


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("رشد ۲۵درصدی اعلام شد.", "رشد ۲۵ درصدی اعلام شد."),
        ("کودک ۳ساله آمد.", "کودک ۳ ساله آمد."),
        ("در ۱۱سپتامبر رفت.", "در ۱۱ سپتامبر رفت."),
        ("بازی ۹۰دقیقه‌ای بود.", "بازی ۹۰ دقیقه‌ای بود."),
        ("رفتند.۱۰ نفر ماندند.", "رفتند. ۱۰ نفر ماندند."),
        ("در سال ۱۴۰۲.بودجه کم شد.", "در سال ۱۴۰۲. بودجه کم شد."),
        ("در سال 1402.بودجه کم شد.", "در سال 1402. بودجه کم شد."),
        ("ما که نمیدونیم.", "ما که نمی‌دونیم."),
        ("مردم میگن آب نیست.", "مردم می‌گن آب نیست."),
        ("می رن و نمی شینن.", "می‌رن و نمی‌شینن."),
        ("میتونستیم و میکردن.", "می‌تونستیم و می‌کردن."),
        ("بچه ها میشنون.", "بچه‌ها می‌شنون."),
        ("«میریم و میایم.»", "«می‌ریم و میایم.»"),
    ],
)
def test_numbers_and_spoken_verbs_are_set_apart(text: str, right: str) -> None:
    assert gofteh.repair(text, "spacing").text == right


@pytest.mark.parametrize(
    "text",
    [
        "دوازدهمین و ۱۲امین",
        "طرح ۵گانه",
        "بند ۱۲الف",
        "site12.برق",
        "میان دو شهر",
        "آب نمیاد.",
        "«میایم، کسی نمیاد.»",
        "«بیای یا نمیای؟ من نمیام، بیار و نیار.»",
        "هم کار و هم خانه نداریم.",
        "باشگاه آ.اس.رم برد.",
        "میری گفت.",
    ],
)
def test_what_only_looks_so_stays(text: str) -> None:
    assert gofteh.repair(text, "spacing").text == text


def test_an_ezafe_written_out_is_no_slip() -> None:
    text = "نامۀ شورا رسید و خانۀ ما ویران شد."
    assert gofteh.repair(text, "spelling").text == text
