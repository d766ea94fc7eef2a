"""A server that is told to go while it works (23)."""

from __future__ import annotations

from contextlib import closing
from socket import socket

from attack.site import API, Site, request, serving, started

_RUNS = 10


def export_under_way(site: Site) -> socket:
    """Ask for an export and read its beginning."""
    made = site.connect(request(f"{API}/export?format=doccano"))
    assert made.recv(1024).startswith(b"HTTP/1.1 200")
    return made


def main() -> None:
    with serving(articles=400, characters=40_000) as filled:
        codes, times = [], []
        for _ in range(_RUNS):
            with started(filled.database) as site, closing(export_under_way(site)):
                code, took = site.stop()
                codes.append(code)
                times.append(took)
        print(
            f"  {_RUNS} times SIGTERM during an export: exit codes {sorted(codes)}, "
            f"gone after {max(times):.1f} s at most",
            flush=True,
        )
