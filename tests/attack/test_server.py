"""While one client asks for everything, the others are answered; what stalls is let go."""

from __future__ import annotations

import json
import re
import signal
from collections.abc import Iterator
from contextlib import closing

import pytest

from attack import crowd, sockets, stop
from attack.site import API, OTHERS, Site, ask_from, request, serving

# Far more than any answer takes on a slow machine: what is held open is held as long as that.
_SECONDS = 60


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    with serving("--rate", "0", articles=150, characters=40_000) as made:
        yield made


def others_are_answered(site: Site) -> None:
    for path in OTHERS:
        assert ask_from("127.0.0.7", site.port, path, _SECONDS) == 200, path


@pytest.mark.parametrize("name", crowd.ATTACKS)
def test_others_are_answered_while_one_client_asks_for_much(site: Site, name: str) -> None:
    with crowd.ATTACKS[name](site):
        others_are_answered(site)


def test_a_thousand_idle_connections_lock_nobody_out(site: Site) -> None:
    before = site.descriptors()
    made = sockets.idle(site, 300)
    try:
        assert sockets.answers(site) == (200, 200)
        assert site.descriptors() < before + 200
    finally:
        for one in made:
            one.close()


def test_half_a_head_is_not_waited_for(site: Site) -> None:
    with closing(site.connect(b"GET / HTTP/1.1\r\nHost: 127")) as half:
        _, said = sockets.ended_after(half, _SECONDS)
    assert said.startswith(b"HTTP/1.1 408 ")


def test_more_exports_than_a_client_may_have_are_told_to_wait(site: Site) -> None:
    with crowd.unread_exports(site, 4):
        asked = request(f"{API}/export?format=doccano", "Connection: close")
        with closing(site.connect(asked)) as fifth:
            fifth.settimeout(_SECONDS)
            assert fifth.recv(100).startswith(b"HTTP/1.1 429 ")
    others_are_answered(site)


def test_a_word_without_an_end_is_given_up_or_done(site: Site) -> None:
    body = json.dumps({"text": "می" * 100_000}, ensure_ascii=False).encode()
    status, answer = site.ask(
        f"{API}/repair", body, {"Content-Type": "application/json"}, seconds=120
    )
    assert status in (200, 422), answer[:200]
    if status == 422:
        assert json.loads(answer)["error"]["code"] == "too-long"


def test_searches_of_many_beginnings_are_refused(site: Site) -> None:
    words = "%20OR%20".join(f"{one}%D8%A7*" for one in ("%D8%B3", "%D8%A8", "%D8%AA") * 4)
    assert site.ask(f"{API}/search?words={words}")[0] == 200  # three, again and again
    many = "%20OR%20".join(f"%D8%A7{chr(97 + n)}*" for n in range(9))
    status, answer = site.ask(f"{API}/search?words={many}")
    assert (status, json.loads(answer)["error"]["code"]) == (422, "bad-query")


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_server_told_to_go_during_an_export_is_gone_in_ten_seconds(how: signal.Signals) -> None:
    with serving(articles=60, characters=40_000) as site, closing(stop.export_under_way(site)):
        code, seconds = site.stop(how)
    # On a slow machine it may come to the last resort; never to a crash (SIGSEGV).
    assert code in (0, -signal.SIGALRM), "".join(site.log)
    assert seconds < 15  # ten, and some for a slow machine
    assert not re.search("Traceback|Segmentation", "".join(site.log))
