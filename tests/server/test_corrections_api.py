"""Corrections and deletions over the API."""

from __future__ import annotations

import json
from typing import Any

import pytest
from fastapi.testclient import TestClient

from .asking import get
from .conftest import API, error_of


def test_a_statement_is_corrected_and_the_correction_taken_back(client: TestClient) -> None:
    before = get(client, "/statements", words="پمپ")["items"][0]
    asked = {"statement": before["id"], "kind": "wrong-speaker", "speaker": "الهام مشکاتی"}
    answer = client.post(f"{API}/corrections", json={**asked, "note": "دوباره شنیدم"})
    assert answer.status_code == 201, answer.text
    made = answer.json()
    now = get(client, f"/statements/{before['id']}")
    assert (now["speaker"]["name"], now["state"]) == ("الهام مشکاتی", "corrected")
    assert get(client, "/corrections", article="dam")["items"] == [made]
    assert client.delete(f"{API}/corrections/{made['id']}").status_code == 204
    assert get(client, f"/statements/{before['id']}") == before
    error_of(client.delete(f"{API}/corrections/{made['id']}"), 404)


def test_a_boundary_is_corrected_and_a_statement_rejected(client: TestClient) -> None:
    one = get(client, "/statements", words="پمپ")["items"][0]
    (span,) = one["content"]
    asked = {"statement": one["id"], "kind": "wrong-boundary"}
    right = [[span["start"], span["end"] - 10]]
    assert client.post(f"{API}/corrections", json=asked | {"content": right}).status_code == 201
    assert get(client, f"/statements/{one['id']}")["content"][0]["end"] == span["end"] - 10
    none = {"statement": one["id"], "kind": "not-a-statement"}
    assert client.post(f"{API}/corrections", json=none).status_code == 201
    assert get(client, "/search", words="پمپ")["items"] == []
    states = [found["state"] for found in get(client, "/articles/dam/statements")["items"]]
    assert states.count("rejected") == 1


@pytest.mark.parametrize(
    ("asked", "status", "code"),
    [
        ({"statement": "none", "kind": "not-a-statement"}, 404, "not-found"),
        ({"statement": "none", "kind": "missed"}, 422, "invalid"),
        ({"kind": "wrong-boundary", "content": []}, 422, "bad-correction"),
        ({"kind": "wrong-boundary", "content": [[5, 2]]}, 422, "bad-correction"),
        ({"kind": "wrong-boundary", "content": [[0, 2**31]]}, 422, "bad-correction"),
        ({"kind": "wrong-boundary", "content": [[0, 10**400]]}, 422, "invalid"),
        ({"kind": "wrong-speaker", "speaker": "a\0"}, 422, "invalid"),
        ({"kind": "wrong-speaker", "speaker": "\ud800"}, 422, "invalid"),
        ({"kind": "wrong-speaker", "speaker": "x", "who": 1}, 422, "invalid"),
    ],
)
def test_a_correction_that_cannot_be_is_refused(
    client: TestClient, asked: dict[str, Any], status: int, code: str
) -> None:
    asked = {"statement": get(client, "/statements")["items"][0]["id"], **asked}
    answer = client.post(
        f"{API}/corrections",
        content=json.dumps(asked).encode(),
        headers={"Content-Type": "application/json"},
    )
    assert error_of(answer, status)["code"] == code


def test_deleting_an_article_leaves_nothing_of_it(client: TestClient) -> None:
    assert client.delete(f"{API}/articles/bus").status_code == 204
    assert get(client, "/search", words="اتوبوس")["items"] == []
    error_of(client.delete(f"{API}/articles/bus"), 404)
