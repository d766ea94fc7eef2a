"""The one table of what a record holds: every field with its type and its meaning.

The JSON codec, the columns of CSV and Parquet, the API's models and the published JSON Schema
come from here: a new field is one entry in one of these tables.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import Enum, StrEnum
from operator import attrgetter
from typing import Any, TypeAlias

from gofteh.records.types import (
    Because,
    Change,
    Flag,
    Link,
    Manner,
    Origin,
    Polarity,
    Quoted,
    Span,
    Speaker,
    SpeakerKind,
    Statement,
    Unit,
)
from gofteh.version import __version__

# The version of this contract: another first number where a field changed, the second for new ones.
SCHEMA_VERSION = "1.0"
# A probability of six digits would claim a precision that no calibration has.
_CONFIDENCE_DIGITS = 4


class Scalar(Enum):
    """What a plain value is."""

    TEXT = "text"
    INTEGER = "integer"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class ListOf:
    """Any number of objects of one shape, or of plain values."""

    shape: Shape | Scalar | type[StrEnum]


Type: TypeAlias = "Scalar | type[StrEnum] | ListOf | Shape"


@dataclass(frozen=True, slots=True)
class Cell:
    """A column of the CSV: its name, where it stands in the row, and what a statement has there.

    Columns stand in the order of ``place``; the numbers leave room between them.
    """

    name: str
    place: int
    value: Callable[[Any], object]


@dataclass(frozen=True, slots=True)
class Field:
    """A field of an object in a record.

    ``value`` takes it from what the object stands for (by default its attribute of this name).
    A ``nullable`` one may be null; one not ``always`` there is left out where it is null, one
    ``on_request`` where nobody asked for it.
    ``lacking`` tells what a record means that has no such field, as those of earlier versions;
    without it such a record is broken.
    """

    name: str
    type: Type
    meaning: str
    nullable: bool = False
    always: bool = True
    on_request: bool = False
    lacking: tuple[Any, ...] = ()
    value: Callable[[Any], Any] | None = None
    cells: tuple[Cell, ...] = ()

    def of(self, owner: Any) -> Any:
        """Return the field's value in what its object stands for."""
        return self.value(owner) if self.value else getattr(owner, self.name)


@dataclass(frozen=True, slots=True)
class Shape:
    """A kind of object: its fields in their order, and what is made of them again."""

    name: str
    meaning: str
    fields: tuple[Field, ...]
    make: Callable[..., Any] = field(default=dict, compare=False)


def _offsets(spans: Iterable[Span]) -> str:
    # A colon, as "12-19" alone would be read as a date.
    return " ".join(f"{span.start}:{span.end}" for span in spans)


def _optional_offsets(statement: Statement) -> str:
    return _offsets([statement.source] if statement.source else [])


def _changed(statement: Statement) -> str:
    return "; ".join(f"{one.before} → {one.after}" for one in statement.changes)


def _cell(name: str, place: int, path: str = "") -> tuple[Cell]:
    return (Cell(name, place, attrgetter(path or name)),)


SPAN = Shape(
    "Place",
    "A half-open run of code points of the raw text, with the text that stands there.",
    (
        Field("start", Scalar.INTEGER, "offset of the first code point"),
        Field("end", Scalar.INTEGER, "offset behind the last code point"),
        Field("text", Scalar.TEXT, "the text between them"),
    ),
    Span,
)

PROVENANCE = Shape(
    "Named",
    "The news agency that an article says it comes from, and where.",
    (
        Field("name", Scalar.TEXT, "its name as it stands there", value=attrgetter("text")),
        Field("start", Scalar.INTEGER, "offset of the first code point"),
        Field("end", Scalar.INTEGER, "offset behind the last code point"),
    ),
    lambda name, start, end: Span(start, end, name),
)

_VOICE = (
    Field("id", Scalar.INTEGER, "number within the article"),
    Field("name", Scalar.TEXT, "the fullest name; null for the unnamed", nullable=True),
    Field("kind", SpeakerKind, "what sort of speaker"),
)

