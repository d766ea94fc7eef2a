"""An article as annotators see it: statements with their parts as plain offsets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gofteh.errors import GoftehError
from gofteh.records import Reading, Span

Place = tuple[int, int]


class AnnotationError(GoftehError, ValueError):
    """A file that holds no annotations gofteh can read; the message says what and where."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One statement: places of its parts, and its speaker's name (``None``: not told).

    ``id`` is the statement's where the annotators left it, else whatever groups the parts.
    """

    id: str
    content: tuple[Place, ...]
    cue: tuple[Place, ...] = ()
    source: Place | None = None
    speaker: str | None = None
    speaker_at: Place | None = None
    manner: str | None = None


@dataclass(frozen=True, slots=True)
class Marks:
    """The statements of one article, in no order. ``article`` may be empty where a tool lost it.

    ``pieces`` are texts with their places: what the annotators' article says there.
    """

    article: str
    pieces: tuple[tuple[int, str], ...]
    statements: tuple[Mark, ...]


def marks_of(reading: Reading) -> Marks:
    """Return the marks of a reading."""
    statements = tuple(
        Mark(
            id=one.id,
            content=_places(one.content),
            cue=_places(one.cue),
            source=_place(one.source),
            speaker=one.speaker.name,
            speaker_at=_named_at(one.speaker.name, one.speaker.mentions),
            manner=one.manner.value,
        )
        for one in reading.statements
    )
    return Marks(reading.article.key, ((0, reading.article.raw),), statements)


def _place(span: Span | None) -> Place | None:
    return (span.start, span.end) if span else None


def _places(spans: Sequence[Span]) -> tuple[Place, ...]:
    return tuple((span.start, span.end) for span in spans)


def _named_at(name: str | None, mentions: Sequence[Span]) -> Place | None:
    """Return the place that names a speaker: the name itself, or a mention that holds it."""
    if not name:
        return None
    exact = [span for span in mentions if span.text == name]
    holding = [span for span in mentions if name in span.text]
    return _place(next(iter((*exact, *holding, *mentions)), None))
