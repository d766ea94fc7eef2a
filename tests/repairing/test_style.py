"""The newsroom's orthography beside the Academy's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gofteh.repairing import repair
from gofteh.text.levels import Style

# What is written, the Academy's form, the newsroom's.
FORMS = [
    ("آن ها گفتند", "آن\u200cها گفتند", "آنها گفتند"),
    ("این\u200cکه سد پر است", "این\u200cکه سد پر است", "اینکه سد پر است"),
    ("روز پنج شنبه", "روز پنج\u200cشنبه", "روز پنجشنبه"),
    ("کشور\u200cهای دیگر", "کشور\u200cهای دیگر", "کشورهای دیگر"),
    ("فرزند هایشان رفتند", "فرزند\u200cهایشان رفتند", "فرزندهایشان رفتند"),
    ("در شهر هایمان", "در شهر\u200cهایمان", "در شهرهایمان"),
    ("کتاب های تازه", "کتاب\u200cهای تازه", "کتاب\u200cهای تازه"),
    ("آنها گفتند", "آنها گفتند", "آنها گفتند"),
]


@pytest.mark.parametrize(("text", "academy", "newsroom"), FORMS)
def test_each_style_writes_its_form(text: str, academy: str, newsroom: str) -> None:
    assert repair(text).text == academy
    assert repair(text, style=Style.NEWSROOM).text == newsroom


PIECES = "آن ها این که پنج شنبه کشور های مهم تر ترین فیلم ساز هم چنین \u200c و می رود".split(" ")


@given(st.lists(st.sampled_from([*PIECES, " ", " ", "\u200c", "\u00a0"]), max_size=14))
def test_newsroom_text_is_at_rest(pieces: list[str]) -> None:
    once = repair("".join(pieces), style="newsroom")
    again = repair(once.text, style="newsroom")
    assert again.text == once.text
    for edit in once.edits:
        assert once.raw[edit.start : edit.end] == edit.before


def test_the_level_of_characters_has_no_style() -> None:
    assert repair("این\u200cکه", "characters", style="newsroom").text == "این\u200cکه"


def test_unknown_style_is_named() -> None:
    with pytest.raises(ValueError, match="baroque"):
        repair("آب", style="baroque")
