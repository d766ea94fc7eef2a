"""Constructions met less often: denials, wishes, passives, interruptions, joined sayings."""

import pytest

from gofteh.records import Article
from grammar import extract

Read = tuple[str | None, str, tuple[str, ...]]


def read(text: str, title: str | None = None) -> list[Read]:
    """The source, the cue and the spans of each statement of a text."""
    statements = extract(Article(text=text, title=title)).statements
    return [
        (s.source.text if s.source else None, s.cue_text, tuple(c.text for c in s.content))
        for s in statements
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "وزارت نیرو قطع برق را تکذیب کرد.",
            [("وزارت نیرو", "تکذیب کرد", ("قطع برق",))],
        ),
        (
            "شهردار مهرکوه استعفای خود را تکذیب کرد.",
            [("شهردار مهرکوه", "تکذیب کرد", ("استعفای خود",))],
        ),
        (
            "سخنگوی دولت پس گرفتن لایحه را تکذیب کرد.",
            [("سخنگوی دولت", "تکذیب کرد", ("پس گرفتن لایحه",))],
        ),
        (
            "وی اتهامات رشوه‌خواری و فساد مالی علیه خود را رد کرد.",
            [("وی", "رد کرد", ("اتهامات رشوه‌خواری و فساد مالی علیه خود",))],
        ),
        (
            "شهردار سرخاب باخت در دربی را ناعادلانه خواند.",
            [("شهردار سرخاب", "خواند", ("باخت در دربی را ناعادلانه",))],
        ),
        (
            "رئیس شورا خواست که خیابان باز شود.",
            [("رئیس شورا", "خواست", ("خیابان باز شود",))],
        ),
        (
            "رئیس شورا خواست: خیابان باز شود.",
            [("رئیس شورا", "خواست", ("خیابان باز شود",))],
        ),
        (
            "وزیر با بیان این‌که سد خالی است، از مردم خواست صرفه‌جویی کنند.",
            [
                ("وزیر", "با بیان این‌که", ("سد خالی است",)),
                ("وزیر", "خواست", ("صرفه‌جویی کنند",)),
            ],
        ),
        (
            "از سوی وزارت نیرو اعلام شد که برق وصل است.",
            [("وزارت نیرو", "اعلام شد", ("برق وصل است",))],
        ),
        (
            "وزیر قول همکاری داد.",
            [("وزیر", "قول … داد", ("همکاری",))],
        ),
        (
            "وزیر در پاسخ گفت: پول نیست.",
            [("وزیر", "گفت", ("پول نیست",))],
        ),
        (
            "رئیس باشگاه، حسین نوری، گفت: تیم آماده است.",
            [("رئیس باشگاه، حسین نوری", "گفت", ("تیم آماده است",))],
        ),
        (
            "آمارهای سالانه در چند سال اخیر همواره جمعیت فقیر را بیش از ۴۵ درصد اعلام کرده است.",
            [("آمارهای سالانه", "اعلام کرده است", ("جمعیت فقیر را بیش از ۴۵ درصد",))],
        ),
        (
            "به اذعان خود مقامات ایرانی سد خالی بوده است.",
            [("خود مقامات ایرانی", "به اذعان", ("سد خالی بوده است",))],
        ),
        (
            "آقای ج. نوری گفت: خانه خراب شد.",
            [("آقای ج. نوری", "گفت", ("خانه خراب شد",))],
        ),
    ],
)
def test_denied_wished_announced(text: str, expected: list[Read]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        # who refuses an offer or a bill says nothing
        "شورای شهر مهرکوه پیشنهادات شهردار را رد کرد.",
        "مجلس قطعنامه تازه شورای آب را رد کرد.",
    ],
)
def test_to_refuse_is_not_to_deny(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "سد خالی است، به گفته مدیر آب، و باید صرفه‌جویی کرد.",
            ("مدیر آب", "به گفته", ("سد خالی است", "و باید صرفه‌جویی کرد")),
        ),
        (
            "برق شهر، به گفته مدیر شرکت، تا شب وصل می‌شود.",
            ("مدیر شرکت", "به گفته", ("برق شهر", "تا شب وصل می‌شود")),
        ),
        (
            "برق شهر تا شب وصل می‌شود، مدیر شرکت برق گفت.",
            ("مدیر شرکت برق", "گفت", ("برق شهر تا شب وصل می‌شود",)),
        ),
        (
            "«پل ترک دارد»، مهندس این جمله را گفت.",
            ("مهندس", "گفت", ("پل ترک دارد",)),
        ),
        (
            "«پل ترک دارد»، این جمله را مهندس گفت.",
            ("مهندس", "گفت", ("پل ترک دارد",)),
        ),
    ],
)
def test_words_in_front_of_the_saying(text: str, expected: Read) -> None:
    assert read(text) == [expected]


