"""The JSON record of a reading, and the reading of a JSON record, by the table of `fields`.

Fields stand in the order of the contract. Unknown fields of the article follow after them,
untouched; a field of the contract always wins over an unknown one of the same name.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gofteh.records.fields import PROVENANCE, SPEAKER, STATEMENT
from gofteh.records.items import ARTICLE, FAILURE, ORIGIN, READING
from gofteh.records.shapes import Field, ListOf, Scalar, Shape, Type
from gofteh.records.types import Article, Failure, Origin, Reading, Speaker, Statement

Record = dict[str, Any]

# Names that the contract uses: an unknown field of the article called so is not written.
_RESERVED = frozenset(
    (*(one.name for one in READING.fields), *(one.name for one in FAILURE.fields))
)
# Of those, names that articles of other programs often have: what stood there is kept in ``given``.
_OFTEN_GIVEN = frozenset(("source", "schema", "gofteh"))


def item_record(item: Reading | Article | Failure, *, with_text: bool = False) -> Record:
    """Return the record of an item of the output, whichever it is."""
    if isinstance(item, Article):
        return article_record(item)
    if isinstance(item, Failure):
        return failure_record(item)
    return reading_record(item, with_text=with_text)


def failure_record(failure: Failure) -> Record:
    """Return the record that stands in an unreadable article's place.

    Its ``id`` is the article's where that is known, and the item's name otherwise.
    """
    return _encoded(FAILURE, failure)


def reading_record(reading: Reading, *, with_text: bool = False) -> Record:
    """Return one article's record: JSON types only, every span with its text.

    ``with_text`` adds the article's body; with its title that is what the offsets count into.
    """
    return _with_extra(_encoded(READING, reading, on_request=with_text), reading.article.extra)


def article_record(article: Article) -> Record:
    """Return the record of an article as it was read, with its text and without statements."""
    return _with_extra(_encoded(ARTICLE, article), article.extra)


def _with_extra(record: Record, extra: Mapping[str, Any]) -> Record:
    record.update({name: extra[name] for name in extra if name not in _RESERVED})
    given = {name: extra[name] for name in _OFTEN_GIVEN if name in extra}
    # An article that has all of these was itself read from a record of gofteh: nothing to keep.
    if given and not extra.keys() >= _OFTEN_GIVEN:
        record.setdefault("given", given)
    return record


def statement_record(statement: Statement) -> Record:
    """Return one statement's record, as it stands within its article's."""
    return _encoded(STATEMENT, statement)


def _encoded(shape: Shape, owner: Any, *, on_request: bool = False) -> Record:
    """The JSON object of ``owner``; ``on_request``: with the fields that are there on request."""
    record: Record = {}
    for one in shape.fields:
        if one.on_request and not on_request:
            continue
        value = one.of(owner)
        if value is not None or one.always:
            record[one.name] = _encoded_value(one.type, value)
    return record


def _encoded_value(kind: Type, value: Any) -> Any:
    if value is None or isinstance(kind, Scalar):
        return value
    if isinstance(kind, Shape):
        return _encoded(kind, value)
    if isinstance(kind, ListOf):
        return [_encoded_value(kind.shape, one) for one in value]
    return value.value  # an enumeration's


def record_reading(record: Mapping[str, Any], article: Article | None = None) -> Reading:
    """Return the reading that a record holds.

    Without ``article`` the reading's article has the text that the record holds, or an empty
    one. Raises ``KeyError``, ``TypeError`` or ``ValueError`` for a record that breaks the
    contract.
    """
    speakers = tuple(_decoded(SPEAKER, entry) for entry in record["speakers"])
    known = {speaker.id: speaker for speaker in speakers}
    provenance = record.get("provenance")
    return Reading(
        article=article or _article(record),
        statements=tuple(record_statement(entry, known) for entry in record["statements"]),
        speakers=speakers,
        provenance=_decoded(PROVENANCE, provenance) if provenance else None,
        gofteh=record.get("gofteh") or "",
    )


def record_failure(record: Mapping[str, Any]) -> Failure:
    """Return the failure that an error record holds; raise ``KeyError`` for another record."""
    error, id_ = record["error"], record["id"]
    return Failure(id_, error["code"], error["message"], id_, _origin(record))


def origin_record(origin: Origin) -> Record:
    """Return where an item was read, as it stands in its record."""
    return _encoded(ORIGIN, origin)


def record_origin(entry: Mapping[str, Any]) -> Origin:
    """Return where an item was read; ``KeyError`` or ``ValueError`` for what is no origin."""
    origin: Origin = _decoded(ORIGIN, entry)
    return origin


def _origin(record: Mapping[str, Any]) -> Origin | None:
    entry = record.get("source")
    return record_origin(entry) if entry else None


def record_item(record: Mapping[str, Any]) -> Reading | Failure:
    """Return what a record holds: a failure where it has an error, else a reading."""
    return record_failure(record) if "error" in record else record_reading(record)


def record_statement(entry: Mapping[str, Any], speakers: Mapping[int, Speaker]) -> Statement:
    """Return the statement of a record; ``KeyError`` where its speaker is none of ``speakers``."""
    values = _values(STATEMENT, entry)
    return Statement(**values | {"speaker": speakers[values["speaker"]]})


def _article(record: Mapping[str, Any]) -> Article:
    return Article(
        text=record.get("text") or "",
        title=record.get("title"),
        id=record["id"],
        url=record.get("url"),
        outlet=record.get("outlet"),
        published=record.get("published"),
        extra={name: value for name, value in record.items() if name not in _RESERVED},
        origin=_origin(record),
    )


def _decoded(shape: Shape, entry: Mapping[str, Any]) -> Any:
    return shape.make(**_values(shape, entry))


def _values(shape: Shape, entry: Mapping[str, Any]) -> dict[str, Any]:
    return {one.name: _value(one, entry) for one in shape.fields}


def _value(one: Field, entry: Mapping[str, Any]) -> Any:
    if one.if_absent and one.name not in entry:
        return one.if_absent[0]
    value = entry[one.name]
    if value is None and one.nullable:
        return one.if_absent[0] if one.if_absent else None
    return _decoded_value(one.type, value)


def _decoded_value(kind: Type, value: Any) -> Any:
    if isinstance(kind, Scalar):
        return value
    if isinstance(kind, Shape):
        return _decoded(kind, value)
    if isinstance(kind, ListOf):
        return tuple(_decoded_value(kind.shape, inner) for inner in value)
    return kind(value)
