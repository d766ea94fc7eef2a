"""Persian text whose bytes were read in the wrong encoding, and the way back.

A mix-up is undone only where the way back is exact (every character has its byte) and the
result is far more Persian than what stood there. Whole text first, then line by line, so that
one broken headline on a sound page is repaired too.
"""

from __future__ import annotations

import re
from collections.abc import Callable

# Letters by how much they speak for Persian as it is written. What wrongly read bytes turn
# into most often (ط ظ غ; Latin letters with marks; symbols amid letters) speaks against it.
_COMMON = frozenset("ایيرندهوتمبسشکكلزفگخقپحعآجچءئأۀة")
_RARE_ARABIC = frozenset("طظغصضثذژؤ")
_SILENT = re.compile(r"[\x00-\x7f\u200c\u200d\u200e\u200f\xa0«»…“”‘’–—،؛؟٪۰-۹٠-٩ً-ْ•]+")
# Wrongly read UTF-8 shows its lead bytes: Ø Ù Û Ú Ã â (Latin) or ط ظ غ ع … before a symbol.
_SUSPICION = re.compile(
    r"(?:[ØÙÛÚÃÂ][\u0080-\u00ff\u0152-\u0178\u02c6-\u02dc\u2013-\u2122\u20ac]){2}"
    r"|(?:[طظغعپ][\u0080-\u00bf\u0152-\u0192\u2013-\u2122\u20ac\u0600-\u06ff]\s?){4}"
    r"|[\u00c0-\u00ff]{3}"
)
# Every byte is a letter in Windows-1256, so European words have a way back, too: it is known to
# be wrong by Arabic letters amid Latin ones.
_ARABIC = re.compile(r"[\u0600-\u06ff]")
_MIXED = re.compile(r"(?<=[A-Za-z])[\u0600-\u06ff]|[\u0600-\u06ff](?=[A-Za-z])")
_MOST_MIXED = 0.1
_GAIN = 0.25
_SAMPLE = 1 << 16
_MOST_PASSES = 3

# What Windows-1252 leaves open passes through as the control character of the same number.
_SLOPPY = {byte: chr(byte) for byte in (0x81, 0x8D, 0x8F, 0x90, 0x9D)}
_TO_LATIN = {bytes([b]).decode("cp1252", "ignore") or _SLOPPY[b]: b for b in range(256)}


def _latin_bytes(text: str) -> bytes:
    try:
        return bytes([_TO_LATIN[char] for char in text])
    except KeyError:
        return text.encode("latin-1")


def _utf8_as_cp1256(text: str) -> str:
    return text.encode("cp1256").decode("utf-8")


def _utf8_as_latin(text: str) -> str:
    return _latin_bytes(text).decode("utf-8")


def _cp1256_as_latin(text: str) -> str:
    back = _latin_bytes(text).decode("cp1256")
    if len(_MIXED.findall(back)) > _MOST_MIXED * len(_ARABIC.findall(back)):
        raise UnicodeError("these were French or Icelandic words")
    return back


_REVERSERS: tuple[tuple[str, Callable[[str], str]], ...] = (
    ("utf-8 read as windows-1256", _utf8_as_cp1256),
    ("utf-8 read as windows-1252", _utf8_as_latin),
    ("windows-1256 read as windows-1252", _cp1256_as_latin),
)


def persian_score(text: str) -> float:
    """Return how Persian the non-ASCII letters look: 1 for fluent Persian, below 0 for rubbish.

    0 where there are none.
    """
    letters = _SILENT.sub("", text)[:_SAMPLE]
    if not letters:
        return 0.0
    common = sum(char in _COMMON for char in letters)
    rare = sum(char in _RARE_ARABIC for char in letters)
    return (common + 0.3 * rare - (len(letters) - common - rare)) / len(letters)


def repair(text: str) -> tuple[str, str | None]:
    """Return the text as it was meant, and the name of the mix-up; ``None`` if it was sound."""
    if not _SUSPICION.search(text):
        return text, None
    whole, kind = _undo(text)
    if kind:
        return whole, kind
    lines = [_undo(line) if _SUSPICION.search(line) else (line, None) for line in _lines(text)]
    kind = next((name for _, name in lines if name), None)
    return ("".join(line for line, _ in lines), kind) if kind else (text, None)


def _lines(text: str) -> list[str]:
    """Split after line feeds only: other separators may be broken letters."""
    return re.split(r"(?<=\n)", text)


def _undo(text: str) -> tuple[str, str | None]:
    kinds: list[str] = []
    for _ in range(_MOST_PASSES):
        better = _one_step(text)
        if better is None:
            break
        name, text = better
        kinds.append(name)
    return text, ", ".join(kinds) or None


def _one_step(text: str) -> tuple[str, str] | None:
    """Return the best way back. A step between two mix-ups may look no better: look one on."""
    ways = [(name, back) for name, way in _REVERSERS if (back := _try(way, text)) is not None]
    scored = [(_promise(back), name, back) for name, back in ways]
    best = max(scored, default=None)
    if best is None or best[0][0] < persian_score(text) + _GAIN:
        return None
    return best[1], best[2]


def _promise(text: str) -> tuple[float, float]:
    """Return the best score within one further step, then the score at once (fewer steps win)."""
    now = persian_score(text)
    backs = (_try(way, text) for _, way in _REVERSERS[:2])
    return max([now, *(persian_score(back) for back in backs if back is not None)]), now


def _try(way: Callable[[str], str], text: str) -> str | None:
    try:
        back = way(text)
    except UnicodeError:
        return None
    return back if back != text else None
