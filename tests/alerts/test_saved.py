"""Saved searches find what comes in, once, and tell of it until it was heard."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from email import message_from_bytes, policy
from http.server import BaseHTTPRequestHandler, HTTPServer
from random import Random
from threading import Thread
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from aiosmtpd.controller import Controller

from gofteh.alerts.atom import atom
from gofteh.alerts.mail import MailError, Smtp, checked_address, smtp_of
from gofteh.alerts.telling import Telling, tell
from gofteh.read import ReadOptions
from gofteh.store import Query, SavedError, Store
from gofteh.store.query import QueryError
from gofteh.store.saved import problems
from store.news import BUS, DAM, NEWS, SECOND, put

NOW = 1_700_000_000.0
EVER = ("2000-01-01", "2100-01-01")
PUBLIC = "https://newsroom.example"


def told(store: Store, how: Telling | None = None, now: float = NOW) -> int:
    return tell(store, how or Telling(), now, Random(1))


def found(store: Store, search: str) -> list[str]:
    return [one.statement.id for one in store.new_hits(search, *EVER)]


def test_only_what_comes_in_later_is_found_and_each_statement_once(store: Store) -> None:
    put(store, [DAM])
    everything = store.save_search("همه", Query())
    water = store.save_search("آب", Query(words="آب"))
    told(store)
    assert found(store, everything.id) == []
    put(store, [BUS])
    told(store)
    told(store)
    (stored,) = [one for one in store.each_article() if one.head.id == "bus"]
    ids = {one.statement.id for one in stored.statements}
    assert set(found(store, everything.id)) == ids
    assert len(found(store, everything.id)) == len(ids) == 2
    assert len(found(store, water.id)) == 1
    # The same article extracted anew, and with a word more: nothing is found twice.
    put(store, [replace(BUS, text=BUS.text + "\nپایان.")], SECOND)
    told(store)
    assert len(found(store, everything.id)) == 2
    assert [one.hits for one in store.saved_searches()] == [1, 2]


def test_a_query_is_kept_as_it_was(store: Store) -> None:
    import datetime as dt

    query = Query(
        *("سد -آب", None, "فرهمند", ("پگاه",), ("person",), ("direct",), ("say",), 0.5),
        *(dt.date(2023, 1, 1), dt.date(2023, 12, 31)),
    )
    store.save_search("x", query)
    assert store.saved_searches()[0].query == query


def test_a_search_that_cannot_be_is_refused(store: Store) -> None:
    store.save_search("یک", Query(words="آب"))
    with pytest.raises(SavedError, match="another name"):
        store.save_search("یک", Query())
    with pytest.raises(QueryError):
        store.save_search("دو", Query(words="آب " * 2000))


def test_deleting_takes_hits_and_what_is_to_be_told_along(store: Store) -> None:
    made = store.save_search("همه", Query(), webhook="https://hook.example/")
    put(store, NEWS)
    told(store)
    assert store.delete_search(made.id)
    assert not store.delete_search(made.id)
    for table in ("saved_hit", "delivery"):
        assert store.db.rows(f"SELECT count(*) FROM {table}") == [(0,)]
    assert [one.change for one in store.changes()][:1] == ["search-deleted"]


def test_forgotten_articles_leave_no_hit(store: Store) -> None:
    made = store.save_search("همه", Query())
    put(store, NEWS)
    told(store)
    store.forget(["dam", "bus", "river"])
    assert found(store, made.id) == []
    assert store.db.rows("SELECT count(*) FROM saved_hit") == [(0,)]


@contextmanager
def hook(*statuses: int) -> Iterator[tuple[str, list[tuple[dict[str, str], bytes]]]]:
    """A webhook that answers so in turn, then well; and what it got."""
    got: list[tuple[dict[str, str], bytes]] = []
    left = list(statuses)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            got.append(({k.lower(): v for k, v in self.headers.items()}, body))
            self.send_response(left.pop(0) if left else 204)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/hook", got
    server.shutdown()
    server.server_close()


PRIVATE = Telling(PUBLIC, hooks=ReadOptions(allow_private=True, timeout=20))


def test_a_webhook_is_signed_and_tried_again_until_it_takes_it(store: Store) -> None:
    with hook(500, 302) as (url, got):
        made = store.save_search("آب", Query(words="آب"), webhook=url)
        put(store, NEWS)
        assert told(store, PRIVATE) == 0
        assert "500" in problems(store.db)[made.id]
        assert told(store, PRIVATE, NOW + 10) == 0, "not so soon"
        assert len(got) == 1
        assert told(store, PRIVATE, NOW + 61) == 0, "a redirect is no answer"
        assert told(store, PRIVATE, NOW + 400) == 1
        assert told(store, PRIVATE, NOW + 9999) == 0
    assert len(got) == 3
    headers, body = got[-1]
    assert {one["webhook-id"] for one, _ in got} == {headers["webhook-id"]}
    key = base64.urlsafe_b64decode((made.secret or "").removeprefix("whsec_"))
    signed = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.".encode() + body
    expected = base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()
    assert headers["webhook-signature"] == f"v1,{expected}"
    sent = json.loads(body)
    assert sent["search"] == {"id": made.id, "name": "آب"}
    assert sent["total"] == len(sent["statements"]) >= 1
    one = sent["statements"][0]
    assert one["page"] == f"{PUBLIC}/statements/{one['id']}"
    assert problems(store.db) == {}


@pytest.mark.parametrize(
    "url",
    ["http://127.0.0.1:9/", "http://localhost/", "http://169.254.169.254/", "http://[::1]/x"],
)
def test_a_webhook_leads_to_no_private_address(store: Store, url: str) -> None:
    made = store.save_search("همه", Query(), webhook=url)
    put(store, NEWS)
    assert told(store) == 0
    assert "refused" in problems(store.db)[made.id] or "private" in problems(store.db)[made.id]


def test_what_was_begun_by_a_process_that_died_is_told_later(store: Store) -> None:
    from gofteh.store.saved import claim, look

    with hook() as (url, got):
        store.save_search("همه", Query(), webhook=url)
        put(store, NEWS)
        look(store.db, "2023-11-14T22:13:20+00:00", NOW)
        assert claim(store.db, NOW, NOW + 600) is not None  # … and then it dies
        assert told(store, PRIVATE, NOW + 1) == 0
        assert told(store, PRIVATE, NOW + 601) == 1
    assert len(got) == 1


class Mailbox:
    """An SMTP server's handler that keeps what comes."""

    def __init__(self) -> None:
        self.got: list[Any] = []

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802
        self.got.append((envelope.rcpt_tos, envelope.content))
        return "250 OK"


