"""Addresses: what may be asked, what is believed, where it stops."""

from __future__ import annotations

import contextlib
import gzip
import ipaddress
import socket
import threading
from typing import Any

import pytest

from gofteh.read import ReadOptions, read_articles
from gofteh.read.addresses import is_public, target
from gofteh.read.errors import ReadError
from gofteh.read.fetch import fetch
from gofteh.records import Article, Failure

from .conftest import DATA, SENTENCE, Site, page

HTML = {"Content-Type": "text/html; charset=utf-8"}


def read(url: str, **limits: Any) -> Article | Failure:
    options = ReadOptions(**{"allow_private": True, "timeout": 5.0, **limits})
    (item,) = read_articles([url], options=options)
    return item


def code(url: str, **limits: Any) -> str:
    item = read(url, **limits)
    assert isinstance(item, Failure)
    assert item.item == url
    return item.code


def test_a_page_is_read_from_its_address(site: Site) -> None:
    site.answers["/n/1"] = (200, HTML, page(f"<h1>سد</h1><p>{SENTENCE}</p>").encode())
    article = read(site.address + "/n/1#part")
    assert isinstance(article, Article)
    assert (article.text, article.url, article.outlet) == (
        SENTENCE,
        site.address + "/n/1#part",
        "127.0.0.1",
    )
    assert site.asked == [("/n/1", site.address.removeprefix("http://"))]


def test_kinds_are_told_by_the_server_the_name_or_the_bytes(site: Site) -> None:
    line = b'{"text": "x"}\n'
    site.answers["/a"] = (200, {"Content-Type": "application/x-ndjson"}, line)
    site.answers["/b.jsonl?x=1"] = (200, {}, line)
    site.answers["/c"] = (200, {"Content-Type": "text/plain"}, line)
    site.answers["/d"] = (200, {}, (DATA / "club.html").read_bytes())
    found = [read(site.address + path) for path in site.answers]
    assert all(isinstance(item, Article) for item in found)
    assert [item.text for item in found[:3] if isinstance(item, Article)] == ["x"] * 3


def test_the_charset_of_the_header_is_used(site: Site) -> None:
    text = SENTENCE.replace("ی", "ي")
    headers = {"Content-Type": "text/html; charset=windows-1256"}
    site.answers["/"] = (200, headers, f"<body><p>{text}</p>".encode("cp1256"))
    item = read(site.address + "/")
    assert isinstance(item, Article)
    assert item.text == text


def test_packed_answers_are_unpacked_within_the_limit(site: Site) -> None:
    headers = {**HTML, "Content-Encoding": "gzip"}
    site.answers["/1"] = (200, headers, gzip.compress(page(f"<p>{SENTENCE}</p>").encode()))
    site.answers["/bomb"] = (200, headers, gzip.compress(bytes(50_000_000)))
    site.answers["/cut"] = (200, headers, gzip.compress(SENTENCE.encode())[:-9])
    site.answers["/bad"] = (200, headers, b"\x1f\x8bno gzip")
    site.answers["/br"] = (200, {**HTML, "Content-Encoding": "br"}, b"x")
    assert isinstance(read(site.address + "/1"), Article)
    assert code(site.address + "/bomb", max_fetch=1_000_000) == "too-large"
    assert code(site.address + "/cut") == "truncated"
    assert code(site.address + "/bad") == "bad-packing"
    assert code(site.address + "/br") == "bad-packing"


def test_an_answer_above_the_limit_is_dropped(site: Site) -> None:
    site.answers["/"] = (200, HTML, b"x" * 5000)
    assert code(site.address + "/", max_fetch=4000) == "too-large"


def test_statuses_and_silence(site: Site) -> None:
    site.answers["/404"] = (404, HTML, b"none")
    assert code(site.address + "/404") == "http-status"
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        port = closed.getsockname()[1]
    assert code(f"http://127.0.0.1:{port}/") == "no-answer"


def test_a_server_that_never_answers_is_left() -> None:
    with socket.socket() as mute:
        mute.bind(("127.0.0.1", 0))
        mute.listen()
        url = f"http://127.0.0.1:{mute.getsockname()[1]}/"
        assert code(url, timeout=0.3) == "timeout"


