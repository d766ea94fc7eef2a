"""Speakers and outlets of a store; the same on both databases."""

from __future__ import annotations

import datetime as dt

from gofteh.records import Article
from store.news import NEWS, put
from store.told import CANNOT, ENOUGH, SANCTIONS, contents


def test_speakers_are_one_under_every_spelling_of_a_name(store):
    other = Article(id="o", text="ليلا  فرهمند گفت: باران بارید.", published="2024-01-01")
    put(store, [*NEWS, other])
    (head,) = store.speakers("فرهمند").items
    assert (head.name, head.statements) == ("لیلا فرهمند", 4)
    profile = store.speaker(head.id)
    assert profile.days == (
        (dt.date(2023, 5, 1), 2),
        (dt.date(2023, 9, 1), 1),
        (dt.date(2024, 1, 1), 1),
    )
    assert dict(profile.outlets) == {"پگاه": 2, "کوی نو": 1}
    assert [role.role for role in profile.roles] == ["رئیس سازمان آب سپیدار"]
    assert profile.roles[0].first == dt.date(2023, 5, 1)
    assert set(contents(store, speaker=head.id)) == {CANNOT, SANCTIONS, ENOUGH, "باران بارید"}


def test_outlets_tell_whom_they_give_the_word(store):
    put(store, NEWS)
    first, second = store.outlets()
    assert (first.name, first.articles, first.statements) == ("پگاه", 2, 3)
    assert (first.direct, first.unnamed) == (3, 1)
    assert second.speakers[0].statements == 1
    assert {speaker.name for speaker in second.speakers} == {"الهام مشکاتی", "لیلا فرهمند"}


def test_the_head_of_a_speaker_is_that_of_the_profile(store):
    put(store, NEWS)
    for head in store.speakers().items:
        assert store.speaker_head(head.id) == store.speaker(head.id).head == head
    assert store.speaker_head("none") is None


def test_outlets_have_their_names(store):
    assert store.outlet_names() == ()
    put(store, NEWS)
    assert store.outlet_names() == ("پگاه", "کوی نو")
