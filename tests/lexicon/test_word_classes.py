"""What readers judged words to be: the file keeps to its form, and tells what it should."""

from __future__ import annotations

from collections import Counter
from importlib.resources import files

import pytest

from gofteh.lexicon.word_classes import WordClass, names_nobody, word_classes
from gofteh.records import Manner
from gofteh.statements.phrases import is_finite
from gofteh.text.fold import fold_word
from grammar import extract


def _lines() -> list[list[str]]:
    text = files("gofteh.lexicon").joinpath("data", "word_classes.txt").read_text("utf-8")
    return [line.split() for line in text.splitlines() if not line.startswith("#")]


def test_no_word_stands_twice() -> None:
    counts = Counter(word for _, *words in _lines() for word in words)
    assert counts.most_common(1)[0][1] == 1
    assert len(counts) == len(word_classes())


def test_words_are_folded_and_letters_known() -> None:
    known = {str(each) for each in WordClass}
    for letters, *words in _lines():
        assert 1 <= len(letters) <= 3
        assert set(letters) <= known
        assert len(set(letters)) == len(letters)
        assert words == [fold_word(word) for word in words]


@pytest.mark.parametrize(
    ("word", "likeliest"),
    [
        ("گفت", WordClass.SAYS), ("محمدی", WordClass.SURNAME), ("وزیر", WordClass.OFFICE),
        ("شرکت", WordClass.BODY), ("گزارش", WordClass.WRITING), ("تهران", WordClass.PLACE_NAME),
        ("همچنین", WordClass.ADVERB), ("معتقد", WordClass.MIND), ("اظهار", WordClass.SAYING),
    ],
)  # fmt: skip
def test_a_words_likeliest_class_stands_first(word: str, likeliest: WordClass) -> None:
    assert word_classes()[word][0] == likeliest


@pytest.mark.parametrize(
    ("words", "nobody"),
    [
        ("بدین ترتیب", True),
        ("شرکت آب", True),
        ("علی فرهمند", False),
        ("وزیر راه", False),
        ("ناشناخته‌ای زرتشکن", False),
        ("", False),
    ],
)
def test_words_that_name_nobody(words: str, nobody: bool) -> None:
    assert names_nobody([fold_word(word) for word in words.split()]) is nobody


@pytest.mark.parametrize(
    ("word", "finite"),
    [
        ("انداخت", True),
        ("داریم", True),
        ("می‌گوید", True),
        ("میزگرد", False),
        ("نباشد", False),
        ("زد", False),
        ("اند", False),
        ("بگذارید", False),
        ("شامل", False),
    ],
)
def test_a_verb_is_what_readers_judged_one(word: str, finite: bool) -> None:
    assert is_finite(fold_word(word)) is finite


@pytest.mark.parametrize(
    ("words", "manner"),
    [
        ("«تغییر مثبت»", Manner.MIXED),
        ("«علی رضا فرهمند»", Manner.INDIRECT),
        ("میدان «همکاری بزرگ»", Manner.INDIRECT),
    ],
)
def test_quoted_words_are_the_speakers_or_a_name(words: str, manner: Manner) -> None:
    told = extract(f"شهردار گفت که {words} به سود شهر است.").statements
    assert [s.manner for s in told] == [manner]
