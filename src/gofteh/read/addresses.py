"""Which network addresses may be asked: checked after the name was resolved."""

from __future__ import annotations

import ipaddress
import socket
from dataclasses import dataclass
from urllib.parse import urlsplit

from gofteh.read.errors import ReadError

_PORTS = {"http": 80, "https": 443}
_ALLOW = (
    "to read it, allow private addresses (--allow-private; in a feeds.toml allow_private = true)"
)
# They lead to IPv4 addresses behind a translator: `is_global` says yes to both.
# The others are no longer, or not yet, of the open internet, whatever Python's tables say.
_CLOSED = tuple(
    ipaddress.ip_network(net)
    for net in (
        *("64:ff9b::/96", "64:ff9b:1::/48", "2002::/16", "2001::/32", "::ffff:0:0:0/96", "::/96"),
        *("fec0::/10", "3fff::/20", "5f00::/16"),
    )
)

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address


@dataclass(frozen=True, slots=True)
class Target:
    """A checked place to connect to: the name it was asked for by, and its addresses."""

    scheme: str
    host: str
    port: int
    addresses: tuple[str, ...]


def target(url: str, *, allow_private: bool) -> Target:
    """Return where a URL leads; raise ``ReadError`` where it may not be asked."""
    scheme, host, port = _parts(url)
    if not allow_private and port != _PORTS[scheme]:
        raise ReadError("refused", f"port {port} is refused; {_ALLOW}")
    addresses = _resolved(host, port)
    if not allow_private:
        for address in addresses:
            _check(address, host)
    return Target(scheme, host, port, tuple(map(str, addresses)))


def is_public(address: IPAddress) -> bool:
    """Return whether an address belongs to the open internet."""
    if isinstance(address, ipaddress.IPv6Address):
        if address.ipv4_mapped:
            return is_public(address.ipv4_mapped)
        if any(address in net for net in _CLOSED):
            return False
    return address.is_global and not address.is_multicast and not address.is_reserved


def _parts(url: str) -> tuple[str, str, int]:
    try:
        parts = urlsplit(url)
        scheme, host, port = parts.scheme.lower(), parts.hostname, parts.port
    except ValueError as error:
        raise ReadError("bad-url", f"not an address: {error}") from error
    if scheme not in _PORTS or not host:
        raise ReadError("bad-url", "only http and https addresses with a host can be read")
    return scheme, host, port or _PORTS[scheme]


def _resolved(host: str, port: int) -> list[IPAddress]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise ReadError("unknown-host", f"the host {host} cannot be found ({error})") from error
    names = dict.fromkeys(str(info[4][0]).partition("%")[0] for info in found)
    return [ipaddress.ip_address(name) for name in names]


def _check(address: IPAddress, host: str) -> None:
    if not is_public(address):
        raise ReadError(
            "refused",
            f"{host} leads to {address}, an address of this machine or of a private network; "
            f"{_ALLOW}",
        )
