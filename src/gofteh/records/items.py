"""The tables of whole records, a line of output each: a reading, an article, a failure.

The objects inside them are those of `fields`.
"""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter
from typing import Any

from gofteh.records.fields import PROVENANCE, SPEAKER, STATEMENT
from gofteh.records.shapes import Cell, Field, ListOf, Scalar, Shape, own_cell
from gofteh.records.types import Origin, Unit
from gofteh.version import __version__

# The version of this contract: its first number goes up where a field changes, its second where
# one is added.
SCHEMA_VERSION = "1.0"

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
    if_absent=("",),
    value=lambda _: SCHEMA_VERSION,
    cells=(Cell("schema", 960, lambda _: SCHEMA_VERSION),),
)


def _of_article(cells: tuple[Cell, ...]) -> tuple[Cell, ...]:
    """The columns of an article, as columns of its reading."""

    def within(cell: Cell) -> Cell:
        return Cell(cell.name, cell.place, lambda reading: cell.value(reading.article))

    return tuple(map(within, cells))


def _origin(path: str, cells: tuple[Cell, ...]) -> Field:
    meaning = "where it was read; null for what came from no input"
    value = attrgetter(path)
    return Field("source", ORIGIN, meaning, True, if_absent=(None,), value=value, cells=cells)


def _version(value: Callable[[Any], object]) -> Field:
    cells = (Cell("gofteh", 970, value),)
    return Field(
        "gofteh", Scalar.TEXT, "the version that read it", if_absent=("",), value=value, cells=cells
    )


def _article(name: str, meaning: str, place: int) -> Field:
    path = f"article.{name}"
    cells = own_cell(name, place, path)
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
            cells=own_cell("article_id", 0, "article.key"),
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
            cells=(
                *own_cell("error_code", 900, "code"),
                *own_cell("error_message", 910, "message"),
            ),
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
