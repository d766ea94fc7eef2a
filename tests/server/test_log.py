"""What a server writes down and tells of itself."""

from __future__ import annotations

import logging

import pytest
from fastapi.testclient import TestClient

from gofteh.server.log import WithoutQuery

from .conftest import API, Serving, error_of


def test_the_log_holds_no_query() -> None:
    args = ("127.0.0.1:5", "GET", "/api/v1/search?words=%D8%B3&token=gofteh_1_2", "1.1", 200)
    record = logging.LogRecord("uvicorn.access", 20, "", 0, '%s - "%s %s HTTP/%s" %d', args, None)
    assert WithoutQuery().filter(record)
    assert record.getMessage() == '127.0.0.1:5 - "GET /api/v1/search HTTP/1.1" 200'


def test_a_bug_is_told_without_its_details(
    serving: Serving, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_asked: object, **_more: object) -> None:
        raise RuntimeError("secret-path")

    monkeypatch.setattr("gofteh.store.store.Store.outlets", broken)
    headers = {"Authorization": "Bearer gofteh_1_secrettoken"}
    answer = serving().get(f"{API}/outlets?token=hidden", headers=headers)
    assert error_of(answer, 500)["code"] == "internal"
    assert "secret-path" not in answer.text
    assert "secret-path" in caplog.text
    assert "secrettoken" not in caplog.text
    assert "hidden" not in caplog.text


def test_a_method_that_is_not_taken_names_those_that_are(serving: Serving) -> None:
    answer = serving().put(f"{API}/outlets")
    assert error_of(answer, 405)["code"] == "method-not-allowed"
    assert answer.headers["allow"] == "GET"


@pytest.mark.parametrize("path", ["/", "/api/v1/search?q=آب", "/nowhere"])
def test_head_is_get_without_a_body(client: TestClient, path: str) -> None:
    whole, head = client.get(path), client.head(path)
    assert head.status_code == whole.status_code
    assert head.content == b""
    assert head.headers["content-type"] == whole.headers["content-type"]
    assert "content-security-policy" in head.headers