@pytest.mark.parametrize("joint", ["و", "اما"])
def test_another_speaker_joined_on_ends_direct_speech(joint: str) -> None:
    text = f"وزیر گفت: طرح خوب است {joint} معاونش گفت: بودجه هست."
    assert read(text) == [
        ("وزیر", "گفت", ("طرح خوب است",)),
        ("معاونش", "گفت", ("بودجه هست",)),
    ]


def test_another_speaker_ends_a_clause() -> None:
    text = "به باور کارشناسان سد خالی است اما دولت می‌گوید آب هست."
    assert read(text) == [
        ("کارشناسان", "به باور", ("سد خالی است",)),
        ("دولت", "می‌گوید", ("آب هست",)),
    ]


def test_an_adding_without_a_speaker_ends_direct_speech() -> None:
    text = "وی گفت: آب کم است. همچنین افزود برق هم کم است."
    assert read(text) == [("وی", "گفت", ("آب کم است",)), (None, "افزود", ("برق هم کم است",))]


def test_an_open_quotation_goes_on_over_paragraphs() -> None:
    text = "وی گفت: «آب کم است.\nبرق هم کم است.\nصرفه‌جویی کنید.»\nجلسه پایان یافت."
    ((_, _, content),) = read(text)
    assert content[-1].endswith("صرفه‌جویی کنید")
    assert "جلسه" not in " ".join(content)


@pytest.mark.parametrize(
    "title",
    [
        "قیمت دلار: ۵۰ هزار تومان",
        "جدول لیگ برتر: فولادگران صدرنشین شد",
        "پل مهرکوه؛: باز شد",
    ],
)
def test_a_headline_without_a_speaker_says_nothing(title: str) -> None:
    assert read("پل مهرکوه باز شد.", title) == []


@pytest.mark.parametrize(
    "text",
    [
        "وزیر هرگونه رشوه را محکوم کرد و رفت.",
        "باید گفت پل کهنه است.",
        "این حادثه نشان می‌دهد پل کهنه است.",
        "گفت و گو با معلمان ادامه دارد.",
        "سود بانک ۳۲۴ میلیارد تومان گزارش شده است که رشدی ۱۴ درصدی داشته است.",
    ],
)
def test_no_saying(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("دو نماینده گفتند: طرح خوب است.", "group"),
        ("بر اساس گزارش ایسنا، پل مهرکوه باز شد.", "organisation"),
        ("بر اساس آمارهای رسمی، پل مهرکوه پنج بار باز شد.", "document"),
    ],
)
def test_kind_behind_a_number_or_a_frame(text: str, kind: str) -> None:
    (statement,) = extract(text).statements
    assert statement.speaker.kind == kind


def test_a_pronoun_inside_a_speech_calls_somebody_something() -> None:
    text = "وی گفت: خوشحالیم که ایشان خود را از هواداران تیم می‌دانند."
    assert ("ایشان", "می‌دانند", ("خود را از هواداران تیم",)) in read(text)
