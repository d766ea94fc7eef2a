"""Every test that asks for ``place`` or ``store`` runs on both databases."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from gofteh.store import Store, open_store
from store.server import binaries, postgres


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    folder = binaries()
    if folder is None:
        pytest.skip("no PostgreSQL server is installed (Debian: apt-get install postgresql)")
    with postgres(folder) as address:
        yield address


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a new, empty database is."""
    if request.param == "sqlite":
        return str(tmp_path / "news.db")
    return empty(request.getfixturevalue("server"))


def empty(address: str) -> str:
    import psycopg

    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute("DROP SCHEMA IF EXISTS gofteh CASCADE")
    return address


@pytest.fixture
def store(place: str) -> Iterator[Store]:
    with open_store(place) as opened:
        yield opened
