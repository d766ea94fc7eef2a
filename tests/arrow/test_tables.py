"""Tables in and out: PyArrow, Polars and pandas, a row for a row."""

from __future__ import annotations

import json
from functools import partial

import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import gofteh
from gofteh.records.codec import record_reading
from gofteh.report.load import json_record

extract_table = partial(gofteh.extract_table, reader="grammar")
ROWS = {
    "id": ["a", "b", "c"],
    "title": ["سد پر شد", None, None],
    "text": ["لیلا فرهمند گفت: سد پر است.", None, "باران بارید."],
    "page": [3, 4, 5],
}


def test_every_row_comes_out_in_its_place_with_its_statements() -> None:
    found = extract_table(pa.table(ROWS), with_text=True).to_pylist()
    assert [row["id"] for row in found] == ["a", "b", "c"]
    (statement,) = found[0]["statements"]
    (content,) = statement["content"]
    raw = f"{ROWS['title'][0]}\n\n{ROWS['text'][0]}"
    assert raw[content["start"] : content["end"]] == content["text"] == "سد پر است"
    assert found[1]["error"]["code"] == "missing-text"
    assert found[2]["statements"] == []
    assert json.loads(found[0]["extra"]) == {"page": 3}
    assert found[2]["source"] == {"input": "table", "member": None, "unit": "row", "place": 3}


def test_a_row_is_the_record_that_extract_gives() -> None:
    article = gofteh.Article(ROWS["text"][0], ROWS["title"][0], id="a", extra={"page": 3})
    row = extract_table(pa.table(ROWS)).to_pylist()[0]
    reading = gofteh.extract(article, reader="grammar")
    assert record_reading(json_record(row)).statements == reading.statements


@pytest.mark.parametrize("make", [pl.DataFrame, pd.DataFrame, pa.RecordBatch.from_pydict])
def test_data_frames_give_what_arrow_gives(make) -> None:
    plain, frame = pa.table(ROWS), make(ROWS)
    assert extract_table(frame).equals(extract_table(plain))
    repaired = gofteh.repair_table(frame)
    assert repaired.column("text").to_pylist() == ROWS["text"]


def test_rows_of_a_filtered_pandas_frame_have_no_field_of_its_index() -> None:
    frame = pd.DataFrame(ROWS)
    found = extract_table(frame[frame["page"] == 5]).to_pylist()
    assert [json.loads(row["extra"]) for row in found] == [{"page": 5}]


def test_the_text_may_stand_in_another_column_and_an_id_is_made() -> None:
    (row,) = extract_table(pa.table({"متن": [ROWS["text"][0]]}), text_column="متن").to_pylist()
    assert row["id"] == gofteh.Article(ROWS["text"][0]).key
    assert len(row["statements"]) == 1


def test_chunks_make_no_difference() -> None:
    table = pa.table(ROWS)
    chunked = pa.concat_tables([table.slice(0, 1), table.slice(1, 2)])
    assert extract_table(chunked).equals(extract_table(table))
    empty = extract_table(table.slice(0, 0))
    assert (empty.num_rows, empty.schema) == (0, extract_table(table).schema)


@pytest.mark.parametrize("kind", [pa.string(), pa.large_string(), pa.string_view()])
def test_repair_changes_the_text_alone(kind: pa.DataType) -> None:
    raw = ["كتاب ها را مي خوانم", None]
    table = pa.table({"id": [1, 2], "text": pa.array(raw, kind)})
    found = gofteh.repair_table(table, with_edits=True)
    assert found.column("id") == table.column("id")
    assert found.schema.field("text").type == kind
    assert found.column("text").to_pylist() == ["کتاب‌ها را می‌خوانم", None]
    edits, none = found.column("text_edits").to_pylist()
    assert none is None
    whole = gofteh.repair(raw[0])
    told = [(one["start"], one["end"], one["after"]) for one in edits]
    assert told == [(one.start, one.end, one.after) for one in whole.edits]


def test_what_is_asked_of_the_repair_is_done() -> None:
    table = pa.table({"text": ["كتاب ها"], "note": ["مي روم"]})
    found = gofteh.repair_table(table, columns=["note"], level="characters")
    assert found.to_pylist() == [{"text": "كتاب ها", "note": "می روم"}]


def test_dictionaries_of_texts_are_repaired() -> None:
    table = pa.table({"text": pa.array(["مي روم", "مي روم"]).dictionary_encode()})
    assert gofteh.repair_table(table).column("text").to_pylist() == ["می‌روم"] * 2


def test_what_is_no_table_of_texts_is_told() -> None:
    with pytest.raises(TypeError, match="hands out Arrow"):
        gofteh.extract_table([{"text": "باران بارید."}])
    with pytest.raises(ValueError, match=r"no column 'text'.*the table has body"):
        gofteh.extract_table(pa.table({"body": ["باران بارید."]}))
    with pytest.raises(ValueError, match="none of the columns title, text"):
        gofteh.repair_table(pa.table({"body": ["باران بارید."]}))
    with pytest.raises(TypeError, match="'text' holds int64"):
        gofteh.repair_table(pa.table({"text": [1]}))


def test_without_pyarrow_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    monkeypatch.delitem(sys.modules, "gofteh.arrow", raising=False)
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(gofteh.MissingExtraError, match=r"pip install 'gofteh\[parquet\]'"):
        gofteh.extract_table  # noqa: B018 - to ask for it is what fails
