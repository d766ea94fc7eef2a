"""Bytes to text: marks, declarations, strict UTF-8, and a guess for old Persian pages."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from gofteh.read.errors import ReadError
from gofteh.read.mojibake import persian_score, repair

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Labels that are believed. Others (utf-7, base64 and their like) are no encodings of a page.
_LABELS = {
    "utf-8": "utf-8",
    "utf8": "utf-8",
    "windows-1256": "cp1256",
    "cp1256": "cp1256",
    "cp-1256": "cp1256",
    "x-cp1256": "cp1256",
    "iso-8859-6": "iso8859-6",
    "asmo-708": "iso8859-6",
    "arabic": "iso8859-6",
    "iso-8859-1": "cp1252",
    "latin1": "cp1252",
    "us-ascii": "cp1252",
    "windows-1252": "cp1252",
    "utf-16": "utf-16",
    "utf-16le": "utf-16-le",
    "utf-16be": "utf-16-be",
}
_META = re.compile(
    rb"""<(?:meta|\?xml)\b[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?\s*([\w-]{2,20})""",
    re.IGNORECASE,
)
_META_WITHIN = 4096
_SAMPLE = 1 << 16
_NOT_TEXT = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ufffd\ufffe\uffff]")
# More than this share of control and replacement characters: no text in any encoding.
_MOST_RUBBISH = 0.02
# Files that are not text although some decoder would accept them.
_BINARY_MAGIC = (b"%PDF-", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"PAR1", b"\x7fELF")


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text as it was meant; ``mojibake`` names the mix-up that was undone, if there was one."""

    text: str
    encoding: str
    mojibake: str | None = None


def byte_order_mark(data: bytes) -> str | None:
    """Return the encoding whose mark the bytes begin with, ``None`` without a mark."""
    return next((name for mark, name in _MARKS if data.startswith(mark)), None)


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """Return the text of a page or text file; ``declared`` is the label of an HTTP header.

    A byte order mark wins, then UTF-8 where every byte fits it (which never happens by chance
    in Persian), then what the header or the page declares, then a guess. Mojibake is undone.
    Raises ``ReadError`` for empty and for binary data.
    """
    if not data.strip():
        raise ReadError("empty", "there is nothing in it")
    if data.startswith(_BINARY_MAGIC):
        raise ReadError("binary", "binary data, not text")
    encoding, text = _best(data, declared)
    if len(_NOT_TEXT.findall(text)) > max(1, len(text) * _MOST_RUBBISH):
        raise ReadError("binary", "binary data, or text in an unknown encoding; convert to UTF-8")
    text, mojibake = repair(text)
    return Decoded(text, encoding, mojibake)


def _best(data: bytes, declared: str | None) -> tuple[str, str]:
    mark = byte_order_mark(data)
    if mark:
        return mark, data.decode(mark, "replace")
    wide = _wide(data)
    if wide:
        return wide, data.decode(wide, "replace")
    try:
        return "utf-8", data.decode("utf-8")
    except UnicodeDecodeError:
        return _legacy(data, declared)


def _wide(data: bytes) -> str | None:
    """Return UTF-16 without a mark, known by the NUL bytes of spaces and tags."""
    sample = data[:_SAMPLE]
    low, high = sample[::2].count(0), sample[1::2].count(0)
    few = len(sample) // 20
    if high > few and low <= few // 4:
        return "utf-16-le"
    return "utf-16-be" if low > few and high <= few // 4 else None


def _legacy(data: bytes, declared: str | None) -> tuple[str, str]:
    """Return the decoding that looks most like Persian; what is declared wins a draw."""
    meta = _META.search(data[:_META_WITHIN])
    labels = [declared, meta.group(1).decode("ascii") if meta else None, _detected(data)]
    names = [name for label in labels if label and (name := _LABELS.get(label.strip().lower()))]
    tried = dict.fromkeys([*names, "utf-8", "cp1256"])
    texts = [(name, data.decode(name, "replace")) for name in tried]
    return max(texts, key=lambda pair: persian_score(pair[1]))


def _detected(data: bytes) -> str | None:
    from resiliparse.parse.encoding import detect_encoding

    return detect_encoding(data[:_SAMPLE])
