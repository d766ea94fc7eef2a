"""Interviews: which paragraphs ask, who answers, and which lines are neither."""

import pytest

from gofteh.records import Article
from grammar import extract


def told(text: str, title: str | None = None) -> list[tuple[str | None, str]]:
    """The speaker and the words of each statement of a text; spans are joined by ``|``."""
    statements = extract(Article(text=text, title=title)).statements
    return [(s.speaker.name, "|".join(c.text for c in s.content)) for s in statements]


QUESTIONS = (
    "باران کی می‌آید؟\nباران تا یک ماه دیگر نمی‌آید.\n"
    "آب سد چقدر است؟\nآب سد امسال کم است.\n"
    "چه می‌کنید؟\nشیرها را شب‌ها می‌بندیم."
)
ANSWERS = ["باران تا یک ماه دیگر نمی‌آید", "آب سد امسال کم است", "شیرها را شب‌ها می‌بندیم"]


def test_a_headline_that_names_who_answers_makes_questions_an_interview() -> None:
    found = told(QUESTIONS, "لیلا فرهمند: آب کم است")
    assert found[1:] == [("لیلا فرهمند", answer) for answer in ANSWERS]


def test_without_a_guest_questions_are_no_interview() -> None:
    assert told(QUESTIONS, "پرسش‌های مردم درباره آب") == []


@pytest.mark.parametrize(
    "introduction",
    [
        "در گفت‌وگو با لیلا فرهمند از سد پرسیدیم.",
        "گفت‌وگوی لیلا فرهمند با روزنامه پگاه را می‌خوانید.",
        "با لیلا فرهمند درباره سد به گفت‌وگو نشستیم.",
        "لیلا فرهمند در گفت‌وگو با روزنامه پگاه به پرسش‌ها پاسخ داد.",
    ],
)
def test_the_guest_is_told_in_many_ways(introduction: str) -> None:
    found = told(f"{introduction}\n{QUESTIONS}")
    assert [f for f in found if f[1] in ANSWERS] == [("لیلا فرهمند", a) for a in ANSWERS]


def test_what_is_told_to_the_guest_is_no_answer() -> None:
    text = (
        f"در گفت‌وگو با لیلا فرهمند از سد پرسیدیم.\n{QUESTIONS}\n"
        "در این سال‌ها جایزه هم گرفتید.\nبله، جایزه را به کارگران دادم."
    )
    words = [what for _, what in told(text)]
    assert words == [*ANSWERS, "بله، جایزه را به کارگران دادم"]


def test_headings_within_an_answer_are_passed_over() -> None:
    text = (
        "در گفت‌وگو با لیلا فرهمند از سد پرسیدیم.\nآب سد چقدر است؟\nآب سد امسال کم است.\n"
        "همه باید صرفه‌جویی کنند\nما شیرها را می‌بندیم.\nچه می‌کنید؟\nمنتظر باران هستیم."
    )
    assert told(text) == [
        ("لیلا فرهمند", "آب سد امسال کم است|ما شیرها را می‌بندیم"),
        ("لیلا فرهمند", "منتظر باران هستیم"),
    ]


def test_labels_of_answers_stand_for_the_guest() -> None:
    text = (
        "در گفت‌وگو با لیلا فرهمند از سد پرسیدیم.\n"
        "سوال: آب سد چقدر است؟\nجواب: آب سد امسال کم است و باران نداریم.\n"
        "سوال: چه می‌کنید؟\nجواب: شیرها را شب‌ها می‌بندیم تا آب بماند."
    )
    assert [who for who, _ in told(text)] == ["لیلا فرهمند"] * 2


def test_claim_and_fact_are_no_speakers() -> None:
    text = (
        "ادعای اول: آب سد تمام شده است و شهر تشنه می‌ماند.\nواقعیت: نیمی از سد پر است و آب داریم.\n"
        "ادعای دوم: شیرها بسته شده است و آب نمی‌آید.\nواقعیت: شیرها باز است و آب می‌آید."
    )
    assert not {who for who, _ in told(text)} & {"ادعای اول", "ادعای دوم", "واقعیت"}


def test_where_only_the_guest_is_labelled_questions_are_not_his() -> None:
    text = (
        "نقش شما در این فیلم چه بود؟\nمریم دانشور: نقش مادر را بازی کردم و دوستش داشتم.\n"
        "چرا آن را پذیرفتید؟\nمریم دانشور: متن را خواندم و گریه کردم.\nکار بعدی چیست؟\n"
        "مریم دانشور: هنوز نمی‌دانم و فکر می‌کنم."
    )
    assert not any(what.endswith("؟") or "پذیرفتید" in what for _, what in told(text))


@pytest.mark.parametrize(
    "answer",
    ["بله، باران از شمال می‌آید.", "صدای آب همیشه به گوش می‌رسید.", "آب سد کم می‌نماید."],
)
def test_verbs_of_the_third_person_address_nobody(answer: str) -> None:
    text = f"در گفت‌وگو با لیلا فرهمند از سد پرسیدیم.\n{QUESTIONS}\nبعد چه؟\n{answer}"
    assert told(text)[-1] == ("لیلا فرهمند", answer.rstrip("."))
