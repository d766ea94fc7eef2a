"""What strangers try: foreign names and pages, floods, slow bodies, forms, places to fetch."""

from __future__ import annotations

import asyncio
import logging
import re
import socket
from typing import Any

import pytest
from fastapi import Request
from fastapi.testclient import TestClient
from starlette.responses import Response

from gofteh.server.log import WithoutQuery
from gofteh.server.security import csrf
from gofteh.server.security.rate import Buckets, client_of
from gofteh.server.settings import is_loopback
from read.conftest import Site, page

from .conftest import API, HERE, Serving, error_of

# --- names and pages of others ------------------------------------------------------------


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


# --- floods -------------------------------------------------------------------------------


def test_a_client_that_asks_too_often_waits(serving: Serving) -> None:
    client = serving({"rate": 0.001, "burst": 3})
    left = [client.get(f"{API}/health").headers["ratelimit-remaining"] for _ in range(3)]
    assert left == ["2", "1", "0"]
    answer = client.get(f"{API}/health")
    assert error_of(answer, 429)["code"] == "too-many-requests"
    assert int(answer.headers["retry-after"]) > 900
    assert answer.headers["ratelimit-limit"] == "3"
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_work_counts_by_the_time_it_took(serving: Serving, monkeypatch: pytest.MonkeyPatch) -> None:
    client = serving({"rate": 0.001, "burst": 12})
    monkeypatch.setattr("gofteh.server.security.rate._REQUEST_SECONDS", 1e-9)
    assert client.get(f"{API}/outlets").headers["ratelimit-remaining"] == "0"
    error_of(client.get(f"{API}/outlets"), 429)


def test_nobody_comes_to_owe_more_than_a_full_bucket() -> None:
    buckets = Buckets(1.0, 4.0, lambda: 0.0)
    buckets.take("a", 1)
    buckets.charge("a", 1000)
    assert buckets.wait(buckets.take("a", 1)) == 5


def test_a_bucket_fills_with_time_but_not_over() -> None:
    now = [0.0]
    buckets = Buckets(2.0, 4.0, lambda: now[0])
    assert [buckets.take("a", 1) for _ in range(5)] == [3, 2, 1, 0, -1]
    assert buckets.take("b", 1) == 3
    now[0] = 0.5
    assert buckets.take("a", 1) == 0
    assert buckets.wait(-3.0) == 2
    now[0] = 1000.0
    assert buckets.take("a", 1) == 3


def test_only_so_many_clients_are_remembered() -> None:
    buckets = Buckets(1.0, 2.0, lambda: 0.0)
    for number in range(10_500):
        buckets.take(str(number), 1)
    assert len(buckets) == 10_000


def test_a_network_is_one_client_in_ipv6() -> None:
    def client(host: str) -> str:
        return client_of({"client": (host, 1)})

    assert client("2001:db8::1") == client("2001:db8::2") != client("2001:db8:1::1")
    assert client("10.0.0.1") != client("10.0.0.2")


# --- bodies -------------------------------------------------------------------------------


def test_a_body_above_the_limit_is_refused(serving: Serving) -> None:
    client = serving({"body": 1000})
    for path in ("/extract", "/repair", "/corrections"):
        answer = client.post(API + path, json={"text": "x" * 1000})
        assert error_of(answer, 413)["code"] == "too-large"
        assert answer.headers["gofteh-body-limit"] == "1000"
    pieces = (b"x" * 100 for _ in range(20))  # no length told
    headers = {"Content-Type": "text/plain"}
    error_of(client.post(f"{API}/extract", content=pieces, headers=headers), 413)


def test_a_text_above_the_limit_is_refused(serving: Serving) -> None:
    client = serving({"characters": 100})
    for path in ("/extract", "/repair"):
        assert (
            error_of(client.post(API + path, json={"text": "آ" * 101}), 422)["code"] == "too-large"
        )
        assert client.post(API + path, json={"text": "آ" * 100}).status_code == 200


