"""WebAnno TSV 3.3, which INCEpTION reads and writes: a zip of one ``.tsv`` an article.

The INCEpTION project needs a span layer ``webanno.custom.Said`` with the string features
``part`` (content, cue, source), ``statement``, ``speaker`` and ``manner``; parts of one statement
share ``statement``. Format: INCEpTION user guide, "WebAnno TSV 3.3". Offsets count UTF-16 units.
"""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate
from pathlib import Path, PurePosixPath
from typing import BinaryIO
from urllib.parse import quote, unquote

from gofteh.annotate.cutting import cut_tokens
from gofteh.annotate.marks import AnnotationError, Mark, Marks, Place, marks_of
from gofteh.records import Failure, Reading
from gofteh.report.wellformed import well_formed

_HEADER = "#FORMAT=WebAnno TSV 3.3\n#T_SP=webanno.custom.Said|part|statement|speaker|manner\n\n\n"
# File names that every system takes; a longer key becomes a hash.
_LONGEST_NAME = 120
_FIXED_DATE = (1980, 1, 1, 0, 0, 0)

_ESCAPED = {"\\": r"\\", "[": r"\[", "]": r"\]", "|": r"\|", "_": r"\_", ";": r"\;",
            "\t": r"\t", "\n": r"\n", "*": r"\*"}  # fmt: skip
_VALUE = re.compile(r"->|[\\\[\]|_;\t\n*]")
_UNESCAPE = re.compile(r"\\(->|.)", re.S)
_TEXT = re.compile(r"[\x00-\x1f\\]")
_TEXT_ESCAPES = {"\t": r"\t", "\f": r"\f", "\r": r"\r", "\b": r"\b", "\\": r"\\"}
_NUMBERED = re.compile(r"(?P<value>.*?)(?<!\\)\[(?P<number>\d+)\]", re.S)


class WebAnnoWriter:
    """Writes a zip with a file an article; failures have no text to annotate."""

    def __init__(self, out: BinaryIO) -> None:
        self._zip = zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED)

    def write(self, item: Reading | Failure) -> None:
        """Write one article's file."""
        if isinstance(item, Reading) and item.article.raw.strip():
            marks = marks_of(item)
            info = zipfile.ZipInfo(file_name(marks.article), _FIXED_DATE)
            info.compress_type = zipfile.ZIP_DEFLATED
            self._zip.writestr(info, tsv_of(marks).encode())

    def close(self) -> None:
        """Write the zip's directory."""
        self._zip.close()


def file_name(article: str) -> str:
    """Return the name of an article's file."""
    name = quote(well_formed(article), safe="")
    if len(name) > _LONGEST_NAME:
        name = hashlib.sha256(name.encode()).hexdigest()[:32]
    return f"{name}.tsv"


@dataclass(frozen=True, slots=True)
class _Part:
    place: Place
    features: tuple[str, str, str, str]


def _parts(marks: Marks) -> Iterator[_Part]:
    for mark in marks.statements:
        common = (mark.id, mark.speaker or "", mark.manner or "")
        for name, places in (("content", mark.content), ("cue", mark.cue)):
            yield from (_Part(place, (name, *common)) for place in places)
        if mark.source:
            yield _Part(mark.source, ("source", *common))


def tsv_of(marks: Marks) -> str:
    """Return an article's file: a sentence a line of the text, a row a token."""
    raw = well_formed(marks.pieces[0][1])
    parts = list(_parts(marks))
    edges = sorted({edge for part in parts for edge in part.place})
    units = list(accumulate((2 if ord(c) > 0xFFFF else 1 for c in raw), initial=0))
    at: dict[int, list[int]] = defaultdict(list)  # the parts over each token, by its start
    out = [_HEADER]
    sentence = start = 0
    for line in raw.split("\n"):
        tokens = cut_tokens(line, start, edges)
        if tokens:
            sentence += 1
            out.append(f"#Text={_escaped_text(raw[tokens[0][0] : tokens[-1][1]])}\n")
            _cover(tokens, parts, at)
            for number, (first, last) in enumerate(tokens, 1):
                cells = "\t".join(_cells(at.get(first, []), parts))
                place = f"{units[first]}-{units[last]}"
                out.append(f"{sentence}-{number}\t{place}\t{raw[first:last]}\t{cells}\n")
            out.append("\n")
        start += len(line) + 1
    return "".join(out)


def _cover(tokens: list[Place], parts: list[_Part], at: dict[int, list[int]]) -> None:
    starts = [first for first, _ in tokens]
    for number, part in enumerate(parts):
        start, end = part.place
        for index in range(bisect_left(starts, start), bisect_left(starts, end)):
            at[starts[index]].append(number)


def _cells(numbers: list[int], parts: list[_Part]) -> list[str]:
    if not numbers:
        return ["_"] * 4
    return [
        "|".join(f"{_escaped(parts[n].features[i]) or '*'}[{n + 1}]" for n in numbers)
        for i in range(4)
    ]


