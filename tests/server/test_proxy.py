"""The proxy that docs/server.md describes: nginx as in examples/proxy, in front of a server."""

from __future__ import annotations

import http.client
import json
import shutil
import socket
import ssl
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from attack.site import API, Site, fill, started
from gofteh.roles import Role
from gofteh.store import open_store

EXAMPLE = Path(__file__).parents[2] / "examples" / "proxy" / "nginx.conf"
NAME = "news.example"
_SECONDS = 30
_MAIN = """
daemon off; pid {folder}/pid; error_log {folder}/error.log; worker_processes 1; user root;
events {{}}
http {{
  access_log off; client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/f; uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
  include {folder}/site.conf;
}}
"""


@dataclass
class Proxied:
    """A server behind its proxy, and a token of it."""

    site: Site
    port: int
    token: str

    def ask(
        self, method: str, path: str, body: bytes | None = None, **headers: str
    ) -> tuple[int, bytes]:
        """Return what the proxy answers, over TLS."""
        trusting = ssl._create_unverified_context()  # the certificate is our own
        connection = http.client.HTTPSConnection(
            "127.0.0.1", self.port, timeout=_SECONDS, context=trusting
        )
        told = {"Host": NAME, "Authorization": f"Bearer {self.token}"}
        told |= {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, path, body, told)
        answer = connection.getresponse()
        found = answer.status, answer.read()
        connection.close()
        return found


@pytest.fixture(scope="module")
def proxied(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Proxied]:
    nginx = shutil.which("nginx", path="/usr/sbin:/usr/bin:/usr/local/sbin:/usr/local/bin")
    if nginx is None or shutil.which("openssl") is None:
        pytest.skip(
            "nginx or openssl is not installed (Debian: apt-get install nginx-light openssl)"
        )
    folder = tmp_path_factory.mktemp("proxy")
    database = folder / "news.db"
    fill(database, 3)
    with open_store(str(database)) as store:
        token = store.add_token("desk", Role.EDITOR)
    certificate(folder)
    with started(database, "--allow-host", NAME) as site:
        port = free_port()
        configure(folder, port, site.port)
        process = subprocess.Popen([nginx, "-p", str(folder), "-c", str(folder / "main.conf")])
        try:
            await_port(process, port)
            yield Proxied(site, port, token)
        finally:
            process.terminate()
            process.wait(_SECONDS)


def certificate(folder: Path) -> None:
    made = "req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=news.example".split()
    places = ["-keyout", str(folder / "key.pem"), "-out", str(folder / "cert.pem")]
    subprocess.run(["openssl", *made, *places], check=True, capture_output=True, timeout=_SECONDS)


def configure(folder: Path, port: int, behind: int) -> None:
    """Write the example as it is but for its ports and places."""
    text = EXAMPLE.read_text("utf-8")
    for written, here in {
        "listen 443 ssl": f"listen 127.0.0.1:{port} ssl",
        "/etc/ssl/certs/news.example.pem": str(folder / "cert.pem"),
        "/etc/ssl/private/news.example.key": str(folder / "key.pem"),
        "http://127.0.0.1:8460": f"http://127.0.0.1:{behind}",
    }.items():
        assert written in text
        text = text.replace(written, here)
    (folder / "site.conf").write_text(text, "utf-8")
    (folder / "main.conf").write_text(_MAIN.format(folder=folder), "utf-8")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


def await_port(process: subprocess.Popen[bytes], port: int) -> None:
    until = time.monotonic() + _SECONDS
    while time.monotonic() < until:
        assert process.poll() is None, "nginx did not start"
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        except OSError:
            time.sleep(0.05)
    raise AssertionError("nginx does not listen")


def test_what_is_asked_through_the_proxy_is_answered(proxied: Proxied) -> None:
    assert proxied.ask("GET", f"{API}/health")[0] == 200
    assert proxied.ask("GET", f"{API}/articles")[0] == 200
    assert proxied.ask("GET", f"{API}/articles", Authorization="")[0] == 401


def test_a_client_cannot_say_where_it_comes_from(proxied: Proxied) -> None:
    forged = {"X_Forwarded_For": "203.0.113.66", "X_Real_IP": "203.0.113.66"}
    assert proxied.ask("GET", f"{API}/outlets", **forged)[0] == 200
    assert proxied.site.logged(f"GET {API}/outlets")
    assert "203.0.113.66" not in "".join(proxied.site.log)


def test_only_the_names_it_has_are_handed_on(proxied: Proxied) -> None:
    assert proxied.ask("GET", f"{API}/health", Host="evil.example")[0] == 421


def test_bodies_have_the_limits_of_the_server(proxied: Proxied) -> None:
    large = b'{"text": "' + b"x" * (2 << 20) + b'"}'
    status, _ = proxied.ask("POST", f"{API}/repair", large, Content_Type="application/json")
    assert status == 413
    pad = "x" * (500 << 10)  # a field that is carried through
    lines = "\n".join(
        json.dumps({"id": f"p{number}", "text": "سد پر است.", "pad": pad}) for number in range(6)
    ).encode()
    assert len(lines) > 2 << 20
    kind = "application/x-ndjson"
    status, answer = proxied.ask("POST", f"{API}/ingest", lines, Content_Type=kind)
    assert (status, answer.count(b"stored")) == (200, 6)


def test_an_export_comes_through_whole(proxied: Proxied) -> None:
    status, answer = proxied.ask("GET", f"{API}/export?format=doccano")
    assert status == 200
    assert answer.endswith(b"\n")
