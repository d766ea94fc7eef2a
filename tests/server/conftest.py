"""A server with three stored articles, on both databases."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from shutil import copyfile
from typing import Any

import pytest
from fastapi.testclient import TestClient

from gofteh.server.app import create_app
from gofteh.server.settings import Limits, Settings
from read.conftest import site  # noqa: F401
from store.conftest import (  # noqa: F401
    copies,
    news_file,
    news_place,
    place,
    server,
    store,
)

HERE = "http://127.0.0.1"
API = "/api/v1"


@pytest.fixture
def client(news_place: str) -> Iterator[TestClient]:  # noqa: F811
    """A client of a server with the news, as the one user of this machine."""
    with TestClient(create_app(Settings(news_place)), base_url=HERE) as made:
        yield made


Serving = Callable[..., TestClient]


@pytest.fixture
def serving(tmp_path: Path, news_file: Path) -> Iterator[Serving]:  # noqa: F811
    """Makes clients of a server with the news in SQLite, with settings and limits of one's own."""
    path = str(copyfile(news_file, tmp_path / "served.db"))
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
