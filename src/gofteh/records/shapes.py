"""What a field of a record is: the words in which `fields` and `items` tell of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum, StrEnum
from operator import attrgetter
from typing import Any, TypeAlias


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


def own_cell(name: str, place: int, path: str = "") -> tuple[Cell]:
    """Return a column of an attribute, by its name or the path to it."""
    return (Cell(name, place, attrgetter(path or name)),)
