"""How pages behave in a real browser, in both languages; whole jobs are in ``test_jobs.py``."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import quote, urlsplit

import pytest

from browser.conftest import PHONE
from gofteh.server.pages.language import Language, words_of

LANGUAGES = pytest.mark.parametrize("language", ["fa", "en"])


def article_address(page: Any) -> str:
    return page.locator("a.source").first.get_attribute("href")


@LANGUAGES
def test_resting_on_a_statement_shows_who_and_why(visit, language: str) -> None:
    page = visit(article_address(visit("/", language)), language)
    mark = page.locator(".text mark.q").first
    mark.hover()
    peek = page.locator(".peek")
    peek.wait_for()
    card = page.locator(f"#{mark.get_attribute('data-s')}")
    assert peek.locator(".name").inner_text() == card.locator(".name").inner_text()
    assert peek.locator(".why p").first.is_visible()
    assert words_of(Language(language)).say("confidence") in peek.inner_text()
    # The pointer may go onto it; Escape closes it.
    peek.hover()
    page.wait_for_timeout(500)
    assert peek.is_visible()
    page.keyboard.press("Escape")
    assert peek.count() == 0


def test_the_keyboard_shows_a_note_too(visit) -> None:
    page = visit(article_address(visit("/")))
    number = page.locator(".text a.n, h1 a.n").first
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.classList.contains('n')"):
            break
    assert page.locator(".peek").is_visible()
    page.keyboard.press("Enter")
    assert urlsplit(page.url).fragment == number.get_attribute("href")[1:]


@LANGUAGES
@pytest.mark.parametrize("script", [True, False])
def test_a_tap_brings_a_note_from_below(visit, language: str, script: bool) -> None:
    settings = {"viewport": PHONE, "has_touch": True, "java_script_enabled": script}
    page = visit(article_address(visit("/", language)), language, **settings)
    page.locator(".text a.n").first.tap()
    note = page.locator(".peek" if script else ".card:target")
    note.wait_for()
    box = note.bounding_box()
    assert box["y"] + box["height"] == pytest.approx(PHONE["height"], abs=2)
    assert box["width"] == pytest.approx(PHONE["width"], abs=2)


@LANGUAGES
def test_without_a_script_everything_can_be_read(visit, language: str) -> None:
    page = visit(f"/?q={quote('آب')}", language, java_script_enabled=False)
    page.click(".facets .load a")
    assert page.locator(".facets li a").count()
    assert page.inner_text("#number").strip()
    page.locator("a.said").first.click()
    assert page.locator(".citation .line").count() == 2
    assert not page.locator("button.copy").first.is_visible()
    page.click("section .headline a")
    assert page.locator(".card").count() >= page.locator(".text a.n").count() > 0
    page.goto(re.sub(r"(//[^/]*/).*", r"\1paste?example=1", page.url))
    page.click("form.paste button")
    assert page.locator(".card").count() == 5


def test_the_first_key_leads_past_the_navigation(visit) -> None:
    page = visit("/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_language_and_colours_are_switched(visit) -> None:
    page = visit(f"/?q={quote('آب')}", color_scheme="light")
    paper = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(paper)
    page.click("a.language")
    assert page.get_attribute("html", "dir") == "ltr"
    assert page.input_value("#q") == "آب"
    page.click(".menu summary")
    page.click(".menu a[href*='theme=dark']")
    assert page.evaluate(paper) != light
    page.goto(page.url.split("?")[0] + "about")
    assert (page.get_attribute("html", "lang"), page.get_attribute("html", "data-theme")) == (
        "en",
        "dark",
    )


def test_no_page_asks_another_host(visit, address: str) -> None:
    asked: list[str] = []
    page = visit("/")
    page.on("request", lambda request: asked.append(request.url))
    for path in ("/", "/speakers", "/outlets", "/about", article_address(page)):
        page.goto(address + path)
    assert asked
    assert {urlsplit(url).netloc for url in asked} == {urlsplit(address).netloc}


def test_print_has_the_text_and_no_controls(visit) -> None:
    page = visit(article_address(visit("/")))
    page.emulate_media(media="print")
    assert page.locator(".text").is_visible()
    assert page.locator(".cards").is_visible()
    for control in (".top", ".switch", ".skip"):
        assert not page.locator(control).first.is_visible()