VOICE = Shape(
    "Voice",
    "Who speaks, by the number within the article.",
    _VOICE,
    lambda id, name, kind: id,  # noqa: A006, ARG005 - the names are those of the fields
)

LINK = Shape(
    "Link",
    "How a speaker was found to be a person whom other articles name.",
    (
        Field("confidence", Scalar.NUMBER, "how sure that is, 0 to 1"),
        Field("reason", Scalar.TEXT, "what it rests on, in words"),
        Field("others", ListOf(Scalar.TEXT), "ids of persons who may be the same, not joined"),
    ),
    Link,
)

CHANGE = Shape(
    "Change",
    "Words that an outlet changed against the earliest telling of a statement.",
    (
        Field("flag", Flag, "what sort of change"),
        Field("before", Scalar.TEXT, "the words of the earliest telling; empty where added"),
        Field("after", Scalar.TEXT, "the words here; empty where left out"),
    ),
    Change,
)


def _linked(name: str) -> Callable[[Statement], Any]:
    """A field that only a statement of a family has."""
    return lambda s: None if s.family is None else getattr(s, name)


SPEAKER = Shape(
    "Speaker",
    "A speaker of one article with all the places that name it.",
    (
        *_VOICE,
        Field("role", Scalar.TEXT, "office or profession", nullable=True, lacking=(None,)),
        Field("organisation", Scalar.TEXT, "whose role it is", nullable=True, lacking=(None,)),
        Field("mentions", ListOf(SPAN), "all places that name the speaker"),
        Field(
            "person",
            Scalar.TEXT,
            "the same for one person, body or document in all articles, where they are linked",
            nullable=True,
            always=False,
            lacking=(None,),
        ),
        Field(
            "linked",
            LINK,
            "how that was found",
            nullable=True,
            always=False,
            lacking=(None,),
        ),
    ),
    Speaker,
)

BECAUSE = Shape(
    "Because",
    "Which rule or model decided what is said, and by whom.",
    (
        Field("statement", Scalar.TEXT, "what found the content"),
        Field("speaker", Scalar.TEXT, "what found the speaker"),
        Field(
            "by",
            Scalar.TEXT,
            "who proposed it: grammar, reader, or grammar with parts as the reader has them",
            lacking=("grammar",),
        ),
    ),
    Because,
)

