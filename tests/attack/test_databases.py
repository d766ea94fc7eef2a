"""Damaged, foreign, newer and read-only databases are told, by every command."""

from __future__ import annotations

import os
import shutil
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from typer.testing import CliRunner

from attack.damaged import DAMAGES
from attack.site import fill
from gofteh.batch.extracting import extract_all
from gofteh.cli.app import app as cli
from gofteh.records import Article
from gofteh.server.app import create_app
from gofteh.server.settings import Settings
from gofteh.store import BusyError, Outcome, StoreError, open_store

COMMANDS = (["search", "سد"], ["export"], ["token", "list"], ["check"], ["forget", "n1"])


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    database = tmp_path_factory.mktemp("whole") / "news.db"
    fill(database, 45, 3000)
    return database


@pytest.fixture
def database(whole: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(whole, tmp_path / "news.db"))


@pytest.mark.parametrize("damage", sorted(set(DAMAGES) - {"another_text"}))
@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_no_command_fails_without_words(database: Path, damage: str, command: list[str]) -> None:
    DAMAGES[damage](database)
    done = CliRunner().invoke(cli, [*command, "--db", str(database)])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    if damage != "random_pages":  # a command need not meet every page
        assert done.exit_code in (1, 2)
        assert done.stderr.startswith("gofteh: ")
    if command == ["check"]:
        assert done.exit_code in (1, 2)


@pytest.mark.parametrize("damage", sorted(set(DAMAGES) - {"another_text"}))
def test_a_server_over_a_damaged_database_says_so(database: Path, damage: str) -> None:
    DAMAGES[damage](database)
    app = create_app(Settings(str(database)))
    with TestClient(app, base_url="http://127.0.0.1", raise_server_exceptions=False) as client:
        for path in ("/api/v1/health", "/api/v1/search?words=سد", "/api/v1/export", "/"):
            try:
                status = client.get(path).status_code
            except Exception as error:  # an export breaks off once it has begun
                assert path.endswith("export"), error
                continue
            assert status in (200, 503), (path, status)


def test_a_foreign_database_is_not_written_into(database: Path) -> None:
    DAMAGES["foreign"](database)
    before = database.read_bytes()
    with pytest.raises(StoreError, match="another program"):
        open_store(str(database))
    assert database.read_bytes() == before


def test_what_was_changed_behind_our_back_is_no_known_article(database: Path) -> None:
    with open_store(str(database)) as store:
        article = store.article("n1").reading.article  # type: ignore[union-attr]
    DAMAGES["another_text"](database)
    with open_store(str(database)) as store:
        assert any("n1" in problem for problem in store.check())
        (done,) = store.ingest([article], extract_all)
        assert done.outcome is Outcome.STORED
        assert store.article("n1").reading.article == article  # type: ignore[union-attr]


def test_a_whole_database_is_told_whole_and_copied(database: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    with open_store(str(database)) as store, open_store(str(database)) as other:
        assert list(store.check()) == []
        with other.db.writing():  # a writer at work does not keep the copy from being made
            store.backup(str(copy))
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    with open_store(str(copy)) as made:
        assert list(made.check()) == []
        assert made.db.rows("SELECT count(*) FROM article") == [(45,)]
    again = CliRunner().invoke(cli, ["backup", str(copy), "--db", str(database)])
    assert again.exit_code == 2


def test_counts_that_are_wrong_are_found(database: Path) -> None:
    with closing(sqlite3.connect(database)) as made:
        made.execute("UPDATE speaker SET statements = statements + 1")
        made.execute("DELETE FROM tally")
        made.commit()
    with open_store(str(database)) as store:
        assert len(list(store.check())) == 2


def test_databases_are_for_their_owner_alone(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        with open_store(str(tmp_path / "n.db")) as store:
            store.add_token("desk", _reader())
            modes = {stat.S_IMODE(path.stat().st_mode) for path in tmp_path.glob("n.db*")}
    finally:
        os.umask(before)
    assert modes == {0o600}


def _reader() -> object:
    from gofteh.roles import Role

    return Role.READER


def test_a_database_that_may_not_be_written_can_be_read(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Rights do not bind root: what the system would say of them is said here."""
    monkeypatch.setattr("gofteh.store.sqlite.os.access", lambda *_asked: False)
    before = database.read_bytes()
    with open_store(str(database)) as store:
        assert store.article("n1") is not None
        assert not [problem for problem in store.check() if "damaged" in problem]
        with pytest.raises(StoreError, match="written"):
            store.forget(["n1"])
    assert database.read_bytes() == before


def test_a_writer_gives_up_while_another_writes(database: Path) -> None:
    with open_store(str(database)) as one, open_store(str(database)) as other:
        other.wait_at_most(0.05)
        with one.db.writing():
            with pytest.raises(BusyError):
                other.forget(["n1"])
            assert other.article("n1") is not None


def test_known_articles_are_passed_over_as_ever(database: Path) -> None:
    article = Article(id="new", text="لیلا فرهمند گفت: سد پر است.")
    with open_store(str(database)) as store:
        outcomes = [
            next(iter(store.ingest([article], extract_all))).outcome,
            next(iter(store.ingest([article], extract_all))).outcome,
        ]
    assert outcomes == [Outcome.STORED, Outcome.KNOWN]
