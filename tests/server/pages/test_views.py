"""What pages are made of, without a request: charts, topics, words, questions."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.datastructures import QueryParams

from gofteh.server.pages.asked import Asked, AskedError
from gofteh.server.pages.charts import shares, timeline
from gofteh.server.pages.language import Language, words_of
from gofteh.server.pages.topics import topics
from gofteh.store import OutletProfile

FA, EN = words_of(Language.FA), words_of(Language.EN)
DAYS = st.dates(dt.date(1990, 1, 1), dt.date(2030, 1, 1))


# --- charts


def test_the_first_year_of_a_timeline_has_its_label() -> None:
    days = [(dt.date(year, 7, 1), 1) for year in range(2015, 2024)]
    chart = timeline(days, EN)
    assert chart is not None and chart.yearly
    labels = [tick.label for tick in chart.axes.across]
    assert labels[0] == "2015" and len(labels) > 3


@given(st.lists(st.tuples(st.none() | DAYS, st.integers(1, 10_000)), max_size=60))
def test_a_timeline_counts_everything_once(days) -> None:
    for words in (FA, EN):
        chart = timeline(days, words)
        total = sum(count for day, count in days if day)
        if chart is None:
            assert not total
            continue
        assert sum(period.count for period in chart.periods) == total
        assert len(chart.bars) == sum(1 for period in chart.periods if period.count)
        for before, after in zip(chart.periods, chart.periods[1:], strict=False):
            assert before.until + dt.timedelta(days=1) == after.since
        for bar in chart.bars:
            assert 0 <= bar.x <= bar.x + bar.width <= chart.axes.width
            assert 0 <= bar.y <= chart.axes.base + 0.1


def test_time_runs_with_the_language() -> None:
    days = [(dt.date(2023, 4, 1), 1), (dt.date(2023, 8, 1), 2)]
    persian, english = timeline(days, FA), timeline(days, EN)
    assert persian.bars[0].x > persian.bars[1].x
    assert english.bars[0].x < english.bars[1].x
    assert [bar.label for bar in persian.bars] == ["فروردین ۱۴۰۲", "مرداد ۱۴۰۲"]
    assert [bar.label for bar in english.bars] == ["April 2023", "August 2023"]


def test_long_times_are_told_by_the_year() -> None:
    days = [(dt.date(2005, 4, 1), 1), (dt.date(2023, 8, 1), 2)]
    chart = timeline(days, FA)
    assert chart.yearly
    assert (chart.periods[0].label, chart.periods[-1].label) == ("۱۳۸۴", "۱۴۰۲")
    assert chart.periods[0].since == dt.date(2005, 3, 21)


def test_a_month_ends_where_the_next_begins_also_in_a_leap_year() -> None:
    chart = timeline([(dt.date(2021, 3, 20), 1), (dt.date(2021, 3, 21), 5)], FA)
    assert [(p.label, p.count) for p in chart.periods] == [("اسفند ۱۳۹۹", 1), ("فروردین ۱۴۰۰", 5)]


def test_days_that_no_newspaper_saw_are_unknown() -> None:
    days = [(dt.date(1, 1, 1), 3), (dt.date(2023, 4, 1), 1), (dt.date(3999, 12, 31), 2)]
    for words in (FA, EN):
        chart = timeline(days, words)
        assert sum(period.count for period in chart.periods) == 3
    assert timeline(days[:1], FA) is None


def test_shares_grow_from_the_names() -> None:
    outlet = OutletProfile("پگاه", 1, 10, 5, 1, ())
    persian, english = shares([outlet], FA).rows[0], shares([outlet], EN).rows[0]
    assert persian.direct.width == english.direct.width == pytest.approx(5 * english.unnamed.width)
    assert persian.direct.x + persian.direct.width == pytest.approx(
        persian.unnamed.x + persian.unnamed.width
    )
    assert english.direct.x == english.unnamed.x
    assert shares([], FA) is None


# --- topics


def test_topics_are_words_of_several_statements_as_they_are_spelt() -> None:
    contents = ["تحریم‌ها سخت بود و باید برود", "تحریم ها را باید برداشت", "لیلا آب آورد"]
    found = topics(contents, "لیلا فرهمند")
    assert (found[0].word, found[0].statements) == ("تحریم‌ها", 2)
    assert not {"باید", "لیلا", "بود"} & {topic.word for topic in found}


# --- questions


@given(
    st.lists(st.tuples(st.sampled_from("q who outlet kind manner act since".split()), st.text()))
)
def test_a_question_comes_back_from_its_own_address(pairs) -> None:
    asked = Asked.of(QueryParams(pairs))
    address = asked.address()
    assert Asked.of(QueryParams(address.partition("?")[2])) == asked
    for one in asked.filters():
        assert not Asked.of(QueryParams(one.without.partition("?")[2])).has(one.field, one.value)


def test_a_question_in_the_stores_words() -> None:
    query = Asked.of(
        QueryParams("since=1402/05&until=2023&confidence=0.5&outlet=a&outlet=b")
    ).query()
    assert (query.since, query.until) == (dt.date(2023, 7, 23), dt.date(2023, 12, 31))
    assert (query.min_confidence, query.outlets) == (0.5, ("a", "b"))
    with pytest.raises(AskedError) as error:
        Asked.of(QueryParams("confidence=nan")).query()
    assert error.value.field == "confidence"


# --- words


def test_days_by_both_calendars() -> None:
    day = dt.date(2023, 7, 23)
    assert (FA.day(day), FA.other_day(day)) == ("۱ مرداد ۱۴۰۲", "۲۳ ژوئیهٔ ۲۰۲۳".replace("ٔ", ""))
    assert (EN.day(day), EN.other_day(day)) == ("23 July 2023", "1 Mordad 1402")
    old = dt.date(500, 1, 1)
    assert FA.day(old)
    assert EN.other_day(old) == ""


def test_values_that_this_version_does_not_know_stay_as_they_are() -> None:
    for words in (FA, EN):
        assert words.kind("robot") == "robot"
        assert words.manner("sung") == "sung"
        assert words.act("whistle") == "whistle"
    assert FA.act("deny") == "تکذیب"


def test_a_message_escapes_what_is_put_into_its_markup() -> None:
    assert "<b>" in EN.say("nothing-without", name="<b>")  # plain: escaped by the template
    assert "<a " in EN.say("bad-query-do")
    assert EN.count("count", 1) == "1 statement"
    assert FA.count("count", 12_000) == "۱۲٬۰۰۰ گفته"


# --- reasons


@pytest.mark.parametrize(
    ("reason", "told"),
    [
        (
            "the same full name; the same office (شهردار سپیدار)",
            "همان نام کامل؛ همان سِمت (شهردار سپیدار)",
        ),
        ("a namesake: speaks of other things", "هم‌نام: سخن از موضوع‌های دیگر"),
        (
            "the same office (شهردار), its holder not known",
            "همان سِمت (شهردار)، دارنده‌اش شناخته نیست",
        ),
        (
            "of this surname, 82% speaks for لیلا فرهمند",
            "از دارندگان این نام خانوادگی، ۸۲٪ به سود لیلا فرهمند",
        ),
        ("of another version", "of another version"),
    ],
)
def test_reasons_of_the_linking_are_told_in_persian(reason: str, told: str) -> None:
    assert FA.reason(reason) == told
    assert EN.reason(reason) == reason
