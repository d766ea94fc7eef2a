"""Addresses as they may be shown: without the password in them."""

from __future__ import annotations

import re

# scheme://user:password@host, as far as an address can go; and libpq's own way to write it.
_IN_ADDRESS = re.compile(r"(?P<scheme>\b[a-zA-Z][a-zA-Z0-9+.-]{1,30}://)[^\s/?#'\"<>]{1,2000}@")
_AS_FIELD = re.compile(
    r"(?P<name>\bpassword\s{0,3}=\s{0,3})(?:'[^']{0,500}'|[^\s&'\"]{1,500})", re.I
)


def without_passwords(text: str) -> str:
    """Return a text in which no address tells who signs in with what."""
    if "@" in text:
        text = _IN_ADDRESS.sub(r"\g<scheme>…@", text)
    return _AS_FIELD.sub(r"\g<name>…", text)
