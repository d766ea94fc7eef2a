"""Paragraphs, sentences and quotation marks."""

import pytest

from gofteh.text.furniture import is_furniture
from gofteh.text.layout import Layout, lay_out


def sentences(text: str) -> list[str]:
    layout = lay_out(text, 0)
    return [
        layout.view.raw[slice(*layout.raw_span(*s))] for p in layout.paragraphs for s in p.sentences
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("سد پر شد. آب آمد.", ["سد پر شد.", "آب آمد."]),
        ("نرخ 3.5 درصد است.", ["نرخ 3.5 درصد است."]),
        ("باران بارید.سیل آمد.", ["باران بارید.", "سیل آمد."]),
        ("گفت: «برو.» رفت.", ["گفت: «برو.»", "رفت."]),
        ("صبر کنید... نه.", ["صبر کنید... نه."]),
        ("چه شد؟ هیچ.", ["چه شد؟", "هیچ."]),
        ("(سه شنبه، ?? مهر) آمد.", ["(سه شنبه، ?? مهر) آمد."]),
        ("نشانی example.com است.", ["نشانی example.com است."]),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def quotes(layout: Layout) -> list[str]:
    words = layout.tokens.words
    return [" ".join(words[a + 1 : b]) for a, b in sorted(layout.closing.items())]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("«الف» و «ب»", ["الف", "ب"]),
        ('"الف" و "ب"', ["الف", "ب"]),
        ("“الف” و ‹ب›", ["الف", "ب"]),
        ("«الف ‹ب› ج»", ["الف ‹ ب › ج", "ب"]),
        ("«الف", []),
        ("الف» ب", []),
        ("«الف\nب»", []),
    ],
)
def test_quotation_marks_pair_within_a_paragraph(text: str, expected: list[str]) -> None:
    assert quotes(lay_out(text, 0)) == expected


def test_title_is_its_own_paragraph() -> None:
    layout = lay_out("تیتر\n\nمتن خبر.", 6)
    assert [p.title for p in layout.paragraphs] == [True, False]


@pytest.mark.parametrize(
    "line", ["انتهای پیام/", "پایان پیام", "- اخبار استانها -", "۲۲۳۲۲۵", "کد خبر: ۱۲۳۴"]
)
def test_footers_are_furniture(line: str) -> None:
    layout = lay_out(f"باران بارید.\n{line}", 0)
    assert is_furniture(layout) == [False, True]


def test_related_headlines_are_furniture_until_prose_comes_back() -> None:
    text = "باران بارید.\nبیشتر بخوانید:\nوزیر نیرو: سدها پر شد\nباران قطع شد.\nپایان یافت."
    assert is_furniture(lay_out(text, 0)) == [False, True, True, False, False]
