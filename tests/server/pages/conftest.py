"""Servers over stores of a test's own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import pytest
from fastapi.testclient import TestClient

from gofteh.records import Article
from gofteh.server.app import create_app
from gofteh.server.settings import Limits, Settings
from gofteh.store import open_store
from server.conftest import HERE
from store.news import put


@pytest.fixture
def serving_of() -> Iterator[Callable[..., TestClient]]:
    """Makes clients of a server over a database."""
    with ExitStack() as stack:

        def serve(place: str, **settings: Any) -> TestClient:
            app = create_app(Settings(place, limits=Limits(rate=0), **settings))
            return stack.enter_context(TestClient(app, base_url=HERE))

        yield serve


@pytest.fixture
def with_articles(tmp_path, serving_of) -> Callable[..., TestClient]:
    """Makes a client of a server with the given articles."""

    def serve(*articles: Article) -> TestClient:
        place = str(tmp_path / "own.db")
        with open_store(place) as store:
            put(store, articles)
        return serving_of(place)

    return serve
