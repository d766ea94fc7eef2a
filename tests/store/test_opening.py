"""How a store is opened, again, anew, or not at all."""

from __future__ import annotations

import pytest

from gofteh.store import CorrectionKind, StoreError, open_store, sqlite
from store.news import NEWS, put
from store.told import CANNOT, contents, the


def test_a_store_opens_again_as_it_was(place):
    with open_store(place) as store:
        put(store, NEWS)
    with open_store(place) as store:
        assert len(contents(store)) == 5


def test_an_index_of_older_terms_is_made_anew(place):
    with open_store(place) as store:
        put(store, NEWS)
        store.correct(the(store, "پاییز").statement.id, CorrectionKind.NOT_A_STATEMENT)
        store.db.rows("UPDATE meta SET value = '0' WHERE name = 'terms'")
        from gofteh.store.database import Index

        for index in Index:
            store.db.clear(index)
    with open_store(place) as store:
        assert len(contents(store)) == 4
        assert contents(store, "نمی توانیم") == [CANNOT]


def test_a_newer_database_is_left_alone(place):
    with open_store(place) as store:
        if place.startswith("postgresql"):
            store.db.rows("UPDATE meta SET value = '99' WHERE name = 'schema'")
        else:
            store.db.rows("PRAGMA user_version = 99")
    with pytest.raises(StoreError, match="Update gofteh"):
        open_store(place)


def test_places_that_cannot_be_opened_say_what_to_do(tmp_path):
    with pytest.raises(StoreError, match="Make it first"):
        open_store(str(tmp_path / "missing" / "x.db"))
    wrong = tmp_path / "no.db"
    wrong.write_bytes(b"this is no database, but long enough to be read as one" * 20)
    with pytest.raises(StoreError, match="cannot be opened"):
        open_store(str(wrong))
    with pytest.raises(StoreError, match="cannot connect"):
        open_store("postgresql://nobody@127.0.0.1:1/nothing")


def test_a_database_that_another_keeps_is_told_of(tmp_path, monkeypatch):
    monkeypatch.setitem(sqlite._CONNECT, "timeout", 0.01)
    path = str(tmp_path / "n.db")
    with open_store(path) as one, open_store(path) as other, one.db.writing():
        with pytest.raises(StoreError, match="who else is writing"):
            put(other, NEWS)
        assert contents(other) == []


def test_a_mark_tells_of_every_change_by_others(place):
    with open_store(place) as watching, open_store(place) as other:
        seen = watching.state()
        assert watching.state() == seen
        put(other, NEWS)
        stored = watching.state()
        assert stored != seen
        assert len(contents(other)) == 5
        assert watching.state() == stored  # reading changes nothing
        other.forget(["bus"])
        assert watching.state() != stored
