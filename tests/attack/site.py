"""A server under attack: a process of its own, what others see of it, and what it holds."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import ProxyHandler, Request, build_opener

from gofteh.records import Article, Failure, Reading
from gofteh.store import open_store
from served import address_of, as_in_a_terminal

API = "/api/v1"
NAMES = ("لیلا فرهمند", "الهام مشکاتی", "رضا نیکو", "مینا پورداد")
# What others do meanwhile: the server's health, a search, an article.
OTHERS = (f"{API}/health", f"{API}/search?words=%D8%B3%D8%AF", "/articles/n1")
_OPENER = build_opener(ProxyHandler({}))
_EXTRACTED = 30
_STOP_SECONDS = 30


def fill(place: Path, articles: int = 40, characters: int = 400) -> None:
    """Store fictional articles, the first with statements, the others of so many characters."""
    from gofteh.pipeline import extract

    bulk = ("ب" * 59 + " ") * (characters // 60)  # few words: quickly stored
    made = (
        Article(
            id=f"n{number}",
            title=f"خبر سد {number}",
            text=f"{NAMES[number % 4]} گفت: سد {number} پر است.\n"
            + (bulk if number >= _EXTRACTED else ""),
            outlet="پگاه",
            published=f"20{number % 20:02}-0{1 + number % 9}-11",
        )
        for number in range(articles)
    )

    def read(items: Iterable[Article | Failure]) -> Iterator[Reading | Failure]:
        for item in items:
            if isinstance(item, Failure):
                yield item
            else:
                yield extract(item) if int(item.id[1:]) < _EXTRACTED else Reading(item)

    with open_store(str(place)) as store:
        for _ in store.ingest(made, read):
            pass


@dataclass
class Site:
    """A running server: its address, its process, and a folder of its own."""

    address: str
    process: subprocess.Popen[str]
    folder: Path
    database: Path
    log: list[str] = field(default_factory=list)

    @property
    def port(self) -> int:
        return int(self.address.rpartition(":")[2])

    def ask(
        self,
        path: str,
        data: bytes | None = None,
        headers: Mapping[str, str] | None = None,
        seconds: float = 60,
    ) -> tuple[int, bytes]:
        """Return the status and the body of an answer; 0 where none came in time."""
        request = Request(self.address + path, data, dict(headers or {}))
        try:
            with _OPENER.open(request, timeout=seconds) as answer:
                return answer.status, answer.read()
        except HTTPError as error:
            return error.code, error.read()
        except OSError:
            return 0, b""

    def connect(self, sent: bytes = b"", *, source: str = "127.0.0.1") -> socket.socket:
        """Return a raw connection from an address of this machine that has sent something."""
        made = socket.socket()
        made.settimeout(30)
        made.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        made.bind((source, 0))
        made.connect(("127.0.0.1", self.port))
        if sent:
            made.sendall(sent)
        return made

    def stop(self, how: signal.Signals = signal.SIGTERM) -> tuple[int, float]:
        """Stop it; return its exit code and the seconds until it was gone."""
        began = time.monotonic()
        self.process.send_signal(how)
        code = self.process.wait(_STOP_SECONDS)
        return code, time.monotonic() - began

    def logged(self, text: str, seconds: float = 60) -> bool:
        """Whether the server writes something down: it does so after it has answered."""
        until = time.monotonic() + seconds
        while text not in "".join(self.log):
            if time.monotonic() > until:
                return False
            time.sleep(0.02)
        return True

    def descriptors(self) -> int:
        """Return how many files and sockets the server has open."""
        return sum(1 for _ in Path(f"/proc/{self.process.pid}/fd").iterdir())

    def megabytes(self) -> int:
        """Return the server's memory, without its workshop's."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        found = re.search(r"VmRSS:\s+(\d+)", status)
        return int(found[1]) // 1024 if found else 0


@contextmanager
def serving(*options: str, articles: int = 40, characters: int = 400) -> Iterator[Site]:
    """Yield a server with fictional articles; it ends with the block."""
    with tempfile.TemporaryDirectory(prefix="gofteh-attack-") as folder:
        database = Path(folder) / "news.db"
        fill(database, articles, characters)
        with started(database, *options) as site:
            yield site


@contextmanager
def started(database: Path, *options: str) -> Iterator[Site]:
    """Yield a server over a database."""
    command = [sys.executable, "-m", "gofteh.cli", "serve", "--db", str(database), "--port", "0"]
    process = subprocess.Popen(
        [*command, *options],
        env={**os.environ, "PYTHONUTF8": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        preexec_fn=as_in_a_terminal,
    )
    try:
        log: list[str] = []
        address = address_of(process, log)
        threading.Thread(target=_drain, args=(process, log), daemon=True).start()
        yield Site(address, process, database.parent, database, log)
    finally:
        process.kill()
        process.wait(_STOP_SECONDS)


def _drain(process: subprocess.Popen[str], log: list[str]) -> None:
    assert process.stdout is not None
    with suppress(ValueError):
        log.extend(process.stdout)


@dataclass
class Waits:
    """How long the others waited, in seconds, and how many were not answered well."""

    seconds: list[float] = field(default_factory=list)
    failed: int = 0

    def __str__(self) -> str:
        if not self.seconds:
            return f"none answered, {self.failed} failed"
        order = sorted(self.seconds)
        return (
            f"{len(order)} answered: median {order[len(order) // 2] * 1000:.0f} ms, "
            f"worst {order[-1] * 1000:.0f} ms; {self.failed} failed"
        )


@contextmanager
def others(site: Site, *, pause: float = 0.1, seconds: float = 20) -> Iterator[Waits]:
    """Let another reader, from an address of its own, go on reading until the block ends."""
    waits, ended = Waits(), threading.Event()

    def read() -> None:
        number = 0
        while not ended.is_set():
            asked = OTHERS[number % len(OTHERS)]
            number += 1
            began = time.monotonic()
            status = ask_from("127.0.0.7", site.port, asked, seconds)
            waits.seconds.append(time.monotonic() - began)
            waits.failed += status != 200
            ended.wait(pause)

    reader = threading.Thread(target=read, daemon=True)
    reader.start()
    try:
        yield waits
    finally:
        ended.set()
        reader.join(seconds + 5)


def ask_from(source: str, port: int, path: str, seconds: float = 30) -> int:
    """Return the status that an address of this machine gets; 0 where there is none in time."""
    try:
        with socket.create_connection(("127.0.0.1", port), seconds, (source, 0)) as made:
            made.settimeout(seconds)
            made.sendall(request(path, "Connection: close"))
            head = b""
            while piece := made.recv(65536):
                head = head or piece
            return int(head.split(b" ", 2)[1]) if head else 0
    except (OSError, IndexError, ValueError):
        return 0


def request(path: str, *headers: str, method: str = "GET", host: str = "127.0.0.1") -> bytes:
    """Return the head of a request."""
    return "\r\n".join((f"{method} {path} HTTP/1.1", f"Host: {host}", *headers, "", "")).encode()
