"""Feeds and other inputs that cost more than they are worth are refused, and the rest is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from attack.feed import HOSTILE, feed
from attack.poison import POISON, read
from gofteh.read.errors import ReadError
from gofteh.read.feeds import read_feed
from gofteh.read.guard import refuse_monsters, tame

READ, REFUSED = "read", "too-complex"


@pytest.mark.parametrize("name", ["attributes in a tag", "attributes in an entry", "namespaces"])
def test_a_feed_of_endless_attributes_is_refused_before_it_is_parsed(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def parse(_data: bytes) -> None:
        raise AssertionError("the parser was given it")

    monkeypatch.setattr("fastfeedparser.parse", parse)
    with pytest.raises(ReadError) as refused:
        list(read_feed(HOSTILE[name](2000), "feed"))
    assert refused.value.code == REFUSED


@pytest.mark.parametrize("name", HOSTILE)
def test_every_hostile_feed_comes_to_an_end(name: str) -> None:
    try:
        list(read_feed(HOSTILE[name](3000), "feed"))
    except ReadError as error:
        assert error.code in (REFUSED, "empty", "not-a-feed")


def test_a_feed_of_many_attributes_in_all_is_refused() -> None:
    many = " ".join(f'a{number}=""' for number in range(90))
    refuse_monsters(f"<rss>{f'<b {many}/>' * 1000}</rss>")
    with pytest.raises(ReadError):
        refuse_monsters(f"<rss>{f'<b {many}/>' * 3000}</rss>")


def test_honest_feeds_are_read_whatever_their_texts_hold() -> None:
    text = "<![CDATA[" + '<p a="1" b="2">لیلا فرهمند گفت: سد پر است.</p>' * 200 + "]]>"
    inside = f"<item><title>یک</title><description>{text}</description></item>"
    assert len(list(read_feed(feed(inside), "feed"))) == 2


EXPECTED = {
    "nul_line": ["bad-json", READ],
    "odd_dates": [READ, "bad-cell", READ],
    "repeated_cell": [READ] * 60,
    "long_cell": ["too-large", READ],
    "million_marks": [READ],
    "unclosed_ends": [READ],
}


@pytest.mark.parametrize("name", EXPECTED)
def test_poison_is_told_and_the_rest_is_read(tmp_path: Path, name: str) -> None:
    assert read(POISON[name](tmp_path)) == EXPECTED[name]


def test_depth_is_refused_from_one_level_on(tmp_path: Path) -> None:
    told = read(POISON["deep_lines"](tmp_path))
    # The record itself is a level: 199 more are read.
    assert told[:20] == [READ] * 10 + ["too-deep"] * 10
    assert told[20:] == ["too-deep"] * 21 + [READ]


def test_links_out_of_a_folder_and_loops_are_told(tmp_path: Path) -> None:
    told = read(POISON["links"](tmp_path))
    assert sorted(told) == ["cannot-open", "link-outside", "link-outside", READ, READ]


def test_tags_that_never_end_are_looked_for_once() -> None:
    """Work is counted, not seconds: so many starts of tags, each looked at once at most."""
    from gofteh.read import guard

    class Counting:
        looked = 0

        def match(self, *args: object) -> object:
            Counting.looked += 1
            return pattern.match(*args)  # type: ignore[arg-type]

    pattern = guard._TAG
    guard._TAG = Counting()  # type: ignore[assignment]
    try:
        assert tame("<p>x" + "</a " * 5000).startswith("<p>x")
    finally:
        guard._TAG = pattern
    assert Counting.looked <= 3
