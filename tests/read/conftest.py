"""Things that the tests of reading share: a tiny site and a page to put on it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

DATA = Path(__file__).parent / "data"

SENTENCE = "مدیر شرکت آب منطقه‌ای گفت که سطح آب سد نیلوفر بالا آمده و کشاورزان خشنودند."


def page(body: str, head: str = "") -> str:
    """Return a page with an article body."""
    return f"<html><head><meta charset=utf-8>{head}</head><body>{body}</body></html>"


@dataclass
class Site:
    """A web server on this machine; ``answers`` maps paths to status, headers and body."""

    address: str
    answers: dict[str, tuple[int, dict[str, str], bytes]] = field(default_factory=dict)
    asked: list[tuple[str, str]] = field(default_factory=list)  # path, Host header


@pytest.fixture
def site() -> Iterator[Site]:
    found = Site("")

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            found.asked.append((self.path, self.headers["Host"]))
            status, headers, body = found.answers[self.path]
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    found.address = f"http://127.0.0.1:{server.server_port}"
    yield found
    server.shutdown()
    server.server_close()
    thread.join()
