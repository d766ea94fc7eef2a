"""The documentation's examples are what the calls answer.

``python -m pytest tests/server/test_examples.py --rewrite-examples`` writes them anew.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

import gofteh.server.api
from gofteh.server.api import examples
from gofteh.server.app import create_app
from gofteh.server.settings import Settings

from .conftest import API, HERE

FILE = Path(gofteh.server.api.__file__).with_name("examples.json")
NDJSON = {"Content-Type": "application/x-ndjson"}
# What differs from machine to machine and from one version to the next.
PASSING = {"confidence", "version", "rules", "model", "created"}


def answers(client: TestClient) -> dict[str, Any]:
    """What each call answers to the examples, by the call's name."""

    def get(path: str, **asked: Any) -> Any:
        return client.get(API + path, params=asked).json()

    article, words = examples.ARTICLE["id"], {"words": "اتوبوس"}
    found = {
        "extract": client.post(f"{API}/extract", json=examples.ARTICLE).json(),
        "repair": client.post(f"{API}/repair", json=examples.TO_REPAIR).json(),
        "ingest": client.post(
            f"{API}/ingest", content=examples.TO_INGEST.encode(), headers=NDJSON
        ).text,
        "articles": get("/articles", **words),
        "article": get(f"/articles/{article}"),
        "statements_of": get(f"/articles/{article}/statements"),
        "statements": get("/statements"),
        "statement": get(f"/statements/{examples.TO_CORRECT['statement']}"),
        "search": get("/search", **words),
        "facets": get("/search/facets", **words),
        "speakers": get("/speakers"),
        "persons": get("/persons"),
        "outlets": get("/outlets"),
        "export": client.get(f"{API}/export").text,
        "health": get("/health"),
    }
    (person,) = found["persons"]["items"]
    found["person"] = get(f"/persons/{person['id']}")
    found["statements_of_person"] = get(f"/persons/{person['id']}/statements")
    found["siblings"] = get(f"/statements/{examples.TO_CORRECT['statement']}/siblings")
    ruled = client.post(f"{API}/rulings", json=examples.TO_RULE)
    assert ruled.status_code == 201, ruled.text
    found["rule"] = ruled.json() | {"id": "7c0e5a9d1b2f3a64"}
    found["rulings"] = {"items": [found["rule"]]}
    (speaker,) = found["speakers"]["items"]
    found["speaker"] = get(f"/speakers/{speaker['id']}")
    found["suggestions"] = get("/persons/suggestions")
    found["doubtful"] = get("/persons/doubtful")
    found |= _of_two(client, get)
    found |= _followed(client)
    made = client.post(f"{API}/corrections", json=examples.TO_CORRECT)
    assert made.status_code == 201, made.text
    found["correct"] = made.json() | {"id": "5d1c0b7f3c5e4f60"}
    found["corrections"] = {"items": [found["correct"]]}
    return found


def _followed(client: TestClient) -> dict[str, Any]:
    """What is answered of saved searches, feeds and the watch."""
    made = client.post(f"{API}/saved-searches", json=examples.TO_SAVE)
    assert made.status_code == 201, made.text
    id_ = made.json()["id"]
    lasting_id = {"id": "3f9a1c5e7b2d4860"}
    feed = client.get(f"{API}/saved-searches/{id_}/feed.atom").text
    (listed,) = client.get(f"{API}/saved-searches").json()["items"]
    return {
        "save_search": made.json() | lasting_id,
        "saved_searches": {"items": [listed | lasting_id]},
        "saved_atom": feed.replace(id_, lasting_id["id"]),
        "search_atom": client.get(f"{API}/search.atom", params={"words": "اتوبوس"}).text,
        "watch": client.get(f"{API}/watch").json(),
        "watch_metrics": client.get(f"{API}/watch/metrics").text,
    }


def _of_two(client: TestClient, get: Callable[..., Any]) -> dict[str, Any]:
    """What is answered where another outlet has the article too, which goes again."""
    other = examples.ARTICLE | {"id": "bus-too", "outlet": "پگاه"}
    client.post(f"{API}/ingest", content=json.dumps(other).encode(), headers=NDJSON)
    (statement,) = get("/articles/bus-too/statements")["items"]
    found = {
        "family": get(f"/families/{statement['family']}"),
        "copies": get("/copies/bus-too"),
    }
    client.delete(f"{API}/articles/bus-too")
    return found


def lasting(value: Any) -> Any:
    """A value without what passes; lines of JSON as values."""
    if isinstance(value, dict):
        return {name: lasting(one) for name, one in value.items() if name not in PASSING}
    if isinstance(value, list):
        return [lasting(one) for one in value]
    if isinstance(value, str) and value.endswith("}\n"):
        return [lasting(json.loads(line)) for line in value.splitlines()]
    return value


@pytest.fixture
def answered(tmp_path: Path) -> dict[str, Any]:
    with TestClient(create_app(Settings(str(tmp_path / "e.db"))), base_url=HERE) as client:
        return answers(client)


def test_the_examples_are_what_the_calls_answer(
    answered: dict[str, Any], request: pytest.FixtureRequest
) -> None:
    if request.config.getoption("--rewrite-examples"):
        text = json.dumps(answered, ensure_ascii=False, indent=2)
        FILE.write_text(text + "\n", "utf-8")
    assert lasting(examples.answers()) == lasting(answered)


def test_every_answer_with_a_body_has_an_example(answered: dict[str, Any]) -> None:
    described = create_app(Settings()).openapi()
    for calls in described["paths"].values():
        for call in calls.values():
            good = call["responses"][min(call["responses"])]
            assert (call["operationId"] in answered) == ("content" in good)
            for body in good.get("content", {}).values():
                assert body["example"]


def test_the_documentation_shows_the_examples(tmp_path: Path) -> None:
    with TestClient(create_app(Settings(str(tmp_path / "e.db"))), base_url=HERE) as client:
        page = client.get(f"{API}/docs").text
    assert "سی اتوبوس تازه می‌رسد" in page
    assert examples.TO_REPAIR["text"] in page
