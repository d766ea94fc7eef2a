"""Who is whom: offices of others, relations, people introduced, namesakes, nicknames, no names."""

from __future__ import annotations

import pytest

from gofteh.records import Article
from grammar import extract


def speakers(text: str, title: str | None = None) -> list[str | None]:
    return [s.speaker.name for s in extract(Article(text=text, title=title)).statements]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (  # a part in the matter excludes an appointment
            "بهرام سپهری، متهم پرونده سیلاب، گفت: «بی‌گناهم.» قاضی رودسفید گفت: «سند داریم.»",
            ["بهرام سپهری", "قاضی رودسفید"],
        ),
        (
            "کیان طلوعی، راننده اتوبوس، گفت: «ترمز برید.»\nفرماندار مهرکوه گفت: «راه لغزنده بود.»",
            ["کیان طلوعی", "فرماندار مهرکوه"],
        ),
        (  # who is spoken to
            "لیلا فرهمند به شهردار سپیدار گفت: «آب نداریم.» شهردار سپیدار گفت: «لوله می‌کشیم.»",
            ["لیلا فرهمند", "شهردار سپیدار"],
        ),
        (  # set against
            "لیلا فرهمند گفت آب نیست. مدیر آب اما گفت مخزن پر است.",
            ["لیلا فرهمند", "مدیر آب"],
        ),
        (  # a new saying right behind another's words
            "لیلا فرهمند گفت: «آب نیست.» مدیر آب گفت: «مخزن پر است.»\nقاضی گفت: «بس است.»",
            ["لیلا فرهمند", "مدیر آب", "قاضی"],
        ),
        (  # behind a quotation that has ended, whoever adds nothing to it
            "لیلا فرهمند گفت: «آب نیست.» مدیر آب تأکید کرد که مخزن پر است.",
            ["لیلا فرهمند", "مدیر آب"],
        ),
        (
            "لیلا فرهمند گفت: «آب نیست.» مدیر آب افزود که مخزن پر است.",
            ["لیلا فرهمند", "لیلا فرهمند"],
        ),
        (
            "لیلا فرهمند گفت: «آب نیست.» «مخزن پر است»، مدیر آب گفت.",
            ["لیلا فرهمند", "مدیر آب"],
        ),
        (
            "لیلا فرهمند گفت: «آب نیست.»\nبه گفته مدیر آب، مخزن پر است.",
            ["لیلا فرهمند", "مدیر آب"],
        ),
        (
            "لیلا فرهمند، هافبک شاهین، گفت: خسته‌ایم.\nسرمربی شاهین افزود: آماده‌ایم.",
            ["لیلا فرهمند", "سرمربی شاهین"],
        ),
        (  # nobody tells of himself by his office
            "لیلا فرهمند مدعی شد که مدیر آب رفته است.\nمدیر آب افزود: من اینجا هستم.",
            ["لیلا فرهمند", "مدیر آب"],
        ),
        (  # an office in front of «را» is not his whose name stands before it
            "لیلا فرهمند مدیر آب را ستود. مدیر آب گفت: «سند داریم.»",
            ["مدیر آب"],
        ),
        (  # he whom a saying accuses denies it
            "دادستان سپیدار علی طلوعی را به کلاهبرداری متهم کرد.\n"
            "او این اتهام را رد کرد و گفت: «نه.»",
            ["دادستان سپیدار", "علی طلوعی"],
        ),
        (  # a further description of the same person stays his
            "لیلا فرهمند گفت: سد پر است.\nمدیر آب سپیدار افزود: دریچه‌ها باز شد.",
            ["لیلا فرهمند", "لیلا فرهمند"],
        ),
    ],
)
def test_an_office_is_the_only_speakers_unless_something_tells_otherwise(
    text: str, expected: list[str]
) -> None:
    assert speakers(text) == expected


