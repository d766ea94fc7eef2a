"""What the API answers, the same on both databases."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from typing import Any

import pyarrow.parquet as pq
import pytest
from fastapi.testclient import TestClient

from gofteh.records import Article
from gofteh.server.app import create_app
from gofteh.server.settings import Settings
from gofteh.store import open_store
from store.news import BUS, DAM, RIVER, put

from .conftest import API, HERE, Serving, error_of


def get(client: TestClient, path: str, **asked: Any) -> Any:
    answer = client.get(API + path, params=asked)
    assert answer.status_code == 200, answer.text
    return answer.json()


def said(statement: dict[str, Any]) -> str:
    return " … ".join(span["text"] for span in statement["content"])


def lines(text: str) -> list[Any]:
    return [json.loads(line) for line in text.splitlines()]


def ingest(client: TestClient, body: bytes) -> list[Any]:
    headers = {"Content-Type": "application/x-ndjson"}
    answer = client.post(f"{API}/ingest", content=body, headers=headers)
    assert answer.status_code == 200, answer.text
    return lines(answer.text)


# --- text ---------------------------------------------------------------------------------


def test_a_text_is_extracted_and_its_spans_stand_in_raw(client: TestClient) -> None:
    article = {"title": "سد", "text": "لیلا فرهمند گفت: سد پر است.", "page": 7}
    (item,) = client.post(f"{API}/extract", json=article).json()["items"]
    (statement,) = item["statements"]
    assert statement["speaker"]["name"] == "لیلا فرهمند"
    assert item["page"] == 7
    (span,) = statement["content"]
    assert item["raw"][span["start"] : span["end"]] == span["text"] == "سد پر است"


def test_plain_text_is_extracted_too(client: TestClient) -> None:
    text = "لیلا فرهمند گفت: سد پر است."
    headers = {"Content-Type": "text/plain; charset=utf-8"}
    answer = client.post(f"{API}/extract", content=text.encode(), headers=headers)
    (item,) = answer.json()["items"]
    assert [said(one) for one in item["statements"]] == ["سد پر است"]


def test_extracting_stores_nothing(client: TestClient) -> None:
    client.post(f"{API}/extract", json={"id": "new", "text": "لیلا فرهمند گفت: سد پر است."})
    assert error_of(client.get(f"{API}/articles/new"), 404)["code"] == "not-found"


@pytest.mark.parametrize(
    ("kind", "body", "status", "code"),
    [
        ("application/json", b"{", 422, "bad-json"),
        ("application/json", b"[]", 422, "not-an-object"),
        ("application/json", b'{"title": "x"}', 422, "missing-text"),
        ("application/json", b'{"text": 5}', 422, "bad-field"),
        ("application/json", b'{"text": " "}', 422, "empty"),
        ("application/json", b"[" * 100_000, 422, None),
        ("application/json", b'{"text": ' + b"9" * 5000 + b"}", 422, None),
        ("application/json", b"\xff", 422, "bad-encoding"),
        ("text/plain", b"\xff", 422, "bad-encoding"),
        ("text/html", b"x", 415, "unsupported-media-type"),
    ],
)
def test_what_cannot_be_read_is_told(
    client: TestClient, kind: str, body: bytes, status: int, code: str | None
) -> None:
    headers = {"Content-Type": kind}
    error = error_of(client.post(f"{API}/extract", content=body, headers=headers), status)
    assert code in (None, error["code"])


def test_a_text_is_repaired_with_every_edit(client: TestClient) -> None:
    raw = "كتاب ها را نمي توانیم بخریم"
    done = client.post(f"{API}/repair", json={"text": raw}).json()
    assert done["text"] == "کتاب‌ها را نمی‌توانیم بخریم"
    for edit in done["edits"]:
        assert raw[edit["start"] : edit["end"]] == edit["before"]
    timid = client.post(f"{API}/repair", json={"text": raw, "level": "characters"}).json()
    assert timid["text"] == "کتاب ها را نمی توانیم بخریم"


@pytest.mark.parametrize("body", [b"{", b"[" * 100_000, b"9" * 5000, b"\xff", b"", b"null"])
def test_a_body_that_is_no_json_is_told(client: TestClient, body: bytes) -> None:
    headers = {"Content-Type": "application/json"}
    answer = client.post(f"{API}/repair", content=body, headers=headers)
    assert answer.status_code in (400, 422)
    error_of(answer, answer.status_code)


def test_a_repair_of_no_known_level_is_refused(client: TestClient) -> None:
    answer = client.post(f"{API}/repair", json={"text": "x", "level": "magic"})
    error = error_of(answer, 422)
    assert error["details"][0]["at"] == "body.level"


# --- what is stored -----------------------------------------------------------------------


def test_articles_are_listed_newest_first_and_found_by_words(client: TestClient) -> None:
    assert [one["id"] for one in get(client, "/articles")["items"]] == ["bus", "dam", "river"]
    (found,) = get(client, "/articles", words="نميتوانيم")["items"]
    assert found["id"] == "dam"
    assert any(piece["marked"] for piece in found["snippet"])
    assert [
        one["id"] for one in get(client, "/articles", outlet="پگاه", order="oldest")["items"]
    ] == [
        "river",
        "dam",
    ]


def test_an_article_comes_with_text_and_statements(client: TestClient) -> None:
    article = get(client, "/articles/dam")
    assert article["raw"] == DAM.raw
    assert article["page"] == 3
    assert article["day"] == "2023-05-01"
    spans = [span for one in article["statements"] for span in one["content"]]
    assert len(spans) == 2
    assert all(DAM.raw[span["start"] : span["end"]] == span["text"] for span in spans)
    assert [one["id"] for one in get(client, "/articles/dam/statements")["items"]] == [
        one["id"] for one in article["statements"]
    ]


def test_an_id_may_hold_slashes(client: TestClient) -> None:
    body = json.dumps({"id": "https://x.example/a?b", "text": "لیلا فرهمند گفت: سد پر است."})
    ingest(client, body.encode())
    path = "/articles/https%3A%2F%2Fx.example%2Fa%3Fb"
    assert get(client, path)["id"] == "https://x.example/a?b"
    assert len(get(client, path + "/statements")["items"]) == 1


def test_statements_are_filtered(client: TestClient) -> None:
    def found(**asked: Any) -> set[str]:
        items = get(client, "/statements", **asked)["items"]
        return {one["article"]["id"] for one in items}

    assert found() == {"dam", "bus", "river"}
    assert found(kind="unnamed") == {"river"}
    assert found(outlet=["پگاه", "کوی نو"], since="1402/06") == {"bus"}
    assert found(since="2023-05-01", until="2023-05-01") == {"dam"}
    assert found(speaker_name="مشکاتی") == {"bus"}
    assert found(act="promise") == set()
    assert found(min_confidence=1) == set()
    speaker = get(client, "/speakers", name="فرهمند")["items"][0]["id"]
    assert found(speaker=speaker) == {"dam", "bus"}


def test_a_statement_is_found_by_its_id(client: TestClient) -> None:
    listed = get(client, "/statements", words="پمپ")["items"][0]
    one = get(client, f"/statements/{listed['id']}")
    assert one == listed
    assert one["article"]["url"] == DAM.url
    assert one["across"]["name"] == "لیلا فرهمند"


def test_search_marks_what_it_found(client: TestClient) -> None:
    (hit,) = get(client, "/search", words="نميتوانيم")["items"]
    assert [piece["text"] for piece in hit["snippet"] if piece["marked"]] == ["نمی‌توانیم"]
    assert "".join(piece["text"] for piece in hit["snippet"]) == said(hit)


def test_facets_count_what_search_finds(client: TestClient) -> None:
    facets = get(client, "/search/facets", outlet="پگاه")
    found = get(client, "/search", outlet="پگاه")["items"]
    assert facets["count"] == {"number": len(found), "exact": True}
    assert sum(one["count"] for one in facets["kinds"]) == len(found)
    narrowed = get(client, "/search", outlet="پگاه", speaker=facets["speakers"][0]["value"])
    assert len(narrowed["items"]) == facets["speakers"][0]["count"]


def test_speakers_and_outlets_are_profiled(client: TestClient) -> None:
    first = get(client, "/speakers")["items"][0]
    assert (first["name"], first["statements"]) == ("لیلا فرهمند", 3)
    profile = get(client, f"/speakers/{first['id']}")
    assert [one["role"] for one in profile["roles"]] == ["رئیس سازمان آب سپیدار"]
    assert profile["roles"][0]["first"] == "2023-05-01"
    assert sum(one["statements"] for one in profile["days"]) == 3
    outlets = {one["name"]: one for one in get(client, "/outlets")["items"]}
    assert outlets["پگاه"]["unnamed"] == 1


@pytest.mark.parametrize(
    "path",
    ["/articles/none", "/articles/none/statements", "/statements/none", "/speakers/none", "/none"],
)
def test_what_is_not_there_is_said_so(client: TestClient, path: str) -> None:
    assert error_of(client.get(API + path), 404)["code"] == "not-found"


# --- pages of results ---------------------------------------------------------------------


def all_ids(client: TestClient, path: str, **asked: Any) -> list[str]:
    found, cursor = [], None
    while True:
        page = get(client, path, limit=1, **asked, **({"cursor": cursor} if cursor else {}))
        found += [one["id"] for one in page["items"]]
        cursor = page["next"]
        if cursor is None:
            return found


@pytest.mark.parametrize("path", ["/statements", "/search", "/articles", "/speakers"])
def test_pages_join_to_the_whole(client: TestClient, path: str) -> None:
    whole = [one["id"] for one in get(client, path, limit=200)["items"]]
    assert all_ids(client, path) == whole
    assert len(set(whole)) == len(whole) > 2


@pytest.mark.parametrize("order", ["newest", "oldest", "best"])
def test_pages_join_in_every_order(client: TestClient, order: str) -> None:
    whole = [one["id"] for one in get(client, "/search", words="آب OR سد", order=order)["items"]]
    assert all_ids(client, "/search", words="آب OR سد", order=order) == whole


def test_a_cursor_holds_while_newer_articles_come_and_others_go(client: TestClient) -> None:
    whole = [one["id"] for one in get(client, "/statements")["items"]]
    first = get(client, "/statements", limit=2)
    newer = {"id": "n", "text": "لیلا فرهمند گفت: سد پر است.", "published": "2024-01-01"}
    ingest(client, json.dumps(newer).encode())
    rest = get(client, "/statements", cursor=first["next"])
    assert [one["id"] for one in first["items"] + rest["items"]] == whole
    assert client.delete(f"{API}/articles/bus").status_code == 204
    rest = get(client, "/statements", cursor=first["next"])
    assert {one["article"]["id"] for one in rest["items"]} == {"dam", "river"}


@pytest.mark.parametrize("cursor", ["x", "k", "kzz", "r-1", "k" + "f" * 30, "٣", "5 OR 1=1"])
@pytest.mark.parametrize("path", ["/search", "/articles", "/speakers"])
def test_a_cursor_that_is_none_is_refused(client: TestClient, path: str, cursor: str) -> None:
    answer = client.get(API + path, params={"cursor": cursor})
    assert error_of(answer, 422)["code"] == "bad-query"


# --- hostile parameters -------------------------------------------------------------------

HOSTILE = [
    "\0",
    "a\0b",
    "\u202eabc\u2066",
    "<script>alert(1)</script>",
    "' OR 1=1 --",
    '"',
    "((((",
    "NOT",
    "-",
    "*",
    "%",
    "_",
    "\u200c",
    "AND OR NOT ) (",
    "\U0010ffff",
    "𝔘" * 100,
    "x" * 5000,
    "9" * 400,
    "-1",
    "1e400",
    "NaN",
    "%00",
    "../../etc/passwd",
    "$1",
    "?",
    "{}",
    "\r\nX: y",
]
QUERIES = {
    "/search": (
        "words speaker speaker_name outlet kind manner act min_confidence since until order "
        "cursor limit nix"
    ),
    "/search/facets": "words speaker speaker_name outlet act since",
    "/statements": "words speaker",
    "/articles": "words outlet since until cursor limit",
    "/speakers": "name cursor limit",
    "/corrections": "article",
    "/export": "words outlet since format",
}


@pytest.mark.parametrize("value", HOSTILE, ids=ascii)
def test_no_parameter_breaks_anything(client: TestClient, value: str) -> None:
    for path, names in QUERIES.items():
        for name in names.split():
            answer = client.get(API + path, params={name: value})
            assert answer.status_code < 500, (path, name, answer.text)


@pytest.mark.parametrize(
    ("value", "status"),
    [
        *(("%00", 422), ("a%00b", 422), ("x" * 600, 422), ("%ff", 404), ("%ed%a0%80", 404)),
        *(("..%2f..%2f", 404), ("%2e%2e", 404)),
    ],
)
def test_no_id_breaks_anything(client: TestClient, value: str, status: int) -> None:
    for kind in ("articles", "statements", "speakers"):
        error_of(client.get(f"{API}/{kind}/{value}"), status)
    for kind in ("articles", "corrections"):
        error_of(client.delete(f"{API}/{kind}/{value}"), status)


@pytest.mark.parametrize("text", ["\ud800", "a\0b", "\u202e", "<script>alert(1)</script>"])
def test_hostile_texts_are_kept_as_text(client: TestClient, text: str) -> None:
    said_by = f"لیلا فرهمند گفت: سد {text} پر است."
    body = json.dumps({"id": "h", "text": said_by, "title": text, "outlet": text}).encode()
    headers = {"Content-Type": "application/json"}
    answer = client.post(f"{API}/extract", content=body, headers=headers)
    assert answer.json()["items"][0]["raw"].endswith(said_by)
    ((done),) = ingest(client, body)
    assert done["outcome"] == "stored"
    assert len(get(client, "/articles/h")["raw"]) == len(Article(title=text, text=said_by).raw)
    repaired = client.post(f"{API}/repair", content=body, headers=headers)
    assert repaired.status_code < 500


# --- corrections --------------------------------------------------------------------------


def test_a_statement_is_corrected_and_the_correction_taken_back(client: TestClient) -> None:
    before = get(client, "/statements", words="پمپ")["items"][0]
    asked = {"statement": before["id"], "kind": "wrong-speaker", "speaker": "الهام مشکاتی"}
    answer = client.post(f"{API}/corrections", json={**asked, "note": "دوباره شنیدم"})
    assert answer.status_code == 201, answer.text
    made = answer.json()
    now = get(client, f"/statements/{before['id']}")
    assert (now["speaker"]["name"], now["state"]) == ("الهام مشکاتی", "corrected")
    assert get(client, "/corrections", article="dam")["items"] == [made]
    assert client.delete(f"{API}/corrections/{made['id']}").status_code == 204
    assert get(client, f"/statements/{before['id']}") == before
    error_of(client.delete(f"{API}/corrections/{made['id']}"), 404)


def test_a_boundary_is_corrected_and_a_statement_rejected(client: TestClient) -> None:
    one = get(client, "/statements", words="پمپ")["items"][0]
    (span,) = one["content"]
    asked = {"statement": one["id"], "kind": "wrong-boundary"}
    right = [[span["start"], span["end"] - 10]]
    assert client.post(f"{API}/corrections", json=asked | {"content": right}).status_code == 201
    assert get(client, f"/statements/{one['id']}")["content"][0]["end"] == span["end"] - 10
    none = {"statement": one["id"], "kind": "not-a-statement"}
    assert client.post(f"{API}/corrections", json=none).status_code == 201
    assert get(client, "/search", words="پمپ")["items"] == []
    states = [found["state"] for found in get(client, "/articles/dam/statements")["items"]]
    assert states.count("rejected") == 1


@pytest.mark.parametrize(
    ("asked", "status", "code"),
    [
        ({"statement": "none", "kind": "not-a-statement"}, 404, "not-found"),
        ({"statement": "none", "kind": "missed"}, 422, "invalid"),
        ({"kind": "wrong-boundary", "content": []}, 422, "bad-correction"),
        ({"kind": "wrong-boundary", "content": [[5, 2]]}, 422, "bad-correction"),
        ({"kind": "wrong-boundary", "content": [[0, 2**31]]}, 422, "bad-correction"),
        ({"kind": "wrong-boundary", "content": [[0, 10**400]]}, 422, "invalid"),
        ({"kind": "wrong-speaker", "speaker": "a\0"}, 422, "invalid"),
        ({"kind": "wrong-speaker", "speaker": "\ud800"}, 422, "invalid"),
        ({"kind": "wrong-speaker", "speaker": "x", "who": 1}, 422, "invalid"),
    ],
)
def test_a_correction_that_cannot_be_is_refused(
    client: TestClient, asked: dict[str, Any], status: int, code: str
) -> None:
    asked = {"statement": get(client, "/statements")["items"][0]["id"], **asked}
    answer = client.post(
        f"{API}/corrections",
        content=json.dumps(asked).encode(),
        headers={"Content-Type": "application/json"},
    )
    assert error_of(answer, status)["code"] == code


def test_deleting_an_article_leaves_nothing_of_it(client: TestClient) -> None:
    assert client.delete(f"{API}/articles/bus").status_code == 204
    assert get(client, "/search", words="اتوبوس")["items"] == []
    error_of(client.delete(f"{API}/articles/bus"), 404)


# --- in bulk ------------------------------------------------------------------------------


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


# --- out ----------------------------------------------------------------------------------


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


def test_what_another_process_stores_is_there_at_once(client: TestClient, news_place: str) -> None:
    get(client, "/statements")
    with open_store(news_place) as store:
        store.forget([BUS.id, DAM.id, RIVER.id])
        assert get(client, "/statements")["items"] == []
        put(store, [RIVER])
    assert len(get(client, "/statements")["items"]) == 1
