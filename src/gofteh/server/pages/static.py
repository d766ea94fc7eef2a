"""The style, the script and the sign of the pages: files of the package, by a name that changes."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from fastapi import APIRouter
from starlette.responses import Response

from gofteh.server.errors import Problem

router = APIRouter()

_TYPES = {
    "gofteh.css": "text/css; charset=utf-8",
    "gofteh.js": "text/javascript; charset=utf-8",
    "bring.js": "text/javascript; charset=utf-8",
    "desk.js": "text/javascript; charset=utf-8",
    "mark.svg": "image/svg+xml",
}
# An address holds a digest of the content, so a browser never needs to ask again.
_HEADERS = {"Cache-Control": "public, max-age=31536000, immutable"}


class _File(NamedTuple):
    content: bytes
    digest: str


@cache
def _file(name: str) -> _File:
    content = (files("gofteh.server.pages") / "static" / name).read_bytes()
    return _File(content, hashlib.sha256(content).hexdigest()[:12])


def address_of(name: str) -> str:
    """Return the address of a file."""
    return f"/static/{_file(name).digest}/{name}"


@router.get("/static/{digest}/{name}")
def static(digest: str, name: str) -> Response:
    """Answer with a file; an old digest leads to no file."""
    if name not in _TYPES or _file(name).digest != digest:
        raise Problem(404, "not-found", "there is no such file.")
    return Response(_file(name).content, media_type=_TYPES[name], headers=_HEADERS)
