"""Connections that say nothing, or say it slowly (21)."""

from __future__ import annotations

import time
from contextlib import closing, suppress
from socket import socket

from attack.site import API, Site, ask_from, request, serving


def idle(site: Site, number: int, source: str = "127.0.0.1") -> list[socket]:
    """Open connections, and say nothing."""
    made = []
    for _ in range(number):
        with suppress(OSError):
            made.append(site.connect(source=source))
    return made


def ended_after(made: socket, seconds: float) -> tuple[float, bytes]:
    """Return when the server ended a connection, at most ``seconds``, and what it said."""
    began = time.monotonic()
    made.settimeout(seconds)
    said = b""
    with suppress(OSError):
        while piece := made.recv(4096):
            said += piece
    return time.monotonic() - began, said


def answers(site: Site) -> tuple[int, int]:
    """Return what the attacker's own address and another one get."""
    return (
        ask_from("127.0.0.1", site.port, f"{API}/health", 10),
        ask_from("127.0.0.9", site.port, f"{API}/health", 10),
    )


def main() -> None:
    with serving() as site:
        made = idle(site, 1005)
        print(
            f"  {len(made)} idle connections: same address {answers(site)[0]}, "
            f"another {answers(site)[1]}; {site.descriptors()} descriptors",
            flush=True,
        )
        for one in made:
            one.close()
        with closing(site.connect(b"GET / HTTP/1.1\r\nHost: 127")) as half:
            took, said = ended_after(half, 40)
            print(f"  half a head: {took:.0f} s, {said[:40]!r}", flush=True)
        head = request(f"{API}/repair", "Content-Length: 100", method="POST")
        with closing(site.connect(head + b"{")) as slow:
            took, said = ended_after(slow, 70)
            print(f"  a body that stops: {took:.0f} s, {said[:40]!r}", flush=True)
