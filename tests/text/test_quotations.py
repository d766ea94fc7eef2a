"""How much of a content stands in quotation marks in its article."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gofteh import Article, Manner, Quoted, Span, extract
from gofteh.text.quotations import quotations

WATER = "سد پر است"


def quoted(raw: str, *contents: str, cue: str = "گفت", manner: Manner = Manner.DIRECT) -> Quoted:
    spans = [Span.of(raw, raw.index(text), raw.index(text) + len(text)) for text in contents]
    at = raw.find(cue)
    cues = [Span.of(raw, at, at + len(cue))] if at >= 0 else []
    return quotations(raw).of(raw, spans, cues, manner)


@pytest.mark.parametrize(
    "raw",
    [
        f"فرهمند گفت: «{WATER}».",
        f"فرهمند گفت: «{WATER}.»",
        f"«{WATER}»، فرهمند گفت.",
        f'فرهمند گفت: "{WATER}".',
        f"فرهمند گفت: “{WATER}”.",
        f"فرهمند گفت: &laquo;{WATER}&raquo;.",
        f"فرهمند گفت: &quot;{WATER}&quot;.",
        f"فرهمند گفت: «باران آمد و {WATER} و ما خوشحالیم».",
        f"فرهمند گفت: «او به من گفته است: “{WATER}”».",
        f'صفحهٔ ۵" تازه است.\nفرهمند گفت: "{WATER}".',
    ],
)
def test_a_content_between_its_marks_is_all_quoted(raw: str) -> None:
    assert quoted(raw, WATER) is Quoted.ALL


@pytest.mark.parametrize(
    "raw",
    [
        f"فرهمند گفت: {WATER}.",
        f"فرهمند گفت که {WATER}.",
        f"کتاب «رود و سنگ» آمد. فرهمند گفت: {WATER}.",
        f"فرهمند در «جشنواره» گفت: {WATER}. «باران» هم آمد.",
        f"«باران آمد. فرهمند گفت {WATER}.» این را شهردار نوشت.",  # the mayor's words
    ],
)
def test_a_content_without_marks_is_not_quoted(raw: str) -> None:
    assert quoted(raw, WATER) is Quoted.NONE


def test_a_quoted_fragment_is_a_part_and_a_name_in_marks_is_none() -> None:
    fragment = "سد «تا آخر پاییز» پر است"
    assert quoted(f"فرهمند گفت که {fragment}.", fragment, manner=Manner.MIXED) is Quoted.PART
    name = "سد «مهرکوه» پر است"
    assert quoted(f"فرهمند گفت که {name}.", name, manner=Manner.INDIRECT) is Quoted.NONE
    word = "شایعه را «دروغ»"
    assert quoted(f"فرهمند {word} خواند.", word, cue="خواند", manner=Manner.MIXED) is Quoted.PART


def test_a_content_quoted_to_its_middle_is_a_part() -> None:
    raw = "فرهمند گفت: «سد پر است» و باران می‌آید."
    assert quoted(raw, "سد پر است» و باران می‌آید") is Quoted.PART


def test_several_places_count_together() -> None:
    both = "«سد پر است»، فرهمند گفت، «و باران می‌آید»."
    assert quoted(both, "سد پر است", "و باران می‌آید") is Quoted.ALL
    one = "«سد پر است»، فرهمند گفت، و باران می‌آید."
    assert quoted(one, "سد پر است", "و باران می‌آید") is Quoted.PART


@pytest.mark.parametrize(
    "raw",
    [
        "فرهمند گفت: «سد پر است.\nباران می‌آید.»",
        "فرهمند گفت: «سد پر است.\nدر شهر باد بود.\nباران می‌آید.»",
        "فرهمند گفت: «سد پر است.\n«باران می‌آید.»",  # opened anew
        'فرهمند گفت: "سد پر است.\nباران می‌آید."',
        "فرهمند گفت: «سد پر است.\nباران می‌آید.",  # never closed
        "فرهمند گفت: «سد پر است.<br>باران می‌آید.»",
    ],
)
def test_a_quotation_goes_on_over_paragraphs(raw: str) -> None:
    assert quoted(raw, "سد پر است", "باران می‌آید") is Quoted.ALL


def test_a_quotation_left_open_does_not_reach_sayings_behind_it() -> None:
    raw = "شهردار نوشت: «شهر آرام است.\nفرهمند گفت: سد پر است."
    assert quoted(raw, "سد پر است") is Quoted.NONE


def test_a_paragraph_opened_anew_ends_the_one_before() -> None:
    raw = "شهردار نوشت: «شهر آرام است.\n«باران» نام کتاب است.\nسد پر است."
    assert quoted(raw, "سد پر است", cue="نوشت") is Quoted.NONE


@given(st.text("«»“”\"' \nسد،<br>&quot;"), st.data())
def test_places_lie_in_the_text_and_every_answer_is_one(raw: str, data: st.DataObject) -> None:
    found = quotations(raw)
    assert all(0 <= start <= end <= len(raw) for start, end in found.places)
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(raw))] * 2)))
    assert found.of(raw, [Span.of(raw, start, end)], (), Manner.DIRECT) in Quoted


def test_the_extraction_tells_it() -> None:
    text = (
        "لیلا فرهمند، مدیر شرکت آب مهرکوه گفت: «سد تا پاییز پر می‌ماند.»\n"
        "وی افزود: مردم نگران نباشند.\n"
        "فرهمند گفت که سد «تا پایان همین پاییز» پر می‌ماند."
    )
    found = extract(Article(text=text)).statements
    assert [one.quoted for one in found] == [Quoted.ALL, Quoted.NONE, Quoted.PART]
