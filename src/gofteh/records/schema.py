"""The JSON Schema of the records, made of the table in `fields`.

`record.schema.json` beside this module is what it makes, for whoever reads the package without
running it; ``gofteh schema`` prints it, a server gives it at ``/api/v1/record.schema.json``.
"""

from __future__ import annotations

from typing import Any

from gofteh.records.items import FAILURE, READING, SCHEMA_VERSION
from gofteh.records.shapes import Field, ListOf, Scalar, Shape, Type

Schema = dict[str, Any]

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_NAME = "gofteh-record"
_SCALARS = {Scalar.TEXT: "string", Scalar.INTEGER: "integer", Scalar.NUMBER: "number"}


def json_schema() -> Schema:
    """Return the JSON Schema (2020-12) of a record: of an article, or of what could not be read.

    Objects may hold more than it names: an article's unknown fields.
    """
    made: dict[str, Schema] = {}
    whole, failed = (_reference(shape, made) for shape in (READING, FAILURE))
    return {
        "$schema": _DIALECT,
        "$id": f"urn:{_NAME}:{SCHEMA_VERSION}",
        "title": f"A record of gofteh, version {SCHEMA_VERSION} of the contract",
        # An error makes it the one, its absence the other: "anyOf" would blame both.
        "if": {"required": ["error"]},
        "then": failed,
        "else": whole,
        "$defs": dict(sorted(made.items())),
    }


def _reference(shape: Shape, made: dict[str, Schema]) -> Schema:
    if shape.name not in made:
        made[shape.name] = {}  # before its fields: they may hold it again
        made[shape.name] = _object(shape, made)
    return {"$ref": f"#/$defs/{shape.name}"}


def _object(shape: Shape, made: dict[str, Schema]) -> Schema:
    return {
        "description": shape.meaning,
        "type": "object",
        "properties": {one.name: _property(one, made) for one in shape.fields},
        "required": [one.name for one in shape.fields if one.always and not one.on_request],
    }


def _property(one: Field, made: dict[str, Schema]) -> Schema:
    told = {"description": one.meaning}
    kind = _kind(one.type, made)
    if not one.nullable:
        return told | kind
    if isinstance(one.type, Scalar):
        return told | {"type": [kind["type"], "null"]}
    return told | {"anyOf": [kind, {"type": "null"}]}


def _kind(kind: Type, made: dict[str, Schema]) -> Schema:
    if isinstance(kind, Scalar):
        return {"type": _SCALARS[kind]}
    if isinstance(kind, ListOf):
        return {"type": "array", "items": _kind(kind.shape, made)}
    if isinstance(kind, Shape):
        return _reference(kind, made)
    return {"enum": [member.value for member in kind]}
