"""The analysis view: what it folds, and that its offsets never lie."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gofteh.text.fold import fold, fold_word


@pytest.mark.parametrize(
    ("raw", "seen"),
    [
        ("علي كريمي", "علی کریمی"),
        ("می\u200cگوید", "میگوید"),
        ("مي\u00a0گويد", "می گوید"),
        ("تأکید، رئیس، مسئول", "تاکید، رییس، مسیول"),
        ("۱۲٫۵ و ٣", "12.5 و 3"),
        ("مُدیرِکل", "مدیرکل"),
        ("گفـــت", "گفت"),
        ("ﺳﻼم", "سلام"),
        ("نیم\u00acفاصله", "نیمفاصله"),
        ("خبر _x000D_تازه", "خبر  تازه"),
        ("خط<br>دوم", "خط\nدوم"),
        ("الف&nbsp;ب&zwnj;ها", "الف بها"),
        ("[ایران](#) گفت", "ایران گفت"),
        ("**مهم** بود", "مهم بود"),
    ],
)
def test_view_shows_one_spelling(raw: str, seen: str) -> None:
    assert fold(raw).text == seen


def test_spans_come_back_without_the_signs_that_were_dropped() -> None:
    view = fold("وی\u200f می\u200cگوید:")
    start = view.text.index("میگوید")
    assert view.raw[slice(*view.map.to_raw(start, start + 6))] == "می\u200cگوید"


def test_ligature_maps_to_the_whole_sign() -> None:
    view = fold("الﻻ")
    assert view.text == "اللا"
    assert view.map.to_raw(3, 4) == (2, 3)


def test_word_key_has_no_spaces() -> None:
    assert fold_word("خاطر نشان") == "خاطرنشان"


@given(st.text())
def test_every_view_span_lies_in_the_raw_text(raw: str) -> None:
    view = fold(raw)
    for i in range(len(view.text)):
        start, end = view.map.to_raw(i, i + 1)
        assert 0 <= start < end <= len(raw)


@given(st.text(), st.data())
def test_spans_keep_their_order(raw: str, data: st.DataObject) -> None:
    view = fold(raw)
    a = data.draw(st.integers(0, len(view.text)))
    b = data.draw(st.integers(a, len(view.text)))
    start, end = view.map.to_raw(a, b)
    assert 0 <= start <= end <= len(raw)
    if a < b:
        assert view.map.to_view(start, end)[0] <= a
        assert view.map.to_view(start, end)[1] >= b


@given(st.text(alphabet="اب ی\u200cي\u064bكـ&;#<>p[](*)_x0D12", max_size=60))
def test_folding_hostile_markup_never_loses_a_letter(raw: str) -> None:
    view = fold(raw)
    letters = [c for c in view.text if c in "اب"]
    starts = [view.map.to_raw(i, i + 1)[0] for i, c in enumerate(view.text) if c in "اب"]
    assert starts == sorted(starts)
    assert [raw[s] for s in starts] == letters
