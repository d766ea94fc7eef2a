"""One speaker across roles, pronouns, surnames and slips; two where they are two."""

import pytest

from gofteh.records import Article
from grammar import extract


def speakers(text: str, title: str | None = None) -> list[str | None]:
    return [s.speaker.name for s in extract(Article(text=text, title=title)).statements]


def test_one_speaker_named_five_ways() -> None:
    text = (
        "رئیس سازمان آب رودسفید گفت: سد پر است.\n"
        "پیمان ساعدی اظهار کرد: مصرف بالاست.\n"
        "وی افزود: لوله‌ها کهنه است.\n"
        "این مقام مسئول تصریح کرد: بودجه داریم.\n"
        "ساعدی ادامه داد: کار آغاز شده است.\n"
        "رئیس سازمان آب رودسفید خاطرنشان کرد: صبر کنید."
    )
    assert speakers(text) == ["پیمان ساعدی"] * 6


def test_slip_of_a_name_is_the_same_person() -> None:
    text = "لوکا برناردینی گفت: آماده‌ام.\nبرنادینی افزود: درد ندارم."
    assert speakers(text) == ["لوکا برناردینی"] * 2


def test_two_persons_stay_two_and_the_pronoun_is_the_last() -> None:
    text = (
        "کاظم ملکی، مربی فولادگران، گفت: باختیم.\n"
        "پویا نادری، کاپیتان رودسفید، گفت: بردیم.\nوی افزود: خوشحالم."
    )
    assert speakers(text) == ["کاظم ملکی", "پویا نادری", "پویا نادری"]


def test_spokesperson_is_not_the_body() -> None:
    text = "سخنگوی وزارت راه گفت: جاده باز است.\nوزارت راه اعلام کرد که جاده بسته شد."
    reading = extract(text)
    kinds = [s.speaker.kind for s in reading.statements]
    assert kinds == ["person", "organisation"]
    assert len(reading.speakers) == 2


def test_headline_surname_finds_its_full_name() -> None:
    text = "شهردار مهرکوه گفت: پارک باز است.\nکیان طلوعی افزود: پل هم باز است."
    assert speakers(text, "طلوعی: پارک باز شد") == ["کیان طلوعی"] * 3


def test_role_behind_a_name_is_told() -> None:
    (speaker,) = extract("زهرا کریمی، رئیس سازمان هواشناسی، گفت: برف می‌بارد.").speakers
    assert (speaker.name, speaker.role) == ("زهرا کریمی", "رئیس سازمان هواشناسی")
    assert speaker.organisation == "سازمان هواشناسی"


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("یک منبع آگاه", "unnamed"),
        ("کارشناسان", "group"),
        ("نزدیکانش", "group"),
        ("پخش کنندگان سینما", "group"),
        ("افراد بازداشتی", "group"),
        ("مدیر شرکت های دولتی", "person"),
        ("این گزارش", "document"),
        ("دولت", "organisation"),
        ("ایران", "organisation"),
        ("زهرا کریمی", "person"),
    ],
)
def test_kind_of_speaker(source: str, kind: str) -> None:
    (statement,) = extract(f"{source} اعلام کرد که سد پر است.").statements
    assert statement.speaker.kind == kind


def test_dropped_subject_goes_on_with_the_last_speaker() -> None:
    text = "زهرا کریمی گفت: برف می‌بارد.\nدر ادامه گفت: راه‌ها بسته می‌شود."
    reading = extract(text)
    assert [s.speaker.name for s in reading.statements] == ["زهرا کریمی"] * 2
    assert reading.statements[1].because.speaker == "dropped-subject"


