"""The building blocks of the tables in `fields` and `items`: objects, their fields, CSV columns."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum, StrEnum
from operator import attrgetter
from typing import Any, TypeAlias


class Scalar(Enum):
    """The types of plain values."""

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
    """A column of the CSV: its name, where it stands in the row, and its value for a statement.

    Columns stand in the order of ``place``; the numbers leave room between them.
    """

    name: str
    place: int
    value: Callable[[Any], object]


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a JSON object.

    ``value`` takes it from the Python object (by default its attribute of this name). A
    ``nullable`` field may be null; one that is not ``always`` written is left out where it is null,
    one ``on_request`` where nobody asked for it. ``if_absent`` holds the one value that a missing
    field stands for, as in records of earlier versions; empty, a record without it is broken.
    """

    name: str
    type: Type
    meaning: str
    nullable: bool = False
    always: bool = True
    on_request: bool = False
    if_absent: tuple[Any, ...] = ()
    value: Callable[[Any], Any] | None = None
    cells: tuple[Cell, ...] = ()

    def of(self, owner: Any) -> Any:
        """Return the field's value for a Python object."""
        return self.value(owner) if self.value else getattr(owner, self.name)


@dataclass(frozen=True, slots=True)
class Shape:
    """A kind of JSON object: its fields in order; ``make`` builds the Python object of them."""

    name: str
    meaning: str
    fields: tuple[Field, ...]
    make: Callable[..., Any] = field(default=dict, compare=False)


def own_cell(name: str, place: int, path: str = "") -> tuple[Cell]:
    """Return the column of an attribute; ``path`` leads to it where its name is another."""
    return (Cell(name, place, attrgetter(path or name)),)
