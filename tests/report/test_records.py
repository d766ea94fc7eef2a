import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gofteh.records import Article, Failure, Reading
from gofteh.records.codec import (
    failure_record,
    item_record,
    reading_record,
    record_failure,
    record_item,
    record_reading,
)
from gofteh.records.items import SCHEMA_VERSION
from gofteh.report.jsonlines import decode_line, encode_line
from gofteh.verify import verify_record
from gofteh.version import __version__
from hand_made import BODY, one_statement, reading


def test_reading_record_fields_stand_in_the_order_of_the_contract():
    record = reading_record(reading())
    assert list(record) == [
        "id", "url", "outlet", "published", "title", "provenance", "speakers", "statements",
        "source", "schema", "gofteh", "category",
    ]  # fmt: skip
    assert list(record["speakers"][1]) == ["id", "name", "kind", "role", "organisation", "mentions"]
    assert list(record["statements"][0]) == [
        "id", "content", "cue", "source", "speaker", "manner", "act", "lemma", "embedded_in",
        "confidence", "because", "polarity", "quoted",
    ]  # fmt: skip
    assert record["provenance"] == {"name": "خبرگزاری نمونه", "start": 36, "end": 50}


def test_reading_record_every_span_carries_the_text_that_stands_there():
    read = reading()
    record = reading_record(read)
    spans = [span for speaker in record["speakers"] for span in speaker["mentions"]]
    for entry in record["statements"]:
        spans += [*entry["content"], *entry["cue"], entry["source"]]
    assert len(spans) == 16
    assert all(read.article.raw[s["start"] : s["end"]] == s["text"] for s in spans)


def test_reading_record_without_findings_has_empty_lists():
    record = reading_record(Reading(Article(text="باران بارید.")))
    assert record["statements"] == record["speakers"] == []
    assert record["provenance"] is None
    assert len(record["id"]) == 32


@pytest.mark.parametrize("name", ["error", "statements", "id", "text"])
def test_reading_record_unknown_field_never_overrules_the_contract(name):
    record = reading_record(reading(extra={name: "x"}))
    assert record.get(name) != "x"
    assert "error" not in record


def test_record_reading_gives_back_what_was_written():
    read = reading()
    line = encode_line(reading_record(read))
    assert record_reading(decode_line(line), read.article) == read


def test_record_reading_without_an_article_keeps_its_fields():
    back = record_reading(reading_record(reading()))
    assert (back.article.id, back.article.outlet) == ("water-1", "روزنامهٔ نمونه")
    assert back.article.extra == {"category": "local"}


def test_failure_record_stands_under_the_article_id_or_the_item_name():
    failure = Failure("a/b.html:3", "no-text", "nothing to read")
    assert failure_record(failure) == {
        "id": "a/b.html:3",
        "error": {"code": "no-text", "message": "nothing to read"},
        "source": None,
        "schema": SCHEMA_VERSION,
        "gofteh": __version__,
    }
    known = Failure("a/b.html:3", "no-text", "nothing to read", "n7")
    assert item_record(known)["id"] == "n7"
    assert record_failure(failure_record(known)).code == "no-text"
    assert isinstance(record_item(failure_record(known)), Failure)


def test_what_an_article_has_under_a_name_of_the_contract_is_carried_beside_it():
    record = reading_record(reading(extra={"source": "پگاه", "schema": 3}))
    assert record["source"] is None
    assert record["given"] == {"source": "پگاه", "schema": 3}
    again = reading_record(record_reading(record))
    assert again == record


def test_a_record_with_its_text_is_its_own_article():
    read = reading()
    record = reading_record(read, with_text=True)
    assert record_reading(record) == read
    assert verify_record(record, record_reading(record).article.raw) == ()


@given(st.text(st.characters(codec=None), max_size=40))
def test_encode_line_gives_back_any_text_even_lone_surrogates(text):
    line = encode_line({"text": text})
    assert line.count(b"\n") == 1
    assert decode_line(line) == {"text": text}


def test_encode_line_writes_what_json_does_not_know():
    from decimal import Decimal

    line = encode_line({"a": Decimal("1.5"), "b": "\ud800", "c": float("nan"), "d": 2**70})
    assert json.loads(line) == {"a": "1.5", "b": "\ud800", "c": None, "d": 2**70}


def test_encode_line_keeps_half_spaces_and_arabic_letters():
    text = "مي‌گويد كه می‌رود"
    assert text.encode() in encode_line(reading_record(one_statement(text)))
    assert "‌" in BODY
