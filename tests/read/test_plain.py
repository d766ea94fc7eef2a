"""Text files as crawlers leave them: headline, address, date, footer, and the article between."""

from __future__ import annotations

import pytest

import gofteh
from gofteh.read.plain import take_apart

BODY = (
    "مهرداد کاویانفر، مدیر سد نیلوفر، در نشست امروز گفت: آب سد بالا آمد.\n\n"
    "وی افزود: دریچه‌ها باز می‌ماند."
)
TITLE = "مدیر سد نیلوفر: آب بالا آمد"
URL = "https://pegah.example/news/12"
DATE = "2026-01-27"

FILES = {
    "headline alone": (f"# {TITLE}\n\n{BODY}\n", None, None),
    "address and date below": (f"# {TITLE}\n\nURL: {URL}\nDate: 1404/11/07\n\n{BODY}", URL, DATE),
    "Persian labels": (f"# {TITLE}\nآدرس: {URL}\nتاریخ انتشار: ۷ بهمن ۱۴۰۴\n\n{BODY}", URL, DATE),
    "bare address and date": (f"## {TITLE}\n\n<{URL}>\n۷ بهمن ۱۴۰۴\n\n{BODY}", URL, DATE),
    "address above": (f"{URL}\n\n# {TITLE}\n\n{BODY}", URL, None),
    "bold labels": (f"# **{TITLE}**\n\n**URL:** {URL}\n**Date:** 2026-01-27\n\n{BODY}", URL, DATE),
    "list of labels": (f"# {TITLE}\n\n- url: {URL}\n- date: 2026-01-27\n\n{BODY}", URL, DATE),
    "footer": (f"# {TITLE}\n\n{BODY}\n\n---\nSource: پگاه\nURL: {URL}\nDate: {DATE}\n", URL, DATE),
    "end mark": (f"# {TITLE}\n\n{BODY}\n\nانتهای پیام/\n\nلینک کوتاه: {URL}\n", URL, None),
    "front matter": (f"---\ntitle: {TITLE}\nurl: {URL}\ndate: {DATE}\n---\n\n{BODY}\n", URL, DATE),
    "underlined": (f"{TITLE}\n======\n\n{BODY}", None, None),
    "carriage returns": (f"\ufeff# {TITLE}\r\n\r\nURL: {URL}\r\n\r\n{BODY}", URL, None),
    "closed headline": (f"\n\n# {TITLE} #\n\n{BODY}", None, None),
}  # fmt: skip


@pytest.mark.parametrize("kind", FILES)
def test_what_is_no_line_of_the_article_goes_where_it_belongs(kind: str) -> None:
    written, url, date = FILES[kind]
    plain = take_apart(written)
    assert (plain.title, plain.url, plain.published) == (TITLE, url, date)
    assert plain.text == BODY


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        "گزارش: آب سد بالا آمد.\nمنبع: مدیر سد بود که گفت.",
        "#سد_نیلوفر پر شد\nآب بالا آمد.",
        "۷ بهمن ۱۴۰۴ روز خوبی بود.",
        "",
        "# تنها یک سرخط",
        "---\nآب بالا آمد.\n---\nبرق رفت.",
    ],
)
def test_other_texts_stand_as_they_are(text: str) -> None:
    assert take_apart(text).text == text


@pytest.mark.parametrize("level", ["characters", "spacing", "spelling"])
@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("شهره سروستانی گفت: آب هست. سروستانی رفت. سروستانں افزود: بس است.", "سروستانی افزود"),
        ("حمید خسروان گفت: آب هست. خسروان رفت. خسرواں افزود: بس است.", "خسروان افزود"),
        ("این خاندان و آن خانداں و هیچ دیگر.", "آن خاندان"),
        ("در میداں شهر.", "در میدان شهر"),
    ],
)
def test_a_letter_that_stands_for_two_is_read_as_the_text_spells_the_word(
    level: str, text: str, right: str
) -> None:
    assert right in gofteh.repair(text, level).text


def test_a_speaker_damaged_by_such_a_letter_is_the_one_that_the_text_names() -> None:
    reading = gofteh.extract(
        "عباس سروستانی، مدیر سد، گفت: آب سد بالا آمد.\nسروستانں گفت: دریچه‌ها باز می‌ماند."
    )
    assert {statement.speaker.name for statement in reading.statements} == {"عباس سروستانی"}
