"""Who may do what: roles, tokens, and the server that nobody guards."""

from __future__ import annotations

import json
import socket
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from typer.testing import CliRunner

from gofteh.cli.app import app as cli
from gofteh.roles import Role
from gofteh.server.security.access import COOKIE
from gofteh.store import Store, open_store
from gofteh.store.tokens import TokenError, matching

from .conftest import API, Serving, error_of

# Every call, and the least role that may make it.
CALLS = {
    ("POST", "/extract"): "reader",
    ("POST", "/repair"): "reader",
    ("GET", "/articles"): "reader",
    ("GET", "/articles/{id}"): "reader",
    ("GET", "/articles/{id}/statements"): "reader",
    ("DELETE", "/articles/{id}"): "admin",
    ("GET", "/statements"): "reader",
    ("GET", "/statements/{id}"): "reader",
    ("GET", "/search"): "reader",
    ("GET", "/search/facets"): "reader",
    ("GET", "/speakers"): "reader",
    ("GET", "/speakers/{id}"): "reader",
    ("GET", "/outlets"): "reader",
    ("GET", "/corrections"): "reader",
    ("POST", "/corrections"): "editor",
    ("DELETE", "/corrections/{id}"): "editor",
    ("GET", "/persons"): "reader",
    ("GET", "/persons/suggestions"): "reader",
    ("GET", "/persons/doubtful"): "reader",
    ("GET", "/persons/{id}"): "reader",
    ("GET", "/persons/{id}/statements"): "reader",
    ("GET", "/families/{id}"): "reader",
    ("GET", "/statements/{id}/siblings"): "reader",
    ("GET", "/copies/{article}"): "reader",
    ("GET", "/rulings"): "reader",
    ("POST", "/rulings"): "editor",
    ("DELETE", "/rulings/{id}"): "editor",
    ("GET", "/saved-searches"): "reader",
    ("POST", "/saved-searches"): "editor",
    ("DELETE", "/saved-searches/{id}"): "editor",
    ("GET", "/saved-searches/{id}/feed.atom"): "reader",
    ("GET", "/search.atom"): "reader",
    ("GET", "/watch"): "reader",
    ("GET", "/watch/metrics"): "reader",
    ("POST", "/ingest"): "editor",
    ("GET", "/export"): "reader",
    ("GET", "/health"): None,
}
ROLES = [None, "reader", "editor", "admin"]


@pytest.fixture
def guarded(serving: Serving) -> tuple[TestClient, dict[str, str]]:
    """A client of a server with a token of each role, and the tokens."""
    client = serving()
    place = client.app.state.settings.db  # type: ignore[attr-defined]
    with open_store(place) as store:
        tokens = {role.value: store.add_token(f"the {role}", role) for role in Role}
    return client, tokens


def shown(token: str | None) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"} if token else {}


def test_the_matrix_names_every_call(serving: Serving) -> None:
    paths = serving().get(f"{API}/openapi.json").json()["paths"]
    found = {(method.upper(), path.removeprefix(API)) for path in paths for method in paths[path]}
    assert found == CALLS.keys()


def test_the_description_says_which_calls_need_a_token(serving: Serving) -> None:
    described = serving().get(f"{API}/openapi.json").json()
    assert described["components"]["securitySchemes"]["token"]["scheme"] == "bearer"
    for (method, path), role in CALLS.items():
        call = described["paths"][API + path][method.lower()]
        assert call["security"] == ([{"token": []}] if role else [])


@pytest.mark.parametrize(("method", "path"), CALLS)
@pytest.mark.parametrize("role", ROLES)
def test_each_call_needs_its_role(
    guarded: tuple[TestClient, dict[str, str]], method: str, path: str, role: str | None
) -> None:
    client, tokens = guarded
    needed = CALLS[method, path]
    answer = client.request(
        method,
        API + path.format(id="none", article="none"),
        headers=shown(tokens[role] if role else None),
    )
    if ROLES.index(role) >= ROLES.index(needed):
        assert answer.status_code not in (401, 403)
    elif role is None:
        assert error_of(answer, 401)["code"] == "unauthorised"
        assert answer.headers["www-authenticate"].startswith("Bearer")
    else:
        assert error_of(answer, 403)["code"] == "forbidden"
        assert needed is not None and needed in error_of(answer, 403)["message"]


def test_without_a_token_nothing_is_said_of_the_parameters(
    guarded: tuple[TestClient, dict[str, str]],
) -> None:
    client, _ = guarded
    assert client.post(f"{API}/corrections", json={"nothing": 1}).status_code == 401
    assert client.get(f"{API}/search?nothing=1").status_code == 401


@pytest.mark.parametrize(
    "token",
    [
        "",
        "gofteh",
        "gofteh__",
        "gofteh_x_y",
        "{id}",
        "gofteh_{id}_",
        "gofteh_{id}_{secret}0",
        "gofteh_{id}_\u0661",
        "other_{id}_{secret}",
        "gofteh_{secret}_{id}",
        "gofteh_{id}_{hash}",
    ],
)
def test_a_token_that_is_none_opens_nothing(tmp_path: Path, token: str) -> None:
    with open_store(str(tmp_path / "t.db")) as store:
        _, id_, secret = store.add_token("me", Role.ADMIN).split("_")
        (known,) = store.tokens()
        assert matching([known], f"gofteh_{id_}_{secret}") == known
        tried = token.format(id=id_, secret=secret, hash=known.hash)
        assert matching([known], tried) is None


