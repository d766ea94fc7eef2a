"""Each construction of reported speech, on sentences written for it."""

import pytest

from gofteh.records import Statement
from grammar import extract


def read(text: str) -> list[tuple[str | None, str, str]]:
    return [
        (s.source.text if s.source else None, s.cue_text, s.content_text)
        for s in extract(text).statements
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "رئیس اداره آب گلدره گفت: مخزن پر است.",
            [("رئیس اداره آب گلدره", "گفت", "مخزن پر است")],
        ),
        (
            "وی افزود که کار لوله‌گذاری تمام شده است.",
            [("وی", "افزود", "کار لوله‌گذاری تمام شده است")],
        ),
        ("او معتقد است تیم آماده بازی است.", [("او", "معتقد است", "تیم آماده بازی است")]),
        (
            "مربی رودسفید روز شنبه در نشست خبری (پیش از بازی) گفت: آماده‌ایم.",
            [("مربی رودسفید", "گفت", "آماده‌ایم")],
        ),
        ("وی گفت: «باران تند بود.»", [("وی", "گفت", "باران تند بود")]),
        ("وی گفت «باران تند بود».", [("وی", "گفت", "باران تند بود")]),
        (
            "وی سد را مهم‌ترین طرح استان دانست و گفت: کار ادامه دارد.",
            [
                ("وی", "دانست", "سد را مهم‌ترین طرح استان"),
                ("وی", "گفت", "کار ادامه دارد"),
            ],
        ),
        (
            "شهردار مهرکوه از گشایش سه پارک خبر داد.",
            [("شهردار مهرکوه", "خبر داد", "گشایش سه پارک")],
        ),
        (
            "به گفته او، فیلم تازه آماده نمایش است.",
            [("او", "به گفته", "فیلم تازه آماده نمایش است")],
        ),
        (
            "بر اساس اعلام سازمان هواشناسی، فردا برف می‌بارد.",
            [("سازمان هواشناسی", "بر اساس اعلام", "فردا برف می‌بارد")],
        ),
        (
            "وی با بیان این‌که سد خالی است، گفت: صرفه‌جویی کنید.",
            [("وی", "با بیان این‌که", "سد خالی است"), ("وی", "گفت", "صرفه‌جویی کنید")],
        ),
        (
            "وزیر گفت: رئیس بانک به من گفت که وام آماده است.",
            [
                ("وزیر", "گفت", "رئیس بانک به من گفت که وام آماده است"),
                ("رئیس بانک", "گفت", "وام آماده است"),
            ],
        ),
        ("گفته می‌شود که پل ترک دارد.", [(None, "گفته می‌شود", "پل ترک دارد")]),
        (
            "«پل ترک دارد»، این را مهندس ناظر گفت.",
            [("مهندس ناظر", "گفت", "پل ترک دارد")],
        ),
        (
            "وی گفت: «دیوار ریخت. ستون ماند.» نگهبان پل آنجا بود.",
            [("وی", "گفت", "دیوار ریخت. ستون ماند")],
        ),
    ],
)
def test_construction(text: str, expected: list[tuple[str | None, str, str]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "وی درباره بودجه سخن گفت.",
        "او بر توسعه گردشگری تأکید کرد.",
        "وی به مشکلات اشاره کرد.",
        "شهردار از پیمانکار انتقاد کرد.",
        "او خواستار مذاکره شد.",
        "به نظر می‌رسد باران ببارد.",
        "باید گفت سد خالی است.",
        "گفت‌وگو با مربی تیم ادامه دارد.",
        "فیلم «جدایی» روی پرده رفت.",
        "مردم می‌دانند که باران می‌بارد.",
    ],
)
def test_no_statement_without_what_was_said(text: str) -> None:
    assert read(text) == []


def test_direct_speech_runs_to_the_next_saying() -> None:
    text = "وی گفت: برف آمد. راه بسته شد. وی افزود: دیروز باز شد."
    assert [c for _, _, c in read(text)] == ["برف آمد. راه بسته شد", "دیروز باز شد"]


def test_byline_is_provenance_not_a_statement() -> None:
    reading = extract("به گزارش ایسنا، پارک مهرکوه باز شد.")
    assert reading.statements == ()
    assert reading.provenance is not None and reading.provenance.text == "ایسنا"


def test_headline_with_a_speaker() -> None:
    from gofteh.records import Article

    reading = extract(Article(title="شهردار مهرکوه: پارک باز می‌شود", text="پارک کنار رود است."))
    (statement,) = reading.statements
    assert (statement.source.text if statement.source else None) == "شهردار مهرکوه"
    assert statement.content_text == "پارک باز می‌شود"
    assert statement.because.statement == "headline"


def test_interview_answers_are_the_guests() -> None:
    text = (
        "در گفت‌وگو با مریم دانشور، کارگردان تئاتر، از نمایش تازه پرسیدیم.\n"
        "چرا این متن را انتخاب کردید؟\nاین متن سال‌ها با من بود و دوستش داشتم.\n"
        "گروه آماده است؟\nبله، سه ماه تمرین کردیم.\n"
    )
    found = extract(text).statements
    assert [s.because.statement for s in found] == ["answer", "answer"]
    assert {s.speaker.name for s in found} == {"مریم دانشور"}


def test_embedded_statement_names_the_one_around_it() -> None:
    outer, inner = extract("وزیر گفت: رئیس بانک اعلام کرد که وام آماده است.").statements
    assert inner.embedded_in == outer.id and outer.embedded_in is None


def first(text: str) -> Statement:
    return extract(text).statements[0]


@pytest.mark.parametrize(
    ("text", "manner"),
    [
        ("وی گفت: سد پر است.", "direct"),
        ("وی گفت که سد پر است.", "indirect"),
        ("وی گفت که «سد پر است».", "direct"),
        ("وی گفت که این سد «از همیشه پرتر» است.", "mixed"),
        ("وی گفت فیلم «جدایی» دیده شد.", "indirect"),
    ],
)
def test_manner(text: str, manner: str) -> None:
    assert first(text).manner == manner


@pytest.mark.parametrize(
    ("text", "act", "polarity"),
    [
        ("وی هشدار داد که سیل می‌آید.", "warn", "affirmed"),
        ("شرکت برق مهرکوه هرگونه قطع شبانه برق محله را تکذیب کرد.", "deny", "denied"),
        ("وی وعده داد که پل ساخته می‌شود.", "promise", "affirmed"),
    ],
)
def test_act_and_polarity(text: str, act: str, polarity: str) -> None:
    assert (first(text).act, first(text).polarity) == (act, polarity)
