"""Who speaks where nobody is named beside the verb; names of more than one word."""

from __future__ import annotations

import pytest

from gofteh.records import SpeakerKind
from grammar import extract


def speakers(text: str) -> list[str | None]:
    return [s.speaker.name for s in extract(text).statements]


def test_a_writing_speaks_for_the_body_that_issued_it() -> None:
    issued = (
        "باشگاه سپیدار در بیانیه‌ای اعلام کرد که بازی لغو شد.\n"
        "در این بیانیه آمده است: زمین یخ زده بود."
    )
    assert speakers(issued) == ["باشگاه سپیدار"] * 2


def test_a_writing_that_nobody_issued_speaks_itself() -> None:
    text = "خبرگزاری پگاه گزارش داد که بازی لغو شد.\nدر این بیانیه آمده است: زمین یخ زده بود."
    last = extract(text).statements[-1].speaker
    assert (last.name, last.kind) == ("این بیانیه", SpeakerKind.DOCUMENT)


def test_a_plural_pronoun_is_never_one_person() -> None:
    text = "لیلا فرهمند گفت: سد پر است.\nآنها افزودند: دریچه‌ها باز شد."
    assert speakers(text)[0] == "لیلا فرهمند"
    assert speakers(text)[1] != "لیلا فرهمند"


def test_a_plural_pronoun_is_the_group_named_before_it() -> None:
    text = (
        "لیلا فرهمند گفت: سد پر است.\nکارگران کارخانه رودسفید روز شنبه به خیابان آمدند. "
        "آنها گفتند: مزد نگرفته‌ایم."
    )
    assert speakers(text) == ["لیلا فرهمند", "کارگران کارخانه رودسفید"]


def test_a_plural_pronoun_right_behind_a_group_that_spoke_is_that_group() -> None:
    text = (
        "کارگران کارخانه رودسفید گفتند: مردم و دانشجویان کمک کردند.\n"
        "آنها همچنین گفتند: مزد نگرفته‌ایم."
    )
    assert speakers(text) == ["کارگران کارخانه رودسفید"] * 2


def test_a_group_named_in_between_is_meant_before_a_body_that_spoke() -> None:
    text = (
        "سازمان آب اعلام کرد: «سد پر است.»\nمعلمان سپیدار امروز به خیابان آمدند. "
        "آنها گفتند: «آب نداریم.»"
    )
    assert speakers(text) == ["سازمان آب", "معلمان سپیدار"]


@pytest.mark.parametrize(
    ("behind", "name"),
    [
        ("پیمان ساعدی، شهردار رودسفید، به سد آمد. وی گفت: برف می‌بارد.", "پیمان ساعدی"),
        ("دیروز علی ساعدی به پل سرخاب رفت.\nوی گفت: برف می‌بارد.", "علی ساعدی"),
        # known by the surname alone, since the text has the full name
        ("راد به سد آمد. او گفت: برف می‌بارد.", "مریم راد"),
        # somebody speaks in the sentence before; it is about nobody; the pronoun opens none
        ("پیمان ساعدی آمد و لیلا فرهمند گفت: پل بسته است.\nوی افزود: برف می‌بارد.", "لیلا فرهمند"),
        ("ریزش سنگ جاده را بست. وی گفت: برف می‌بارد.", "لیلا فرهمند"),
        # who adds something spoke before
        ("علی ساعدی هم آمده بود.\nوی افزود: برف می‌بارد.", "لیلا فرهمند"),
        ("علی ساعدی هم آمده بود. او همچنین گفت: برف می‌بارد.", "لیلا فرهمند"),
    ],
)
def test_a_pronoun_is_whom_the_sentence_before_is_about(behind: str, name: str) -> None:
    told = "مریم راد، مدیر پل، میهمان بود. لیلا فرهمند گفت که سد پر است.\n"
    assert speakers(told + behind)[-1] == name


def test_a_report_is_a_document_not_its_outlet() -> None:
    text = "به نوشته روزنامه پگاه، سد پر است.\nاین گزارش می‌افزاید: دریچه‌ها باز شد."
    last = extract(text).statements[-1].speaker
    assert (last.name, last.kind) == ("این گزارش", SpeakerKind.DOCUMENT)


