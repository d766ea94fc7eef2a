"""What a server is told when it starts."""

from __future__ import annotations

import ipaddress
import secrets
from dataclasses import dataclass, field

MEGABYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class Limits:
    """What one request, and one client, may cost. Sizes in bytes, times in seconds.

    ``body`` bounds a request's body, ``line`` a line of a bulk ingest, whose whole has no
    bound. ``upload`` is the time for the whole of such a body, ``idle`` that between two pieces
    of any, ``query`` that of one search. A client may make ``rate`` requests a second in the long
    run and ``burst`` at once; ``rate`` 0 sets no such limit. So many requests at once use the
    database (``stores``), extract, repair or export (``heavy``), store in bulk (``ingests``).
    """

    body: int = MEGABYTE
    line: int = MEGABYTE
    characters: int = 200_000
    upload: float = 60.0
    query: float = 10.0
    idle: float = 30.0
    rate: float = 20.0
    burst: int = 200
    stores: int = 4
    heavy: int = 4
    ingests: int = 2


@dataclass(frozen=True, slots=True)
class Settings:
    """Where a server finds its statements, where it listens, and what it allows.

    ``jobs`` is the number of processes that extract what comes in bulk; with 1 the server does it
    itself. ``hosts`` are names by which it may be asked besides those of this machine. ``secret``
    signs what forms carry; it lives as long as the process.
    """

    db: str = "gofteh.db"
    host: str = "127.0.0.1"
    port: int = 8460
    hosts: tuple[str, ...] = ()
    demo: bool = False
    jobs: int = 1
    limits: Limits = field(default_factory=Limits)
    secret: bytes = field(default_factory=lambda: secrets.token_bytes(32), repr=False)

    @property
    def is_local(self) -> bool:
        """Whether only this machine can ask: then, and only then, it may work without tokens."""
        return is_loopback(self.host) and not self.hosts


def is_loopback(host: str) -> bool:
    """Return whether a name or an address stands for this machine alone."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False
