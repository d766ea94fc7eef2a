"""A Persian font of the server's machine, for readers whose own machine has none: served by us.

Fonts come with packages of the system, under licences that let them be served: the SIL Open Font
License 1.1. None is part of gofteh. A reader's own font goes before, so most never ask for it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

# Where packages put fonts, and administrators.
FOLDERS = (Path("/usr/local/share/fonts"), Path("/usr/share/fonts"))


@dataclass(frozen=True, slots=True)
class Face:
    """A font: its family, its files by weight, the best format first."""

    family: str
    files: tuple[tuple[str, Path], ...]


# The better for Persian first; names of files as their makers give them, and those that packages
# of Debian, Fedora and Alpine have: the regular weight, then the bold one.
_FAMILIES = (
    ("Vazirmatn", ("Vazirmatn-Regular", "Vazirmatn-Bold")),
    ("Noto Sans Arabic", ("NotoSansArabic-Regular", "NotoSansArabic-Bold")),
    ("Noto Sans Arabic UI", ("NotoSansArabicUI-Regular", "NotoSansArabicUI-Bold")),
    ("Noto Naskh Arabic", ("NotoNaskhArabic-Regular", "NotoNaskhArabic-Bold")),
)
_WEIGHTS = ("normal", "bold")
_SUFFIXES = (".woff2", ".ttf", ".otf")
TYPES = {".woff2": "font/woff2", ".ttf": "font/ttf", ".otf": "font/otf"}
_FORMATS = {".woff2": "woff2", ".ttf": "truetype", ".otf": "opentype"}
# Arabic letters, digits and signs, half-spaces, and forms of letters: all else is the reader's own.
_RANGE = "U+0600-06FF, U+0750-077F, U+200C-200F, U+FB50-FDFF, U+FE70-FEFC"


def face_in(folders: Iterable[Path]) -> Face | None:
    """Return the best font that stands in some folders; ``None`` where none has a regular weight.

    Looks through the folders: to be asked for once.
    """
    there = {
        path.name: path
        for folder in folders
        for path in (*folder.glob("*"), *folder.glob("*/*"), *folder.glob("*/*/*"))
        if path.suffix in _SUFFIXES and path.is_file() and path.stat().st_size
    }
    for family, stems in _FAMILIES:
        files = tuple(
            (weight, found)
            for weight, stem in zip(_WEIGHTS, stems, strict=True)
            if (found := _first(there, stem))
        )
        if files and files[0][0] == _WEIGHTS[0]:
            return Face(family, files)
    return None


def _first(there: dict[str, Path], stem: str) -> Path | None:
    return next((there[stem + suffix] for suffix in _SUFFIXES if stem + suffix in there), None)


@cache
def face() -> Face | None:
    """Return the font that this machine has; looked for once."""
    return face_in(FOLDERS)


def style(face: Face, addresses: Iterable[str]) -> str:
    """Return the style sheet that names a font's files, whose addresses are given, ``gofteh``."""
    return "\n".join(
        f'@font-face {{ font-family: "gofteh"; font-weight: {weight}; font-display: swap; '
        f'src: url("{address}") format("{_FORMATS[path.suffix]}"); unicode-range: {_RANGE} }}'
        for (weight, path), address in zip(face.files, addresses, strict=True)
    )
