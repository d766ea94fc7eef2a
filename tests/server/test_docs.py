"""The tour of docs/server.md is taken: every call works and answers what stands there."""

from __future__ import annotations

import json
import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from fastapi.testclient import TestClient

from gofteh.batch.extracting import extract_all
from gofteh.cli.serve import demo_pages
from gofteh.read import read_articles
from gofteh.server.app import create_app
from gofteh.server.settings import Limits, Settings
from gofteh.store import open_store
from gofteh.store.query import MAX_PREFIXES

from .conftest import API, HERE

TEXT = (Path(__file__).parents[2] / "docs" / "server.md").read_text("utf-8")
FENCES = re.findall(r"^```(\w*)\n(.*?)^```$", TEXT, re.M | re.S)


@dataclass
class Call:
    """What a curl command asks for."""

    url: str = ""
    method: str = "GET"
    headers: dict[str, str] = field(default_factory=dict)
    asked: dict[str, str] = field(default_factory=dict)
    body: bytes | None = None


def call_of(command: str) -> Call:
    _, *words = shlex.split(command.replace("\\\n", " "))
    call = Call()
    rest = iter(words)
    for word in rest:
        match word:
            case "-H":
                name, _, value = next(rest).partition(": ")
                call.headers[name] = value
            case "-G":
                call.method = "GET"
            case "--data-urlencode" | "-d" if "-G" in words:
                name, _, value = next(rest).partition("=")
                call.asked[name] = value
            case "-d" | "--data-binary":
                call.method, call.body = "POST", next(rest).encode()
            case "-o":
                next(rest)
            case _:
                assert not word.startswith("-"), f"{word} is not known to this test"
                call.url = word
    return call


def commands(block: str) -> list[str]:
    return re.findall(r"^curl (?:[^\n]|\n(?!curl ))*", block, re.M)


def tour() -> list[tuple[Call, str]]:
    """Every call with the answer that follows it, if one does."""
    found = []
    for (kind, block), (next_kind, answer) in pairwise([*FENCES, ("", "")]):
        if kind == "sh":
            calls = [call_of(command) for command in commands(block)]
            found += [(call, "") for call in calls[:-1]]
            found += [(call, answer if next_kind == "json" else "") for call in calls[-1:]]
    return found


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    path = str(tmp_path_factory.mktemp("tour") / "demo.db")
    with open_store(path) as opened:
        assert list(opened.ingest(read_articles([str(demo_pages())]), extract_all))
    with TestClient(create_app(Settings(path)), base_url=HERE) as client:
        yield client


def values(text: str) -> list[Any]:
    decoder, found, at = json.JSONDecoder(), [], 0
    text = text.strip()
    while at < len(text):
        value, at = decoder.raw_decode(text, at)
        found.append(value)
        at += len(text[at:]) - len(text[at:].lstrip())
    return found


@pytest.mark.parametrize(
    ("call", "expected"), tour(), ids=lambda one: getattr(one, "url", "")[-30:]
)
def test_the_tour_can_be_taken(demo: TestClient, call: Call, expected: str) -> None:
    asked = urlsplit(call.url)
    assert call.url.isascii()
    assert asked.netloc == f"127.0.0.1:{Settings().port}"
    answer = demo.request(
        call.method,
        asked.path,
        params=call.asked | dict(parse_qsl(asked.query)),
        headers=call.headers,
        content=call.body,
    )
    if expected:
        assert values(answer.text) == values(expected)
    else:
        assert answer.status_code == 200, answer.text
        assert len(answer.content) > 50
        if "/export" not in call.url:
            assert next(iter(answer.json().values()))


def test_the_tour_was_found() -> None:
    assert len(tour()) == 10
    assert sum(bool(expected) for _, expected in tour()) == 3


def test_every_call_stands_in_the_table(demo: TestClient) -> None:
    table = TEXT.partition("| call | role |")[2].partition("\n\n")[0]
    for path in demo.get(f"{API}/openapi.json").json()["paths"]:
        shown = path.removeprefix(API).replace("{id}", "ID").replace("{article}", "ARTICLE")
        assert shown in table, path


def test_the_limits_are_those_of_the_settings() -> None:
    table = TEXT.partition("## Limits")[2].partition("## ")[0]
    limits = Limits()
    assert (limits.body, limits.line) == (1 << 20, 1 << 20)
    for number in (
        f"{limits.characters:,} characters",
        f"{limits.upload:g} s; {limits.idle:g} s",
        f"{limits.query:g} s",
        f"{limits.rate:g} a second, {limits.burst} at once",
        f"{limits.reads} reading the database, {limits.writes} changing it",
        f"{limits.heavy} extractions or repairs, {limits.fetches} addresses",
        f"{limits.exports} exports, {limits.ingests} ingests",
        f"{limits.header:g} s | 408",
        f"{limits.work:g} s, {limits.memory >> 30} GiB",
        f"{limits.connections:,}, {limits.connections_each} of one address",
        f"{MAX_PREFIXES} beginnings",
    ):
        assert number in table, number
