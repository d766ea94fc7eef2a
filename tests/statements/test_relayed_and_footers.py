"""Who passes on whose words; and the page's own words behind somebody's."""

import pytest

from gofteh.records import Article
from grammar import extract


def told(text: str, title: str | None = None) -> list[tuple[str | None, str, str]]:
    """The speaker, the cue and the words of each statement of a text; spans joined by ``|``."""
    statements = extract(Article(text=text, title=title)).statements
    return [(s.speaker.name, s.cue_text, "|".join(c.text for c in s.content)) for s in statements]


@pytest.mark.parametrize(
    "text",
    [
        "روزنامه پگاه به نقل از یک مقام اداره آب گزارش داد که سد پر است.",
        "روزنامه پگاه به نقل از یک مقام اداره آب نوشت سد پر است.",
    ],
)
def test_who_cites_and_who_is_cited_both_tell_it(text: str) -> None:
    found = told(text)
    assert [(who, what) for who, _, what in found] == [
        ("روزنامه پگاه", "سد پر است"),
        ("یک مقام اداره آب", "سد پر است"),
    ]
    assert found[1][1] == "به نقل از"


def test_one_who_cites_nobody_tells_it_alone() -> None:
    assert len(told("روزنامه پگاه گزارش داد که سد پر است.")) == 1


@pytest.mark.parametrize(
    ("behind", "kept"),
    [
        (" پایان پیام/", ""),
        (" انتهای خبر/ت ۱۲", ""),
        (" @AbNews", ""),
        (" 🆔 @Ab_News", ""),
        (" https://ab.example/news/12", ""),
        (" #سد_مهرکوه", ""),
        # words of the speech, not of the page
        (" پایان پیام ما این است که آب کم است.", "پایان پیام ما این است که آب کم است"),
    ],
)
def test_footers_in_the_line_are_no_content(behind: str, kept: str) -> None:
    (_, _, words), *_ = told(f"مدیر سد گفت: سد امسال پر است.{behind}")
    assert words == ("سد امسال پر است" if not kept else f"سد امسال پر است. {kept}")


def test_a_hashtag_within_a_sentence_is_a_word_of_it() -> None:
    assert told("مدیر سد گفت: #سد امسال پر است.")[0][2].endswith("سد امسال پر است")


@pytest.mark.parametrize("line", ["@AbNews", "📡 @AbNews", "https://t.me/AbNews/12", "Link"])
def test_lines_of_the_channel_end_a_post(line: str) -> None:
    text = f"مدیر سد نوشت:\nسد امسال پر است.\nمردم نگران نباشند.\n{line}"
    assert not any("News" in what or "Link" in what for _, _, what in told(text))


@pytest.mark.parametrize("verb", ["پیش‌بینی می‌شود", "تخمین زده می‌شود", "برآورد شده است"])
def test_a_prediction_of_nobody_is_no_statement(verb: str) -> None:
    assert told(f"{verb} که باران تا یک ماه دیگر نیاید.") == []


def test_a_prediction_of_somebody_is_a_statement() -> None:
    text = "سازمان هواشناسی پیش‌بینی کرد که باران تا یک ماه دیگر نیاید."
    assert [who for who, *_ in told(text)] == ["سازمان هواشناسی"]


def test_a_clause_in_the_first_person_goes_on_over_its_sentences() -> None:
    text = "لیلا فرهمند گفت که ما نگران سد هستیم. ما آب را هدر نمی‌دهیم. باران دیروز هم نیامد."
    assert told(text)[0][2] == "ما نگران سد هستیم. ما آب را هدر نمی‌دهیم"


def test_an_aside_between_dashes_ends_with_its_dash() -> None:
    text = "این سد - که گفته می‌شود پیرترین سد شهر است - امسال پر خواهد شد."
    assert told(text)[0][2] == "پیرترین سد شهر است"


@pytest.mark.parametrize("glued", ["می‌گویددر", "می گویددر"])
def test_a_verb_run_onto_the_word_behind_it_is_a_cue(glued: str) -> None:
    ((who, _, what),) = told(f"مدیر سد {glued} مهرکوه سد پر است.")
    assert (who, what) == ("مدیر سد", "در مهرکوه سد پر است")


@pytest.mark.parametrize("words", ["@AbNews", "«» @AbNews", ". @AbNews", "پایان پیام/"])
def test_footers_alone_are_nothing_said(words: str) -> None:
    assert told(f"مدیر سد گفت: {words}") == []


def test_an_address_of_mail_is_a_word_of_the_speech() -> None:
    assert told("مدیر سد گفت: نشانی ما این است sad@ab.example")[0][2].endswith("sad@ab.example")


def test_a_dash_of_a_list_opens_no_aside() -> None:
    text = "- مدیر سد گفت که سد پر است - این سد قدیمی است - و آب هست."
    assert told(text)[0][2] == "سد پر است - این سد قدیمی است - و آب هست"
