"""Paragraph breaks that a crawler lost are read where it left their traces."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gofteh import extract
from gofteh.text.breaks import lost_breaks
from gofteh.text.layout import lay_out

GLUED = (
    "نشست شورای آب سپیدار برگزار شد.مریم کاویان، رئیس این شورا، گفت: سد تازه تا پاییز پر می‌شود."
    "وی افزود: خاموشی‌ها کم شده است.این نشست هر ماه برگزار می‌شود."
)


def broken(raw: str) -> list[str]:
    """The paragraphs that a text is read in."""
    layout = lay_out(raw, 0)
    return [raw[slice(*layout.raw_span(p.start, p.end))] for p in layout.paragraphs]


def test_full_stops_glued_to_the_next_letter_part_paragraphs() -> None:
    assert [p[:8] for p in broken(GLUED)] == ["نشست شور", "مریم کاو", "وی افزود", "این نشست"]


def test_speech_ends_where_its_paragraph_ended() -> None:
    told = [s.content_text for s in extract(GLUED).statements]
    assert told == ["سد تازه تا پاییز پر می‌شود", "خاموشی‌ها کم شده است"]


def test_wide_blanks_part_paragraphs() -> None:
    raw = "باران آمد.   رودخانه بالا رفت.  مردم شاد شدند.   جشن گرفتند."
    assert len(broken(raw)) == 4


@pytest.mark.parametrize(
    "raw",
    [
        "باشگاه آ.اس رم و م.ر.ه باختند. مربی رفت.",  # initials
        "نرخ ۳.۵ درصد شد و ۴.۲ درصد ماند. بازار آرام است.",  # numbers
        "باران آمد.رود پر شد.\nمردم شاد شدند.\nجشن گرفتند.",  # breaks that were kept
        "یک جمله.دو جمله و دیگر هیچ",  # a single slip
        "نشانی سایت www.example.com و info.site.org است. تمام شد.",
    ],
)
def test_a_text_that_kept_its_breaks_is_taken_at_its_word(raw: str) -> None:
    assert lost_breaks(raw) == []


def test_offsets_stay_those_of_the_raw_text() -> None:
    for statement in extract(GLUED).statements:
        for span in (*statement.content, *statement.cue):
            assert GLUED[span.start : span.end] == span.text


@given(st.text(alphabet="اب دمن.؟!»« \n\t\u200cx1", max_size=80))
def test_breaks_are_in_order_apart_and_change_no_letter(raw: str) -> None:
    done = 0
    for start, end, seen in lost_breaks(raw):
        assert done <= start < end <= len(raw)
        assert seen.endswith("\n") and seen[:-1] in ("", raw[start:end])
        done = end
    lay_out(raw, 0)