def test_a_revoked_token_opens_nothing_from_then_on(
    guarded: tuple[TestClient, dict[str, str]],
) -> None:
    client, tokens = guarded
    assert client.get(f"{API}/articles", headers=shown(tokens["reader"])).status_code == 200
    with open_store(client.app.state.settings.db) as store:  # type: ignore[attr-defined]
        assert store.revoke_token("the reader")
        assert not store.revoke_token("the reader")
    assert client.get(f"{API}/articles", headers=shown(tokens["reader"])).status_code == 401


def test_a_browser_shows_its_token_as_a_cookie(
    guarded: tuple[TestClient, dict[str, str]],
) -> None:
    client, tokens = guarded
    client.cookies.set(COOKIE, tokens["reader"])
    assert client.get(f"{API}/articles").status_code == 200
    assert client.get(f"{API}/articles", headers=shown("wrong")).status_code == 401


def test_a_token_in_the_address_opens_nothing(
    guarded: tuple[TestClient, dict[str, str]],
) -> None:
    client, tokens = guarded
    answer = client.get(f"{API}/outlets", params={"token": tokens["admin"]})
    assert answer.status_code == 401


def test_without_tokens_this_machine_may_do_all_and_others_nothing(serving: Serving) -> None:
    assert serving().delete(f"{API}/articles/bus").status_code == 204
    for settings in ({"host": "0.0.0.0"}, {"hosts": ("news.example",)}):
        assert error_of(serving(**settings).get(f"{API}/articles"), 401)


def test_the_author_of_a_correction_is_the_tokens_name(
    guarded: tuple[TestClient, dict[str, str]],
) -> None:
    client, tokens = guarded
    headers = shown(tokens["editor"])
    one = client.get(f"{API}/statements", headers=headers).json()["items"][0]
    asked = {"statement": one["id"], "kind": "not-a-statement"}
    answer = client.post(f"{API}/corrections", json=asked, headers=headers)
    assert answer.json()["author"] == "the editor"


# --- on both databases --------------------------------------------------------------------


def test_tokens_are_kept_as_hashes_alone(store: Store) -> None:
    token = store.add_token("a newsroom", Role.EDITOR)
    assert len(bytes.fromhex(token.split("_")[2])) == 32
    rows = store.db.rows("SELECT * FROM token")
    assert token.split("_")[2] not in json.dumps(rows)
    (kept,) = store.tokens()
    assert (kept.name, kept.role) == ("a newsroom", Role.EDITOR)


def test_a_name_stands_for_one_token(store: Store) -> None:
    store.add_token("desk", Role.READER)
    for name in ("desk", "", " ", "a\0b", "a\nb", "\u202ex", "x" * 101):
        with pytest.raises(TokenError):
            store.add_token(name, Role.READER)
    assert store.revoke_token("desk")
    store.add_token("desk", Role.READER)


# --- the commands -------------------------------------------------------------------------


def run(*arguments: Any) -> Any:
    return CliRunner().invoke(cli, [str(argument) for argument in arguments])


def test_tokens_are_made_listed_and_taken_back(tmp_path: Path) -> None:
    db = tmp_path / "n.db"
    made = run("token", "add", "desk", "--role", "editor", "--db", db)
    assert made.exit_code == 0
    secret = made.stdout.strip()
    listed = run("token", "list", "--db", db).stdout
    assert listed.startswith("desk\teditor\t")
    assert secret.split("_")[2] not in listed
    again = run("token", "add", "desk", "--db", db)
    assert (again.exit_code, again.stdout) == (2, "")
    assert run("token", "revoke", "desk", "--db", db).exit_code == 0
    assert run("token", "revoke", "desk", "--db", db).exit_code == 2
    assert run("token", "list", "--db", db).stdout == ""


def not_serving(monkeypatch: pytest.MonkeyPatch, started: list[object]) -> None:
    """Let servers not start, but tell where they would listen."""

    def run(server: Any, sockets: list[socket.socket]) -> None:
        server.started = True
        started.append(sockets[0].getsockname()[0])

    monkeypatch.setattr("uvicorn.Server.run", run)


@pytest.mark.parametrize("how", [["--host", "0.0.0.0"], ["--allow-host", "news.example"]])
def test_a_server_for_others_does_not_start_without_tokens(
    tmp_path: Path, how: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[object] = []
    not_serving(monkeypatch, started)
    db = tmp_path / "n.db"
    refused = run("serve", "--db", db, "--port", "0", *how)
    assert refused.exit_code == 2
    assert "gofteh token add" in refused.stderr
    assert not started
    run("token", "add", "desk", "--db", db)
    assert run("serve", "--db", db, "--port", "0", *how).exit_code == 0
    assert len(started) == 1


def test_a_server_listens_to_this_machine_alone_by_default(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[object] = []
    not_serving(monkeypatch, started)
    assert run("serve", "--db", tmp_path / "n.db", "--port", "0").exit_code == 0
    assert started == ["127.0.0.1"]


def test_the_demo_serves_the_demo_articles_and_leaves_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    seen: list[Any] = []

    def serve(server: Any, _sockets: list[socket.socket]) -> None:
        server.started, app = True, server.config.app
        with TestClient(app, base_url="http://127.0.0.1") as client:
            seen.append(client.get(f"{API}/articles").json()["items"])
        seen.append(Path(app.state.settings.db))

    monkeypatch.setattr("uvicorn.Server.run", serve)
    assert run("serve", "--demo", "--port", "0").exit_code == 0
    assert len(seen[0]) == 10
    assert not seen[1].exists()