@pytest.mark.parametrize(
    "source",
    [
        "مادر لیلا فرهمند",
        "وکیل لیلا فرهمند",
        "سخنگوی بهرام سپهری",
        "خواهر بزرگ‌تر بهرام سپهری",
        "همکار سابق لیلا فرهمند",
        "وکیل مدافع بهرام سپهری",
        "دختر نوجوان لیلا فرهمند",
        "مدیر برنامه‌های لیلا فرهمند",
        "رئیس دفتر بهرام سپهری",
        "پزشک معالج لیلا فرهمند",
        "شوهر لیلا فرهمند",
        "پدر و مادر لیلا فرهمند",
        "مادر همسر بهرام سپهری",
        "سخنگوی خانواده لیلا فرهمند",
        "مدیر دفتر بهرام سپهری",
        "پسر ۲۰ ساله لیلا فرهمند",
        "دخترعموی بهرام سپهری",
        "نامزد لیلا فرهمند",
    ],
)
def test_a_relation_is_not_the_one_it_is_a_relation_of(source: str) -> None:
    assert speakers(f"{source} گفت: «او در راه است.»") == [source]


@pytest.mark.parametrize(
    "text",
    [
        "لیلا فرهمند به کوه رفت. برادرش، کیان طلوعی، می‌گوید: «راه باز است.»",
        "مادر او، کیان طلوعی، گفت که راه باز است.",
        "دستیار وی، کیان طلوعی، گفت: «راه باز است.»",
        "خواهرش کیان طلوعی گفت: «راه باز است.»",
        "برادر او کیان طلوعی گفت: «راه باز است.»",
        "برادر بزرگ‌ترش کیان طلوعی گفت: «راه باز است.»",
        "عموی آنان، کیان طلوعی، گفت: «راه باز است.»",
        "دوست و همکار او، کیان طلوعی، گفت: «راه باز است.»",
        "لیلا فرهمند به کوه رفت. به گفته پسرش، کیان طلوعی، راه باز است.",
    ],
)
def test_a_relation_with_a_name_beside_it_has_that_name(text: str) -> None:
    assert speakers(text) == ["کیان طلوعی"]


@pytest.mark.parametrize(
    "saying",
    [
        "این رئیس گفت: «سد پر است.»",
        "این مقام مسئول گفت: «سد پر است.»",
        "طلوعی: «سد پر است و آب زلال.»",
        "طلوعی گفت: «سد پر است.»",
        "رئیس سازمان آب گفت: «سد پر است.»",
        "وی گفت: «سد پر است.»",
    ],
)
def test_who_is_introduced_without_speaking_is_known_afterwards(saying: str) -> None:
    text = f"علی طلوعی، رئیس سازمان آب، دیروز به مهرکوه رفت. {saying}"
    assert speakers(text) == ["علی طلوعی"]


def test_an_office_of_another_country_or_of_former_days_is_not_the_one_introduced() -> None:
    text = "علی طلوعی، رئیس‌جمهور پیشین، به مهرکوه رفت. رئیس‌جمهور گفت: «سد پر است.»"
    assert speakers(text) == ["رئیس‌جمهور"]


def test_two_introduced_of_one_surname_leave_the_surname_open() -> None:
    text = "علی طلوعی و مریم طلوعی به مهرکوه رفتند. طلوعی گفت: «سد پر است.»"
    assert speakers(text) == ["طلوعی"]


def test_titles_tell_namesakes_apart() -> None:
    text = (
        "زهرا کریمی گفت: «برف می‌بارد.» علی کریمی گفت: «آفتاب است.» "
        "خانم کریمی افزود: «راه بسته است.» آقای کریمی پاسخ داد: «راه باز است.»"
    )
    assert speakers(text) == ["زهرا کریمی", "علی کریمی"] * 2


def test_titles_alone_tell_two_persons() -> None:
    text = "خانم طلوعی گفت آب نیست. آقای طلوعی گفت آب هست."
    assert len(extract(text).speakers) == 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("علی طلوعی ملقب به «کوه‌نورد» گفت که قله باز است.", "علی طلوعی"),
        ("علی طلوعی معروف به سبلان گفت که قله باز است.", "علی طلوعی"),
        ("مریم «بانوی برف» طلوعی گفت که قله باز است.", "مریم «بانوی برف» طلوعی"),
    ],
)
def test_a_nickname_is_no_part_of_the_name(text: str, expected: str) -> None:
    assert speakers(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "🔴 شهردار سپیدار گفت: «راه باز است.»",
        "🇮🇷 شهردار سپیدار گفت: «راه باز است.»",
        "◽️ شهردار سپیدار 🌊 گفت: «راه باز است.»",
    ],
)
def test_pictograms_are_no_part_of_a_speaker(text: str) -> None:
    assert speakers(text) == ["شهردار سپیدار"]


