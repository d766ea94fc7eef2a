"""A content's words as one text: where an ellipsis says that words are left out, and where not."""

from __future__ import annotations

import pytest

from gofteh.records import Span
from gofteh.records.joined import joined, together

FIRST, SECOND = "پل تا بهار باز می‌شود", "راه شهر کوتاه خواهد شد"


def content(raw: str) -> tuple[Span, ...]:
    starts = [(raw.index(text), len(text)) for text in (FIRST, SECOND)]
    return tuple(Span.of(raw, start, start + size) for start, size in starts)


@pytest.mark.parametrize("between", [".\n", ".\n\n", ".\n🔹\n", ".»\n«", "».\n«", ".\u200f\n▪️ "])
def test_paragraphs_go_on_with_their_full_stop(between: str) -> None:
    raw = f"او گفت: «{FIRST}{between}{SECOND}.»"
    assert joined(raw, content(raw)) == f"{FIRST}.\n{SECOND}"


def test_a_paragraph_that_ends_without_a_sign_gets_none() -> None:
    raw = f"{FIRST}\n🔹\n{SECOND}"
    assert joined(raw, content(raw)) == f"{FIRST}\n{SECOND}"


def test_signs_within_a_line_leave_nothing_out() -> None:
    raw = f"«{FIRST}»، «{SECOND}»"
    assert joined(raw, content(raw)) == f"{FIRST}، {SECOND}"


@pytest.mark.parametrize(
    "between", [" می‌داند که ", ".\nوی افزود: ", " … ", " (...) ", "» (سال ۱۴۰۰) «", ". ۲ "]
)
def test_words_and_numbers_that_are_left_out_are_told(between: str) -> None:
    raw = f"{FIRST}{between}{SECOND}"
    assert joined(raw, content(raw)) == f"{FIRST} … {SECOND}"


def test_one_span_is_its_own_text_and_none_is_nothing() -> None:
    raw = f"او گفت: {FIRST}."
    assert joined(raw, (Span.of(raw, 8, 8 + len(FIRST)),)) == FIRST
    assert joined(raw, ()) == ""


def test_no_word_is_lost_where_it_is_not_known_what_stood_between() -> None:
    spans = content(f"{FIRST}. {SECOND}…")
    assert together(spans, ()) == f"{FIRST} … {SECOND}"
    assert together(spans[:1], (" ",)) == FIRST
    assert together((), ()) == ""
