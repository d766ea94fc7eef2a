"""Stores are lent, a few at once; queries end in time."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from gofteh.server.errors import Problem
from gofteh.server.stores import Stores
from gofteh.store import Query, QueryError, Store, StoreError, TooLongError

from .conftest import API, Serving, error_of


def test_a_store_comes_back_and_is_lent_again(tmp_path: Path) -> None:
    stores = Stores(str(tmp_path / "s.db"), 0.05)
    with stores.lend() as first, stores.lend() as second:
        assert first is not second
    with stores.lend() as third:
        assert third in (first, second)
    stores.close()
    with pytest.raises(Exception, match="closed"):
        third.outlets()
    with pytest.raises(Problem), stores.lend():
        pass


def test_a_store_that_failed_is_not_lent_again(tmp_path: Path) -> None:
    stores = Stores(str(tmp_path / "s.db"), 0.05)
    with stores.lend() as first, pytest.raises(QueryError):
        first.search(Query("x"), cursor="none")
    with pytest.raises(StoreError), stores.lend() as again:
        assert again is first
        raise StoreError("the disk is full")
    with stores.lend() as second:
        assert second is not first
    stores.close()


def test_many_threads_share_a_few_stores(serving: Serving) -> None:
    client = serving({"reads": 2, "rate": 0})
    answers: list[int] = []

    def ask() -> None:
        answers.extend(client.get(f"{API}/search?words=سد").status_code for _ in range(10))

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == [200] * 80


def test_a_query_that_takes_too_long_is_given_up(store: Store) -> None:
    store.wait_at_most(0.05)
    endless = (
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000000) "
        "SELECT count(*) FROM n"
    )
    with pytest.raises(TooLongError), store.db.reading():
        store.db.rows(endless)
    assert store.search(Query()).items == ()


def test_a_query_that_takes_too_long_is_answered(
    serving: Serving, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slow(*_asked: object, **_more: object) -> None:
        raise TooLongError("the query takes too long.")

    monkeypatch.setattr(Store, "search", slow)
    assert error_of(serving().get(f"{API}/search"), 503)["code"] == "too-long"


def test_a_database_that_is_gone_is_told_without_its_place(serving: Serving) -> None:
    client = serving()
    path = Path(client.app.state.settings.db)  # type: ignore[attr-defined]
    for file in path.parent.glob("served.db*"):
        file.unlink()
    path.write_bytes(b"no database at all" * 100)
    error = error_of(client.get(f"{API}/outlets"), 503)
    assert error["code"] == "unavailable"
    assert str(path) not in error["message"]


def test_a_connection_that_broke_is_replaced(client: TestClient, news_place: str) -> None:
    if "://" not in news_place:
        pytest.skip("a file has no connection that could break")
    import psycopg

    assert client.get(f"{API}/outlets").status_code == 200
    with psycopg.connect(news_place, autocommit=True) as other:
        other.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE pid <> pg_backend_pid() AND application_name = 'gofteh'"
        )
    assert error_of(client.get(f"{API}/outlets"), 503)["code"] == "unavailable"
    assert client.get(f"{API}/outlets").status_code == 200


def test_an_export_makes_room_when_it_is_done_or_refused(serving: Serving) -> None:
    client = serving({"heavy": 1, "exports": 1, "query": 0.2, "rate": 0})
    for _ in range(3):
        assert client.get(f"{API}/export").status_code == 200
        assert client.get(f"{API}/export", params={"words": "(" * 50}).status_code == 422
