"""Pages as tests read them."""

from __future__ import annotations

from typing import Any

from fastapi.testclient import TestClient
from selectolax.lexbor import LexborHTMLParser as Page

from gofteh.server.security import csrf

LANGUAGES = ("fa", "en")


def get(client: TestClient, address: str, status: int = 200, language: str = "") -> Page:
    if language:
        client.cookies.set("lang", language)
    answer = client.get(address)
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    return Page(answer.text)


def texts(page: Any, selector: str) -> list[str]:
    return [" ".join(node.text().split()) for node in page.css(selector)]


def send(client: TestClient, address: str, form_of: str, **fields: str) -> Any:
    """Send a form as the page that holds it would."""
    field = get(client, form_of).css_first(f"input[name={csrf.FIELD}]")
    values = {csrf.FIELD: field.attributes["value"], **fields}
    return client.post(address, data=values, follow_redirects=False)


def statement_id(client: TestClient, words: str = "خالی") -> str:
    found = get(client, "/?q=" + words).css_first("a.said").attributes["href"]
    return found.rpartition("/")[2]
