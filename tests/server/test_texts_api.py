"""Texts that are extracted and repaired over the API, and kept nowhere."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from .asking import said
from .conftest import API, error_of


def test_a_text_is_extracted_and_its_spans_stand_in_raw(client: TestClient) -> None:
    article = {"title": "سد", "text": "لیلا فرهمند گفت: سد پر است.", "page": 7}
    (item,) = client.post(f"{API}/extract", json=article).json()["items"]
    (statement,) = item["statements"]
    assert statement["speaker"]["name"] == "لیلا فرهمند"
    assert item["page"] == 7
    (span,) = statement["content"]
    assert item["raw"][span["start"] : span["end"]] == span["text"] == "سد پر است"


def test_plain_text_is_extracted_too(client: TestClient) -> None:
    text = "لیلا فرهمند گفت: سد پر است."
    headers = {"Content-Type": "text/plain; charset=utf-8"}
    answer = client.post(f"{API}/extract", content=text.encode(), headers=headers)
    (item,) = answer.json()["items"]
    assert [said(one) for one in item["statements"]] == ["سد پر است"]


def test_extracting_stores_nothing(client: TestClient) -> None:
    client.post(f"{API}/extract", json={"id": "new", "text": "لیلا فرهمند گفت: سد پر است."})
    assert error_of(client.get(f"{API}/articles/new"), 404)["code"] == "not-found"


@pytest.mark.parametrize(
    ("kind", "body", "status", "code"),
    [
        ("application/json", b"{", 422, "bad-json"),
        ("application/json", b"[]", 422, "not-an-object"),
        ("application/json", b'{"title": "x"}', 422, "missing-text"),
        ("application/json", b'{"text": 5}', 422, "bad-field"),
        ("application/json", b'{"text": " "}', 422, "empty"),
        ("application/json", b"[" * 100_000, 422, None),
        ("application/json", b'{"text": ' + b"9" * 5000 + b"}", 422, None),
        ("application/json", b"\xff", 422, "bad-encoding"),
        ("text/plain", b"\xff", 422, "bad-encoding"),
        ("text/html", b"x", 415, "unsupported-media-type"),
    ],
)
def test_what_cannot_be_read_is_told(
    client: TestClient, kind: str, body: bytes, status: int, code: str | None
) -> None:
    headers = {"Content-Type": kind}
    error = error_of(client.post(f"{API}/extract", content=body, headers=headers), status)
    assert code in (None, error["code"])


def test_a_text_is_repaired_with_every_edit(client: TestClient) -> None:
    raw = "كتاب ها را نمي توانیم بخریم"
    done = client.post(f"{API}/repair", json={"text": raw}).json()
    assert done["text"] == "کتاب‌ها را نمی‌توانیم بخریم"
    for edit in done["edits"]:
        assert raw[edit["start"] : edit["end"]] == edit["before"]
    timid = client.post(f"{API}/repair", json={"text": raw, "level": "characters"}).json()
    assert timid["text"] == "کتاب ها را نمی توانیم بخریم"


@pytest.mark.parametrize("body", [b"{", b"[" * 100_000, b"9" * 5000, b"\xff", b"", b"null"])
def test_a_body_that_is_no_json_is_told(client: TestClient, body: bytes) -> None:
    headers = {"Content-Type": "application/json"}
    answer = client.post(f"{API}/repair", content=body, headers=headers)
    assert answer.status_code in (400, 422)
    error_of(answer, answer.status_code)


def test_a_repair_of_no_known_level_is_refused(client: TestClient) -> None:
    answer = client.post(f"{API}/repair", json={"text": "x", "level": "magic"})
    error = error_of(answer, 422)
    assert error["details"][0]["at"] == "body.level"
