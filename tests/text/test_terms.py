"""Index terms: what is one word to a reader is one term."""

import hashlib
import re
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from gofteh.text.terms import TERMS_VERSION, terms_of

GOLD = Path(__file__).parents[1] / "gold" / "source"
PERSIAN = st.text("ابپتجدرسشفقکگلمنهوی می‌هاآئيكة ۱۲٣4،.\n«»ـًٰ", max_size=60)


@pytest.mark.parametrize(
    "spellings",
    [
        ("نمی توانیم", "نمی‌توانیم", "نميتوانيم", "نمی\xa0توانیم"),
        ("تحریم", "تحریم‌ها", "تحریم های", "تحريمهاي", "تحریم‌هایشان"),
        ("۱۲٬۰۰۰", "12000", "١٢٠٠٠", "12,000"),
        ("رفته اند", "رفته‌اند", "رفتهاند"),
        ("بزرگ تر", "بزرگ‌تر", "بزرگتر"),
        ("کِتاب", "کـتاب", "كتاب"),
        ("BBC", "bbc"),
        ("آمریکا", "امریکا"),
        ("مسئولان", "مسولان"),
    ],
)
def test_spellings_of_one_word_are_one_term(spellings):
    assert len({terms_of(spelling).keys for spelling in spellings}) == 1
    assert len(terms_of(spellings[0]).keys) == 1


def test_words_that_only_look_alike_stay_apart():
    words = "تنها تن آنها آن بها ب رها میدان دان خانه ای‌کاش".split()
    assert len({terms_of(word).keys for word in words}) == len(words)


@pytest.mark.parametrize("text", ["ها", "می", "می ها", "کتاب\nها", "کتاب، ها", "۳ ها", "", "می "])
def test_affixes_without_their_word_are_words(text):
    assert "".join(terms_of(text).keys) == "".join(c for c in text if c.isalnum()).replace("۳", "3")


@given(st.text(max_size=80) | PERSIAN)
def test_terms_are_safe_for_every_index_and_have_their_place(text):
    terms = terms_of(text)
    last = 0
    for i, key in enumerate(terms.keys):
        assert key and all(char.isalnum() or char == "_" for char in key)
        assert not key.startswith("_") and "_" not in key[:1]
        start, end = terms.raw_span(i, i)
        assert last <= start < end <= len(text)
        last = start


@given(PERSIAN)
def test_half_spaces_and_vowel_marks_change_nothing(text):
    assume(not re.search("ه\u200c+[یي]", text))  # there it tells an ezafe
    bare = text.replace("\u200c", "").replace("ً", "").replace("ـ", "").replace("ٰ", "")
    assert terms_of(bare).keys == terms_of(text).keys


@given(PERSIAN, st.integers(0, 60), st.integers(0, 60))
def test_the_terms_within_a_span_are_a_run_of_all(text, one, other):
    terms = terms_of(text)
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    within = terms.within(start, end)
    joined = [terms.keys[i : i + len(within)] for i in range(len(terms.keys) + 1)]
    assert within in joined
    assert terms.within(0, len(text)) == terms.keys


def test_terms_of_known_texts_change_only_with_the_version():
    """Stores index anew when the version changes: raise it with whatever fails this."""
    digest = hashlib.sha256()
    for path in sorted(GOLD.glob("*.txt")):
        digest.update("\n".join(terms_of(path.read_text("utf-8")).keys).encode())
    assert (TERMS_VERSION, digest.hexdigest()[:16]) == (3, "1a14782f7d164c47")


@pytest.mark.parametrize(
    "written",
    [
        "خانه خانهٔ خانۀ خانه‌ی خانة خانه¬ی",
        "قرآن قران",
        "مسئول مسؤول مسوول",
        "هیئت هیأت هیات",
        "سؤال سوال سئوال",
        "اتاق اطاق",
        "بلیت بلیط",
        "پاییز پائیز",
        "رئیس رییس",
        "الآن الان",
    ],
)
def test_what_newsrooms_write_in_several_ways_is_one_term(written: str) -> None:
    assert len(set(terms_of(written).keys)) == 1


def test_an_ezafe_that_stands_apart_is_no_word() -> None:
    assert terms_of("خانه ی ما").keys == terms_of("خانه‌ی ما").keys == ("خانه", "ما")


@pytest.mark.parametrize("two", ["ماه ماهی", "آب اب", "راه راهی", "گروه گروهی"])
def test_words_that_only_look_alike_are_kept_apart(two: str) -> None:
    assert len(set(terms_of(two).keys)) == 2