def test_a_server_that_drips_its_headers_is_left() -> None:
    def drip() -> None:
        connection, _ = dripping.accept()
        with connection, contextlib.suppress(OSError):
            connection.settimeout(0.02)
            while True:
                connection.sendall(b"HTTP/1.1 200 OK\r\nX-A: b\r\n")
                with contextlib.suppress(TimeoutError):
                    if not connection.recv(9999):
                        return

    with socket.socket() as dripping:
        dripping.bind(("127.0.0.1", 0))
        dripping.listen()
        server = threading.Thread(target=drip)
        server.start()
        assert code(f"http://127.0.0.1:{dripping.getsockname()[1]}/", timeout=0.5) == "timeout"
        server.join(timeout=5)
        assert not server.is_alive()


def test_redirects_are_followed_to_their_end(site: Site) -> None:
    site.answers["/a"] = (302, {"Location": "/b"}, b"")
    site.answers["/b"] = (301, {"Location": site.address + "/c"}, b"")
    site.answers["/c"] = (200, HTML, page(f"<p>{SENTENCE}</p>").encode())
    article = read(site.address + "/a")
    assert isinstance(article, Article)
    assert article.url == site.address + "/c"
    assert code(site.address + "/a", max_redirects=1) == "too-many-redirects"


@pytest.mark.parametrize(
    ("location", "expected"),
    [
        ("file:///etc/hostname", "bad-url"),
        ("ftp://127.0.0.1/", "bad-url"),
        ("javascript:1", "bad-url"),
    ],
)
def test_redirects_out_of_the_web_are_refused(site: Site, location: str, expected: str) -> None:
    site.answers["/"] = (302, {"Location": location}, b"")
    assert code(site.address + "/") == expected


def test_every_hop_is_checked(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first hop is let through by hand; its redirect to this machine is not."""
    site.answers["/"] = (302, {"Location": site.address + "/inside"}, b"")
    real, hops = target, []

    def first_free(url: str, *, allow_private: bool) -> Any:
        hops.append(url)
        return real(url, allow_private=allow_private or len(hops) == 1)

    monkeypatch.setattr("gofteh.read.fetch.target", first_free)
    assert code(site.address + "/", allow_private=False) == "refused"
    assert [path for path, _ in site.asked] == ["/"]


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "http://localhost/",
        "http://0x7f.1/",
        "http://2130706433/",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://169.254.169.254/latest/meta-data",
        "http://10.0.0.1/",
        "http://192.168.1.1/",
        "http://0.0.0.0/",
        "http://[64:ff9b::7f00:1]/",
        "http://[2002:7f00:1::]/",
        "http://user@127.0.0.1/",
        "https://8.8.8.8:8443/",
    ],
)
def test_private_places_are_refused(url: str) -> None:
    with pytest.raises(ReadError) as error:
        fetch(url, ReadOptions(timeout=5.0))
    assert error.value.code in ("refused", "unknown-host")


def test_a_name_is_refused_if_any_of_its_addresses_is_private(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    found = [
        (socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, 80))
        for address in ("93.184.215.14", "10.0.0.1")
    ]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_args, **_kinds: found)
    with pytest.raises(ReadError) as error:
        target("http://news.example/", allow_private=False)
    assert error.value.code == "refused"


def test_the_connection_goes_to_the_checked_address(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The name is resolved once; what it says afterwards does not matter."""
    port = int(site.address.rpartition(":")[2])
    answers = [[(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", port))]]
    real = socket.getaddrinfo

    def once(host: str | bytes, *args: Any, **kinds: Any) -> Any:
        return answers.pop() if host == "news.example" else real(host, *args, **kinds)

    monkeypatch.setattr(socket, "getaddrinfo", once)
    site.answers["/"] = (200, HTML, page(f"<p>{SENTENCE}</p>").encode())
    assert isinstance(read(f"http://news.example:{port}/"), Article)
    assert site.asked == [("/", f"news.example:{port}")]


@pytest.mark.parametrize(
    ("address", "public"),
    [
        *(("8.8.8.8", True), ("2606:4700::1", True), ("224.0.0.1", False), ("fe80::1", False)),
        *(("100.64.0.1", False), ("192.0.2.1", False), ("fc00::1", False), ("240.0.0.1", False)),
    ],
)
def test_public_addresses(address: str, public: bool) -> None:
    assert is_public(ipaddress.ip_address(address)) is public
