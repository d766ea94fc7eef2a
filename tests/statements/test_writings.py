"""Letters, declarations, excerpts and messages: a statement a paragraph, and whose it is."""

import pytest

from gofteh.records import Article
from grammar import extract

Told = list[tuple[str | None, str]]


def told(text: str, title: str | None = None) -> Told:
    """The speaker and the words of each statement of a text; spans are joined by ``|``."""
    statements = extract(Article(text=text, title=title)).statements
    return [(s.speaker.name, "|".join(c.text for c in s.content)) for s in statements]


LETTER = (
    "متن نامه مدیر سد به شرح زیر است:\n"
    "به نام خدا\n"
    "همکاران گرامی اداره آب\n"
    "آب سد امسال کم است.\n"
    "از همه می‌خواهم صرفه‌جویی کنند.\n"
    "بهرام کوهستانی"
)


def test_greetings_and_signatures_of_a_letter_are_nobodys_words() -> None:
    assert told(LETTER) == [
        ("مدیر سد", "آب سد امسال کم است"),
        ("مدیر سد", "از همه می‌خواهم صرفه‌جویی کنند"),
    ]


def test_only_the_first_paragraph_of_a_letter_has_its_cue() -> None:
    cues = [s.cue_text for s in extract(Article(text=LETTER)).statements]
    assert cues == ["متن … به شرح زیر است", ""]


def test_items_of_a_list_stay_with_the_paragraph_that_opens_it() -> None:
    text = (
        "متن اطلاعیه اداره آب به شرح زیر است:\n"
        "آب این خیابان‌ها قطع می‌شود:\n"
        "1- خیابان بهار\n"
        "2- خیابان سرو\n"
        "از مردم پوزش می‌خواهیم."
    )
    assert told(text) == [
        ("اداره آب", "آب این خیابان‌ها قطع می‌شود|1- خیابان بهار|2- خیابان سرو"),
        ("اداره آب", "از مردم پوزش می‌خواهیم"),
    ]


def test_a_sentence_that_a_line_break_cuts_is_one_statement() -> None:
    text = (
        "متن حکم مدیر سد به شرح زیر است:\n"
        "شما را به سمت\n"
        "رئیس کارگاه جنوبی\n"
        "برمی‌گزینم و موفقیت شما را می‌خواهم.\n"
        "کار از فردا آغاز می‌شود."
    )
    assert [len(s.content) for s in extract(Article(text=text)).statements][-1] == 1
    assert told(text)[-1] == ("مدیر سد", "کار از فردا آغاز می‌شود")


def test_a_letter_whose_line_breaks_are_lost_is_one_statement() -> None:
    block = LETTER.replace("\n", " ")
    assert len(told(block)) <= 1


@pytest.mark.parametrize(
    ("text", "author"),
    [
        # the noun is the object behind its subject
        (
            "انجمن کتابداران نامه‌ای سرگشاده منتشر کرد. متن این نامه به این شرح است:\n"
            "ما نگرانیم و پاسخ می‌خواهیم.",
            "انجمن کتابداران",
        ),
        # the sender stands right in front of the noun, behind adverbials
        (
            "همزمان با آغاز دهمین جشنواره فیلم سپیدار مریم دانشور مدیر جشنواره پیامی فرستاد، "
            "متن پیام به شرح زیر است:\nجشنواره ما خانه جوانان است.",
            "مریم دانشور",
        ),
        # a paragraph before tells who sent it
        (
            "شهردار مهرکوه در پیامی سال نو را تبریک گفت.\n"
            "متن این پیام به شرح زیر است:\nسال نو بر همه مبارک باشد و شهر آباد بماند.",
            "شهردار مهرکوه",
        ),
        # with an honorific
        (
            "متن بیانیه دکتر لیلا فرهمند به شرح زیر است:\nما از این طرح پشتیبانی می‌کنیم.",
            "لیلا فرهمند",
        ),
        # only the signature names somebody
        (
            "متن این نامه به شرح زیر است:\nما از این طرح پشتیبانی می‌کنیم.\nلیلا فرهمند",
            "لیلا فرهمند",
        ),
    ],
)
def test_whose_letter_it_is(text: str, author: str) -> None:
    assert [speaker for speaker, _ in told(text)][-1] == author


def test_a_demonstrative_behind_the_noun_is_the_author() -> None:
    text = (
        "بهرام کوهستانی بازیکن رودسفید گفت: از تیم می‌روم.\n"
        "متن انصراف این بازیکن به شرح زیر است:\nاز همه سپاسگزارم و می‌روم."
    )
    assert told(text)[-1] == ("بهرام کوهستانی", "از همه سپاسگزارم و می‌روم")