STATEMENT = Shape(
    "Statement",
    "What an article reports somebody to have said.",
    (
        Field(
            "id",
            Scalar.TEXT,
            "the same for the same place and rule",
            cells=_cell("statement_id", 100, "id"),
        ),
        Field(
            "content",
            ListOf(SPAN),
            "the words, in several places where the article interrupts",
            cells=(
                *_cell("content", 320, "content_text"),
                Cell("content_spans", 400, lambda s: _offsets(s.content)),
            ),
        ),
        Field(
            "cue",
            ListOf(SPAN),
            "the verb or phrase that signals them",
            cells=(
                *_cell("cue", 300, "cue_text"),
                Cell("cue_spans", 410, lambda s: _offsets(s.cue)),
            ),
        ),
        Field(
            "source",
            SPAN,
            "the words that name the speaker here",
            nullable=True,
            cells=(
                Cell("source", 310, lambda s: s.source.text if s.source else None),
                Cell("source_span", 420, _optional_offsets),
            ),
        ),
        Field(
            "speaker",
            VOICE,
            "who speaks",
            cells=(
                *_cell("speaker", 110, "speaker.name"),
                *_cell("person", 115, "speaker.person"),
                *_cell("speaker_kind", 120, "speaker.kind.value"),
                *_cell("role", 130, "speaker.role"),
                *_cell("organisation", 140, "speaker.organisation"),
            ),
        ),
        Field(
            "manner", Manner, "how the words are given", cells=_cell("manner", 200, "manner.value")
        ),
        Field("act", Scalar.TEXT, "the kind of saying", cells=_cell("act", 210)),
        Field(
            "lemma",
            Scalar.TEXT,
            "the cue's dictionary form",
            nullable=True,
            cells=_cell("lemma", 220),
        ),
        Field(
            "embedded_in",
            Scalar.TEXT,
            "id of the statement in whose words this one stands",
            nullable=True,
            cells=_cell("embedded_in", 500),
        ),
        Field(
            "confidence",
            Scalar.NUMBER,
            "probability that content and speaker are right, 0 to 1",
            value=lambda s: round(s.confidence, _CONFIDENCE_DIGITS),
            cells=(Cell("confidence", 510, lambda s: round(s.confidence, _CONFIDENCE_DIGITS)),),
        ),
        Field(
            "because",
            BECAUSE,
            "what decided",
            cells=(
                *_cell("because_statement", 520, "because.statement"),
                *_cell("because_speaker", 530, "because.speaker"),
            ),
        ),
        Field(
            "polarity",
            Polarity,
            "whether it was said, denied as untrue, or not said at all",
            lacking=(Polarity.AFFIRMED,),
            cells=_cell("polarity", 230, "polarity.value"),
        ),
        Field(
            "quoted",
            Quoted,
            "how much of the content stands in quotation marks",
            lacking=(Quoted.NONE,),
            cells=_cell("quoted", 240, "quoted.value"),
        ),
        Field(
            "repaired",
            Scalar.TEXT,
            "the content in the repaired text, where asked for",
            nullable=True,
            always=False,
            lacking=(None,),
            cells=_cell("repaired", 330),
        ),
        Field(
            "family",
            Scalar.TEXT,
            "the same for one statement in all articles that tell it; absent where it stands alone",
            nullable=True,
            always=False,
            lacking=(None,),
            cells=_cell("family", 340),
        ),
        Field(
            "differences",
            ListOf(Flag),
            "what it changed against the family's earliest telling",
            nullable=True,
            always=False,
            lacking=((),),
            value=_linked("differences"),
            cells=(Cell("differences", 350, lambda s: " ".join(s.differences)),),
        ),
        Field(
            "changes",
            ListOf(CHANGE),
            "the words that differ",
            nullable=True,
            always=False,
            lacking=((),),
            value=_linked("changes"),
            cells=(Cell("changes", 360, _changed),),
        ),
        Field(
            "nearest",
            Scalar.TEXT,
            "id of the statement of the family whose words are closest",
            nullable=True,
            always=False,
            lacking=(None,),
            cells=_cell("nearest", 540),
        ),
    ),
    Statement,
)

ERROR = Shape(
    "Failed",
    "What failed, for programs and for people.",
    (
        Field("code", Scalar.TEXT, "what went wrong, for programs"),
        Field("message", Scalar.TEXT, "what went wrong, for people"),
    ),
)


ORIGIN = Shape(
    "Origin",
    "Where an item was read: the input as it was named, and the place in it.",
    (
        Field("input", Scalar.TEXT, "path, address, or - for standard input"),
        Field("member", Scalar.TEXT, "the file within an archive", nullable=True),
        Field("unit", Unit, "what the place is counted in", nullable=True),
        Field("place", Scalar.INTEGER, "from 1; an offset in bytes from 0", nullable=True),
    ),
    Origin,
)
_ORIGIN_CELLS = (
    Cell("input", 920, lambda one: one.origin and one.origin.input),
    Cell("input_member", 930, lambda one: one.origin and one.origin.member),
    Cell("input_unit", 940, lambda one: one.origin and one.origin.unit and one.origin.unit.value),
    Cell("input_place", 950, lambda one: one.origin and one.origin.place),
)
_SCHEMA = Field(
    "schema",
    Scalar.TEXT,
    "the version of this contract",
    lacking=("",),
    value=lambda _: SCHEMA_VERSION,
    cells=(Cell("schema", 960, lambda _: SCHEMA_VERSION),),
)


