"""How a text that is damaged throughout is read: names of its own, pronouns, verbs of saying."""

from __future__ import annotations

import pytest

from gofteh.repairing.damaged import damaged_edits
from gofteh.repairing.vocabulary import vocabulary

# What is read -> how it is written; each text has the evidence.
CASES = {
    "a name the text has twice": (
        "مهرداد کاویانفر گفت آب کم است. کاویانفر افزود: بس است. کاویانقر رفت.",
        "کاویانقر",
        "کاویانفر",
    ),
    "a name of common words before a rarer dictionary word": (
        "بهروز جلالی مدیر باشگاه گفت: تیم آماده است.\nججالی افزود: بازی سخت است.",
        "ججالی",
        "جلالی",
    ),
    "a given name": ("به گزارش باشگاه، عباع رستگاری گفت: تیم آماده است.", "عباع", "عباس"),
    "a pronoun at the head of a sentence": (
        "جشنواره آغاز شد.\nوا با اشاره به فیلم‌ها سخن گفت.",
        "وا",
        "وی",
    ),
    "a verb before a colon": ("رئیس جشنواره در این باره گتت: آماده‌ایم.", "گتت", "گفت"),
    "a word out of place": ("ته گزارش خبرنگار ما، سد پر شد.", "ته", "به"),
}


@pytest.mark.parametrize("case", CASES, ids=str)
def test_damaged_word_is_read_as_the_right_one(case: str) -> None:
    text, wrong, right = CASES[case]
    readings = {e.before: e.after for e in reversed(damaged_edits(text, vocabulary()))}
    assert readings.get(wrong) == right


@pytest.mark.parametrize(
    "text",
    [
        "مدیر آب گفت: سد پر است. او افزود: نگران نیستیم.",
        "«استار» روزنامه‌ای است که هر روز در می‌آید.",
        "شرایط سخت شد. او، دو هفته بعد، بازگشت.",
    ],
)
def test_words_in_place_stay(text: str) -> None:
    assert damaged_edits(text, vocabulary()) == []