def test_an_office_is_not_that_of_whoever_spoke_last() -> None:
    text = (
        "پیمان ساعدی، شهردار رودسفید، گفت: برف می‌بارد.\nلیلا فرهمند گفت که سد پر است.\n"
        "مدیر آب سپیدار افزود: دریچه‌ها باز شد."
    )
    assert speakers(text) == ["پیمان ساعدی", "لیلا فرهمند", "مدیر آب سپیدار"]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("قائم مقام دبیر جشنواره گفت: سالن پر است.", "قائم مقام دبیر جشنواره", "person"),
        ("محمدجعفر قائم پناه، معاون سد، گفت: سد پر است.", "محمدجعفر قائم پناه", "person"),
        ("اسدالله کارگر - رئیس اتحادیه میوه - گفت: بار رسید.", "اسدالله کارگر", "person"),
        ("کمیسر بحران اتحادیه گفت: آتش مهار شد.", "کمیسر بحران اتحادیه", "person"),
        ("حدود ۱۲ نفر از کارگران گفتند: مزد نگرفته‌ایم.", "حدود ۱۲ نفر از کارگران", "group"),
        (
            "روزنامه پگاه، چاپ سرخاب، نوشت: پل باز شد.",
            "روزنامه پگاه",
            "organisation",
        ),
        ("یک آمریکایی مدعی شد که سد پر است.", "یک آمریکایی", "unnamed"),
        ("ماده ۱۰۱ برنامه آب می‌گوید که آب رایگان است.", "ماده ۱۰۱ برنامه آب", "document"),
        ("طبق فرموده امام راد(ع) سکوت بهتر است.", "امام راد", "person"),
    ],
)
def test_a_name_is_whole(text: str, name: str, kind: str) -> None:
    speaker = extract(text).statements[0].speaker
    assert (speaker.name, speaker.kind) == (name, kind)


def test_a_body_named_right_before_a_verb_ends_there() -> None:
    text = "لیلا فرهمند مدیر شرکت رودآب گفت: سد پر است.\nاین شرکت افزود: دریچه‌ها باز شد."
    assert speakers(text) == ["لیلا فرهمند", "شرکت رودآب"]


def test_several_speak_behind_one_person() -> None:
    text = "لیلا فرهمند گفت: سد پر است.\nدر ادامه گفتند که دریچه‌ها باز شد."
    assert speakers(text) == ["لیلا فرهمند", None]


def test_behind_several_whom_nobody_names_the_speaker_goes_on() -> None:
    text = "لیلا فرهمند گفت: سد پر است.\nبه او گفتند که پل بسته است.\nدر ادامه افزود: پل باز شد."
    assert speakers(text) == ["لیلا فرهمند", None, "لیلا فرهمند"]


def test_whom_a_text_honours_by_plurals_is_one() -> None:
    text = "آیت‌الله فرهمند گفتند: آب کم است.\nهمچنین تأکید کردند که باران می‌بارد."
    assert speakers(text) == ["فرهمند"] * 2


@pytest.mark.parametrize("mention", ["وی", "این مدیر"])
def test_a_relative_of_a_speaker_takes_no_pronoun_of_his(mention: str) -> None:
    text = f"لیلا فرهمند گفت: آب کم است.\nهمسرش گفت: باران کم است.\n{mention} افزود: سد خالی است."
    assert speakers(text) == ["لیلا فرهمند", "همسرش", "لیلا فرهمند"]


def test_in_the_first_person_the_speaker_goes_on() -> None:
    text = "لیلا فرهمند گفت: سد پر است.\nدر ادامه گفتیم که دریچه‌ها باز شد."
    assert speakers(text) == ["لیلا فرهمند"] * 2


