"""Pages that are kept: drawn once while nothing changes, never stale, never another's."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from fastapi.testclient import TestClient

from gofteh.roles import Role
from gofteh.server.kept import Kept
from gofteh.server.pages import page
from gofteh.store import CorrectionKind, Query, open_store
from server.conftest import HERE, Serving
from server.pages.reading import get, send, statement_id
from store.news import BUS, put


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The templates that were drawn, in order."""
    names: list[str] = []
    environment = page._environment()
    known = environment.get_template

    def template(name: str, parent: str | None = None, *given: Any) -> Any:
        if parent is None:
            names.append(name)
        return known(name, parent, *given)

    monkeypatch.setattr(environment, "get_template", template)
    return names


# A PostgreSQL server tells of every transaction on it, other tests' too: so often is asked anew.
_TRIES = 50


def undisturbed(place: str, ask: Callable[[int], None]) -> None:
    """Ask until nobody changed the database server meanwhile; the number tells which try it is."""
    with open_store(place) as store:
        for k in range(_TRIES):
            before = store.state()
            ask(k)
            if store.state() == before:
                return
    pytest.fail("something changed in the database server in every try")


def test_a_page_is_drawn_once_while_nothing_changes(
    client: TestClient, drawn: list[str], news_place: str
) -> None:
    def ask(k: int) -> None:
        drawn.clear()
        first, second = client.get(f"/?q=سد {k}"), client.get(f"/?q=سد {k}")
        assert first.text == second.text
        assert second.headers["cache-control"] == "private, no-store"
        client.get(f"/?q=رودخانه {k}")

    undisturbed(news_place, ask)
    assert drawn == ["search.html.j2", "search.html.j2"]


def test_whatever_changes_the_database_is_seen_at_once(client: TestClient, news_place: str) -> None:
    assert "سی اتوبوس" in client.get("/").text
    with open_store(news_place) as other:
        other.forget([BUS.id])
        assert "سی اتوبوس" not in client.get("/").text
        put(other, [BUS])
        assert "سی اتوبوس" in client.get("/").text
        (hit,) = other.search(Query("اتوبوس")).items
        other.correct(hit.stored.statement.id, CorrectionKind.WRONG_SPEAKER, speaker="الف ب")
        assert "الف ب" in client.get("/").text


def test_what_a_page_changes_is_seen_on_the_others(client: TestClient) -> None:
    id_ = statement_id(client)
    before = client.get("/corrections").text
    place = f"/statements/{id_}"
    fields = {"kind": "wrong-speaker", "speaker": "الف ب", "speaker_kind": "person"}
    assert send(client, f"{place}/corrections", place, **fields).status_code == 303
    assert client.get("/corrections").text != before
    assert "الف ب" in client.get(f"/statements/{id_}").text


def test_languages_and_colours_have_pages_of_their_own(client: TestClient) -> None:
    persian, english = client.get("/"), client.get("/?lang=en")
    assert 'lang="fa"' in persian.text
    assert 'lang="en"' in english.text
    assert 'lang="en"' in client.get("/").text  # the cookie that the address set
    assert 'data-theme="dark"' in client.get("/?theme=dark").text
    again = client.get("/?theme=dark")
    assert "theme=dark" in again.headers["set-cookie"]


def test_forms_are_signed_for_each_reader(serving: Serving, drawn: list[str]) -> None:
    one = serving()
    other = TestClient(one.app, base_url=HERE)
    id_ = statement_id(one)

    def token(client: TestClient) -> str:
        field = get(client, f"/statements/{id_}").css_first("input[name=form_token]")
        return str(field.attributes["value"])

    def ask(_: int) -> None:
        drawn.clear()
        assert token(one) == token(one)
        assert token(one) != token(other)

    undisturbed(one.app.state.settings.db, ask)
    assert drawn.count("statement.html.j2") <= 1  # none where an earlier try drew it
    assert page._FORM_TOKEN not in one.get(f"/statements/{id_}").text


def test_no_reader_is_given_what_was_drawn_for_another(serving: Serving) -> None:
    client = serving()
    with open_store(client.app.state.settings.db) as store:
        tokens = {role: store.add_token(role.value, role) for role in (Role.READER, Role.EDITOR)}

        def shown(role: Role) -> str:
            headers = {"Authorization": f"Bearer {tokens[role]}"}
            return client.get(f"/statements/{id_}", headers=headers).text

        id_ = store.search(Query("خالی")).items[0].stored.statement.id
        assert 'id="correct"' in shown(Role.EDITOR)
        reader = shown(Role.READER)
        assert 'id="correct"' not in reader
        assert "editor" not in reader
        assert client.get(f"/statements/{id_}").status_code == 401
        store.revoke_token("reader")
        headers = {"Authorization": f"Bearer {tokens[Role.READER]}"}
        assert client.get(f"/statements/{id_}", headers=headers).status_code == 401


def test_errors_are_not_kept(client: TestClient, drawn: list[str]) -> None:
    for _ in range(2):
        assert client.get("/statements/none", headers={"Accept": "text/html"}).status_code == 404
    assert client.get("/?since=never").status_code == 400
    assert len(client.app.state.kept) == 0
    assert len(drawn) == 3


# --- the pages themselves


def test_pages_of_another_state_are_gone() -> None:
    kept = Kept(100)
    assert kept.get("a", "1") is None
    kept.put("a", "1", b"x")
    assert kept.get("a", "1") == b"x"
    assert kept.get("a", "2") is None
    kept.put("a", "1", b"old")  # drawn before the change
    assert kept.get("a", "2") is None
    assert len(kept) == 0


def test_those_not_asked_for_longest_make_room() -> None:
    kept = Kept(100)
    kept.get("", "1")
    for name in "abc":
        kept.put(name, "1", b"x" * 30)
    kept.get("a", "1")
    kept.put("d", "1", b"x" * 30)
    assert [name for name in "abcd" if kept.get(name, "1")] == ["a", "c", "d"]
    kept.put("a", "1", b"y" * 40)
    assert kept.get("a", "1") == b"y" * 40
    assert len(kept) == 3
    kept.put("e", "1", b"x" * 101)
    assert kept.get("e", "1") is None
