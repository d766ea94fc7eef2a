"""What holds of every repair of every text, at each level."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from itertools import islice, pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import gofteh
from gofteh.read import ReadOptions, read_articles

LEVELS = ("characters", "spacing", "spelling")
gofteh.repair("گرم", "spelling")  # reads the models, so that no example is timed with that
STEPS = tuple(pairwise(LEVELS))

# What news text is made of, whole and broken: words that are split and glued, every sort of
# half-space and space, letters and digits of three scripts, marks, quotations.
DAMAGED = [
    *"کتاب کتابها خانه می نمی شود رود میشود ها های تر ترین اند ام ای رفته گفت و گو".split(),
    *"در درسال اظهارداشت نا بود تنها میدان بهار كتاب علي مي خانة خانهٔ مسئول".split(),
    *"واقعاً نتواست القانوي".split(),
    *"\u200c\u00a0\u00ad\u00ac\u200b\u200e\u200f\u202b\u202c\ufeff",
    "\u200c\u200c",
    *[" ", " ", " ", "  ", "\n", "\r\n", "\t", "\u2028"],
    *"، ؛ ؟ . , ; ? : ! ... … « » \" “ ” ' ( ) [ ] - – / * # _ | < > ( ﴿ ﴾".split(),
    *"۱۲ ٤٥ 12 3.5 ۳٫۵ ٪ % ۱۴۰۲/۰۱/۰۲ ـ ـــ \ufefb \ufeb3 ﷺ ﷼ إِيَّاكَ".split(),
]
KEPT = [
    "https://example.ir/كتاب/مي-شود?a=1,2&b=۳",
    "http://example.com/a_(b)",
    "www.example.com/fa/12",
    "daftar.12@example.ir",
    "@sepideh_12",
    "#می_رویم",
    "iPhone",
    "COVID-19",
    "IR712",
    "3.5",
    "1,250,000",
    "2024-03-21",
    "18:45",
    "192.168.10.1",
    "👨\u200d👩\u200d👧\u200d👦",
    "❤\ufe0f",
    "👏🏽",
    "🇹🇯",
    "1\ufe0f\u20e3",
    "ﷺ",
]
WORDS = "کتاب كتاب خانه علي مي شود میشود ها کتابها درسال تر نا بود تنها گفت و آب خانهٔ واقعاً".split()

damaged = st.lists(st.sampled_from([*DAMAGED, *KEPT]), max_size=25).map("".join)
spaced_out = st.lists(st.sampled_from([*DAMAGED, *KEPT]), max_size=25).map(" ".join)
anything = st.text(max_size=60)
surrogates_too = st.text(st.characters(exclude_categories=()), max_size=20)
texts = st.one_of(damaged, spaced_out, anything, surrogates_too)
levels = st.sampled_from(LEVELS)
at_each_level = pytest.mark.parametrize("level", LEVELS)


def to_raw(result: Any, start: int, end: int) -> tuple[int, int]:
    """Return where a span of the repaired text stands in the raw one."""
    span: tuple[int, int] = result.to_raw((start, end))
    return span


def to_repaired(result: Any, start: int, end: int) -> tuple[int, int]:
    """Return where a span of the raw text stands in the repaired one."""
    span: tuple[int, int] = result.to_repaired((start, end))
    return span


def applied(raw: str, edits: Any) -> str:
    parts, done = [], 0
    for edit in edits:
        parts += [raw[done : edit.start], edit.after]
        done = edit.end
    return "".join([*parts, raw[done:]])


def untouched(raw: str, edits: Any) -> Iterator[tuple[int, int, int]]:
    """Yield the raw spans between edits, not empty, with where each begins in the repaired."""
    done = shift = 0
    for edit in edits:
        if done < edit.start:
            yield done, edit.start, done + shift
        shift += len(edit.after) - len(edit.before)
        done = edit.end
    if done < len(raw):
        yield done, len(raw), done + shift


def check_edits(raw: str, result: Any) -> None:
    edge = (0, -1)  # no two edits share a place, not even two insertions
    for edit in result.edits:
        assert edge[1] <= edit.start <= edit.end <= len(raw)
        assert (edit.start, edit.end) != edge
        assert raw[edit.start : edit.end] == edit.before != edit.after
        assert edit.kind
        assert 0 <= edit.confidence <= 1
        edge = (edit.start, edit.end)
    assert applied(raw, result.edits) == result.text


def check_untouched(raw: str, result: Any) -> None:
    for start, end, there in untouched(raw, result.edits):
        span = (there, there + end - start)
        assert result.text[slice(*span)] == raw[start:end]
        assert to_repaired(result, start, end) == span
        assert to_raw(result, *span) == (start, end)


# --- edits ----------------------------------------------------------------------------


@at_each_level
@given(raw=texts)
def test_edits_are_sorted_disjoint_and_tell_the_whole_change(level: str, raw: str) -> None:
    check_edits(raw, gofteh.repair(raw, level=level))


@at_each_level
@given(raw=texts)
def test_repairing_again_changes_nothing(level: str, raw: str) -> None:
    once = gofteh.repair(raw, level=level).text
    again = gofteh.repair(once, level=level)
    assert again.text == once
    assert list(again.edits) == []


@pytest.mark.parametrize(("safe", "bold"), STEPS)
@given(raw=texts)
def test_a_bolder_level_contains_the_safer_one(safe: str, bold: str, raw: str) -> None:
    few, more = gofteh.repair(raw, level=safe).edits, list(gofteh.repair(raw, level=bold).edits)
    starts = [edit.start for edit in more]
    for edit in few:
        reach = more[: bisect_right(starts, edit.start)][-2:]
        assert any(edit.end <= wider.end for wider in reach), f"{edit} is lost at {bold}"


# --- offsets --------------------------------------------------------------------------


@at_each_level
@given(raw=texts)
def test_what_no_edit_touches_maps_exactly_and_back(level: str, raw: str) -> None:
    check_untouched(raw, gofteh.repair(raw, level=level))


@given(raw=texts, level=levels, data=st.data())
def test_a_part_of_what_is_untouched_maps_exactly_and_back(
    raw: str, level: str, data: st.DataObject
) -> None:
    result = gofteh.repair(raw, level=level)
    for start, end, there in untouched(raw, result.edits):
        first = data.draw(st.integers(start, end - 1))
        last = data.draw(st.integers(first + 1, end))
        span = (first - start + there, last - start + there)
        assert to_repaired(result, first, last) == span
        assert to_raw(result, *span) == (first, last)


@given(raw=texts, level=levels, data=st.data())
def test_maps_stay_in_bounds_and_in_order(raw: str, level: str, data: st.DataObject) -> None:
    result = gofteh.repair(raw, level=level)
    for move, here, there in (
        (to_repaired, len(raw), len(result.text)),
        (to_raw, len(result.text), len(raw)),
    ):
        a, b, c, d = sorted(data.draw(st.tuples(*[st.integers(0, here)] * 4)))
        outer, inner = move(result, a, d), move(result, b, c)
        first, second = move(result, a, c), move(result, b, d)
        for start, end in (move(result, 0, here), outer, inner, first, second):
            assert 0 <= start <= end <= there
        assert outer[0] <= inner[0]
        assert inner[1] <= outer[1] or b == c  # an empty span may stand at either side of an edit
        assert first[0] <= second[0]
        assert first[1] <= second[1] or b == d  # as above


@at_each_level
def test_nothing_comes_of_nothing(level: str) -> None:
    result = gofteh.repair("", level=level)
    assert (result.text, list(result.edits)) == ("", [])
    assert to_raw(result, 0, 0) == to_repaired(result, 0, 0) == (0, 0)


# --- what must stay -------------------------------------------------------------------


@given(
    raw=st.lists(st.sampled_from(DAMAGED), max_size=8).map(" ".join),
    more=st.lists(st.sampled_from(DAMAGED), max_size=8).map(" ".join),
    kept=st.sampled_from(KEPT),
    level=levels,
)
def test_addresses_latin_numbers_and_emoji_are_not_touched(
    raw: str, more: str, kept: str, level: str
) -> None:
    start, end = len(raw) + 1, len(raw) + 1 + len(kept)
    for edit in gofteh.repair(f"{raw} {kept} {more}", level=level).edits:
        assert edit.end <= start or end <= edit.start, edit


@given(raw=texts, level=levels)
def test_digits_keep_their_values_and_latin_letters_their_order(raw: str, level: str) -> None:
    text = gofteh.repair(raw, level=level).text
    assert values(text) == values(raw)
    assert latin(text) == latin(raw)


@given(raw=texts, level=levels)
def test_line_breaks_stay(raw: str, level: str) -> None:
    text = gofteh.repair(raw, level=level).text
    assert text.count("\n") == raw.count("\n")


@given(raw=texts)
def test_spacing_changes_no_letter(raw: str) -> None:
    characters, spacing = (gofteh.repair(raw, level=level).text for level in LEVELS[:2])
    assert letters(spacing) == letters(characters)


@given(words=st.lists(st.sampled_from(WORDS), min_size=1, max_size=15))
def test_characters_leave_the_words_of_a_line_apart(words: list[str]) -> None:
    text = gofteh.repair(" ".join(words), level="characters").text
    assert [len(word) for word in text.split(" ")] == [len(word) for word in words]


def values(text: str) -> list[int]:
    return [unicodedata.decimal(char) for char in text if char.isdecimal()]


def latin(text: str) -> str:
    return "".join(char for char in text if char.isascii() and char.isalpha())


def letters(text: str) -> str:
    return "".join(char for char in text if char.isalnum())


# --- real text ------------------------------------------------------------------------


# Both take every so manieth article, from all outlets: the whole corpus takes minutes.
_NTH = {"offsets": 10, "laws": 50}


@pytest.mark.slow
def test_the_offset_laws_hold_of_real_articles(shared: Path) -> None:
    """At the boldest level, whose edits are made of those of all levels."""
    for raw in real(shared, "offsets"):
        result = gofteh.repair(raw, level="spelling")
        check_edits(raw, result)
        check_untouched(raw, result)


@pytest.mark.slow
@at_each_level
def test_every_law_holds_of_real_articles(level: str, shared: Path) -> None:
    for raw in real(shared, "laws"):
        result = gofteh.repair(raw, level=level)
        check_edits(raw, result)
        check_untouched(raw, result)
        assert values(result.text) == values(raw)
        assert latin(result.text) == latin(raw)
        assert not list(gofteh.repair(result.text, level=level).edits)


def real(shared: Path, which: str) -> list[str]:
    """Texts of the corpus, of all its outlets."""
    articles = read_articles([str(shared / "corpus")], options=ReadOptions())
    found = [article.text for article in islice(articles, 0, None, _NTH[which])]  # type: ignore[union-attr]
    assert len(found) > 250
    return found
