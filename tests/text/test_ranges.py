"""What lies near some tokens is found, in its order, whatever else is there."""

from hypothesis import given
from hypothesis import strategies as st

from gofteh.text.ranges import RangeIndex
from gofteh.text.tokens import Range

TOKENS = st.integers(0, 400)
RANGES = st.tuples(TOKENS, st.integers(0, 90)).map(lambda pair: Range(pair[0], sum(pair)))


def touch(one: Range, other: Range) -> bool:
    return max(one.start, other.start) < min(one.end, other.end)


def own(one: Range) -> tuple[Range]:
    return (one,)


@given(st.lists(RANGES), st.lists(RANGES, min_size=1))
def test_all_that_touch_are_found_in_their_order(things: list[Range], asked: list[Range]) -> None:
    found = RangeIndex(things, own).near(*asked)
    touching = [one for one in things if any(touch(one, other) for other in asked)]
    assert [one for one in found if one in touching] == touching
    assert [one for one in things if one in found] == found


@given(st.lists(RANGES, max_size=9), RANGES)
def test_what_is_added_later_comes_behind(things: list[Range], last: Range) -> None:
    index = RangeIndex(things, own)
    index.add(last)
    assert len(index) == len(things) + 1
    assert index.near(last)[-1] == last


def test_of_many_only_those_near_are_looked_at() -> None:
    index = RangeIndex([Range(k, k + 3) for k in range(0, 100_000, 10)], own)
    assert len(index.near(Range(50_000, 50_001))) < 20


def test_an_empty_range_is_where_the_token_behind_it_is() -> None:
    index = RangeIndex([Range(5, 9), Range(500, 500)], own)
    assert index.near(Range(7, 7)) == [Range(5, 9)]
    assert index.near(Range(499, 501)) == [Range(500, 500)]
