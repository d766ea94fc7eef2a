"""Closed by default (26): who is served when, what is written down, what is shown to nobody."""

from __future__ import annotations

import datetime as dt
import ipaddress
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from typer.testing import CliRunner

from gofteh.cli.app import app as cli
from gofteh.passwords import without_passwords
from gofteh.read.addresses import is_public
from gofteh.report.csvfile import safe_cell
from gofteh.roles import Role
from gofteh.store import open_store

from .conftest import API, Serving, error_of

_FORWARDED = ("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via")


def bearer(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"}


def test_having_had_a_token_a_server_without_any_serves_nobody(serving: Serving) -> None:
    client = serving()
    with open_store(client.app.state.settings.db) as store:  # type: ignore[attr-defined]
        store.add_token("desk", Role.READER)
        store.revoke_token("desk")
        assert store.had_tokens()
    error_of(client.get(f"{API}/articles"), 401)
    assert client.get(f"{API}/health").status_code == 200


@pytest.mark.parametrize("name", _FORWARDED)
def test_a_forwarded_request_is_refused_where_no_token_says_who_asks(
    serving: Serving, name: str
) -> None:
    client = serving()
    assert client.get(f"{API}/articles").status_code == 200
    refused = client.get(f"{API}/articles", headers={name: "203.0.113.7"})
    assert error_of(refused, 403)["code"] == "forwarded"


def test_a_token_is_good_until_its_day_and_its_last_use_is_kept(serving: Serving) -> None:
    client = serving()
    now = dt.datetime.now(dt.UTC)
    place = client.app.state.settings.db  # type: ignore[attr-defined]
    with open_store(place) as store:
        over = store.add_token("over", Role.READER, now - dt.timedelta(hours=1))
        good = store.add_token("good", Role.READER, now + dt.timedelta(hours=1))
        used = {one.name: one.id for one in store.tokens()}
        store.note_used({used["good"]: now})
        (kept,) = (one for one in store.tokens() if one.name == "good")
    assert kept.used is not None and kept.used[:16] == now.isoformat()[:16]
    error_of(client.get(f"{API}/articles", headers=bearer(over)), 401)
    assert client.get(f"{API}/articles", headers=bearer(good)).status_code == 200


def test_changes_are_written_down_by_the_tokens_name(serving: Serving, tmp_path: Path) -> None:
    client = serving()
    place = client.app.state.settings.db  # type: ignore[attr-defined]
    with open_store(place) as store:
        token = store.add_token("desk two", Role.ADMIN)
    gone = client.delete(f"{API}/articles/river", headers=bearer(token))
    assert gone.status_code in (200, 204), gone.text
    with open_store(place) as store:
        change = next(one for one in store.changes() if one.token == "desk two")
    assert "river" not in str(change)  # what was deleted is recognised, and not read
    told = CliRunner().invoke(cli, ["token", "log", "--db", place])
    assert "desk two" in told.stdout
    assert tmp_path.exists()


def test_private_answers_are_kept_by_nobody(serving: Serving) -> None:
    client = serving()
    for path in ("/", "/articles/dam", f"{API}/articles", f"{API}/export"):
        assert "no-store" in client.get(path).headers["cache-control"], path


@pytest.mark.parametrize("cell", ["x;=cmd()", "x;  +1", "x\t@a", "x\n-2", "x;\u200b=1", "=1"])
def test_no_cell_begins_a_formula_anywhere(cell: str) -> None:
    assert "'" in safe_cell(cell)
    assert safe_cell(cell).replace("'", "") == cell


@pytest.mark.parametrize("address", ["fec0::1", "::1", "2002:7f00:1::", "64:ff9b::7f00:1"])
def test_addresses_that_lead_inward_are_closed(address: str) -> None:
    assert not is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize(
    "shown",
    ["postgresql://mina:secret@db/news", "https://a:secret@b.example/x", "host=db password=secret"],
)
def test_no_password_in_an_address_is_shown(shown: str) -> None:
    assert "secret" not in without_passwords(f"cannot open {shown}: refused")
    done = CliRunner().invoke(cli, ["search", "سد", "--db", shown if "://" in shown else "no.db"])
    assert "secret" not in done.output


@pytest.mark.parametrize(("durable", "level"), [(False, 1), (True, 2)])
def test_durable_waits_for_the_disk(tmp_path: Path, durable: bool, level: int) -> None:
    with open_store(str(tmp_path / "n.db"), durable=durable) as store:
        assert store.db.rows("PRAGMA synchronous") == [(level,)]
    with closing(sqlite3.connect(tmp_path / "n.db")) as made:
        assert made.execute("PRAGMA application_id").fetchone()[0] != 0
