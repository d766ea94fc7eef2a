"""One table of fields: every place that tells of a record tells of all its fields."""

from __future__ import annotations

import dataclasses
from typing import Any, get_args

import pyarrow as pa
import pytest

from gofteh.records import Because, Failure, Flag, Reading, Span, Speaker, Statement
from gofteh.records.codec import item_record, record_statement, statement_record
from gofteh.records.fields import BECAUSE, CHANGE, SPAN, SPEAKER, STATEMENT
from gofteh.records.items import FAILURE, READING, columns
from gofteh.records.shapes import ListOf, Shape
from gofteh.report.parquet import SCHEMA
from gofteh.server.api import models

MADE = [(SPAN, Span), (SPEAKER, Speaker), (BECAUSE, Because), (STATEMENT, Statement)]


def names(shape: Shape) -> list[str]:
    return [one.name for one in shape.fields]


@pytest.mark.parametrize(("shape", "made"), MADE, ids=lambda one: getattr(one, "name", ""))
def test_the_table_has_every_field_of_the_type(shape: Shape, made: Any) -> None:
    known = {one.name for one in dataclasses.fields(made)} - {"trace"}  # of explain alone
    assert set(names(shape)) == known


def test_every_field_says_what_it_is_and_no_two_have_one_name() -> None:
    for shape in (SPAN, SPEAKER, BECAUSE, STATEMENT, READING, FAILURE):
        assert len(set(names(shape))) == len(shape.fields)
        assert all(one.meaning for one in shape.fields)


def test_every_field_of_a_statement_has_a_column_of_its_own() -> None:
    assert all(one.cells for one in STATEMENT.fields)
    assert len(set(columns())) == len(columns())
    assert {"quoted", "polarity", "manner"} <= set(columns())


def arrow_names(kind: pa.DataType) -> list[str]:
    inner = kind.value_type if pa.types.is_list(kind) else kind
    return [inner.field(i).name for i in range(inner.num_fields)]


def test_parquet_has_every_field() -> None:
    assert SCHEMA.names == [*names(READING), "error", "extra"]
    assert arrow_names(SCHEMA.field("statements").type) == names(STATEMENT)
    assert arrow_names(SCHEMA.field("speakers").type) == names(SPEAKER)


def test_the_api_describes_every_field() -> None:
    assert list(models.Statement.model_fields) == names(STATEMENT)
    assert set(models.Reading.model_fields) == {*names(READING), "raw"}
    (speaker,) = get_args(models.Reading.model_fields["speakers"].annotation)
    assert list(speaker.model_fields) == names(SPEAKER)
    assert list(models.FailedItem.model_fields) == names(FAILURE)


def test_records_have_the_fields_of_the_table_in_its_order(found: Reading) -> None:
    record = item_record(found)
    always = [one.name for one in READING.fields if not one.on_request]
    assert list(record)[: len(always)] == always
    whole = item_record(found, with_text=True)
    assert list(whole)[: len(READING.fields)] == names(READING)
    assert whole["text"] == found.article.text
    for entry in record["statements"]:
        assert list(entry) == [one.name for one in STATEMENT.fields if one.always]
    assert list(item_record(Failure("a", "no-text", "nothing"))) == names(FAILURE)


def test_a_record_of_an_earlier_version_is_read(found: Reading) -> None:
    speakers = {one.id: one for one in found.speakers}
    for statement in found.statements:
        entry = statement_record(statement)
        assert record_statement(entry, speakers) == statement
        for one in STATEMENT.fields:
            if one.if_absent:
                entry.pop(one.name, None)
        older = record_statement(entry, speakers)
        assert older.content == statement.content
        with pytest.raises(KeyError):
            record_statement({k: v for k, v in entry.items() if k != "content"}, speakers)


def test_lists_are_of_shapes() -> None:
    lists = [one.type for one in STATEMENT.fields if isinstance(one.type, ListOf)]
    assert [kind.shape for kind in lists] == [SPAN, SPAN, Flag, CHANGE]
