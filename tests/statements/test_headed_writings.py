"""Writings under a line that only names them, and dialogues whose labels stand alone."""

from __future__ import annotations

import pytest

from gofteh.records import Article
from grammar import extract

FIRST, SECOND = "سد شهر امسال پر شده است و آب داریم.", "شیرها را شب‌ها نمی‌بندیم."


def told(text: str, title: str | None = None) -> list[tuple[str | None, str]]:
    """The speaker and the words of each statement of a text; spans are joined by ``|``."""
    statements = extract(Article(text=text, title=title)).statements
    return [(s.speaker.name, "|".join(c.text for c in s.content)) for s in statements]


@pytest.mark.parametrize(
    "heading",
    [
        "بیانیه سازمان آب:",
        "🔹\nاطلاعیه جدید سازمان آب :",
        "متن کامل بیانیه سازمان آب:",
        "بیانیه سازمان آب:\n🔹",  # signs alone are no end
        "بیانیه سازمان آب:\nبه نام خدا\n***",  # nor are they, or a greeting, a statement
    ],
)
def test_each_paragraph_below_the_heading_is_a_statement(heading: str) -> None:
    found = told(f"{heading}\n{FIRST}\n{SECOND}\n@roodab_news")
    assert found == [("سازمان آب", FIRST[:-1]), ("سازمان آب", SECOND[:-1])]


@pytest.mark.parametrize(
    "heading", ["پست فرهمند، ترجمه ماشین:", "پست فرهمند ترجمه ماشین:", "توییت جدید فرهمند:"]
)
def test_a_post_is_one_statement(heading: str) -> None:
    found = told(f"{heading}\n{FIRST}\n{SECOND}\n@roodab_news")
    assert found == [("فرهمند", f"{FIRST[:-1]}|{SECOND[:-1]}")]


@pytest.mark.parametrize(
    "heading",
    [
        "بیانیه سازمان آب منتشر شد:",  # a verb: it tells of the writing
        "بیانیه:",  # nobody's
        "نتایج سازمان آب:",  # no writing
        "پست دروازه‌بان:",  # where he plays
    ],
)
def test_a_line_that_tells_more_or_less_heads_no_writing(heading: str) -> None:
    rules = {s.because.statement for s in extract(f"{heading}\n{FIRST}\n{SECOND}").statements}
    assert "headed-writing" not in rules


def test_in_an_article_with_a_title_such_a_line_may_head_a_part_of_its_own() -> None:
    text = f"پیام وزیر راه:\n{FIRST}\nتیم ملی دیروز قهرمان شد."
    rules = {s.because.statement for s in extract(Article(text=text, title="قهرمانی")).statements}
    assert "headed-writing" not in rules


def test_a_writing_ends_in_front_of_the_channel_s_name() -> None:
    found = told(f"بیانیه سازمان آب:\n{FIRST}\n@roodab_news\n{SECOND}")
    assert found == [("سازمان آب", FIRST[:-1])]


def test_the_cue_is_the_heading_s_noun_and_stands_on_the_first_paragraph() -> None:
    found = extract(f"بیانیه سازمان آب:\n{FIRST}\n{SECOND}").statements
    assert [s.cue_text for s in found] == ["بیانیه", ""]


LABELLED = (
    "مجری:\nآب سد چقدر است؟\nرادمنش:\nآب سد امسال خیلی کم است.\n"
    "مجری:\nباران کی می‌آید؟\nرادمنش:\nباران تا یک ماه دیگر نمی‌آید.\nعلی رادمنش مهمان ما بود."
)


def test_labels_may_stand_in_lines_of_their_own() -> None:
    found = told(LABELLED)
    assert found[0] == ("علی رادمنش", "آب سد امسال خیلی کم است")
    assert found[1][1].startswith("باران تا یک ماه دیگر نمی‌آید")


def test_a_label_that_stands_once_ends_the_turn_before() -> None:
    text = (
        "رادمنش:\nآب سد امسال خیلی کم است.\nکاویان:\nباران تا یک ماه دیگر نمی‌آید.\n"
        "رادمنش:\nشیرها را شب‌ها می‌بندیم.\nرادمنش:\nاز همه می‌خواهم صرفه‌جویی کنند.\n"
        "علی رادمنش مهمان ما بود."
    )
    assert told(text)[0] == ("علی رادمنش", "آب سد امسال خیلی کم است")