def _of_article(cells: tuple[Cell, ...]) -> tuple[Cell, ...]:
    def within(cell: Cell) -> Cell:
        return Cell(cell.name, cell.place, lambda reading: cell.value(reading.article))

    return tuple(map(within, cells))


def _origin(path: str, cells: tuple[Cell, ...]) -> Field:
    meaning = "where it was read; null for what came from no input"
    value = attrgetter(path)
    return Field("source", ORIGIN, meaning, True, lacking=(None,), value=value, cells=cells)


def _version(value: Callable[[Any], object]) -> Field:
    cells = (Cell("gofteh", 970, value),)
    return Field(
        "gofteh", Scalar.TEXT, "the version that read it", lacking=("",), value=value, cells=cells
    )


def _article(name: str, meaning: str, place: int) -> Field:
    path = f"article.{name}"
    cells = _cell(name, place, path)
    return Field(name, Scalar.TEXT, meaning, True, value=attrgetter(path), cells=cells)


# An article's own fields; what it carries besides follows behind the fields of a reading.
READING = Shape(
    "Record",
    "An article with its statements; offsets count into its raw text: title, blank line, body.",
    (
        Field(
            "id",
            Scalar.TEXT,
            "the article's id, or a hash of address or text",
            value=attrgetter("article.key"),
            cells=_cell("article_id", 0, "article.key"),
        ),
        _article("url", "address", 10),
        _article("outlet", "who published it", 20),
        _article("published", "when, as the article tells it", 30),
        _article("title", "headline", 40),
        Field("provenance", PROVENANCE, "the agency it comes from", nullable=True),
        Field("speakers", ListOf(SPEAKER), "who speaks in it"),
        Field("statements", ListOf(STATEMENT), "what they are reported to have said"),
        Field(
            "text",
            Scalar.TEXT,
            "the article's body, on request",
            nullable=True,
            on_request=True,
            value=attrgetter("article.text"),
        ),
        _origin("article.origin", _of_article(_ORIGIN_CELLS)),
        _SCHEMA,
        _version(attrgetter("gofteh")),
    ),
)
# An article as it was read, for ``gofteh read``; what it carries besides follows behind.
ARTICLE = Shape(
    "ArticleRecord",
    "An article as it was read, without its statements.",
    (
        Field("id", Scalar.TEXT, READING.fields[0].meaning, value=attrgetter("key")),
        *(
            Field(one.name, one.type, one.meaning, nullable=True)
            for one in READING.fields
            if one.name in ("url", "outlet", "published", "title")
        ),
        Field("text", Scalar.TEXT, "the article's body, as it stands there"),
        _origin("origin", ()),
        _SCHEMA,
        _version(lambda _: __version__),
    ),
)
FAILURE = Shape(
    "FailedItem",
    "An item that could not be read, in its article's place.",
    (
        Field(
            "id",
            Scalar.TEXT,
            "the article's id where it is known, else the item's name",
            value=lambda f: f.item if f.id is None else f.id,
            cells=(Cell("article_id", 0, lambda f: f.item if f.id is None else f.id),),
        ),
        Field(
            "error",
            ERROR,
            "what failed",
            value=lambda f: f,
            cells=(*_cell("error_code", 900, "code"), *_cell("error_message", 910, "message")),
        ),
        _origin("origin", _ORIGIN_CELLS),
        _SCHEMA,
        _version(lambda _: __version__),
    ),
)


def columns() -> tuple[str, ...]:
    """Return the names of the columns of a table of statements, in their order."""
    fields = (*READING.fields, *STATEMENT.fields, *FAILURE.fields)
    cells = {cell.place: cell.name for one in fields for cell in one.cells}
    return tuple(name for _, name in sorted(cells.items()))


def cells_of(shape: Shape, owner: Any) -> dict[str, object]:
    """Return an object's own cells of such a table by column."""
    return {cell.name: cell.value(owner) for one in shape.fields for cell in one.cells}
