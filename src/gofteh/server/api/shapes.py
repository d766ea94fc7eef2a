"""The shapes of the records as models, made of the table in ``gofteh.records.fields``."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING, Any, get_type_hints

from pydantic import BaseModel, ConfigDict, create_model
from pydantic import Field as ModelField

from gofteh.records import fields, items, shapes
from gofteh.records.shapes import Field, ListOf, Scalar, Type

_SCALARS: dict[Scalar, type] = {Scalar.TEXT: str, Scalar.INTEGER: int, Scalar.NUMBER: float}


class Shape(BaseModel):
    """An object of an answer; newer versions may add to it."""

    model_config = ConfigDict(extra="allow")


def shape_of(kind: type, name: str) -> type[Shape]:
    """Return the model of a dataclass's fields; other dataclasses among them become shapes too."""
    known: dict[str, Any] = {field: (hint, ...) for field, hint in get_type_hints(kind).items()}
    return create_model(name, __base__=Shape, __doc__=kind.__doc__, **known)


class _Models:
    """Makes a model of each shape once: shapes refer to each other."""

    def __init__(self) -> None:
        self._made: dict[str, type[Shape]] = {}

    def of(self, shape: shapes.Shape) -> type[Shape]:
        """Return the model of a shape."""
        if shape.name not in self._made:
            known: dict[str, Any] = {one.name: self._field(one) for one in shape.fields}
            with warnings.catch_warnings():  # "schema" is a method's old name in pydantic
                warnings.simplefilter("ignore", UserWarning)
                made = create_model(shape.name, __base__=Shape, __doc__=shape.meaning, **known)
            self._made[shape.name] = made
        return self._made[shape.name]

    def _field(self, one: Field) -> tuple[Any, Any]:
        kind = self._annotation(one.type)
        default = ... if one.always and not one.on_request else None
        return (kind | None if one.nullable else kind), ModelField(default, description=one.meaning)

    def _annotation(self, kind: Type) -> Any:
        if isinstance(kind, Scalar):
            return _SCALARS[kind]
        if isinstance(kind, ListOf):
            return list[self._annotation(kind.shape)]  # type: ignore[misc]
        return self.of(kind) if isinstance(kind, shapes.Shape) else kind


if TYPE_CHECKING:  # a type checker takes them for models like the others

    class Place(Shape):
        """A half-open run of code points."""

    class Statement(Shape):
        """What an article reports somebody to have said."""

    class Record(Shape):
        """An article with its statements."""

    class Failed(Shape):
        """What failed."""

    class FailedItem(Shape):
        """An item that could not be read."""
else:
    _models = _Models()
    Place = _models.of(fields.SPAN)
    Statement = _models.of(fields.STATEMENT)
    Record = _models.of(items.READING)
    Failed = _models.of(items.ERROR)
    FailedItem = _models.of(items.FAILURE)
