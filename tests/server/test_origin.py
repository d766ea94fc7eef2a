"""Names and pages of others: what a server answers to, and what it lets in."""

from __future__ import annotations

import re

import pytest

from gofteh.server.settings import is_loopback

from .conftest import API, HERE, Serving, error_of


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "", "localhost.evil.example:80", "8.8.8.8"]
)
def test_a_foreign_name_is_not_answered(serving: Serving, host: str) -> None:
    answer = serving().get(f"{API}/health", headers={"Host": host})
    assert error_of(answer, 421)["code"] == "foreign-host"


@pytest.mark.parametrize("host", ["localhost:8460", "127.0.0.1", "[::1]:8460", "LOCALHOST."])
def test_the_names_of_this_machine_are_answered(serving: Serving, host: str) -> None:
    assert serving().get(f"{API}/health", headers={"Host": host}).status_code == 200


def test_a_name_can_be_allowed(serving: Serving) -> None:
    client = serving(hosts=("news.example",))
    assert client.get(f"{API}/health", headers={"Host": "News.example"}).status_code == 200
    error_of(client.get(f"{API}/health", headers={"Host": "evil.example"}), 421)


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": HERE + ":9"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "cross-site", "Origin": HERE},
    ],
)
def test_pages_of_others_change_nothing(serving: Serving, headers: dict[str, str]) -> None:
    client = serving()
    answer = client.delete(f"{API}/articles/bus", headers=headers)
    assert error_of(answer, 403)["code"] == "foreign-origin"
    assert client.get(f"{API}/articles/bus", headers=headers).status_code == 200


@pytest.mark.parametrize(
    "headers", [{}, {"Origin": HERE}, {"Sec-Fetch-Site": "same-origin"}, {"Sec-Fetch-Site": "none"}]
)
def test_programs_and_own_pages_do(serving: Serving, headers: dict[str, str]) -> None:
    assert serving().delete(f"{API}/articles/bus", headers=headers).status_code == 204


def test_no_answer_lets_other_sites_read_it(serving: Serving) -> None:
    answer = serving().get(f"{API}/articles", headers={"Origin": "https://evil.example"})
    assert not [name for name in answer.headers if name.startswith("access-control")]


@pytest.mark.parametrize("path", [f"{API}/articles", f"{API}/none", f"{API}/docs", "/"])
def test_every_answer_carries_the_headers(serving: Serving, path: str) -> None:
    headers = serving().get(path, follow_redirects=False).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert "server" not in headers


def test_the_documentation_asks_nobody_else(serving: Serving) -> None:
    text = serving().get(f"{API}/docs").text
    assert "<script" not in text
    assert "style=" not in text
    links = re.findall(r'(?:src|href)="([^"#]+)', text)
    assert sorted(links) == ["docs.css", "openapi.json"]


@pytest.mark.parametrize(
    ("host", "alone"),
    [
        *(("127.0.0.1", True), ("127.1.2.3", True), ("::1", True), ("[::1]", True)),
        *(("localhost", True), ("0.0.0.0", False), ("::", False), ("192.168.1.2", False)),
        *(("news.example", False), ("", False)),
    ],
)
def test_loopback_is_told(host: str, alone: bool) -> None:
    assert is_loopback(host) is alone