def test_a_surname_in_front_of_an_office_opens_a_sentence() -> None:
    text = "فرهمند مدیر سد رودسفید روز شنبه به سپیدار رفت. وی گفت: سد پر است."
    assert speakers(text) == ["فرهمند"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("خیریه سپیدار اعلام کرد که غذا پخش می‌شود.", SpeakerKind.ORGANISATION),
        ("یک خیریه بزرگ شهر اعلام کرد که غذا پخش می‌شود.", SpeakerKind.ORGANISATION),
        ("وب سایت سپیدار نوشت: سد پر است.", SpeakerKind.ORGANISATION),
        ("همسرم گفت: سد پر است.", SpeakerKind.PERSON),
        ("فرهمند اعلام کرد که دریچه‌ها باز شد.", SpeakerKind.PERSON),
    ],
)
def test_what_readers_judged_a_head_to_be_tells_the_kind(text: str, kind: SpeakerKind) -> None:
    assert extract(text).statements[0].speaker.kind is kind


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # right behind the office, among others
        (
            "لیلا فرهمند گفت: «باران کم است.»\nرئیس سازمان آب رودسفید گفت: سد پر است.\n"
            "پیمان ساعدی افزود: دریچه‌ها باز شد.",
            ["لیلا فرهمند", "پیمان ساعدی", "پیمان ساعدی"],
        ),
        # somebody else has spoken since
        (
            "رئیس سازمان آب رودسفید گفت: «سد پر است.»\nلیلا فرهمند نیز گفت: «باران کم است.»\n"
            "پیمان ساعدی افزود: دریچه‌ها باز شد.",
            ["رئیس سازمان آب رودسفید", "لیلا فرهمند", "پیمان ساعدی"],
        ),
        # by the surname alone
        (
            "لیلا فرهمند گفت: «باران کم است.»\nرئیس سازمان آب رودسفید گفت: سد پر است.\n"
            "ساعدی افزود: دریچه‌ها باز شد.",
            ["لیلا فرهمند", "ساعدی", "ساعدی"],
        ),
        # the lead says who by the office, the next sentence by the name, both in quotation marks
        (
            "رئیس سازمان آب رودسفید دیروز گفت: «سد پر است.»\nپیمان ساعدی در دیدار با کشاورزان گفت: "
            "«دریچه‌ها باز شد.»",
            ["پیمان ساعدی", "پیمان ساعدی"],
        ),
        (
            "رئیس سازمان آب رودسفید دیروز گفت: «سد پر است.»\nپیمان ساعدی نیز گفت: "
            "«دریچه‌ها باز شد.»",
            ["رئیس سازمان آب رودسفید", "پیمان ساعدی"],
        ),
        # two paragraphs away; but lines of bullets alone are none, nor is what nobody says
        (
            "لیلا فرهمند گفت: «باران کم است.»\nرئیس سازمان آب رودسفید گفت: سد پر است.\n"
            "باران راه روستا را بست.\nپیمان ساعدی افزود: دریچه‌ها باز شد.",
            ["لیلا فرهمند", "رئیس سازمان آب رودسفید", "پیمان ساعدی"],
        ),
        (
            "🔹\nلیلا فرهمند گفت: «باران کم است.»\n🔹\nرئیس سازمان آب رودسفید گفت: سد پر است.\n"
            "🔹\nپیمان ساعدی افزود: دریچه‌ها باز شد.",
            ["لیلا فرهمند", "پیمان ساعدی", "پیمان ساعدی"],
        ),
        (
            "لیلا فرهمند گفت: «باران کم است.»\nرئیس سازمان آب رودسفید گفت: سد پر است. گفته می‌شود "
            "که راه بسته است.\nپیمان ساعدی افزود: دریچه‌ها باز شد.",
            ["لیلا فرهمند", "پیمان ساعدی", None, "پیمان ساعدی"],
        ),
        # an office with the same first word is another one
        (
            "سخنگوی وزارت آب سرخاب گفت: سد پر است.\nپیمان ساعدی، سخنگوی شورای شهر سپیدار، "
            "افزود: دریچه‌ها باز شد.",
            ["سخنگوی وزارت آب سرخاب", "پیمان ساعدی"],
        ),
        (
            "دبیر انجمن ناشران سرخاب گفت: سد پر است.\nپیمان ساعدی، دبیر انجمن کتابفروشان، افزود: "
            "دریچه‌ها باز شد.",
            ["دبیر انجمن ناشران سرخاب", "پیمان ساعدی"],
        ),
        # the same office run together
        (
            "رئیس‌جمهور گفت: سد پر است.\nپیمان ساعدی، رئیس جمهور سرخاب، افزود: دریچه‌ها باز شد.",
            ["پیمان ساعدی", "پیمان ساعدی"],
        ),
    ],
)
def test_a_name_goes_to_the_office_right_before_it(text: str, expected: list[str]) -> None:
    assert [s.speaker.name for s in extract(text).statements] == expected