def test_hidden_speaker_is_said_to_be_hidden() -> None:
    (statement,) = extract("گفته می‌شود که پل ترک دارد.").statements
    assert statement.speaker.name is None and statement.speaker.kind == "unnamed"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("معاون وزیر راه", "وزیر راه"),
        ("وکیل متهم", "متهم"),
        ("سایت باشگاه فولادگران", "باشگاه فولادگران"),
        ("حسن نادری", "محسن نادری"),
        ("علیرضا نادری", "رضا نادری"),
        ("حسن مرادی", "حسین مرادی"),
        ("مریم نادری", "رضا نادری"),
        ("شهردار سپیدار", "مریم صابری نیز"),
        ("شهردار سپیدار", "مریم صابری، مدیر بانک،"),
        ("شهردار سپیدار", "مریم صابری، شهروند،"),
    ],
)
def test_similar_sayers_stay_two(first: str, second: str) -> None:
    reading = extract(f"{first} گفت: پل باز است.\n{second} گفت: خوب است.")
    assert len({s.speaker.id for s in reading.statements}) == 2


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("علیرضا نادری", "علی رضا نادری"),
        ("شهردار سپیدار", "مریم صابری"),
        ("شهردار سپیدار", "مریم صابری، شهردار سپیدار،"),
        ("آقای ج. نوری", "نوری"),
        ("مریم صابری، رئیس اتاق اصناف،", "رئیس اتاق اصناف"),
    ],
)
def test_one_sayer_in_two_writings(first: str, second: str) -> None:
    reading = extract(f"{first} گفت: پل باز است.\n{second} گفت: خوب است.")
    assert len({s.speaker.id for s in reading.statements}) == 1


def test_a_later_office_parts_a_name_from_an_earlier_role() -> None:
    text = (
        "شهردار سپیدار گفت: پل باز است.\nمریم صابری گفت: خوب است.\n"
        "مریم صابری، رئیس اتاق اصناف، افزود: بد است."
    )
    first, second, third = (s.speaker.id for s in extract(text).statements)
    assert first != second == third


def test_a_writing_speaks_for_who_wrote_it() -> None:
    text = (
        "در بیانیه انجمن معلمان مهرکوه آمده است: مدرسه کم است.\n"
        "این بیانیه می‌افزاید: معلم هم کم است."
    )
    statements = extract(text).statements
    assert [s.speaker.name for s in statements] == ["انجمن معلمان مهرکوه"] * 2
    assert [s.speaker.kind for s in statements] == ["organisation"] * 2


def test_a_pronoun_prefers_the_person_of_the_text_to_a_body() -> None:
    text = (
        "باشگاه رودسفید اعلام کرد بازی برگزار می‌شود.\n"
        "حسین نوری، مدیر ورزشی، به تمرین آمد. او گفت: خوشحالم."
    )
    assert speakers(text) == ["باشگاه رودسفید", "حسین نوری"]


def test_an_outlet_is_one_with_and_without_quotation_marks() -> None:
    text = "به نوشته «دیلی مهرکوه»، پل باز شد.\nدیلی مهرکوه می‌نویسد: پل زیباست."
    statements = extract(text).statements
    assert [s.speaker.name for s in statements] == ["دیلی مهرکوه"] * 2
    assert [s.speaker.kind for s in statements] == ["organisation"] * 2


@pytest.mark.parametrize(
    "source",
    ["برخی کارشناسان اقتصادی", "چند تشکل فعال شهر", "بیش از صد راننده مهرکوه", "گندم‌کاران مهرکوه"],
)
def test_many_people_are_a_group(source: str) -> None:
    (statement,) = extract(f"{source} گفتند: باران نیست.").statements
    assert (statement.speaker.name, statement.speaker.kind) == (source, "group")


def test_two_named_with_their_office_are_a_group() -> None:
    text = "علی نوری و رضا کاظمی، نمایندگان مجلس، گفتند: آب نیست."
    (statement,) = extract(text).statements
    assert statement.speaker.kind == "group"


def test_an_office_that_speaks_as_well_is_another() -> None:
    text = "علی نوری گفت: آب نیست.\nوزیر نیرو نیز گفت: برق نیست.\nوی افزود: گاز هم نیست."
    assert speakers(text) == ["علی نوری", "وزیر نیرو", "وزیر نیرو"]