def test_an_address_of_many_texts_is_read_up_to_the_limit(
    serving: Serving, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    from gofteh.read.addresses import target

    def free(url: str, **_how: object) -> Any:
        return target(url, allow_private=True)

    monkeypatch.setattr("gofteh.read.fetch.target", free)
    line = b'{"text": "' + b"x" * 60 + b'"}\n'
    site.answers["/a.jsonl"] = (200, {}, line * 1000)
    answer = serving({"characters": 150}).post(f"{API}/extract?url={site.address}/a.jsonl")
    items = answer.json()["items"]
    assert len(items) == 50
    assert ["error" in item for item in items] == [False] * 2 + [True] * 48


@pytest.mark.parametrize("length", ["-1", "x", "١", "9" * 30])
def test_a_length_that_is_none_is_refused(serving: Serving, length: str) -> None:
    client = serving()
    status, _ = asyncio.run(
        asked(client.app, "/repair", [], [(b"content-length", length.encode())])
    )
    assert status in (400, 413)


async def asked(
    app: Any, path: str, pieces: list[bytes], headers: list[tuple[bytes, bytes]] | None = None
) -> tuple[int, bytes]:
    """Ask the app by hand: the pieces of the body come, then nothing ever."""
    waiting = list(pieces)
    sent: list[Any] = []

    async def receive() -> Any:
        if waiting:
            return {"type": "http.request", "body": waiting.pop(0), "more_body": True}
        await asyncio.Event().wait()

    async def send(message: Any) -> None:
        sent.append(message)

    kinds = [(b"host", b"127.0.0.1"), *(headers or [(b"content-type", b"application/json")])]
    scope = {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": "POST",
        "scheme": "http", "path": API + path, "raw_path": (API + path).encode(),
        "query_string": b"", "root_path": "", "headers": kinds, "client": ("127.0.0.1", 5),
        "server": ("127.0.0.1", 80),
    }  # fmt: skip
    await app(scope, receive, send)
    return sent[0]["status"], b"".join(message.get("body", b"") for message in sent[1:])


@pytest.mark.parametrize("path", ["/repair", "/extract"])
@pytest.mark.parametrize("limit", ["idle", "upload"])
def test_a_body_that_does_not_come_is_not_waited_for(
    serving: Serving, path: str, limit: str
) -> None:
    client = serving({limit: 0.05})
    status, body = asyncio.run(asked(client.app, path, [b'{"te']))
    assert status == 408
    assert b'"too-slow"' in body


def test_an_ingest_that_stops_coming_is_not_waited_for(serving: Serving) -> None:
    client = serving({"idle": 0.05})
    kinds = [(b"content-type", b"application/x-ndjson")]
    status, _ = asyncio.run(asked(client.app, "/ingest", [b'{"text": "x"}\n'], kinds))
    assert status == 408


# --- forms --------------------------------------------------------------------------------


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


# --- places to fetch ----------------------------------------------------------------------


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


# --- what is written down -----------------------------------------------------------------


def test_the_log_holds_no_query() -> None:
    args = ("127.0.0.1:5", "GET", "/api/v1/search?words=%D8%B3&token=gofteh_1_2", "1.1", 200)
    record = logging.LogRecord("uvicorn.access", 20, "", 0, '%s - "%s %s HTTP/%s" %d', args, None)
    assert WithoutQuery().filter(record)
    assert record.getMessage() == '127.0.0.1:5 - "GET /api/v1/search HTTP/1.1" 200'


def test_a_bug_is_told_without_its_details(
    serving: Serving, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_asked: object, **_more: object) -> None:
        raise RuntimeError("secret-path")

    monkeypatch.setattr("gofteh.store.store.Store.outlets", broken)
    headers = {"Authorization": "Bearer gofteh_1_secrettoken"}
    answer = serving().get(f"{API}/outlets?token=hidden", headers=headers)
    assert error_of(answer, 500)["code"] == "internal"
    assert "secret-path" not in answer.text
    assert "secret-path" in caplog.text
    assert "secrettoken" not in caplog.text
    assert "hidden" not in caplog.text


def test_a_method_that_is_not_taken_names_those_that_are(serving: Serving) -> None:
    answer = serving().put(f"{API}/outlets")
    assert error_of(answer, 405)["code"] == "method-not-allowed"
    assert answer.headers["allow"] == "GET"


@pytest.mark.parametrize("path", ["/", "/api/v1/search?q=آب", "/nowhere"])
def test_head_is_get_without_a_body(client: TestClient, path: str) -> None:
    whole, head = client.get(path), client.head(path)
    assert head.status_code == whole.status_code
    assert head.content == b""
    assert head.headers["content-type"] == whole.headers["content-type"]
    assert "content-security-policy" in head.headers
