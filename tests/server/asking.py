"""What the tests of the API ask, and how they read its answers."""

from __future__ import annotations

import json
from typing import Any

from fastapi.testclient import TestClient

from .conftest import API


def get(client: TestClient, path: str, **asked: Any) -> Any:
    answer = client.get(API + path, params=asked)
    assert answer.status_code == 200, answer.text
    return answer.json()


def said(statement: dict[str, Any]) -> str:
    return " … ".join(span["text"] for span in statement["content"])


def lines(text: str) -> list[Any]:
    return [json.loads(line) for line in text.splitlines()]


def ingest(client: TestClient, body: bytes) -> list[Any]:
    headers = {"Content-Type": "application/x-ndjson"}
    answer = client.post(f"{API}/ingest", content=body, headers=headers)
    assert answer.status_code == 200, answer.text
    return lines(answer.text)
