"""Every page through axe, in both languages and colours, on desktop and phone."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

import pytest

from browser.conftest import DESKTOP, PHONE, settle
from browser.screenshots import addresses

# WCAG 2.2 A and AA, and what the makers of axe advise beyond it.
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture(scope="module")
def places(opened: Any, address: str) -> dict[str, str]:
    page = opened.new_page()
    found = addresses(page, address)
    page.close()
    return found


def findings(page: Any) -> list[str]:
    """What axe finds, of any weight, as one line each."""
    page.evaluate((files("axe_playwright_python") / "axe.min.js").read_text("utf-8"))
    found = page.evaluate("rules => axe.run(document, {runOnly: rules})", RULES)
    assert found["passes"]
    return [
        f"{one['impact']} {one['id']} {one['nodes'][0]['target']}" for one in found["violations"]
    ]


# Each language with each colour and each view, and each colour with each view: what is wrong with
# two of them together is found, at half the time of all eight.
VARIANTS = {
    "fa": (("light", DESKTOP), ("dark", PHONE)),
    "en": (("light", PHONE), ("dark", DESKTOP)),
}
_PARTS = 2  # so that two processes share the pages


@pytest.mark.parametrize("part", range(_PARTS))
@pytest.mark.parametrize("language", VARIANTS)
def test_axe_finds_nothing(visit, places, address, language, part) -> None:
    page = visit("/about", language, reduced_motion="reduce")  # no colour is halfway
    found = {}
    # an error's status stands in the console; it is looked at below
    for name in sorted(places.keys() - {"missing"})[part::_PARTS]:
        page.goto(address + places[name])
        settle(page)
        if name == "paste":
            page.click("form.paste button")
        for colour, view in VARIANTS[language]:
            page.emulate_media(color_scheme=colour)
            page.set_viewport_size(view)
            found[f"{name}, {colour}, {view['width']}"] = findings(page)
    assert not {name: lines for name, lines in found.items() if lines}


@pytest.mark.parametrize("language", ["fa", "en"])
def test_axe_finds_nothing_in_what_opens(visit, places, language) -> None:
    page = visit(places["statement"], language)
    for details in page.locator("main details").all():
        if details.get_attribute("open") is None:
            details.locator("summary").first.click()
    page.click(".menu summary")
    assert not findings(page)
    page = visit(places["article"], language)
    page.hover(".text mark.q")
    page.wait_for_selector(".peek")
    assert not findings(page)
    page = visit("/", language)
    page.click(".refine summary")
    assert not findings(page)


@pytest.mark.parametrize("language", ["fa", "en"])
def test_axe_finds_nothing_in_an_error(opened, address, language) -> None:
    page = opened.new_page()
    page.context.add_cookies([{"name": "lang", "value": language, "url": address}])
    assert page.goto(address + "/nothing").status == 404
    assert not findings(page)
    page.close()


@pytest.mark.parametrize("language", ["fa", "en"])
def test_no_page_is_wider_than_its_screen(visit, places, address, language) -> None:
    page = visit("/about", language)
    wide = []
    for name in places.keys() - {"missing"}:
        page.goto(address + places[name])
        for width in (320, 390, 768):
            page.set_viewport_size({"width": width, "height": 700})
            if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
                wide.append((name, width))
    assert not wide
