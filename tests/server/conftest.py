"""A server with three stored articles, on both databases."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from gofteh.server.app import create_app
from gofteh.server.settings import Limits, Settings
from gofteh.store import open_store
from read.conftest import site  # noqa: F401
from store.conftest import place, server, store  # noqa: F401
from store.news import NEWS, put

HERE = "http://127.0.0.1"
API = "/api/v1"


@pytest.fixture
def client(place: str) -> Iterator[TestClient]:  # noqa: F811
    """A client of a server with the news, as the one user of this machine."""
    with open_store(place) as opened:
        put(opened, NEWS)
    with TestClient(create_app(Settings(place)), base_url=HERE) as made:
        yield made


Serving = Callable[..., TestClient]


@pytest.fixture
def serving(tmp_path: Path) -> Iterator[Serving]:
    """Makes clients of a server with the news in SQLite, with settings and limits of one's own."""
    path = str(tmp_path / "served.db")
    with open_store(path) as opened:
        put(opened, NEWS)
    made: list[TestClient] = []

    def serve(limits: dict[str, Any] | None = None, **settings: Any) -> TestClient:
        own = Settings(path, limits=replace(Limits(), **(limits or {})), **settings)
        made.append(TestClient(create_app(own), base_url=HERE, raise_server_exceptions=False))
        made[-1].__enter__()
        return made[-1]

    yield serve
    for client in made:
        client.__exit__()


def error_of(answer: Any, status: int) -> dict[str, Any]:
    """The error of an answer, which has the one shape and says something."""
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/json"
    body = answer.json()
    assert body.keys() == {"error"}
    error: dict[str, Any] = body["error"]
    assert {"code", "message"} <= error.keys() <= {"code", "message", "details"}
    assert error["message"]
    return error
