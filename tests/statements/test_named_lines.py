"""Lines of a channel's post that begin with who speaks."""

from __future__ import annotations

import pytest

from grammar import extract

SAID = "سد شهر امسال پر شده است و آب کافی داریم"


def told(text: str) -> list[tuple[str | None, str, str]]:
    found = extract(text).statements
    return [(s.speaker.name, s.content_text, s.because.statement) for s in found]


@pytest.mark.parametrize(
    ("line", "speaker"),
    [
        # the pictogram in a line of its own, and where or to whom he speaks
        ("👈\nفرهمند از طریق شبکه اجتماعی رودآب:", "فرهمند"),
        ("👈\nفرهمند خطاب به شهردار سپیدار:", "فرهمند"),
        ("🔹\n🔹\nفرهمند:", "فرهمند"),
        # what stands behind a preposition is no verb
        ("🔹\nشهردار سپیدار در نشست شورای آب:", "شهردار سپیدار"),
        # a count that is not the speaker's
        ("🔹 شهردار سپیدار درباره ۶۰ روز بی‌آبی:", "شهردار سپیدار"),
        ("🔹 علی فرهمند، در گفت‌وگو با رادیو نوا:", "علی فرهمند"),
    ],
)
def test_a_line_names_who_speaks_and_where(line: str, speaker: str) -> None:
    assert told(f"{line} {SAID}.") == [(speaker, SAID, "named-line")]


@pytest.mark.parametrize(
    "line",
    [
        "🔹\n۱۲ کارگر سد سپیدار:",  # a count of whoever it is
        "🔹\nشهردار سپیدار نشست:",  # he does something
        "باران آمد.\n👈\nلگدمال:",  # not the post's first words, and no name
    ],
)
def test_a_line_that_names_nobody_says_nothing(line: str) -> None:
    assert "named-line" not in [rule for _, _, rule in told(f"{line} {SAID}.")]
