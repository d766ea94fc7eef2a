"""How often a client may ask, and how much it may send."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from gofteh.server.security.rate import Buckets, client_of
from read.conftest import Site

from .conftest import API, Serving, error_of


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
