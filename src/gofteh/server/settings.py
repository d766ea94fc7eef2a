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
    bound. ``header`` is the time for a request's head, ``upload`` that for the whole of a bounded
    body, ``idle`` that between two pieces of any, and for a client to read on; ``query`` that of
    one search, and of the wait for a permit; ``work`` that of extracting or repairing one text or
    article, in ``memory`` bytes. A client may make ``rate`` requests a second in the long run and
    ``burst`` at once, where much work counts as many requests; ``rate`` 0 sets no such limit.

    So many requests at once read the database (``reads``), change it (``writes``), extract or
    repair (``heavy``), fetch an address (``fetches``), are sent an export (``exports``), store in
    bulk (``ingests``): one client half of each at most, and at least one. There are at most
    ``connections``, ``connections_each`` of one address. Drawn pages are kept up to
    ``pages`` bytes.
    """

    body: int = MEGABYTE
    line: int = MEGABYTE
    characters: int = 200_000
    header: float = 10.0
    upload: float = 60.0
    query: float = 10.0
    idle: float = 30.0
    work: float = 30.0
    memory: int = 4 << 30
    rate: float = 20.0
    burst: int = 200
    reads: int = 4
    writes: int = 2
    heavy: int = 4
    fetches: int = 4
    exports: int = 8
    ingests: int = 2
    pages: int = 64 * MEGABYTE
    connections: int = 1000
    connections_each: int = 100


@dataclass(frozen=True, slots=True)
class Settings:
    """Where a server finds its statements, where it listens, and what it allows.

    ``jobs`` is the number of processes that extract what comes in bulk; with 1 the server does it
    itself. ``durable`` has every change on the disk before it is answered. ``hosts`` are names
    by which it may be asked besides those of this machine. ``public`` is the address under which
    people see it, ``smtp`` the server that its e-mail goes through, from ``mail_from``;
    ``private_hooks`` lets webhooks lead to private networks. ``secret`` signs what forms carry; it
    lives as long as the process.
    """

    db: str = "gofteh.db"
    host: str = "127.0.0.1"
    port: int = 8460
    hosts: tuple[str, ...] = ()
    demo: bool = False
    jobs: int = 1
    durable: bool = False
    limits: Limits = field(default_factory=Limits)
    public: str | None = None
    smtp: str | None = field(default=None, repr=False)
    mail_from: str = "gofteh@localhost"
    private_hooks: bool = False
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