def test_what_a_body_announces_in_paragraphs_is_a_statement_each() -> None:
    text = (
        "باشگاه سپیدار اعلام کرد:\nبازی فردا برگزار نمی‌شود.\nپول بلیت‌ها پس داده می‌شود.\n"
        "گفتنی است هوا سرد است."
    )
    assert told(text) == [
        ("باشگاه سپیدار", "بازی فردا برگزار نمی‌شود"),
        ("باشگاه سپیدار", "پول بلیت‌ها پس داده می‌شود"),
    ]


EXCERPTS = (
    "گزیده گفت‌وگوی لیلا فرهمند با روزنامه پگاه را می‌خوانید:\n"
    "- آب سد امسال کم است.\n- شیرها را می‌بندیم.\n- آیا باید منتظر باران بمانیم؟\n"
    "- مردم باید صرفه‌جویی کنند."
)


def test_excerpts_of_a_talk_are_the_guests() -> None:
    found = told(EXCERPTS, "لیلا فرهمند: آب کم است")
    assert found[1:] == [
        ("لیلا فرهمند", "آب سد امسال کم است"),
        ("لیلا فرهمند", "شیرها را می‌بندیم"),
        ("لیلا فرهمند", "آیا باید منتظر باران بمانیم؟"),
        ("لیلا فرهمند", "مردم باید صرفه‌جویی کنند"),
    ]


def test_a_list_that_no_talk_announces_is_nobodys() -> None:
    text = "عناوین روزنامه پگاه:\n- سد پر شد.\n- بازی لغو شد.\n- گفت‌وگو با لیلا فرهمند انجام شد."
    assert told(text) == []


def test_messages_of_readers_are_of_nobody_named() -> None:
    text = (
        "پیام‌های شما درباره آب:\n🔹\nدو روز است که آب نداریم.\n🔹\nفشار آب کم است.\n🔹\n"
        "لوله ترکیده است."
    )
    statements = extract(Article(text=text)).statements
    assert [s.speaker.name for s in statements] == [None] * 3
    assert {str(s.speaker.kind) for s in statements} == {"unnamed"}


def test_a_heading_without_a_list_announces_no_messages() -> None:
    assert told("پیام‌های شما درباره آب:\nدو روز است که آب نداریم.\nفشار آب کم است.") == []


def test_quotations_behind_a_topic_are_whose_speech_stands_above() -> None:
    text = (
        "مربی رودسفید درباره بازی گفت: «تیم ما خوب دوید و بازی را برد.»\n"
        "وضع بازیکنان آسیب‌دیده: «دو بازیکن ما تا پایان ماه نمی‌رسند.»\n"
        "آینده خود: «هنوز هیچ تصمیمی نگرفته‌ام و فکر می‌کنم.»"
    )
    assert [who for who, _ in told(text)] == ["مربی رودسفید"] * 3


def test_a_topic_without_a_speech_above_it_quotes_nobody() -> None:
    assert told("باران تندی بارید.\nوضع جاده‌ها: «جاده کوهستان تا فردا بسته می‌ماند.»") == []


def test_a_headline_that_speaks_of_the_people_announces_no_messages() -> None:
    text = "🔹 سد پر است و آب هست.\n🔹 باران می‌آید و می‌رود.\n🔹 مدرسه‌ها باز است."
    assert [who for who, _ in told(text, "شهردار: صدای مردم را شنیدیم")] == ["شهردار"]
    assert not {who for who, _ in told(text, "مردم امیدوارند که صدای مردم را بشنوند")} & {None}


@pytest.mark.parametrize("head", ["عکس", "نام فیلم", "عنوان کتاب او"])
def test_works_and_rubrics_are_no_topics(head: str) -> None:
    text = (
        "مربی رودسفید درباره بازی گفت: «تیم ما خوب دوید و بازی را برد.»\n"
        f"{head}: «یک روز بلند تابستانی در کوه ماندیم.»"
    )
    assert [who for who, _ in told(text)] == ["مربی رودسفید"]


def test_what_a_body_says_below_a_speech_is_its_own() -> None:
    text = (
        "مربی رودسفید درباره بازی گفت: «تیم ما خوب دوید و بازی را برد.»\n"
        "باشگاه سپیدار: «یک روز بلند تابستانی در کوه ماندیم.»"
    )
    assert [who for who, _ in told(text)] == ["مربی رودسفید", "باشگاه سپیدار"]
