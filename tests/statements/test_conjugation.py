"""The table of cues knows the inflections and spellings that newspapers use."""

import pytest

from gofteh.statements.cues import CueKind, find_cues
from gofteh.text.layout import lay_out


def cues(text: str) -> list[tuple[str, str]]:
    layout = lay_out(text, 0)
    found = find_cues(layout.tokens, 0, len(layout.tokens))
    return [(layout.view.raw[slice(*layout.raw_span(c.start, c.end))], c.lemma) for c in found]


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ("گفت", "گفتن"),
        ("می‌گوید", "گفتن"),
        ("مي گويند", "گفتن"),
        ("میگوید", "گفتن"),
        ("گفته‌اند", "گفتن"),
        ("گفته است", "گفتن"),
        ("گفته بود", "گفتن"),
        ("اظهارداشت", "اظهار داشتن"),
        ("اظهار داشته است", "اظهار داشتن"),
        ("خاطر نشان کرد", "خاطرنشان کردن"),
        ("خاطرنشان ساخت", "خاطرنشان ساختن"),
        ("تأکید کرده‌اند", "تاکید کردن"),
        ("تاکید دارد", "تاکید داشتن"),
        ("یادآور می‌شود", "یادآور شدن"),
        ("معتقد است", "معتقد بودن"),
        ("مدعی شدند", "مدعی شدن"),
        ("پیش‌بینی می‌کند", "پیش بینی کردن"),
        ("ابراز امیدواری کرد", "ابراز امیدواری کردن"),
        ("می‌افزاید", "افزودن"),
    ],
)
def test_inflected_cue_is_found_whole(text: str, lemma: str) -> None:
    assert cues(f"وی {text}:") == [(text, lemma)]


def test_adverb_may_stand_inside_a_light_verb() -> None:
    layout = lay_out("او تأکید هم کرد که", 0)
    (cue,) = find_cues(layout.tokens, 0, len(layout.tokens))
    assert [layout.tokens.words[slice(*part)] for part in cue.parts] == [("تاکید",), ("کرد",)]


@pytest.mark.parametrize(
    "text",
    ["با بیان این‌که", "با بیان اینکه", "با تأکید بر این که", "ضمن اشاره به این موضوع که"],
)
def test_participle_frames_in_every_spelling(text: str) -> None:
    layout = lay_out(f"وی {text} سد خالی شد", 0)
    (cue,) = find_cues(layout.tokens, 0, len(layout.tokens))
    assert cue.kind is CueKind.PARTICIPLE
