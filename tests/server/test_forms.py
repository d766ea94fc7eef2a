"""Forms: those of our own pages are taken, no others."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi import Request
from fastapi.testclient import TestClient
from starlette.responses import Response

from gofteh.server.security import csrf

from .conftest import Serving, error_of


@pytest.fixture
def forms(serving: Serving) -> TestClient:
    """A server with a page of one form."""
    client = serving()
    app: Any = client.app
    app.state.draw_problem = None  # errors as data

    @app.get("/form")
    def form(request: Request) -> Response:
        response = Response(csrf.form_token(request))
        csrf.keep(request, response)
        return response

    @app.post("/form")
    async def sent(request: Request) -> dict[str, str]:
        return await csrf.checked_form(request)

    return client


def test_a_form_of_ours_is_taken(forms: TestClient) -> None:
    answer = forms.get("/form")
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=lax" in cookie
    fields = {csrf.FIELD: answer.text, "name": "لیلا"}
    assert forms.post("/form", data=fields).json() == {"name": "لیلا"}
    assert "set-cookie" not in forms.get("/form").headers
    assert forms.get("/form").text == answer.text


def test_a_form_of_others_is_refused(forms: TestClient) -> None:
    value = forms.get("/form").text
    for field in ("", "x", value[:-1], value + "0", "ۀ"):
        assert error_of(forms.post("/form", data={csrf.FIELD: field}), 403)
    error_of(forms.post("/form", data={"name": "x"}), 403)
    forms.cookies.clear()
    error_of(forms.post("/form", data={csrf.FIELD: value}), 403)
    forms.cookies.set(csrf.COOKIE, "planted")
    error_of(forms.post("/form", data={csrf.FIELD: value}), 403)


def test_a_form_of_another_session_is_refused(forms: TestClient) -> None:
    value = forms.get("/form").text
    forms.cookies.set("gofteh_token", "someone else")
    error_of(forms.post("/form", data={csrf.FIELD: value}), 403)


def test_a_form_comes_as_a_form(forms: TestClient) -> None:
    value = forms.get("/form").text
    error_of(forms.post("/form", json={csrf.FIELD: value}), 415)
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    error_of(forms.post("/form", content=b"\xff=%", headers=form), 422)
    error_of(forms.post("/form", content=b"a=1&" * 200, headers=form), 422)
