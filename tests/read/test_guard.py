"""Pages made to be slow: they are read, or refused, in bounded time."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gofteh.read.errors import ReadError
from gofteh.read.guard import tame
from gofteh.read.pages import read_page

from .conftest import DATA, SENTENCE

MANY = 60_000


@pytest.mark.parametrize("name", ["agency", "club", "bare", "script_only"])
def test_an_honest_page_passes_unchanged(name: str) -> None:
    markup = (DATA / f"{name}.html").read_text("utf-8")
    assert tame(markup) is markup


# Without the guard each of these takes minutes to hours, or gigabytes.
@pytest.mark.parametrize(
    "markup",
    [
        "<div>" * MANY,
        "<ul><li>" * MANY,
        "<form><div></form>" * (MANY // 2),
        "<a><b><i><p>" * (MANY // 2),
        "".join(f"<font color={n}>" for n in range(900)) + "<p>" * MANY,
        "<p " + " ".join(f"a{n}=1" for n in range(4 * MANY)) + ">",
        '<a x="' * MANY + '">',
        "<!>" * MANY,
        "<table><tr><td>" * MANY,
    ],
)
def test_hostile_markup_leaves_the_text_readable(markup: str) -> None:
    assert read_page((markup + SENTENCE).encode()).text == SENTENCE


@pytest.mark.parametrize("markup", ["<" * MANY, '<p x="' * 3, "<!--" * 9, "<script>" * 9, "</" * 9])
def test_markup_without_an_end_is_survived(markup: str) -> None:
    assert tame(markup) == markup


def test_a_page_of_too_many_tags_is_refused() -> None:
    with pytest.raises(ReadError) as error:
        tame("<p>x" * 300_000)
    assert error.value.code == "too-complex"


def test_a_page_of_ten_megabytes_is_read() -> None:
    lines = [f"{SENTENCE} {number}" for number in range(70_000)]
    markup = "<div><p>" + "</p><p>".join(lines) + "</p></div>"
    assert len(markup.encode()) > 10_000_000
    assert read_page(markup.encode()).text.split("\n") == lines


@given(st.text(alphabet="<>/!-abp= \"'x", max_size=200))
def test_only_tags_are_taken(markup: str) -> None:
    assert tame(markup) == markup  # within the limits nothing changes


def test_deep_nesting_is_flattened_with_its_end_tags() -> None:
    tamed = tame("<div>" * 900 + "x" + "</div>" * 900)
    assert tamed.count("<div>") == tamed.count("</div>") == 500