def _escaped(value: str) -> str:
    return _VALUE.sub(lambda m: _ESCAPED.get(m.group(), "\\" + m.group()), value)


def _escaped_text(text: str) -> str:
    return _TEXT.sub(lambda m: _TEXT_ESCAPES.get(m.group(), "\\" + m.group()), text)


# --- back ---------------------------------------------------------------------------------


def read_webanno(path: str) -> Iterator[Marks]:
    """Yield the marks of a ``.tsv`` file or of all in a zip, as INCEpTION exports them.

    Raises `AnnotationError` for a file that is none. Positions stay in UTF-16 units only where
    the text has none beyond 16 bits; others are turned into code points by the tokens' texts.
    """
    if not zipfile.is_zipfile(path):
        yield _read(Path(path).name, Path(path).read_bytes())
        return
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if name.endswith(".tsv"):
                yield _read(name, archive.read(name))


def _read(name: str, data: bytes) -> Marks:
    try:
        lines = io.StringIO(data.decode("utf-8"), newline="\n").read().split("\n")
    except UnicodeDecodeError as error:
        raise AnnotationError(f"{name}: not UTF-8 ({error})") from error
    if not lines[0].startswith("#FORMAT=WebAnno TSV 3"):
        raise AnnotationError(f"{name}: no WebAnno TSV 3 file")
    wanted = _columns(name, lines)
    found = _Found()
    for number, line in enumerate(lines, 1):
        if line[:1].isdigit():
            try:
                found.add(line.split("\t"), wanted)
            except (ValueError, IndexError) as error:
                raise AnnotationError(f"{name}:{number}: no row of a token ({error})") from error
    return Marks(_article(name), tuple(found.pieces), found.statements())


def _columns(name: str, lines: list[str]) -> list[int]:
    """Return which columns hold part, statement, speaker and manner."""
    column = 3
    for line in lines[1:]:
        kind, _, rest = line.partition("=")
        if kind not in ("#T_SP", "#T_CH", "#T_RL"):
            break
        layer, *features = rest.split("|")
        if layer.endswith(".Said"):
            return [column + features.index(f) for f in ("part", "statement", "speaker", "manner")]
        column += max(1, len(features))
    raise AnnotationError(f"{name}: there is no layer webanno.custom.Said in it")


def _article(name: str) -> str:
    parts = [part for part in PurePosixPath(name).parts if part.endswith(".tsv")]
    return unquote(parts[0].removesuffix(".tsv")) if parts else ""


@dataclass(slots=True)
class _Found:
    """Tokens read so far, and the parts over them."""

    pieces: list[tuple[int, str]] = field(default_factory=list)
    _places: dict[str, Place] = field(default_factory=dict)
    _features: dict[str, tuple[str, ...]] = field(default_factory=dict)
    _beyond: int = 0  # characters so far that are two units

    def add(self, cells: list[str], wanted: list[int]) -> None:
        """Take a row: a token, or a part of one (``1-2.1``)."""
        number, offsets, text = cells[:3]
        first, last = (int(unit) for unit in offsets.split("-"))
        place = first - self._beyond, last - self._beyond - _pairs(text)
        if "." not in number:
            self.pieces.append((place[0], text))
            self._beyond += _pairs(text)
        columns = [_split(cells[index]) for index in wanted]
        for values in zip(*columns, strict=True):
            self._mark(number, place, values)

    def _mark(self, number: str, place: Place, values: tuple[str, ...]) -> None:
        if values[0] == "_":
            return
        match = _NUMBERED.fullmatch(values[0])
        key = match["number"] if match else f"at {number}"
        start, end = self._places.get(key, place)
        self._places[key] = min(start, place[0]), max(end, place[1])
        self._features[key] = tuple(_plain(value) for value in values)

    def statements(self) -> tuple[Mark, ...]:
        """Return the parts put together by what their ``statement`` says."""
        groups: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        for key, (part, statement, *_) in self._features.items():
            groups[statement][part].append(key)
        return tuple(self._one(id_, parts) for id_, parts in groups.items() if parts["content"])

    def _one(self, id_: str, parts: dict[str, list[str]]) -> Mark:
        _, _, speaker, manner = self._features[parts["content"][0]]
        source = sorted(self._places[key] for key in parts["source"])
        return Mark(
            id=id_,
            content=tuple(sorted(self._places[key] for key in parts["content"])),
            cue=tuple(sorted(self._places[key] for key in parts["cue"])),
            source=source[0] if source else None,
            speaker=speaker or None,
            manner=manner or None,
        )


def _pairs(text: str) -> int:
    return sum(ord(char) > 0xFFFF for char in text)


def _split(cell: str) -> list[str]:
    return re.split(r"(?<!\\)\|", cell)


def _plain(value: str) -> str:
    match = _NUMBERED.fullmatch(value)
    bare = match["value"] if match else value
    if bare in ("*", "_"):
        return ""
    named = {"t": "\t", "n": "\n"}
    return _UNESCAPE.sub(lambda m: named.get(m.group(1), m.group(1)), bare)
