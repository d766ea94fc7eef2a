"""Every test that asks for ``place`` or ``store`` runs on both databases."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from shutil import copyfile

import pytest

from gofteh.store import Store, open_store
from store.news import NEWS, put
from store.server import Copies, binaries, postgres


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    folder = binaries()
    if folder is None:
        pytest.skip("no PostgreSQL server is installed (Debian: apt-get install postgresql)")
    with postgres(folder) as address:
        yield address


@pytest.fixture(scope="session")
def copies(server: str) -> Iterator[Copies]:
    """Makes databases on that server: from ``void``, which has the tables, or from ``news``."""
    made = Copies(server)
    with open_store(made.made("void")):
        pass
    with open_store(made.made("news", "void")) as store:
        put(store, NEWS)
    yield made
    made.close()


@pytest.fixture(scope="session")
def news_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite database with the news, to be copied."""
    path = tmp_path_factory.mktemp("news") / "news.db"
    with open_store(str(path)) as store:
        put(store, NEWS)
    return path


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a new, empty database is."""
    if request.param == "sqlite":
        return str(tmp_path / "news.db")
    copies: Copies = request.getfixturevalue("copies")
    return copies.made("own", "void")


@pytest.fixture(params=["sqlite", "postgresql"])
def news_place(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a database with the news is, of a test's own."""
    if request.param == "sqlite":
        file: Path = request.getfixturevalue("news_file")
        return str(copyfile(file, tmp_path / "news.db"))
    copies: Copies = request.getfixturevalue("copies")
    return copies.made("own", "news")


def empty(address: str) -> str:
    """Empty a database: not even tables are left."""
    import psycopg

    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute("DROP SCHEMA IF EXISTS gofteh CASCADE")
    return address


@pytest.fixture
def store(place: str) -> Iterator[Store]:
    with open_store(place) as opened:
        yield opened
