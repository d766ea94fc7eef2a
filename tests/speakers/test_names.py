"""What is a name: surnames that are trades, words behind a name, datelines in front of one."""

from __future__ import annotations

import pytest

from grammar import extract


def speakers(text: str) -> list[str | None]:
    return [s.speaker.name for s in extract(text).statements]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("سعید خطیب زاده سخنگوی سازمان آب گفت: «سد پر است.»", ["سعید خطیب زاده"]),
        ("لیلا قاضی زاده کوهستانی نماینده سرخاب گفت: «سد پر است.»", ["لیلا قاضی زاده کوهستانی"]),
        # a trade behind a bare given name opens a surname; in front of its field it is an office
        ("سعید قاضی مغربی رئیس دانشگاه سپیدار گفت: «سد پر است.»", ["سعید قاضی مغربی"]),
        ("اکرم امام اوغلو، شهردار، گفت: «سد پر است.»", ["اکرم امام اوغلو"]),
        ("علی رئیس شورا گفت: «سد پر است.»", ["علی"]),
        ("رضا استاندار مازندران گفت: «سد پر است.»", ["رضا"]),
        ("مریم مدیر مدرسه گفت: «سد پر است.»", ["مریم"]),
        ("کریم قوماندان امنیه غور گفت: «سد پر است.»", ["کریم"]),
        # his age is no part of it
        ("کاوه ژاردل ۴۵ ساله گفت: «سد پر است.»", ["کاوه ژاردل"]),
        ("ژاردل ۴۵ساله گفت: «سد پر است.»", ["ژاردل"]),
        ("خود علی رضایی گفت: «سد پر است.»", ["علی رضایی"]),
        # they look like verbs
        ("مصطفی میرقاسم گفت: «سد پر است.»", ["مصطفی میرقاسم"]),
        ("میعاد صالحی گفت: «سد پر است.»", ["میعاد صالحی"]),
        ("فرماندار مینودشت گفت: «سد پر است.»", ["فرماندار مینودشت"]),
        ("کودک از پل میرسید و علی رضایی گفت: «سد پر است.»", ["علی رضایی"]),
        ("به گفته خود لیلا فرهمند، سد پر است.", ["لیلا فرهمند"]),
        ("سرخاب‌نیوز- سخنگوی سازمان آب گفت: «سد پر است.»", ["سخنگوی سازمان آب"]),
        ("سپیدار- علی رضایی گفت: «سد پر است.»", ["علی رضایی"]),
        (
            "محسن سپهری کارشناس آب است. سپهری همچنان گفت: «سد پر است.» وی افزود: «باران کم است.»",
            ["محسن سپهری", "محسن سپهری"],
        ),
    ],
)
def test_a_name_is_whole_and_nothing_more(text: str, expected: list[str]) -> None:
    assert speakers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("آقای «سعید رهبر سبزی» گفت: «سد پر است.»", "سعید رهبر سبزی"),
        ("حجت الاسلام «احسان پیش قدم سرخابی» گفت: «سد پر است.»", "احسان پیش قدم سرخابی"),
        ("«شهرام میراب‌پور» کارگردان این مستند گفت: «سد پر است.»", "شهرام میراب‌پور"),
        # marks hold names of bodies, works and relatives too, and a name may stand outside them
        ("رحیم راد، کارگردان «علی کوهسار» گفت: «سد پر است.»", "رحیم راد"),
        ("رحیم راد، وکیل «علی رهبر» گفت: «سد پر است.»", "رحیم راد"),
        ("«علی راد مدیر سد» گفت: «سد پر است.»", "علی راد"),
        ("مدیر باشگاه «مریم سپیدار» گفت: «سد پر است.»", "مدیر باشگاه «مریم سپیدار»"),
        ("نویسنده «مریم و دریا» گفت: «سد پر است.»", "نویسنده «مریم و دریا»"),
    ],
)
def test_a_name_between_quotation_marks_is_whole(text: str, expected: str) -> None:
    assert speakers(text) == [expected]