@pytest.mark.parametrize("line", ["راه ما این است:", "اول:"])
def test_a_short_line_within_a_turn_does_not_end_it(line: str) -> None:
    text = (
        "رادمنش: آب سد امسال خیلی کم است.\nکاویان: باران تا یک ماه دیگر نمی‌آید.\n"
        f"رادمنش: چند کار باید بکنیم.\n{line}\nشیرها را شب‌ها باید ببندیم.\n"
        "کاویان: باران می‌آید و سد پر می‌شود.\nبهرام کاویان و علی رادمنش مهمان ما بودند."
    )
    assert any(content.endswith("شیرها را شب‌ها باید ببندیم") for _, content in told(text))


def test_a_letter_between_turns_is_told() -> None:
    letter = "متن نامه لیلا فرهمند به شرح زیر است:\nسد کوچک است و آب می‌خواهیم.\n"
    text = f"{LABELLED}\nبه گزارش نوا، نامه هم رسید.\n{letter}رادمنش:\nنامه را خواندم و خوشحال شدم."
    assert ("لیلا فرهمند", "سد کوچک است و آب می‌خواهیم") in told(text)


def test_turns_of_a_dialogue_are_not_told_again_as_a_letter_s_paragraphs() -> None:
    found = told(f"متن گفت‌وگوی لیلا فرهمند به شرح زیر است:\n{LABELLED}")
    contents = [content for _, content in found if content.startswith("آب سد امسال")]
    assert contents == ["آب سد امسال خیلی کم است"]


def test_a_line_with_a_verb_is_no_label() -> None:
    text = (
        "رادمنش: آب سد امسال خیلی کم است.\nهمسایه‌ها نمی‌دانند: باران تا یک ماه دیگر می‌آید.\n"
        "رادمنش: شیرها را شب‌ها باید ببندیم.\nرادمنش: باران تا یک ماه دیگر نمی‌آید.\n"
        "علی رادمنش مهمان ما بود."
    )
    labels = [s for s in extract(text).statements if s.because.statement == "label"]
    assert {s.speaker.name for s in labels} == {"علی رادمنش"}


@pytest.mark.parametrize(
    ("announced", "writer"),
    [
        ("در ادامه متن صحبت‌های لیلا فرهمند را می‌خوانید:", "لیلا فرهمند"),
        ("پیام انصراف باشگاه شاهین از لیگ به شرح زیر است:", "باشگاه شاهین"),
        # whom a letter criticises did not write it
        (
            "در نامه‌ای از استاندار رودآباد انتقاد شد. متن نامه به شرح زیر است:",
            None,
        ),
        ("متن بیانیه صادره از سوی سازمان آب به شرح زیر است:", "سازمان آب"),
        ("متن نامه منتشر شده توسط سازمان آب به شرح زیر است:", "سازمان آب"),
        ("متن استوری علی رادمنش به شرح زیر است:", "علی رادمنش"),
        # what is told of the writing is nobody; nor do its own words tell who wrote it
        ("در این نامه تصریح شده ورود وزارت آب به سد بد است. متن این نامه به شرح زیر است:", None),
    ],
)
def test_who_wrote_an_announced_text(announced: str, writer: str | None) -> None:
    last = told(f"{announced}\nکارگران ما رفتند و ما نیستیم.")[-1]
    assert last == (writer, "کارگران ما رفتند و ما نیستیم")


def test_a_guest_in_quotation_marks_answers() -> None:
    text = (
        "سایت جشنواره گفت‌وگویی کوتاه با «رودبانو» کارگردان مطرح انجام داده است:\n"
        "* خوشحال شدید؟\nخیلی خوشحال شدم و ممنونم.\n* باز می‌آیید؟\nبله، سال بعد می‌آیم."
    )
    assert {name for name, _ in told(text, "می‌آیم")} == {"رودبانو"}
