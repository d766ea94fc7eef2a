"""``او`` within somebody's own words, and who goes on where nobody is named."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from gofteh.lexicon.acts import Act
from gofteh.pipeline import STAGES, reading_of, run, with_choice
from gofteh.records import Article, Manner
from gofteh.statements.drafts import Draft, trim
from gofteh.statements.findings import Findings
from gofteh.statements.proposed import WITHOUT_CUE
from grammar import extract


def told(text: str) -> list[tuple[str | None, str]]:
    return [(s.speaker.name, s.content_text) for s in extract(text).statements]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("با علی رادمنش صحبت کردم و او گفت دریچه‌ها باز شد.", "علی رادمنش"),
        ("دکتر رادمنش را دیدم و ایشان گفتند که دریچه‌ها باز شد.", "رادمنش"),
        # whoever was quoted last goes on
        (
            "علی رادمنش به من گفت که سد پر است. بعد او گفت که دریچه‌ها باز شد.",
            "علی رادمنش",
        ),
        # … unless somebody else was told of since, outside what he said
        (
            "علی رادمنش گفته بود سد خالی است ولی بهرام کاویان را دیدم و او گفت دریچه‌ها باز شد.",
            "بهرام کاویان",
        ),
        # a title's name ends in front of what is told of him
        ("آقای رادمنش بسیار مهربان است و او گفت دریچه‌ها باز شد.", "رادمنش"),
        ("آقای علی رادمنش خیلی زحمت کشید و او گفت دریچه‌ها باز شد.", "علی رادمنش"),
    ],
)
def test_he_within_a_speech_is_of_whom_it_tells(text: str, quoted: str) -> None:
    last = told(f"لیلا فرهمند گفت: {text}")[-1]
    assert last == (quoted, "دریچه‌ها باز شد")


@pytest.mark.parametrize(
    "text",
    [
        # a clause is the reporter's: the pronoun may mean who speaks
        "لیلا فرهمند گفت که علی رادمنش سد را ساخت و او گفت که سد پر است.",
        # nobody else is told of
        "لیلا فرهمند گفت: آب کم شد و او گفت که سد پر است.",
    ],
)
def test_he_is_the_speaker_in_a_clause_or_where_nobody_else_is_told_of(text: str) -> None:
    assert {name for name, _ in told(text)} == {"لیلا فرهمند"}


def test_an_office_that_nobody_has_spoken_from_is_not_whom_he_means() -> None:
    text = "لیلا فرهمند گفت: نگهبان دریچه‌ها خواب بود و او گفت که سد پر است."
    assert told(text)[-1][0] == "لیلا فرهمند"


@pytest.mark.parametrize(
    "asked",
    [
        "قاضی رودسفید از علی رادمنش خواست که به جایگاه بیاید.",
        "قاضی رودسفید گفت: نوبت علی رادمنش است که به جایگاه بیاید.",
        "قاضی رودسفید گفت: من به علی رادمنش گفتم راست بگو.",
        "قاضی رودسفید گفت: به نظر ما علی رادمنش گناهکار است.",
    ],
)
def test_whom_an_office_speaks_of_is_not_its_bearer(asked: str) -> None:
    names = [name for name, _ in told(f"{asked}\nعلی رادمنش گفت: بی‌گناهم و سند دارم.")]
    assert (names[0], names[-1]) == ("قاضی رودسفید", "علی رادمنش")


@pytest.mark.parametrize(
    ("told_of", "name"),
    [
        ("جوان ۲۰ ساله دستگیر شد", "علی جوان"),
        ("کارگر ایرانی نجات یافت", "علی ایرانی"),
        ("قیمت جهانی بالا رفت", "رضا جهانی"),
    ],
)
def test_a_surname_that_is_a_word_is_not_spoken_of(told_of: str, name: str) -> None:
    text = f"فرمانده پلیس رودآباد گفت: {told_of}.\nسرهنگ {name} افزود: کار ادامه دارد."
    assert [who for who, _ in told(text)] == [name, name]


def test_an_office_that_tells_its_own_name_is_its_bearer_s() -> None:
    text = "شهردار سپیدار گفت: من، علی رادمنش، قول می‌دهم آب بیاید.\nعلی رادمنش گفت: آب آمد."
    assert [who for who, _ in told(text)] == ["علی رادمنش", "علی رادمنش"]


def test_a_paragraph_without_a_cue_goes_on_with_the_last_one_without() -> None:
    letter = "متن نامه لیلا فرهمند به شرح زیر است:\nآب سد امسال کم است.\nشیرها را می‌بندیم."
    text = f"{letter}\nعلی رادمنش گفت: باران می‌آید.\nاز همه می‌خواهم صرفه‌جویی کنند."

    def also_the_last(findings: Findings, drafts: Sequence[Draft]) -> list[Draft]:
        layout = findings.layout
        last = layout.paragraphs[-1]
        content = (trim(layout, last.start, last.end),)
        further = Draft(
            content=content, cue=(), source=None, rule=WITHOUT_CUE, manner=Manner.DIRECT,
            act=Act.SAY, lemma=None, paragraph=len(layout.paragraphs) - 1,
        )  # fmt: skip
        return [*(d for d in drafts if d.content != content), further]

    reading = reading_of(run(with_choice(STAGES, also_the_last), Article(text=text)))
    names = [s.speaker.name for s in reading.statements]
    assert names == ["لیلا فرهمند", "لیلا فرهمند", "علی رادمنش", "لیلا فرهمند"]


def test_who_opens_a_message_of_his_own_goes_on_with_it() -> None:
    text = (
        "متن نامه لیلا فرهمند به شرح زیر است:\nآب سد امسال کم است.\nشیرها را می‌بندیم.\n"
        "به گزارش خبرنگار ما، علی رادمنش به خبرنگاران گفت که باران می‌آید.\nو در پیامی نوشت:\n"
        "آب کم است و ما نگرانیم.\nشیرها بسته است و ما کار می‌کنیم."
    )
    names = [name for name, _ in told(text)]
    assert names == ["لیلا فرهمند"] * 2 + ["علی رادمنش"] * 3


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # an adverb that is a surname behind a given name, a title, or in front of an office
        ("کیان زمانی گفت: سد پر است.", "کیان زمانی"),
        ("دکتر زمانی گفت: سد پر است.", "زمانی"),
        ("زمانی، رئیس اداره آب سرخاب گفت: سد پر است.", "زمانی"),
        ("زمانی که سد پر شد، لیلا فرهمند گفت: سد پر است.", "لیلا فرهمند"),
        ("به گفته زمانی، رئیس اداره آب، سد پر است.", "زمانی"),
        ("مریم زمانی که رسید گفت: سد پر است.", "مریم"),
        # a title run together with the word behind it
        ("حجت‌الاسلام‌و المسلمین علی رادزاده گفت: سد پر است.", "علی رادزاده"),
        ("حجت‌الاسلام‌والمسلمین علی رادزاده گفت: سد پر است.", "علی رادزاده"),
        ("حجت السلام و المسلمین رادزاده گفت: سد پر است.", "رادزاده"),  # a common slip
        # what somebody said stands for him
        ("اظهارات علی رادزاده حاکی است که سد پر است.", "علی رادزاده"),
        ("سخنان شهردار سپیدار حاکی است که سد پر است.", "شهردار سپیدار"),
    ],
)
def test_names_behind_adverbs_titles_and_words_for_speech(text: str, name: str) -> None:
    assert told(text) == [(name, "سد پر است")]


def test_a_year_alone_is_nobody() -> None:
    names = [s.speaker.name for s in extract("بر اساس داده‌های ۲۰۲۴، سد پر است.").statements]
    assert "۲۰۲۴" not in names