def test_e_mail_is_written_to_whoever_asked_for_it(store: Store) -> None:
    box = Mailbox()
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    controller = Controller(box, hostname="127.0.0.1", port=port)
    controller.start()
    try:
        smtp = Smtp("smtp", "127.0.0.1", port, "news@newsroom.example")
        store.save_search("آب\nو سد", Query(), email="reporter@newsroom.example")
        put(store, NEWS)
        assert told(store, Telling(PUBLIC, smtp)) == 1
    finally:
        controller.stop()
    ((to, content),) = box.got
    assert to == ["reporter@newsroom.example"]
    letter = message_from_bytes(content, policy=policy.default)
    assert letter["Subject"].startswith("آب و سد")
    text = letter.get_content()
    assert "لیلا فرهمند" in text
    assert f"{PUBLIC}/statements/" in text
    assert "https://news.example/dam" in text


def test_without_an_smtp_server_the_problem_is_told(store: Store) -> None:
    made = store.save_search("همه", Query(), email="reporter@newsroom.example")
    put(store, NEWS)
    assert told(store) == 0
    assert "--smtp" in problems(store.db)[made.id]


def test_smtp_servers_and_addresses_are_checked() -> None:
    found = smtp_of("smtp+starttls://u%40x:p%2Fq@mail.example", "a@b.example")
    assert (found.port, found.user, found.password) == (587, "u@x", "p/q")
    assert "p/q" not in repr(found)
    for wrong in ("http://x", "smtp://", "smtp://x:port"):
        with pytest.raises(MailError):
            smtp_of(wrong, "a@b.example")
    for wrong in ("", "a", "a@", "a@b@c", "a b@c.example", "a@b.example\nBcc: c@d.example"):
        with pytest.raises(MailError):
            checked_address(wrong)


def test_a_feed_is_atom(store: Store) -> None:
    put(store, NEWS)
    page = store.search(Query())
    body = atom("آب & سد\x01", f"{PUBLIC}/f", PUBLIC, [hit.stored for hit in page.items],
                lambda one: f"{PUBLIC}/statements/{one.statement.id}")  # fmt: skip
    feed = ET.fromstring(body)
    ns = {"a": "http://www.w3.org/2005/Atom"}
    entries = feed.findall("a:entry", ns)
    assert len(entries) == len(page.items) > 2
    ids = [one.findtext("a:id", None, ns) for one in entries]
    assert len(set(ids)) == len(ids)
    updated = [one.findtext("a:updated", "", ns) for one in entries]
    assert feed.findtext("a:updated", None, ns) == max(updated)
    assert all(len(one) >= len("2023-05-01T10:30:00+00:00") for one in updated)
    assert feed.findtext("a:title", None, ns) == "آب & سد\ufffd"
