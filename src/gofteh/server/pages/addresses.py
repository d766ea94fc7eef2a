"""The address under which others find a page of ours, for what is taken away."""

from __future__ import annotations

from fastapi import Request

from gofteh.server.settings import is_loopback


def public_address(request: Request) -> str | None:
    """Return the server's address for others, without a slash at its end.

    The one it was told (``--public-url``), else the one it is asked by; ``None`` where that is
    of this machine alone, since nobody else could follow it.
    """
    told: str | None = request.app.state.settings.public
    if told:
        return told.rstrip("/")
    if is_loopback(request.url.hostname or ""):
        return None
    return str(request.base_url).rstrip("/")
