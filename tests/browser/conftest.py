"""A server over the demo articles and a browser; skips where there is no Chromium."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from browser.site import browser, chromium, fill, serving


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server over the demo articles."""
    place = str(tmp_path_factory.mktemp("demo") / "demo.db")
    fill(place)
    with serving(place) as base:
        yield base


# Not for the whole session: while Playwright runs, its thread has an event loop, and other
# tests have loops of their own.
@pytest.fixture(scope="module")
def opened() -> Iterator[Any]:
    if chromium() is None:
        pytest.skip("no Chromium is installed (Debian: apt-get install chromium)")
    with browser() as found:
        yield found


@pytest.fixture
def visit(opened: Any, address: str) -> Iterator[Callable[..., Any]]:
    """Opens a page in a browser of one's own; every error of its scripts fails the test."""
    contexts, errors = [], []

    def go(path: str, language: str = "fa", **settings: Any) -> Any:
        context = opened.new_context(**({"viewport": DESKTOP} | settings))
        context.set_default_timeout(15_000)
        contexts.append(context)
        context.add_cookies([{"name": "lang", "value": language, "url": address}])
        page = context.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("console", lambda said: said.type == "error" and errors.append(said.text))
        page.goto(address + path)
        if settings.get("java_script_enabled", True):
            settle(page)
        return page

    yield go
    for context in contexts:
        context.close()
    assert not errors


def settle(page: Any) -> None:
    """Wait until what is loaded beside the page is there."""
    page.locator("[data-load] .load").wait_for(state="detached")


DESKTOP = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}
