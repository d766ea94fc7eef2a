"""What programs meet first: the names, the types that are refused, readings as data."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import pytest

import gofteh
from gofteh.records import Article, Failure
from grammar import extract

TEXT = "لیلا فرهمند گفت: سد پر است. او افزود: باران بارید."


@pytest.mark.parametrize("given", [None, 3, b"text", ["text"], Failure("a", "empty", "nothing")])
def test_what_is_no_article_is_a_type_error_that_names_it(given: Any) -> None:
    with pytest.raises(TypeError, match=f"not {type(given).__name__}"):
        gofteh.extract(given)


def test_a_record_is_told_how_to_become_an_article() -> None:
    record: Any = {"text": TEXT}
    with pytest.raises(TypeError, match=r"gofteh\.Article\(text="):
        gofteh.extract(record)
    assert extract(Article(**record)).statements


@pytest.mark.parametrize("name", ["text", "title", "id", "url", "outlet", "published", "extra"])
def test_an_article_of_other_types_is_refused_where_it_is_made(name: str) -> None:
    fields: dict[str, Any] = {"text": TEXT, name: 3}
    with pytest.raises(TypeError, match=rf"Article\.{name} must be"):
        Article(**fields)


def test_an_article_without_a_text_is_refused() -> None:
    nothing: Any = None
    with pytest.raises(TypeError, match=r"Article\.text must be a string, not NoneType"):
        Article(nothing)
    with pytest.raises(TypeError, match=r"Article\.id"):
        Article(TEXT, id=nothing)


@pytest.mark.parametrize("given", [None, b"text", 3])
def test_repair_takes_strings_alone(given: Any) -> None:
    with pytest.raises(TypeError, match="repair takes a str"):
        gofteh.repair(given)


def test_articles_and_readings_can_be_keys() -> None:
    article = Article(TEXT, extra={"tags": ["آب"]})
    same = Article(TEXT, extra={"tags": ["آب"]}, origin=gofteh.Origin("a.jsonl"))
    assert {article: 1}[same] == 1
    assert Article(TEXT, extra={"tags": []}) != article
    reading = extract(article)
    assert len({reading, extract(same)}) == 1


def test_a_reading_is_gone_through_by_its_statements_and_is_its_record() -> None:
    reading = extract(Article(TEXT, id="n1"))
    assert list(reading) == list(reading.statements) != []
    record = reading.to_dict()
    assert json.loads(json.dumps(record)) == record
    assert record["id"] == "n1"
    assert len(record["statements"]) == len(reading.statements)
    assert "text" not in record
    assert reading.to_dict(with_text=True)["text"] == TEXT
    assert extract("باران بارید.")  # without statements it is a reading all the same


def run(code: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, encoding="utf-8", timeout=120
    )
    return done.stdout.strip()


def test_dir_names_what_is_still_to_be_imported() -> None:
    names = run(
        "import gofteh, sys; print(*dir(gofteh)); assert 'gofteh.pipeline' not in sys.modules"
    )
    assert set(gofteh.__all__) <= set(names.split())
    assert {"extract", "repair", "Level", "Edit", "Repaired"} <= set(names.split())


def test_the_store_needs_nothing_of_the_commands() -> None:
    code = """
import sys, gofteh
from gofteh.batch.extracting import extract_all
from gofteh.store import Query, open_store
from gofteh.store.jsonrecords import hit_record
with open_store(":memory:") as store:
    list(store.ingest([gofteh.Article("لیلا فرهمند گفت: سد پر است.", id="n")], extract_all))
    print(*(hit_record(hit)["id"] for hit in store.search(Query("سد")).items))
assert not [name for name in sys.modules if name.startswith("gofteh.cli")]
assert "typer" not in sys.modules
"""
    assert len(run(code).split()) == 1
