"""CoNLL-U, with the statements in the last column.

A token's ``Said`` names the parts it stands in, ``part:statement`` with commas between them:
``content``, ``cue`` or ``source``; ``Offset`` is its place in the raw text. Each statement is told
above the sentence in which it begins. Nothing is said of lemmas, tags and syntax: another tool may
fill these columns in. Format: universaldependencies.org, "CoNLL-U Format"; ``SpacesAfter`` as of
UDPipe.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator
from typing import BinaryIO

from gofteh.annotate.cutting import cut_tokens
from gofteh.annotate.marks import Place
from gofteh.records import Failure, Reading, Span, Statement
from gofteh.report.wellformed import one_line, well_formed
from gofteh.text.layout import lay_out

_SPACES = {" ": r"\s", "\t": r"\t", "\n": r"\n", "\r": r"\r", "|": r"\p"}


class ConlluWriter:
    """Writes the sentences of each article; failures have none."""

    def __init__(self, out: BinaryIO) -> None:
        self._out = out

    def write(self, item: Reading | Failure) -> None:
        """Write one article's sentences."""
        if isinstance(item, Reading):
            for line in _document(item):
                self._out.write(f"{line}\n".encode())

    def close(self) -> None:
        """Do nothing: every sentence is complete already."""


def _document(reading: Reading) -> Iterator[str]:
    raw = well_formed(reading.article.raw)
    parts = _Parts(reading.statements)
    key = one_line(reading.article.key)
    yield f"# newdoc id = {key}"
    sentences = list(_sentences(reading))
    for number, (start, end) in enumerate(sentences, 1):
        tokens = cut_tokens(raw[start:end], start, parts.edges)
        if not tokens:
            continue
        yield f"# sent_id = {key}-{number}"
        yield from parts.begun(start, end)
        yield f"# text = {' '.join(raw[start:end].split())}"
        # What stands between the last token and the next sentence belongs to the token.
        behind = sentences[number][0] if number < len(sentences) else len(raw)
        yield from _rows(raw, tokens, parts, behind)
        yield ""


def _sentences(reading: Reading) -> Iterator[Place]:
    layout = lay_out(reading.article.raw, reading.article.body_start)
    for paragraph in layout.paragraphs:
        for sentence in paragraph.sentences:
            yield layout.raw_span(*sentence)


def _rows(raw: str, tokens: list[Place], parts: _Parts, behind: int) -> Iterator[str]:
    following = [*(start for start, _ in tokens[1:]), behind]
    for number, ((start, end), after) in enumerate(zip(tokens, following, strict=True), 1):
        told = [f"Offset={start}:{end}"]
        if said := parts.of(start):
            told.append(f"Said={said}")
        told += _spaces(raw[end:after])
        yield "\t".join((str(number), raw[start:end], *"_______", "|".join(told)))


def _spaces(between: str) -> list[str]:
    if not between:
        return ["SpaceAfter=No"]
    if between == " ":
        return []
    return ["SpacesAfter=" + "".join(_SPACES.get(char, char) for char in between)]


class _Parts:
    """The parts of all statements, asked for by place."""

    def __init__(self, statements: tuple[Statement, ...]) -> None:
        self._statements = statements
        self._at: dict[int, list[str]] = defaultdict(list)
        spans = [found for one in statements for found in _spans(one)]
        self.edges = sorted({edge for _, span in spans for edge in (span.start, span.end)})
        # Between two edges the parts are the same.
        for name, span in spans:
            first, last = (bisect_left(self.edges, edge) for edge in (span.start, span.end))
            for index in range(first, last):
                self._at[index].append(name)

    def of(self, place: int) -> str:
        """Return the parts that a place stands in."""
        return ",".join(self._at.get(bisect_right(self.edges, place) - 1, ()))

    def begun(self, start: int, end: int) -> Iterator[str]:
        """Yield what is told of the statements that begin in a sentence."""
        for one in self._statements:
            if start <= one.content[0].start < end:
                told = (one.id, one.manner.value, one.speaker.kind.value, one.speaker.name or "")
                yield f"# statement = {one_line(' '.join(told))}"


def _spans(statement: Statement) -> Iterator[tuple[str, Span]]:
    yield from ((f"content:{statement.id}", span) for span in statement.content)
    yield from ((f"cue:{statement.id}", span) for span in statement.cue)
    if statement.source:
        yield f"source:{statement.id}", statement.source
