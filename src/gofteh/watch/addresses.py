"""Addresses in one form: what is one page to a reader is one address here."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import parse_qsl, quote, urlencode, urlsplit, urlunsplit

_PORTS = {"http": 80, "https": 443}
# Parameters that tell where a reader came from, never which page is meant.
_TRACKERS = re.compile(
    r"utm_\w+|(?:fb|g|d|y|ms|tw|igsh)clid|igshid|mc_[ce]id|_ga|_gl|at_\w+|ns_\w+|"
    r"ref|ref_src|ref_url|wt\.mc_id|cmpid|ocid|traffic_source",
    re.IGNORECASE,
)
_SAFE_PATH = "/:@!$&'()*+,;=~-._%"
_LONGEST = 2000


def canonical(url: str) -> str | None:
    """Return an address in one form; ``None`` where it is no address of the web, or too long.

    The host in lower case and as IDNA writes it, without the scheme's own port, fragment, dots in
    the path and trackers; letters beyond ASCII in percent signs. Scheme, slashes at the end and
    other parameters stay, in their order: servers tell them apart.
    """
    try:
        parts = urlsplit(unicodedata.normalize("NFC", url.strip()))
        host, port, scheme = parts.hostname or "", parts.port, parts.scheme.lower()
        host = host if host.isascii() else host.encode("idna").decode("ascii")
    except (ValueError, UnicodeError):
        return None
    if scheme not in _PORTS or not host:
        return None
    host = f"[{host}]" if ":" in host else host
    place = host if port in (None, _PORTS[scheme]) else f"{host}:{port}"
    path = quote(_without_dots(parts.path) or "/", safe=_SAFE_PATH)
    made = urlunsplit((scheme, place, path, _query(parts.query), ""))
    return made if len(made) <= _LONGEST else None


def host_of(url: str) -> str:
    """Return the host of an address in one form, with its port where that is not the scheme's."""
    return urlsplit(url).netloc


def robots_of(url: str) -> str:
    """Return where the rules for robots of an address's host are."""
    parts = urlsplit(url)
    return urlunsplit((parts.scheme, parts.netloc, "/robots.txt", "", ""))


def is_front(url: str) -> bool:
    """Return whether an address is that of a whole site."""
    parts = urlsplit(url)
    return parts.path in ("", "/") and not parts.query


def _query(query: str) -> str:
    if not query:
        return ""
    pairs = parse_qsl(query, keep_blank_values=True)
    kept = [pair for pair in pairs if not _TRACKERS.fullmatch(pair[0])]
    # What carries no pairs is an id by itself: it stays as it is.
    return urlencode(kept) if len(kept) < len(pairs) else quote(query, safe=_SAFE_PATH + "?/")


def _without_dots(path: str) -> str:
    if "/." not in path:
        return path
    kept: list[str] = []
    for part in path.split("/"):
        if part == "..":
            del kept[max(len(kept) - 1, 1) :]
        elif part != ".":
            kept.append(part)
    whole = "/".join(kept)
    return whole + "/" if path.endswith(("/.", "/..")) and not whole.endswith("/") else whole
