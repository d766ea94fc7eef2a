"""The whole API against its own description: nothing a client can send makes it fail."""

from __future__ import annotations

import tempfile
from pathlib import Path
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


@pytest.fixture(scope="module")
def described() -> Any:
    """The API's description, tied to a server with the news."""
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "s.db")
        with open_store(path) as opened:
            put(opened, NEWS)
        app = create_app(Settings(path, limits=Limits(rate=0)))
        yield schemathesis.openapi.from_asgi(f"{API}/openapi.json", app, headers=HERE)
        app.state.stores.close()


schema = schemathesis.pytest.from_fixture("described")


@schema.parametrize()
@settings(
    max_examples=25,
    derandomize=True,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
def test_every_call_answers_as_described(case: Any) -> None:
    case.call_and_validate(checks=CHECKS, headers=HERE)
