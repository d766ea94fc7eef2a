"""The style, the scripts, the sign and the font of the pages, by names that change with them."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from fastapi import APIRouter
from starlette.responses import Response

from gofteh.server.errors import Problem
from gofteh.server.pages import fonts

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


_FONTS = "fonts.css"


@cache
def _file(name: str) -> _File:
    return _digested((files("gofteh.server.pages") / "static" / name).read_bytes())


def _digested(content: bytes) -> _File:
    return _File(content, hashlib.sha256(content).hexdigest()[:12])


@cache
def _font_files() -> dict[str, tuple[_File, str]]:
    """The font of this machine: its style sheet and its files, each with its type."""
    face = fonts.face()
    if face is None:
        return {}
    try:
        there = {
            path.name: (_digested(path.read_bytes()), fonts.TYPES[path.suffix])
            for _, path in face.files
        }
    except OSError:  # gone or not to be read: pages go without, as on a machine without a font
        return {}
    addresses = [f"/static/{file.digest}/{name}" for name, (file, _) in there.items()]
    style = _digested(fonts.style(face, addresses).encode())
    return there | {_FONTS: (style, _TYPES["gofteh.css"])}


def fonts_address() -> str | None:
    """Return the address of the style sheet of this machine's font; ``None`` without one."""
    there = _font_files()
    return f"/static/{there[_FONTS][0].digest}/{_FONTS}" if there else None


def address_of(name: str) -> str:
    """Return the address of a file."""
    return f"/static/{_file(name).digest}/{name}"


@router.get("/static/{digest}/{name}")
def static(digest: str, name: str) -> Response:
    """Answer with a file; an old digest leads to no file."""
    known = (_file(name), _TYPES[name]) if name in _TYPES else _font_files().get(name)
    if known is None or known[0].digest != digest:
        raise Problem(404, "not-found", "there is no such file.")
    return Response(known[0].content, media_type=known[1], headers=_HEADERS)
