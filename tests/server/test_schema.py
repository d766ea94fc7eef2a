"""The whole API against its own description: nothing a client can send makes it fail."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from gofteh.server.app import create_app
from gofteh.server.settings import Limits, Settings
from gofteh.server.stores import Stores
from gofteh.server.workshop import Workshop
from gofteh.store import open_store
from store.news import NEWS, put

from .conftest import API

HERE = {"Host": "127.0.0.1"}
CHECKS = [
    not_a_server_error,
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
]


@schemathesis.serializer("application/x-ndjson")
def lines(_context: Any, value: Any) -> bytes:
    """The body as it is; whatever was made, and is no text, as JSON."""
    text = value if isinstance(value, str) else json.dumps(value, default=str)
    return text.encode("utf-8", "surrogatepass")


# Described when the tests are collected; the database comes with the fixture.
APP = create_app(Settings(limits=Limits(rate=0)))
schema = schemathesis.openapi.from_asgi(f"{API}/openapi.json", APP, headers=HERE)


@pytest.fixture(scope="module", autouse=True)
def _news(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    path = str(tmp_path_factory.mktemp("schema") / "s.db")
    with open_store(path) as opened:
        put(opened, NEWS)
    APP.state.stores = Stores(path, 5.0)
    yield
    APP.state.stores.close()


@pytest.fixture(autouse=True)
def _workshop() -> Iterator[None]:
    """A workshop for each test: schemathesis ends the app's lifespan, and with it the old one."""
    limits = APP.state.settings.limits
    APP.state.workshop = Workshop(limits.work, limits.memory)
    yield
    APP.state.workshop.close()


@schema.parametrize()
@settings(
    max_examples=20,
    derandomize=True,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
def test_every_call_answers_as_described(case: Any) -> None:
    case.call_and_validate(checks=CHECKS, headers=HERE)
