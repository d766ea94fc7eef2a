"""The scores of ``benchmarks/repair``: figures by hand for small texts."""

from __future__ import annotations

import pytest
from benchmarks.repair import gaps, probes, spelling
from benchmarks.repair.systems import known_systems
from benchmarks.repair.texts import DAMAGES

HALF = "\u200c"
CLEAN = f"مردم می{HALF}آیند و خانه{HALF}ها را می{HALF}سازند."


def test_a_half_space_is_right_at_the_same_gap_alone() -> None:
    output = f"مردم می{HALF}آیند و خانه ها را می سا{HALF}زند ."
    figures = gaps.half_spaces([(CLEAN, output)])
    assert figures["precision"] == pytest.approx(50)
    assert figures["recall"] == pytest.approx(100 / 3)
    assert figures["f1"] == pytest.approx(40)


def test_letters_that_changed_do_not_shift_the_rest() -> None:
    output = CLEAN.replace("مردم", "مرردم").replace("خانه", "خنه")
    assert gaps.half_spaces([(CLEAN, output)])["f1"] == 100


def test_every_damage_leaves_no_half_space_and_the_same_letters() -> None:
    for damage in DAMAGES.values():
        assert gaps.Spaced.of(damage(CLEAN)).letters == gaps.Spaced.of(CLEAN).letters
        assert gaps.half_spaces([(CLEAN, damage(CLEAN))])["recall"] == 0


def test_what_changes_in_clean_text() -> None:
    untouched = gaps.clean([(CLEAN, CLEAN)])
    assert set(untouched.values()) == {0.0}
    changed = gaps.clean([(CLEAN, CLEAN.replace(" و ", " و").replace("آیند", "ایند"))])
    assert changed["texts changed"] == changed["texts with signs changed"] == 100
    assert changed["spaces changed"] == pytest.approx(100 / 5)
    assert changed["gaps changed"] == pytest.approx(100 / 8)
    assert changed["letters changed"] == pytest.approx(
        100 / 26
    )  # مردم می آیند و خانه ها را می سازند


def test_quotation_marks_are_no_letters() -> None:
    changed = gaps.clean([('گفت: "بله"', "گفت: «بله»")])
    assert (changed["texts with signs changed"], changed["letters changed"]) == (100, 0)


def test_words_mended_and_spoilt() -> None:
    wrong, right = "رئبس دولب به سفر رفت", "رئیس دولت به سفر رفت"
    half_mended, spoilt = "رئیس دولب به سفر رفت", "رئیس دولت به صفر رفت"
    figures = spelling.score([(wrong, right, half_mended, spoilt)])
    assert figures["words mended"] == pytest.approx(50)
    assert figures["texts mended"] == 0
    assert figures["right texts spoilt"] == 100
    assert figures["right words spoilt"] == pytest.approx(20)


@pytest.mark.parametrize("wrong", ["کتاابخانه باز شد", "کتابخانه باز شدد", "کتابخنه باز شد"])
def test_doing_nothing_mends_nothing(wrong: str) -> None:
    right = "کتابخانه باز شد"
    figures = spelling.score([(wrong, right, wrong, right)])
    assert (figures["words mended"], figures["right words spoilt"]) == (0, 0)
    assert spelling.score([(wrong, right, right, right)])["words mended"] == 100


def test_spaces_and_arabic_letters_are_no_matter_of_spelling() -> None:
    right = f"کتاب{HALF}ها باز شد"
    assert spelling.score([("كتبها باز شد", right, "كتاب ها باز شد", right)])["words mended"] == 100


@pytest.mark.parametrize(
    ("raw", "want", "output", "verdict"),
    [
        ("می شود", "می‌شود", "می‌شود", "ok"),
        ("می شود", "می‌شود", "می شود", "miss"),
        ("می شود", "می‌شود", "میشود", "other"),
        ("می ناب", "می ناب", "می‌ناب", "BREAK"),
    ],
)
def test_verdicts_on_probes(raw: str, want: str, output: str, verdict: str) -> None:
    assert probes.verdict({"raw": raw, "want": want}, output) == verdict


def test_every_tool_has_its_tasks() -> None:
    systems = known_systems()
    assert len({system.name for system in systems}) == len(systems)
    known = {"spacing", "probes", "spelling", "speed"}
    assert all(system.tasks and set(system.tasks) <= known for system in systems)
