"""Nouns in their other number."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gofteh.text.plurals import other_numbers
from gofteh.text.terms import terms_of

PAIRS = [
    ("کارگر", "کارگران"),
    ("مسئول", "مسئولین"),
    ("مسؤول", "مسئولان"),
    ("نماینده", "نمایندگان"),
    ("دانشجو", "دانشجویان"),
    ("تصمیم", "تصمیمات"),
    ("مذاکره", "مذاکرات"),
    ("زن", "زنان"),
]


def key(word: str) -> str:
    (found,) = terms_of(word).keys
    return found


@pytest.mark.parametrize(("one", "several"), PAIRS)
def test_a_noun_leads_to_its_other_number_and_back(one: str, several: str) -> None:
    assert key(several) in other_numbers(key(one))
    assert key(one) in other_numbers(key(several))


@pytest.mark.parametrize(
    "word", "انتخابات اطلاعات است استان بار باران ایران تهران همچنین سازمان بهترین ۱۴۰۲ آب".split()
)
def test_words_of_their_own_lead_nowhere(word: str) -> None:
    found = other_numbers(key(word))
    assert not {key(other) for other in ("انتخاب", "اطلاع", "است", "بار", "بهتر")} & set(found)


@pytest.mark.parametrize("word", ["انتخاب", "اطلاع", "است", "بهتر"])
def test_nothing_leads_to_words_of_their_own(word: str) -> None:
    assert not {"انتخابات", "اطلاعات", "استان", "بهترین"} & set(other_numbers(key(word)))


def test_a_surname_is_not_another_one() -> None:
    """کریمی is not کریمیان, nor the other way round."""
    assert not other_numbers(key("کریمی")) and not other_numbers(key("کریمیان"))


@given(st.text("ابپتچدرزسشعفقکگلمنوهی", min_size=1, max_size=12))
def test_a_term_is_never_its_own_other_and_few_are_offered(word: str) -> None:
    found = other_numbers(word)
    assert word not in found
    assert len(set(found)) == len(found) <= 4
    assert all(found)