@pytest.mark.parametrize(
    "office",
    [
        "کاپیتان سرخپوشان سپیدار",
        "کاپیتان فولادگران",
        "کاپیتان والیبال دانشجویان",
        "ژنرال صهیونیست",
        "کارگردان انیمیشن «زال و سیمرغ»",
        "کارگردان مستند «تخت سلیمان»",
        "دبیر جشنواره شعر «در کوچه آفتاب»",
        "معاون سیاسی، امنیتی استانداری سپیدار",
        "رییس دانشگاه علمی، کاربردی استان",
    ],
)
def test_an_office_without_a_name_is_whole(office: str) -> None:
    (statement,) = extract(f"{office} گفت: «سد پر است.»").statements
    assert (statement.speaker.name, statement.speaker.role) == (office, office)


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("کاپیتان رضا کاویان", "رضا کاویان"),
        ("کاپیتان کاویانی", "کاویانی"),
        ("استاد کاویان", "کاویان"),
        ("سردار کاویان", "کاویان"),
        ("سفیر سپیدار «رضا کاویان»", "رضا کاویان"),
        ("رئیس شورا، رضا کاویان", "رضا کاویان"),
        ("آیت اله سیدرضا کاویان", "سیدرضا کاویان"),
        ("دکتر آزاد", "آزاد"),
        ("استاد بهار", "بهار"),
        ("رضا پیامی", "رضا پیامی"),
        ("حبیب اله کاویان", "حبیب اله کاویان"),
    ],
)
def test_a_name_behind_a_title_or_office_stands_alone(source: str, name: str) -> None:
    assert speakers(f"{source} گفت: «سد پر است.»") == [name]


@pytest.mark.parametrize(
    ("text", "name", "contents"),
    [
        (
            "🔹\nسخنگوی سازمان آب:\nسد شهر پر شده است.\n🔹\nآب کافی داریم.\n@roudnews",
            "سخنگوی سازمان آب",
            ["سد شهر پر شده است", "آب کافی داریم"],
        ),
        (
            "🔴 رضایی درباره سد سرخاب:\nباید دریچه‌ها را باز کنیم.\n@roudnews",
            "رضایی",
            ["باید دریچه‌ها را باز کنیم"],
        ),
        (
            "🔴 طلوعی: سد سرخاب پر شده است\nو آب شهر تا پاییز بس است.\n@roudnews",
            "طلوعی",
            ["سد سرخاب پر شده است", "و آب شهر تا پاییز بس است"],
        ),
        (
            "🔴 رئیس سازمان آب: سد سرخاب\nپر شده است\n🔹آب شهر تا پاییز بس است.",
            "رئیس سازمان آب",
            ["سد سرخاب", "پر شده است", "آب شهر تا پاییز بس است"],
        ),
        ("📌 فرماندار سپیدار: راه کوهستان بسته است", "فرماندار سپیدار", ["راه کوهستان بسته است"]),
    ],
)
def test_a_line_gives_its_words_to_whom_it_names(text: str, name: str, contents: list[str]) -> None:
    (statement,) = extract(text).statements
    assert statement.speaker.name == name
    assert [text[c.start : c.end] for c in statement.content] == contents


@pytest.mark.parametrize(
    "text",
    [
        "زمان: ساعت پنج است\nمکان: سد شهر است.",
        "مربی: سعید فرهمند\nتیم شهر برنده شد.",
        "اعضای گروه موسیقی: لیلا، علی و سارا",
    ],
)
def test_a_rubric_speaks_not(text: str) -> None:
    assert speakers(text) == []


