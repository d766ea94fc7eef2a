"""``ا...`` for ``الله`` in names and titles."""

from __future__ import annotations

import pytest

from gofteh.repairing.dotted import dotted_names
from gofteh.repairing.vocabulary import Vocabulary, pack, unpack
from grammar import extract


def read(text: str) -> str:
    """The text as it is read."""
    out, at = [], 0
    for start, end, after in dotted_names(text):
        out += [text[at:start], after]
        at = end
    return "".join([*out, text[at:]])


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("آیت‌ا... رادمنش", "آیت‌الله رادمنش"),
        ("آيت‌ا… رادمنش", "آيت‌الله رادمنش"),
        ("حبیب ا.. رادمنش", "حبیب‌الله رادمنش"),
        ("عبدا... رادمنش", "عبدالله رادمنش"),
        ("روح‌ا...رادمنش", "روح‌الله رادمنش"),
        ("آیت‌ا... رادمنش و سیف‌ا... فرهمند", "آیت‌الله رادمنش و سیف‌الله فرهمند"),
    ],
)
def test_the_name_of_god_is_read(written: str, meant: str) -> None:
    assert read(written) == meant


@pytest.mark.parametrize(
    "text",
    [
        "اما... نشد",
        "ما... رفتیم",
        "غذا... آب",
        "آیت‌ا.",
        "آیت‌ا...",
        "...ا... ا",
        "حبیب رادمنش.",
        "شکرا... دوست من",
    ],
)
def test_other_dots_stay(text: str) -> None:
    assert read(text) == text


def test_a_name_does_not_end_in_front_of_the_dots() -> None:
    text = "سیف‌ا... رادمنش، مدیر سد گفت: سد پر است.\nرادمنش افزود: آب داریم."
    found = extract(text).statements
    assert [s.speaker.name for s in found] == ["سیف‌الله رادمنش"] * 2
    source = found[0].source
    assert source is not None
    assert text[source.start : source.end] == "سیف‌ا... رادمنش، مدیر سد"


def test_pairs_are_unpacked_apart_and_are_what_was_packed() -> None:
    pairs = {"آب سد": 7, "سد شهر": 9}
    packed = Vocabulary({"آب": 40, "سد": 30}, lambda: pairs, {"seen": 0.5}, frozenset({"لیلا"}))
    found = unpack(pack(packed))
    assert (found.words, found.pairs(), found.weights) == (packed.words, pairs, packed.weights)
    assert found.together("آب", "سد") == 7
    assert found.pairs() is found.pairs()
