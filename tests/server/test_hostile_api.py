"""Parameters, ids and texts that want to break the API."""

from __future__ import annotations

import json

import pytest
from fastapi.testclient import TestClient

from gofteh.records import Article

from .asking import get, ingest
from .conftest import API, error_of

HOSTILE = [
    "\0",
    "a\0b",
    "\u202eabc\u2066",
    "<script>alert(1)</script>",
    "' OR 1=1 --",
    '"',
    "((((",
    "NOT",
    "-",
    "*",
    "%",
    "_",
    "\u200c",
    "AND OR NOT ) (",
    "\U0010ffff",
    "𝔘" * 100,
    "x" * 5000,
    "9" * 400,
    "-1",
    "1e400",
    "NaN",
    "%00",
    "../../etc/passwd",
    "$1",
    "?",
    "{}",
    "\r\nX: y",
]
QUERIES = {
    "/search": (
        "words speaker speaker_name outlet kind manner act min_confidence since until order "
        "cursor limit nix"
    ),
    "/search/facets": "words speaker speaker_name outlet act since",
    "/statements": "words speaker",
    "/articles": "words outlet since until cursor limit",
    "/speakers": "name cursor limit",
    "/corrections": "article",
    "/export": "words outlet since format",
}


@pytest.mark.parametrize("value", HOSTILE, ids=ascii)
def test_no_parameter_breaks_anything(client: TestClient, value: str) -> None:
    for path, names in QUERIES.items():
        for name in names.split():
            answer = client.get(API + path, params={name: value})
            assert answer.status_code < 500, (path, name, answer.text)


@pytest.mark.parametrize(
    ("value", "status"),
    [
        *(("%00", 422), ("a%00b", 422), ("x" * 600, 422), ("%ff", 404), ("%ed%a0%80", 404)),
        *(("..%2f..%2f", 404), ("%2e%2e", 404)),
    ],
)
def test_no_id_breaks_anything(client: TestClient, value: str, status: int) -> None:
    for kind in ("articles", "statements", "speakers"):
        error_of(client.get(f"{API}/{kind}/{value}"), status)
    for kind in ("articles", "corrections"):
        error_of(client.delete(f"{API}/{kind}/{value}"), status)


@pytest.mark.parametrize("text", ["\ud800", "a\0b", "\u202e", "<script>alert(1)</script>"])
def test_hostile_texts_are_kept_as_text(client: TestClient, text: str) -> None:
    said_by = f"لیلا فرهمند گفت: سد {text} پر است."
    body = json.dumps({"id": "h", "text": said_by, "title": text, "outlet": text}).encode()
    headers = {"Content-Type": "application/json"}
    answer = client.post(f"{API}/extract", content=body, headers=headers)
    assert answer.json()["items"][0]["raw"].endswith(said_by)
    ((done),) = ingest(client, body)
    assert done["outcome"] == "stored"
    assert len(get(client, "/articles/h")["raw"]) == len(Article(title=text, text=said_by).raw)
    repaired = client.post(f"{API}/repair", content=body, headers=headers)
    assert repaired.status_code < 500