def test_a_title_makes_a_place_a_surname() -> None:
    text = "خانم سروستان گفت بودجه کم است. آقای سروستان، همسر او، گفت بودجه بس است."
    assert len({s.speaker.id for s in extract(text).statements}) == 2


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("سپیدار، رئیس ستاد آب سرخاب گفت: «سد پر است.»", None, "person"),
        ("مشهد- رئیس ستاد آب گفت: «سد پر است.»", "رئیس ستاد آب", "person"),
        ("نامه جداگانه سفیر سرخاب خواستار آن شد که سد پر شود.", None, "document"),
        ("سرخاب‌نیوز نوشت: «سد پر است.»", "سرخاب‌نیوز", "organisation"),
        ("اسرائیل اعلام کرد که سد پر است.", "اسرائیل", "organisation"),
    ],
)
def test_places_outlets_and_writings_are_nobodys_name(
    text: str, name: str | None, kind: str
) -> None:
    (statement,) = extract(text).statements
    assert statement.speaker.kind == kind
    assert name is None or statement.speaker.name == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("بر اساس داده‌های منتشر شده، سرخاب شش سد دارد.", "داده‌های منتشر شده"),
        ("بر اساس آمار منتشره، سد پر شده است.", "آمار منتشره"),
        ("طبق اطلاعات ارائه‌شده، سد پر شده است.", "اطلاعات ارائه‌شده"),
        ("بر اساس داده‌های سازمان آب، سد پر شده است.", "سازمان آب"),
    ],
)
def test_a_participle_names_nobody(text: str, name: str) -> None:
    assert speakers(text) == [name]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("«رضا نیکو» دیگر داور جشنواره گفت: «فیلم خوب بود.»", ["رضا نیکو"]),
        ('"رضا نیکو" استادیار دانشگاه "سرخاب" گفت: «فیلم خوب بود.»', ["رضا نیکو"]),
        ("مدیرکل امور خیریه استان سرخاب گفت: «آب کم است.»", ["مدیرکل امور خیریه استان سرخاب"]),
        ("معاون فروش سپیدار دی‌ماه سال گذشته گفت: «آب کم است.»", ["معاون فروش سپیدار"]),
        ("رئیس ستاد آب هم چنین گفت: «آب کم است.»", ["رئیس ستاد آب"]),
        ("مالک طلوعی‌نیا، نماینده سرخاب، نوشت: «آب کم است.»", ["مالک طلوعی‌نیا"]),
        ("این پژوهشگر گفت: «آب کم است.»", ["پژوهشگر"]),
        ("کاپیتان پیشین شاهین گفت: «بازی سخت بود.»", ["کاپیتان پیشین شاهین"]),
        ("رضا نیکو، رئیس‌مجلس سرخاب، گفت: «آب کم است.»", ["رضا نیکو"]),
        ("شاه حسینی دبیر ستاد سرخاب گفت: «آب کم است.»", ["شاه حسینی"]),
        ("آیت‌الله رحیم شاه سپهری گفت: «آب کم است.»", ["رحیم شاه سپهری"]),
        ("جواد بازرگان تحلیلگر سیاسی گفت: «آب کم است.»", ["جواد بازرگان"]),
        ('پروفسور "رضا نیکو"، سرپرست این پروژه، گفت: «آب کم است.»', ["رضا نیکو"]),
        ("رضا نیکو درهمایش آب سرخاب گفت: «آب کم است.»", ["رضا نیکو"]),
        ("دکتر مولوی، رئیس دانشگاه سرخاب، گفت: «آب کم است.»", ["مولوی"]),
        ("امام راد (ره) آب را حق مردم دانست.", ["امام راد"]),
        ("رهبر فرزانه انقلاب سرخاب گفت: «آب کم است.»", ["رهبر فرزانه انقلاب سرخاب"]),
        (
            "مهندس سپهری گفت: «آب کم است.» سپهری افزود: «باران نبود.» سپهری روحیه مردم را خوب"
            " دانست.",
            ["سپهری", "سپهری", "سپهری"],
        ),
    ],
)
def test_what_stands_beside_a_name_is_none_of_it(text: str, expected: list[str]) -> None:
    assert speakers(text) == expected


@pytest.mark.parametrize("line", ["توضیحاتی درباره سد:", "تهیه‌کنندگی:", "پشت‌پرده:"])
def test_a_common_word_over_lines_is_no_surname(line: str) -> None:
    assert speakers(f"{line}\nسد سرخاب امسال پر شده است و آب کافی داریم.") == []


@pytest.mark.parametrize("outlet", ["سرخاب نیوز", "مهرکوه آنلاین", "سنتکام"])
def test_an_outlet_of_two_words_is_no_person(outlet: str) -> None:
    (statement,) = extract(f"{outlet} اعلام کرد: «سد پر است.»").statements
    assert statement.speaker.kind == "organisation"


def test_words_of_nobody_are_no_speaker() -> None:
    assert speakers("به ادعای مطرح‌شده درباره سد، آب کم است و کسی نمی‌داند چرا.") == []


def test_a_phrase_of_common_words_introduces_nobody() -> None:
    text = "مسئولان با حسن نظر و از سر دلسوزی رفتند. ایشان گفتند که آب کم است."
    assert "حسن نظر" not in speakers(text)


def test_a_given_name_that_is_mostly_another_word_needs_a_surname() -> None:
    body = "رئیس اداره اوقاف و امور خیریه سپیدار"
    assert extract(f"{body} گفت: مراسم برپاست.").statements[0].speaker.name == body
    named = "رئیس اداره اوقاف سپیدار ساحل رضایی گفت: مراسم برپاست."
    assert extract(named).statements[0].speaker.name == "ساحل رضایی"