def test_a_pictogram_opens_a_headline() -> None:
    assert speakers("شورا نشست.", "🔻 طلوعی: پل باز می‌شود") == ["طلوعی"]


@pytest.mark.parametrize(
    "lead",
    [
        "تهران- ایرنا- ",
        "تهران – ایسنا – ",
        "ایسنا: ",
        "گروه اقتصادی، ۲۵ آذر ۱۳۹۹، ۱۳:۲۴ ",
    ],
)
def test_a_dateline_is_no_part_of_a_speaker(lead: str) -> None:
    assert speakers(f"{lead}شهردار سپیدار گفت: راه باز است.") == ["شهردار سپیدار"]


@pytest.mark.parametrize(
    "text",
    [
        "ساعاتی بعد علی طلوعی گفت: راه باز است.",
        "مدیر ستاد بحران دیروز آمد. اوایل صبح علی طلوعی گفت: راه باز است.",
    ],
)
def test_times_and_things_are_nobodys_name(text: str) -> None:
    assert set(speakers(text)) == {"علی طلوعی"}


@pytest.mark.parametrize("thing", ["سقف", "بررسی موضوع", "شرایط"])
def test_a_common_word_is_no_person(thing: str) -> None:
    kinds = {s.speaker.kind for s in extract(f"{thing} گفت: راه باز است.").statements}
    assert "person" not in kinds


def test_a_common_word_is_a_surname_where_the_article_says_so() -> None:
    (first, second) = extract("علی اسلامی گفت: پل باز است.\nاسلامی افزود: راه بسته است.").statements
    assert first.speaker == second.speaker
    assert second.speaker.kind == "person"


def test_himself_is_who_spoke_before() -> None:
    text = "علی طلوعی گفت: پل باز است.\nخودش گفت: راه بسته است."
    assert speakers(text) == ["علی طلوعی"] * 2


def test_a_name_behind_its_words_is_the_speakers() -> None:
    text = "یک شناگر به نام بهمن کاویان گفت: آب سرد بود. کاویان افزود: فردا برمی‌گردم."
    speakers = [s.speaker for s in extract(text).statements]
    assert {(s.name, s.kind.value) for s in speakers} == {("بهمن کاویان", "person")}


def test_the_noun_of_a_verb_is_no_surname() -> None:
    text = "کیان طلوعی با فرزین بهادر دیدار کرد. بهادر گفت: «راه باز است.»"
    assert speakers(text) == ["فرزین بهادر"]


@pytest.mark.parametrize(
    "office", ["والی سپیدار", "ولسوال سرخاب", "سارنوال مهرکوه", "پرستار درمانگاه"]
)
def test_an_office_has_the_name_between_its_commas(office: str) -> None:
    assert speakers(f"{office}، جلیل احمدی، گفت: «راه بند است.»") == ["جلیل احمدی"]


@pytest.mark.parametrize(
    "date",
    [
        "هشتم مردادماه،",
        "بیست و پنجم دی سال گذشته",
        "بیست‌وپنجم دی‌ماه",
        "سی و یکم شهریورماه امسال",
        "پنجم اسد،",
    ],
)
def test_a_date_in_front_is_no_part_of_a_speaker(date: str) -> None:
    assert speakers(f"{date} لیلا فرهمند گفت: «سد پر است.»") == ["لیلا فرهمند"]


@pytest.mark.parametrize("rumour", ["شنیده‌ها", "شنیده‌های خبرنگار پگاه", "شایعات"])
def test_what_is_heard_says_nobody(rumour: str) -> None:
    (found,) = extract(f"{rumour} حاکی است مدیر سد کنار می‌رود.").statements
    assert (found.speaker.name, found.speaker.kind) == (None, "unnamed")
