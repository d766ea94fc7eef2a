"""Which places are fetched for a client."""

from __future__ import annotations

import socket
from typing import Any

import pytest

from read.conftest import Site, page

from .conftest import API, Serving, error_of


@pytest.mark.parametrize(
    ("url", "code"),
    [
        *(("http://127.0.0.1/", "refused"), ("http://localhost:22/", "refused")),
        *(("http://[::1]/", "refused"), ("http://0/", "refused"), ("http://0x7f.1/", "refused")),
        *(("http://169.254.169.254/latest/meta-data", "refused"), ("http://10.0.0.1/", "refused")),
        *(("http://[::ffff:10.0.0.1]/", "refused"), ("http://none.invalid/", "refused")),
        *(("file:///etc/passwd", "bad-url"), ("ftp://8.8.8.8/", "bad-url"), ("-", "bad-url")),
        *(("/etc/passwd", "bad-url"), ("", "bad-url"), ("gopher://x", "bad-url")),
        *(("http://", "bad-url"), ("http://a\0b/", "refused"), ("http://[/", "bad-url")),
        *(("https://8.8.8.8:25/", "refused"), ("http://example.com:99999/", "bad-url")),
    ],
)
def test_only_the_open_web_is_fetched(serving: Serving, url: str, code: str) -> None:
    error = error_of(serving().post(f"{API}/extract", params={"url": url}), 422)
    assert error["code"] == code
    assert "10.0.0" not in error["message"]


def test_a_name_that_turns_inward_is_refused(
    serving: Serving, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """DNS that answers with this machine: nothing is connected to."""
    port = int(site.address.rpartition(":")[2])
    inside = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", port))]
    real = socket.getaddrinfo

    def lying(host: Any, *args: Any, **kinds: Any) -> Any:
        return inside if host == "news.example" else real(host, *args, **kinds)

    monkeypatch.setattr(socket, "getaddrinfo", lying)
    answer = serving().post(f"{API}/extract", params={"url": "http://news.example/"})
    assert error_of(answer, 422)["code"] == "refused"
    assert site.asked == []


def test_a_redirect_inward_is_refused(
    serving: Serving, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first hop is let through by hand; where it leads is not."""
    from gofteh.read.addresses import target

    site.answers["/"] = (302, {"Location": site.address + "/inside"}, b"")
    hops: list[str] = []

    def first_free(url: str, *, allow_private: bool) -> Any:
        hops.append(url)
        return target(url, allow_private=allow_private or len(hops) == 1)

    monkeypatch.setattr("gofteh.read.fetch.target", first_free)
    answer = serving().post(f"{API}/extract", params={"url": site.address + "/"})
    assert error_of(answer, 422)["code"] == "refused"
    assert [path for path, _ in site.asked] == ["/"]


def test_a_page_of_the_web_is_extracted(
    serving: Serving, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    from gofteh.read.addresses import target

    said = "لیلا فرهمند، رئیس سازمان آب سپیدار، گفت: ما نمی‌توانیم سد را خالی کنیم."
    html = {"Content-Type": "text/html; charset=utf-8"}
    site.answers["/n"] = (200, html, page(f"<h1>سد مهرکوه</h1><p>{said}</p>").encode())

    def free(url: str, **_how: object) -> Any:
        return target(url, allow_private=True)

    monkeypatch.setattr("gofteh.read.fetch.target", free)
    answer = serving().post(f"{API}/extract", params={"url": site.address + "/n"})
    (item,) = answer.json()["items"]
    assert item["statements"][0]["speaker"]["name"] == "لیلا فرهمند"
    both = serving().post(f"{API}/extract", params={"url": site.address}, json={"text": "x"})
    assert error_of(both, 422)["code"] == "invalid"
