"""The published JSON Schema: made of the table of fields, true of records of every kind."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
from typer.testing import CliRunner

import gofteh.records
from gofteh.cli.app import app as cli
from gofteh.link.records import link_records
from gofteh.records import Article, Failure, Origin, Reading, Unit
from gofteh.records.codec import item_record
from gofteh.records.items import FAILURE, READING
from gofteh.records.schema import json_schema
from gofteh.records.shapes import Field, ListOf, Shape
from gofteh.report.jsonlines import encode_line
from grammar import extract

FILE = Path(gofteh.records.__file__).with_name("record.schema.json")
VALID = jsonschema_rs.validator_for(json_schema())


def records(found: Reading) -> dict[str, dict[str, Any]]:
    """A record of every kind."""
    origin = Origin("pages.tar", "a.jsonl", Unit.LINE, 3)
    article = Article("باران بارید.", id="n", extra={"tags": [1, {"a": None}]}, origin=origin)
    repaired = extract(found.article, repaired="spacing")
    linked = item_record(found)
    (linked,) = link_records(lambda: [linked]).over([linked])
    return {
        "found": item_record(found),
        "with its text": item_record(found, with_text=True),
        "repaired": item_record(repaired),
        "without statements": item_record(extract(article)),
        "nothing known": item_record(Reading(Article(""))),
        "linked": linked,
        "failed": item_record(Failure("a:3", "no-text", "nothing")),
        "failed, placed": item_record(Failure("a:3", "no-text", "nothing", "n3", origin)),
    }


def test_records_of_every_kind_are_valid(found: Reading) -> None:
    for name, record in records(found).items():
        told = json.loads(encode_line(record))
        assert [error.message for error in VALID.iter_errors(told)] == [], name


def places(shape: Shape, entry: dict[str, Any]) -> Iterator[tuple[Field, dict[str, Any]]]:
    """Every field of a record with the object that it stands in."""
    for one in shape.fields:
        if one.name not in entry:
            continue
        yield one, entry
        value, kind = entry[one.name], one.type
        inner = kind.shape if isinstance(kind, ListOf) else kind
        if isinstance(inner, Shape) and value is not None:
            for part in value if isinstance(kind, ListOf) else [value]:
                yield from places(inner, part)


@pytest.mark.parametrize("shape", [READING, FAILURE], ids=lambda shape: shape.name)
def test_no_field_of_the_table_may_lack_or_be_something_else(shape: Shape, found: Reading) -> None:
    kinds = records(found)
    record = kinds["with its text"] if shape is READING else kinds["failed, placed"]
    record["source"] = kinds["failed, placed"]["source"]
    seen = set()
    for number, (one, _) in enumerate(list(places(shape, record))):
        wrong = copy.deepcopy(record)
        _, entry = list(places(shape, wrong))[number]
        entry[one.name] = [[]]
        assert not VALID.is_valid(wrong), one.name
        del entry[one.name]
        needed = one.always and not one.on_request
        if one.name != "error":  # without one it is no failure
            assert VALID.is_valid(wrong) != needed, one.name
        seen.add(id(one))
    assert len(seen) >= len(shape.fields)


def test_the_file_in_the_package_is_what_the_table_makes() -> None:
    assert json.loads(FILE.read_text("utf-8")) == json_schema(), "gofteh schema > " + FILE.name


def test_a_command_prints_it() -> None:
    done = CliRunner().invoke(cli, ["schema"])
    assert json.loads(done.stdout) == json_schema()
