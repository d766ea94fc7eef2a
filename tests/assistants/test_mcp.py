"""A store for assistants, asked by the official SDK's own client."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import anyio
import pytest
from mcp import Client, StdioServerParameters
from starlette.testclient import TestClient

from gofteh.mcp.assistant import make_server, tools_of
from gofteh.mcp.quotes import LONGEST
from gofteh.mcp.run import make_app
from gofteh.mcp.tools import CHARACTERS, Tools
from gofteh.records import Article
from gofteh.roles import Role
from gofteh.server.settings import Settings
from gofteh.store import open_store
from store.news import BUS, DAM, NEWS, put

SECONDS = 500.0  # a hung session fails; a busy machine does not
TOLD_AGAIN = replace(DAM, id="again", outlet="کوی نو", url=None, published="2023-05-02")
SPEECH = Article(
    id="speech",
    text=f"الهام مشکاتی گفت: «{' '.join(['پل تازه فردا باز می‌شود'] * 120)}».",
    outlet="پگاه",
    published="2023-06-01",
)
TEXT = "الهام مشکاتی، شهردار سپیدار، گفت: سی اتوبوس تازه می‌رسد."
Session = Callable[[Client], Awaitable[None]]


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = str(tmp_path_factory.mktemp("store") / "news.db")
    with open_store(path) as store:
        put(store, [*NEWS, TOLD_AGAIN, SPEECH])
    return path


@pytest.fixture(scope="module")
def tools(db: str) -> Iterator[Tools]:
    made = tools_of(Settings(db))
    yield made
    made.close()


def asked(server: Any, session: Session) -> None:
    """Run a session with a server; one that hangs fails."""

    async def whole() -> None:
        with anyio.fail_after(SECONDS):
            async with Client(server) as client:
                await session(client)

    anyio.run(whole)


async def answer(client: Client, tool: str, **given: Any) -> dict[str, Any]:
    result = await client.call_tool(tool, given)
    assert not result.is_error, result.content
    assert result.structured_content is not None
    return result.structured_content


async def refusal(client: Client, tool: str, **given: Any) -> str:
    result = await client.call_tool(tool, given)
    assert result.is_error
    return str(getattr(result.content[0], "text", ""))


def prove(quote: dict[str, Any], raw: str) -> None:
    """Check that a quote stands where it says, and is cited with its words."""
    for span in [*quote["content"], *quote["cue"]]:
        assert raw[span["start"] : span["end"]] == span["text"]
    assert " ".join(span["text"] for span in quote["content"]) in quote["citation"]


def test_every_tool_says_that_it_only_reads_and_what_it_gives(tools: Tools) -> None:
    async def session(client: Client) -> None:
        listed = (await client.list_tools()).tools
        assert len(listed) == 7
        for one in listed:
            assert one.annotations is not None and one.annotations.read_only_hint
            assert one.description and one.output_schema, one.name

    asked(make_server(tools), session)


def test_statements_are_quoted_with_place_article_and_citation(tools: Tools) -> None:
    async def session(client: Client) -> None:
        found = await answer(client, "search_statements", words="سد", outlets=["پگاه"], limit=1)
        (quote,) = found["items"]
        prove(quote, DAM.raw)
        assert quote["article"]["outlet"] == "پگاه" and quote["article"]["url"] == DAM.url
        assert quote["article"]["url"] in quote["citation"]
        around = await answer(client, "get_statement", statement=quote["id"], around=10)
        content = quote["content"][0]
        assert around["before"] == DAM.raw[content["start"] - 10 : content["start"]]
        assert around["after"] == DAM.raw[content["end"] : content["end"] + 10]
        assert around["statement"] == quote

    asked(make_server(tools), session)


def test_a_person_over_time_page_by_page(tools: Tools) -> None:
    async def session(client: Client) -> None:
        (person, *_) = (await answer(client, "find_persons", name="لیلا فرهمند"))["items"]
        days, cursor = [], None
        while True:
            page = await answer(
                client, "person_statements",
                person=person["id"], oldest_first=True, limit=2, cursor=cursor,
            )  # fmt: skip
            assert len(page["items"]) <= 2
            days += [one["article"]["day"] for one in page["items"]]
            cursor = page["next"]
            if cursor is None:
                break
        assert days == sorted(days) and len(days) == person["statements"]
        assert sum(one["statements"] for one in page["years"]) == len(days)
        assert page["person"]["name"] == "لیلا فرهمند"

    asked(make_server(tools), session)


def test_the_wordings_of_one_statement(tools: Tools) -> None:
    async def session(client: Client) -> None:
        found = await answer(client, "search_statements", words="سد", limit=20)
        told = await answer(client, "statement_wordings", statement=found["items"][0]["id"])
        assert [one["statement"]["article"]["id"] for one in told["items"]] == ["dam", "again"]
        assert told["family"] and told["left_out"] == 0
        found = await answer(client, "search_statements", words="اتوبوس", outlets=["کوی نو"])
        alone = await answer(client, "statement_wordings", statement=found["items"][0]["id"])
        assert alone["family"] is None
        prove(alone["items"][0]["statement"], BUS.raw)

    asked(make_server(tools), session)


def test_a_long_speech_is_cut_between_words_and_says_so(tools: Tools) -> None:
    async def session(client: Client) -> None:
        found = await answer(client, "search_statements", words="پل")
        (quote,) = found["items"]
        prove(quote, SPEECH.raw)
        assert not quote["complete"]
        assert LONGEST - 20 < sum(len(span["text"]) for span in quote["content"]) <= LONGEST
        assert SPEECH.raw[quote["content"][-1]["end"]] == " "

    asked(make_server(tools), session)


def test_what_cannot_be_answered_is_refused_in_words(tools: Tools) -> None:
    async def session(client: Client) -> None:
        assert "none" in await refusal(client, "get_statement", statement="none")
        assert "find_persons" in await refusal(client, "person_statements", person="none")
        assert "limit" in await refusal(client, "search_statements", limit=1000)
        assert "cursor" in await refusal(client, "search_statements", cursor="x")
        assert "date" in await refusal(client, "search_statements", since="yesterday")
        long = await refusal(client, "extract_statements", text="ا" * (CHARACTERS + 1))
        assert str(CHARACTERS) in long

    asked(make_server(tools), session)


def dump(db: str) -> list[str]:
    with sqlite3.connect(db) as connection:
        return list(connection.iterdump())


def test_over_standard_input_a_text_is_read_and_repaired_and_nothing_is_stored(db: str) -> None:
    before = dump(db)

    async def session(client: Client) -> None:
        found = await answer(client, "extract_statements", text=TEXT)
        (quote,) = found["items"]
        prove(quote, found["raw"])
        assert quote["speaker"]["name"] == "الهام مشکاتی"
        mended = await answer(client, "repair_text", text="كتاب علي", level="characters")
        assert mended["text"] == "کتاب علی" and len(mended["edits"]) == 2

    command = ["-m", "gofteh", "mcp", "--db", db]
    environment = {"PYTHONUTF8": "1", "OPENBLAS_NUM_THREADS": "1", "PATH": os.environ["PATH"]}
    asked(StdioServerParameters(command=sys.executable, args=command, env=environment), session)
    assert dump(db) == before


def test_over_http_too(listening: str) -> None:
    async def session(client: Client) -> None:
        found = await answer(client, "search_statements", words="سد", order="oldest", limit=1)
        prove(found["items"][0], DAM.raw)

    asked(f"{listening}/mcp", session)


PING = {"jsonrpc": "2.0", "id": 1, "method": "tools/list", "params": {}}
HEADERS = {"Accept": "application/json, text/event-stream", "Content-Type": "application/json"}


def test_others_need_a_token_and_no_foreign_name_is_answered(tmp_path: Path) -> None:
    path = str(tmp_path / "closed.db")
    with open_store(path) as store:
        put(store, [BUS])
        token = store.add_token("desk", Role.READER)
    tools = tools_of(Settings(path))
    try:
        app = make_app(Settings(path), tools)
        with TestClient(app, base_url="http://127.0.0.1", headers=HEADERS) as client:
            assert client.post("/mcp", json=PING).status_code == 401
            shown = {"Authorization": f"Bearer {token}"}
            assert client.post("/mcp", json=PING, headers=shown).status_code == 200
            foreign = shown | {"Host": "evil.example"}
            assert client.post("/mcp", json=PING, headers=foreign).status_code == 421
            page = shown | {"Origin": "https://evil.example"}
            assert client.post("/mcp", json=PING, headers=page).status_code == 403
    finally:
        tools.close()


def test_an_argument_that_a_tool_does_not_have_is_refused(tools: Tools) -> None:
    async def session(client: Client) -> None:
        told = await refusal(client, "search_statements", word="سد")
        assert "word" in told
        assert "Extra inputs are not permitted" in told
        listed = (await client.list_tools()).tools
        assert all(one.input_schema["additionalProperties"] is False for one in listed)

    asked(make_server(tools), session)


def test_a_client_that_leaves_at_once_is_no_error(db: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "gofteh", "mcp", "--db", db],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=SECONDS,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
