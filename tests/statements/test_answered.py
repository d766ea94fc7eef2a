"""Whose words are answered, and who answers them; rumours; honorifics that stand for a name."""

from __future__ import annotations

import pytest

from gofteh import extract
from gofteh.readers import Reader

HEAD = "لیلا فرهمند، مدیر آب سپیدار، گفت: سد پر است.\n"
LEILA, REZA = "لیلا فرهمند", "رضا نیکو"
A, B = "آب کم است", "این سخن درست نیست"


def told(text: str, reader: Reader = Reader.BOTH) -> dict[str, str | None]:
    """Who says what, without the first statement."""
    found = extract(HEAD + text, reader=reader).statements[1:]
    return {s.content_text: s.speaker.name for s in found}


@pytest.mark.parametrize("reader", [Reader.GRAMMAR, Reader.BOTH])
@pytest.mark.parametrize(
    "text",
    [
        f"در واکنش به سخنان {REZA} که گفته بود «{A}»، گفت: {B}.",
        f"او در واکنش به سخنان {REZA} که گفته بود «{A}»، گفت: {B}.",
        f"مدیر آب سپیدار در واکنش به سخنان {REZA} که دیروز گفته بود {A}، گفت: {B}.",
        f"در پاسخ به اظهارات {REZA} مبنی بر اینکه {A}، گفت: {B}.",
        f"در پاسخ به این ادعای {REZA} که {A}، گفت: {B}.",
        f"با اشاره به گفته‌های {REZA}، گفت: {B}.",
        f"در پاسخ به انتقادهای {REZA} گفت: {B}.",
        f"{LEILA} در واکنش به سخنان {REZA} که دیروز گفته بود {A}، گفت: {B}.",
        f"درباره اظهارات {REZA} که گفته بود «{A}»، گفت: {B}.",
    ],
)
def test_who_answers_is_not_whose_words_are_answered(text: str, reader: Reader) -> None:
    found = told(text, reader)
    assert found.get(B, LEILA) == LEILA
    assert found.get(A, REZA) == REZA
    assert found or reader is Reader.GRAMMAR


@pytest.mark.parametrize(
    "text",
    [
        f"در واکنش به سخنان {REZA} که گفته بود «{A}»، گفت: {B}.",
        f"در پاسخ به سخنان {REZA} که گفته بود {A}، افزود: {B}.",
        f"در واکنش به اظهارات {REZA} که ادعا کرده بود {A} گفت: {B}.",
        f"او درباره سخنان {REZA} که گفته بود «{A}»، تاکید کرد: {B}.",
    ],
)
def test_both_are_told(text: str) -> None:
    assert told(text) == {A: REZA, B: LEILA}


def test_nobody_spoke_before() -> None:
    text = f"در واکنش به سخنان {REZA} که گفته بود «{A}»، گفت: {B}."
    found = {s.content_text: s.speaker.name for s in extract(text).statements}
    assert found == {A: REZA, B: None}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # Who is named behind the answered words is who answers.
        (f"در واکنش به سخنان مینا پورداد که گفته بود «{A}»، {REZA} گفت: {B}.", REZA),
        (f"در واکنش به این اظهارات {REZA} گفت: {B}.", REZA),
        (f"در پاسخ به پرسشی {REZA} گفت: {B}.", REZA),
        (f"{REZA} که گفته بود «{A}»، گفت: {B}.", REZA),
    ],
)
def test_a_subject_of_its_own_stays(text: str, speaker: str) -> None:
    assert told(text).get(B) == speaker


@pytest.mark.parametrize(
    "text",
    ["شنیده می‌شود که {}.", "شنیده می‌شود {}.", "شنیده شده است که {}.", "شنیده شد که {}."],
)
def test_what_is_heard_is_said_by_nobody_named(text: str) -> None:
    assert told(text.format("استاندار از کار خود کناره می‌گیرد")) == {
        "استاندار از کار خود کناره می‌گیرد": None
    }


@pytest.mark.parametrize("text", ["صدای باران شنیده می‌شود.", "او صدایی شنید که آشنا بود."])
def test_sounds_are_no_rumours(text: str) -> None:
    assert told(text) == {}


@pytest.mark.parametrize("title", ["مهندس", "استاد", "دکتر", "سردار"])
def test_an_honorific_stands_for_who_bears_it(title: str) -> None:
    text = f"{title} {REZA} گفت: {A}.\nمینا پورداد گفت: باد آمد.\nاین {title} گفت: باران بارید."
    assert told(text)["باران بارید"] == REZA
