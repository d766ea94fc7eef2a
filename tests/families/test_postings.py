"""Postings hold what a dictionary of lists would."""

from __future__ import annotations

from collections import defaultdict

from hypothesis import given
from hypothesis import strategies as st

from gofteh.families.postings import Postings

# Few keys, so that many of them are full, and keys of one hash (alike in their lower bits).
KEYS = st.one_of(
    st.integers(0, 5), st.integers(0, 4000).map(lambda n: n << 10), st.integers(0, 2**32 - 1)
)


@given(st.lists(st.sets(KEYS, max_size=8), max_size=60), st.integers(5, 9))
def test_under_each_key_stand_its_newest_numbers(added: list[set[int]], most: int) -> None:
    postings, plain = Postings(most), defaultdict[int, list[int]](list)
    for number, keys in enumerate(added):
        postings.add(number, keys)
        for key in keys:
            plain[key].append(number)
    for key, numbers in plain.items():
        assert sorted(postings.at(key)) == numbers[-most:]
    assert not postings.at(max(plain, default=0) + 1)


def test_a_table_that_has_grown_manyfold_loses_nothing() -> None:
    postings = Postings(8)
    for number in range(5000):
        postings.add(number, (number * 2654435761 % 2**32, number % 700, 7_000_000))
    for number in range(1, 5000):
        assert list(postings.at(number * 2654435761 % 2**32)) == [number]
    assert all(len(postings.at(key)) == 8 for key in range(1, 80))
    assert list(postings.at(7_000_000)) == list(range(4992, 5000))
