"""What goes in and out in bulk over the API."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from typing import Any

import pyarrow.parquet as pq
from fastapi.testclient import TestClient

from gofteh.server.app import create_app
from gofteh.server.settings import Settings
from store.news import DAM

from .asking import get, ingest, lines
from .conftest import API, HERE, Serving, error_of


def test_every_line_is_answered_and_bad_ones_are_named(client: TestClient) -> None:
    body = "\n".join(
        (
            json.dumps({"id": "n1", "text": "لیلا فرهمند گفت: سد پر است."}),
            "{broken",
            "",
            "[]",
            json.dumps({"id": "n2"}),
            json.dumps({"id": "dam", "title": DAM.title, "text": DAM.text, "url": DAM.url,
                        "outlet": DAM.outlet, "published": DAM.published, "page": 3}),
            '{"id": "n3", "text": "\\ud800"}',
        )
    )  # fmt: skip
    done = ingest(client, body.encode())
    assert [(one["line"], one["id"], one["outcome"], one["statements"]) for one in done] == [
        (1, "n1", "stored", 1),
        (2, None, "failed", 0),
        (4, None, "failed", 0),
        (5, "n2", "failed", 0),
        (6, "dam", "known", 0),
        (7, "n3", "stored", 0),
    ]
    codes = [one["error"]["code"] for one in done if "error" in one]
    assert codes == ["bad-json", "not-an-object", "missing-text"]
    assert next(one["outcome"] for one in ingest(client, body.encode())) == "known"


def test_an_ingest_may_be_far_larger_than_a_body(serving: Serving) -> None:
    client = serving(limits={"body": 20_000, "line": 20_000})

    def pieces() -> Any:
        for number in range(60):
            line = {"id": f"m{number}", "text": "لیلا فرهمند گفت: سد پر است. " + " " * 3000}
            yield json.dumps(line, ensure_ascii=False).encode() + b"\n"
        yield b'{"id": "long", "text": "' + b"x" * 30_000 + b'"}\n{"id": "last", "text": "y"}'

    headers = {"Content-Type": "application/x-ndjson"}
    answer = client.post(f"{API}/ingest", content=pieces(), headers=headers)
    *stored, long, last = lines(answer.text)
    assert len(stored) == 60
    assert {one["outcome"] for one in stored} == {"stored"}
    assert (long["outcome"], long["error"]["code"]) == ("failed", "too-large")
    assert (last["line"], last["outcome"]) == (62, "stored")


def test_other_processes_may_extract_what_comes_in_bulk(place: str) -> None:
    with TestClient(create_app(Settings(place, jobs=2)), base_url=HERE) as client:
        body = b"".join(
            json.dumps({"id": f"p{i}", "text": "لیلا فرهمند گفت: سد پر است."}).encode() + b"\n{\n"
            for i in range(40)
        )
        done = ingest(client, body)
        assert [one["line"] for one in done] == list(range(1, 81))
        assert [one["outcome"] for one in done] == ["stored", "failed"] * 40
        assert get(client, "/search/facets")["count"]["number"] == 40


def test_an_ingest_wants_lines_of_json(client: TestClient) -> None:
    answer = client.post(f"{API}/ingest", json={"text": "x"})
    assert error_of(answer, 415)["code"] == "unsupported-media-type"


def exported(client: TestClient, **asked: Any) -> bytes:
    answer = client.get(f"{API}/export", params=asked)
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-disposition"].startswith("attachment; filename=")
    return answer.content


def test_every_format_holds_all_statements(client: TestClient) -> None:
    records = lines(exported(client).decode())
    assert [one["id"] for one in records] == ["river", "dam", "bus"]
    ids = {one["id"] for record in records for one in record["statements"]}
    rows = csv.DictReader(io.StringIO(exported(client, format="csv").decode("utf-8-sig")))
    assert {row["statement_id"] for row in rows} == ids
    table = pq.read_table(io.BytesIO(exported(client, format="parquet")))
    assert len(table) == 3
    assert len(lines(exported(client, format="doccano").decode())) == 3
    with zipfile.ZipFile(io.BytesIO(exported(client, format="webanno"))) as packed:
        assert len(packed.namelist()) == 3
    for form in ("web-annotation", "quotation"):
        assert json.loads(exported(client, format=form))


def test_an_export_can_be_narrowed(client: TestClient) -> None:
    assert [one["id"] for one in lines(exported(client, outlet="کوی نو").decode())] == ["bus"]
    assert [one["id"] for one in lines(exported(client, since="1402/06").decode())] == ["bus"]
    assert exported(client, words="هیچ‌کجا") == b""


def test_a_bad_query_is_told_before_the_export_begins(client: TestClient) -> None:
    answer = client.get(f"{API}/export", params={"words": "(" * 50 + "x"})
    assert error_of(answer, 422)["code"] == "bad-query"
