"""What is stored, asked for over the API and paged through."""

from __future__ import annotations

import json
from typing import Any

import pytest
from fastapi.testclient import TestClient

from gofteh.store import open_store
from store.news import BUS, DAM, RIVER, put

from .asking import get, ingest, said
from .conftest import API, error_of


def test_articles_are_listed_newest_first_and_found_by_words(client: TestClient) -> None:
    assert [one["id"] for one in get(client, "/articles")["items"]] == ["bus", "dam", "river"]
    (found,) = get(client, "/articles", words="نميتوانيم")["items"]
    assert found["id"] == "dam"
    assert any(piece["marked"] for piece in found["snippet"])
    assert [
        one["id"] for one in get(client, "/articles", outlet="پگاه", order="oldest")["items"]
    ] == ["river", "dam"]


def test_an_article_comes_with_text_and_statements(client: TestClient) -> None:
    article = get(client, "/articles/dam")
    assert article["raw"] == DAM.raw
    assert article["page"] == 3
    assert article["day"] == "2023-05-01"
    spans = [span for one in article["statements"] for span in one["content"]]
    assert len(spans) == 2
    assert all(DAM.raw[span["start"] : span["end"]] == span["text"] for span in spans)
    assert [one["id"] for one in get(client, "/articles/dam/statements")["items"]] == [
        one["id"] for one in article["statements"]
    ]


def test_an_id_may_hold_slashes(client: TestClient) -> None:
    body = json.dumps({"id": "https://x.example/a?b", "text": "لیلا فرهمند گفت: سد پر است."})
    ingest(client, body.encode())
    path = "/articles/https%3A%2F%2Fx.example%2Fa%3Fb"
    assert get(client, path)["id"] == "https://x.example/a?b"
    assert len(get(client, path + "/statements")["items"]) == 1


def test_statements_are_filtered(client: TestClient) -> None:
    def found(**asked: Any) -> set[str]:
        items = get(client, "/statements", **asked)["items"]
        return {one["article"]["id"] for one in items}

    assert found() == {"dam", "bus", "river"}
    assert found(kind="unnamed") == {"river"}
    assert found(outlet=["پگاه", "کوی نو"], since="1402/06") == {"bus"}
    assert found(since="2023-05-01", until="2023-05-01") == {"dam"}
    assert found(speaker_name="مشکاتی") == {"bus"}
    assert found(act="promise") == set()
    assert found(min_confidence=1) == set()
    speaker = get(client, "/speakers", name="فرهمند")["items"][0]["id"]
    assert found(speaker=speaker) == {"dam", "bus"}


def test_a_statement_is_found_by_its_id(client: TestClient) -> None:
    listed = get(client, "/statements", words="پمپ")["items"][0]
    one = get(client, f"/statements/{listed['id']}")
    assert one == listed
    assert one["article"]["url"] == DAM.url
    assert one["across"]["name"] == "لیلا فرهمند"


def test_search_marks_what_it_found(client: TestClient) -> None:
    (hit,) = get(client, "/search", words="نميتوانيم")["items"]
    assert [piece["text"] for piece in hit["snippet"] if piece["marked"]] == ["نمی‌توانیم"]
    assert "".join(piece["text"] for piece in hit["snippet"]) == said(hit)


def test_facets_count_what_search_finds(client: TestClient) -> None:
    facets = get(client, "/search/facets", outlet="پگاه")
    found = get(client, "/search", outlet="پگاه")["items"]
    assert facets["count"] == {"number": len(found), "exact": True}
    assert sum(one["count"] for one in facets["kinds"]) == len(found)
    narrowed = get(client, "/search", outlet="پگاه", speaker=facets["speakers"][0]["value"])
    assert len(narrowed["items"]) == facets["speakers"][0]["count"]


def test_speakers_and_outlets_are_profiled(client: TestClient) -> None:
    first = get(client, "/speakers")["items"][0]
    assert (first["name"], first["statements"]) == ("لیلا فرهمند", 3)
    profile = get(client, f"/speakers/{first['id']}")
    assert [one["role"] for one in profile["roles"]] == ["رئیس سازمان آب سپیدار"]
    assert profile["roles"][0]["first"] == "2023-05-01"
    assert sum(one["statements"] for one in profile["days"]) == 3
    outlets = {one["name"]: one for one in get(client, "/outlets")["items"]}
    assert outlets["پگاه"]["unnamed"] == 1


@pytest.mark.parametrize(
    "path",
    ["/articles/none", "/articles/none/statements", "/statements/none", "/speakers/none", "/none"],
)
def test_what_is_not_there_is_said_so(client: TestClient, path: str) -> None:
    assert error_of(client.get(API + path), 404)["code"] == "not-found"


def all_ids(client: TestClient, path: str, **asked: Any) -> list[str]:
    found, cursor = [], None
    while True:
        page = get(client, path, limit=1, **asked, **({"cursor": cursor} if cursor else {}))
        found += [one["id"] for one in page["items"]]
        cursor = page["next"]
        if cursor is None:
            return found


@pytest.mark.parametrize("path", ["/statements", "/search", "/articles", "/speakers"])
def test_pages_join_to_the_whole(client: TestClient, path: str) -> None:
    whole = [one["id"] for one in get(client, path, limit=200)["items"]]
    assert all_ids(client, path) == whole
    assert len(set(whole)) == len(whole) > 2


@pytest.mark.parametrize("order", ["newest", "oldest", "best"])
def test_pages_join_in_every_order(client: TestClient, order: str) -> None:
    whole = [one["id"] for one in get(client, "/search", words="آب OR سد", order=order)["items"]]
    assert all_ids(client, "/search", words="آب OR سد", order=order) == whole


def test_a_cursor_holds_while_newer_articles_come_and_others_go(client: TestClient) -> None:
    whole = [one["id"] for one in get(client, "/statements")["items"]]
    first = get(client, "/statements", limit=2)
    newer = {"id": "n", "text": "لیلا فرهمند گفت: سد پر است.", "published": "2024-01-01"}
    ingest(client, json.dumps(newer).encode())
    rest = get(client, "/statements", cursor=first["next"])
    assert [one["id"] for one in first["items"] + rest["items"]] == whole
    assert client.delete(f"{API}/articles/bus").status_code == 204
    rest = get(client, "/statements", cursor=first["next"])
    assert {one["article"]["id"] for one in rest["items"]} == {"dam", "river"}


@pytest.mark.parametrize("cursor", ["x", "k", "kzz", "r-1", "k" + "f" * 30, "٣", "5 OR 1=1"])
@pytest.mark.parametrize("path", ["/search", "/articles", "/speakers"])
def test_a_cursor_that_is_none_is_refused(client: TestClient, path: str, cursor: str) -> None:
    answer = client.get(API + path, params={"cursor": cursor})
    assert error_of(answer, 422)["code"] == "bad-query"


def test_what_another_process_stores_is_there_at_once(client: TestClient, news_place: str) -> None:
    get(client, "/statements")
    with open_store(news_place) as store:
        store.forget([BUS.id, DAM.id, RIVER.id])
        assert get(client, "/statements")["items"] == []
        put(store, [RIVER])
    assert len(get(client, "/statements")["items"]) == 1
