"""Words glued together where a crawler lost a line break are read apart; the text stays."""

from __future__ import annotations

import pytest

from gofteh.records import Article
from gofteh.repairing.glued import glued_breaks
from gofteh.repairing.reading import reading_edits
from gofteh.repairing.vocabulary import vocabulary
from grammar import extract

LEAD = "سازمان آب روز گذشته نشستی با مدیران سدهای شهر برگزار کرد و گزارش سال را خواند. " * 7


def parted(text: str) -> list[str]:
    """The words behind each lost break."""
    return [text[at:].split()[0] for _, at, _ in glued_breaks(text, vocabulary())]


@pytest.mark.parametrize(
    ("glued", "behind"),
    [
        ("آب سد کم می‌شوداین مدیر گفت باران می‌بارد.", "این"),
        ("آب سد کافی استعلی رضایی گفت باران می‌بارد.", "علی"),
        ("آب سد را بستندوی گفت باران می‌بارد.", None),  # the verb is none that ends a sentence here
        ("آب سد را باز کردندوی گفت باران می‌بارد.", "وی"),
        ("آب سد کافی نیستسیدرضا نیکو گفت باران می‌بارد.", "سیدرضا"),
        ("آب سد کم شدآیت‌الله نیکو گفت باران می‌بارد.", "آیت‌الله"),
        ("چاره کم آبی آیندهوی گفت باران می‌بارد.", "وی"),
        ("باران در راه استانمعاون این سازمان گفت باران می‌بارد.", "معاون"),
        ("آب سد کافی استوی افزود: باران می‌بارد.", "وی"),  # a word that the vocabulary has
        ("آب پشت سدهاستاو با بیان این‌که باران می‌بارد، رفت.", "او"),
        ("نگاهی به کتاب هاروزنامه شهر نوشت باران می‌بارد.", "روزنامه"),
        ("نقش نیکوروشان چیست؟ مرمت نیکوروشانمسئول بنا گفت باران می‌بارد.", "مسئول"),
        (
            "گزارش نیکوروش را شنیدیم. نیکوروش شاد بود. باران کم بودنیکوروش گفت باران بارید.",
            "نیکوروش",
        ),
    ],
)
def test_a_verb_glued_to_the_next_word_parts_paragraphs(glued: str, behind: str | None) -> None:
    assert parted(LEAD + glued) == ([behind] if behind else [])


@pytest.mark.parametrize(
    "text",
    [
        LEAD + "کار شدید و سخت است. بودجه شهر کم است.",  # words of their own
        LEAD + "\n" + "آب سد کافی استعلی رضایی گفت.",  # the breaks are kept
        "آب سد کافی استعلی رضایی گفت.",  # a single paragraph
        LEAD + "سردبیر و نخست‌وزیر به دانشجوی فرانسوی پاسخ دادند.",
        LEAD + "منطقه استوی گرم است.",  # nobody speaks
        LEAD + "مدیر رفت. هاوزیر آمد.",  # no stem of a plural in front
        LEAD + "بودروم شهر است. بودروم بندر است. بودروم پر است.",  # a name that comes again
    ],
)
def test_other_texts_keep_their_words(text: str) -> None:
    assert parted(text) == []


def test_who_stands_behind_a_lost_break_speaks() -> None:
    raw = LEAD + "آب سد کافی استلیلا فرهمند گفت: «باران می‌بارد.»"
    article = Article(text=raw, title="گزارش سد")
    (statement,) = extract(article).statements
    assert statement.speaker.name == "لیلا فرهمند"
    assert article.raw[statement.source.start : statement.source.end] == "لیلا فرهمند"  # type: ignore[union-attr]


def test_offsets_of_a_lost_break_count_from_the_articles_begin() -> None:
    article = Article(text=LEAD + "آب سد کافی استعلی گفت.", title="گزارش سد ۱۲")
    ((start, end, seen),) = reading_edits(article.raw, article.body_start)
    assert (article.raw[start:end], seen, article.raw[end:].split()[0]) == ("ت", "ت\n", "علی")
