"""Saved searches and the watch over the API and on their pages."""

from __future__ import annotations

import base64
import re
from xml.etree import ElementTree as ET

from fastapi.testclient import TestClient
from prometheus_client.openmetrics.parser import text_string_to_metric_families

from gofteh.roles import Role
from gofteh.server.security import csrf
from gofteh.store import open_store
from server.pages.reading import get
from store.news import DAM, put

from .conftest import API, Serving, error_of

ATOM = {"a": "http://www.w3.org/2005/Atom"}
QUERY = {"name": "آب", "query": {"words": "آب", "outlet": ["پگاه"]}}


def test_a_search_is_saved_listed_and_deleted(serving: Serving) -> None:
    client = serving()
    made = client.post(f"{API}/saved-searches", json=QUERY | {"webhook": "https://hook.example/"})
    assert made.status_code == 201
    assert made.json()["secret"].startswith("whsec_")
    (listed,) = client.get(f"{API}/saved-searches").json()["items"]
    assert listed == {k: v for k, v in made.json().items() if k != "secret"}
    assert listed["query"] == {"words": "آب", "outlets": ["پگاه"], "order": "newest"}
    assert "hook.example" not in client.get(f"{API}/saved-searches").text
    error_of(client.post(f"{API}/saved-searches", json=QUERY), 422)
    assert client.delete(f"{API}/saved-searches/{listed['id']}").status_code == 204
    error_of(client.delete(f"{API}/saved-searches/{listed['id']}"), 404)


def test_what_cannot_be_saved_is_refused(serving: Serving) -> None:
    client = serving()
    for more in ({"webhook": "ftp://x.example/"}, {"email": "no address"}, {"name": ""},
                 {"query": {"since": "soon"}}, {"query": {"cursor": "x"}}):  # fmt: skip
        error_of(client.post(f"{API}/saved-searches", json=QUERY | more), 422)


def test_a_search_is_an_atom_feed(serving: Serving) -> None:
    client = serving(public="https://newsroom.example/")
    answer = client.get(f"{API}/search.atom", params={"words": "آب"})
    assert answer.headers["content-type"].startswith("application/atom+xml")
    feed = ET.fromstring(answer.content)
    links = [one.attrib["href"] for one in feed.findall("a:entry/a:link[@rel='alternate']", ATOM)]
    assert links
    assert all(one.startswith("https://newsroom.example/statements/") for one in links)
    made = client.post(f"{API}/saved-searches", json=QUERY).json()
    saved = client.get(f"{API}/saved-searches/{made['id']}/feed.atom")
    assert ET.fromstring(saved.content).findtext("a:title", None, ATOM) == "آب"
    error_of(client.get(f"{API}/saved-searches/none/feed.atom"), 404)


def test_a_feed_reader_shows_a_token_as_a_password(serving: Serving) -> None:
    client = serving()
    with open_store(client.app.state.settings.db) as store:  # type: ignore[attr-defined]
        token = store.add_token("reader", Role.READER)
    shown = {"Authorization": "Basic " + base64.b64encode(f"x:{token}".encode()).decode()}
    assert client.get(f"{API}/search.atom", headers=shown).status_code == 200
    assert client.get(f"{API}/search.atom").status_code == 401
    for wrong in ("Basic !!", "Basic " + base64.b64encode(b"x:y").decode()):
        error_of(client.get(f"{API}/search", headers={"Authorization": wrong}), 401)
    error_of(client.post(f"{API}/saved-searches", json=QUERY, headers=shown), 403)


def test_the_pages_save_show_and_delete(serving: Serving) -> None:
    client = serving()
    page = get(client, "/?q=سد&outlet=پگاه")
    link = next(a for a in page.css("a") if a.attributes["href"].startswith("/saved?"))
    form = get(client, link.attributes["href"]).css_first("form.paste")
    fields = {
        field.attributes["name"]: field.attributes.get("value") or ""
        for field in form.css("input[name]")
    }
    assert fields["name"] == "سد"
    fields |= {"name": "سدها", "webhook": "https://hook.example/x"}
    done = client.post("/saved", data=fields)
    assert "whsec_" in done.text
    shown = get(client, "/saved")
    assert "سدها" in shown.body.text()
    assert "whsec_" not in shown.html
    address = shown.css_first("a.said").attributes["href"]
    assert {"q", "outlet"} <= {pair.partition("=")[0] for pair in address[2:].split("&")}
    delete = shown.css_first("form[action$=delete]").attributes["action"]
    token = {csrf.FIELD: fields[csrf.FIELD]}
    assert client.post(delete, data={"x": "1"}).status_code == 403
    assert client.post(delete, data=token).status_code == 200
    assert "سدها" not in get(client, "/saved").body.text()


def test_the_digest_shows_what_a_day_brought(serving: Serving) -> None:
    from random import Random
    from time import time

    from gofteh.alerts.telling import Telling, tell

    client = serving()
    client.post(f"{API}/saved-searches", json={"name": "همه", "query": {}})
    assert "همه" not in get(client, "/digest").css_first("main").text()
    with open_store(client.app.state.settings.db) as store:  # type: ignore[attr-defined]
        store.forget(["dam"])
        put(store, [DAM])
        tell(store, Telling(), time(), Random(1))
    assert "لیلا فرهمند" in get(client, "/digest").css_first("main").text()
    assert "لیلا فرهمند" not in get(client, "/digest?day=1390/01/01").css_first("main").text()
    assert client.get("/digest?day=soon").status_code == 400


def test_the_watch_is_shown_and_measured(client: TestClient) -> None:
    assert client.get(f"{API}/watch").json() == {
        "sources": [], "hosts": 0, "requests": 0, "failures": 0, "versions": 0,
    }  # fmt: skip
    answer = client.get(f"{API}/watch/metrics")
    assert answer.headers["content-type"].startswith("application/openmetrics-text")
    names = {one.name for one in text_string_to_metric_families(answer.text)}
    assert {"gofteh_watch_sources", "gofteh_watch_requests"} <= names
    assert re.search(r"# EOF\n$", answer.text)
