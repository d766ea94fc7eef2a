"""Did you mean: slips of a query mended with the store's own words and names, on both databases."""

from __future__ import annotations

import pytest

from gofteh.store import Query, open_store
from store.news import NEWS, put

SLIPS = {
    "اتوبیس": "اتوبوس",  # another letter
    "تحرریم": "تحریم‌های",  # one too many; told as the store spells it
    "صپیدار": "سپیدار",  # of one sound
    "فرهمدن": "فرهمند",  # two exchanged, in a name
    "پاییزکافی": "پاییز کافی",  # no space
    "smdnhv": "سپیدار",  # the other keyboard
    "«نمی‌طوانیم» خالی": "«نمی‌توانیم» خالی",  # within a phrase; the rest stays
    "اتوبیس یا پاییذ": "اتوبوس یا پاییز",
}


def test_slips_are_mended_with_what_the_store_has(store) -> None:
    put(store, NEWS)
    found = {typed: store.meant(Query(typed)) for typed in SLIPS}
    assert {typed: meant and meant.words for typed, meant in found.items()} == SLIPS
    meant = store.meant(Query(speaker_name="فرحمند", words="سد"))
    assert (meant.words, meant.speaker_name) == ("سد", "فرهمند")
    assert store.meant(Query("رودحانه"), articles=True).words == "رودخانه"


@pytest.mark.parametrize("typed", ["سد", "سیمرغ", "", "یا", "OR", "سپیدار", "ا" * 900])
def test_what_is_right_or_like_nothing_stays(typed, tmp_path) -> None:
    with open_store(str(tmp_path / "news.db")) as store:
        put(store, NEWS)
        assert store.meant(Query(typed)) is None


def test_a_mended_query_that_finds_nothing_is_not_offered(tmp_path) -> None:
    with open_store(str(tmp_path / "news.db")) as store:
        put(store, NEWS)
        assert store.meant(Query("اتوبیس", outlets=("پگاه",))) is None
