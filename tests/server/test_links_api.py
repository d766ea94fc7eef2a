"""Persons, families and rulings over REST."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient

from .asking import get
from .conftest import API, error_of

RULED = "لیلا فرهمند"


def person(client: TestClient) -> dict[str, Any]:
    return get(client, "/persons", name="فرهمند")["items"][0]


def test_a_person_is_listed_and_told_of(client: TestClient) -> None:
    head = person(client)
    assert (head["name"], head["statements"]) == (RULED, 3)
    told = get(client, f"/persons/{head['id']}")
    assert told["names"] == [{"name": RULED, "articles": 2}]
    assert told["offices"][0]["first"] == "2023-05-01"
    said = get(client, f"/persons/{head['id']}/statements", limit=2)
    assert len(said["items"]) == 2 and said["next"]
    assert {one["person"] for one in said["items"]} == {head["id"]}


def test_a_statement_alone_has_no_siblings(client: TestClient) -> None:
    statement = get(client, "/statements")["items"][0]["id"]
    assert get(client, f"/statements/{statement}/siblings") == {"family": None, "repeats": []}
    assert get(client, "/copies/dam") == {"id": None, "items": []}


def test_a_ruling_is_made_listed_and_undone(client: TestClient) -> None:
    asked = {"kind": "split", "article": "bus", "name": RULED}
    answer = client.post(f"{API}/rulings", json=asked)
    assert answer.status_code == 201
    made = answer.json()
    assert (made["kind"], made["article"]) == ("split", "bus")
    assert get(client, f"/persons/{made['object']}")["statements"] == 1
    assert get(client, "/rulings")["items"] == [made]
    assert client.delete(f"{API}/rulings/{made['id']}").status_code == 204
    error_of(client.delete(f"{API}/rulings/{made['id']}"), 404)
    assert get(client, "/rulings")["items"][0]["undone"]
    assert person(client)["statements"] == 3


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ({"kind": "merge", "subject": "x", "object": "y"}, "bad-ruling"),
        ({"kind": "split", "article": "bus", "name": "x"}, "bad-ruling"),
        ({"kind": "unheard"}, "invalid"),
        ({"kind": "rename", "subject": "a\0"}, "invalid"),
        ({"kind": "rename", "who": "a"}, "invalid"),
    ],
)
def test_a_ruling_that_cannot_be_is_refused(
    client: TestClient, asked: dict[str, Any], code: str
) -> None:
    assert error_of(client.post(f"{API}/rulings", json=asked), 422)["code"] == code


@pytest.mark.parametrize(
    "path",
    ["/persons/none", "/persons/none/statements", "/families/none", "/statements/none/siblings"],
)
def test_what_is_not_there_is_said_so(client: TestClient, path: str) -> None:
    assert error_of(client.get(API + path), 404)["code"] == "not-found"


@pytest.mark.parametrize("path", ["/persons", "/persons/doubtful"])
def test_a_cursor_that_is_none_is_refused(client: TestClient, path: str) -> None:
    error_of(client.get(API + path, params={"cursor": "x"}), 422)
