"""What a reporter does: names while typing, days from lists, filters on a phone, the button."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs, quote, urlsplit

import pytest

from browser.conftest import PHONE
from browser.test_accessibility import findings
from gofteh.server.pages.language import Language, words_of

LANGUAGES = pytest.mark.parametrize("language", ["fa", "en"])
NEWS = """<!doctype html><html><head><title>پل تازه</title><script>window.hostile = 1</script>
</head><body>
<article><h1>پل تازهٔ سپیدار باز شد</h1>
<p>الهام مشکاتی، شهردار سپیدار، گفت: سی اتوبوس تازه تا پایان پاییز به شهر می‌رسد.</p>
<p>بهرام نیک‌پور افزود: پل تازه پیش از زمستان باز می‌شود و راه شهر کوتاه می‌شود.</p>
<p>این خبر دنباله دارد و هوای سپیدار تا پایان هفته سرد و بارانی خواهد ماند.</p>
</article></body></html>"""


def test_names_are_offered_while_typing(visit, address: str) -> None:
    page = visit("/speakers")
    name = page.locator(".people .name").first.inner_text()
    field = page.locator("#name")
    field.press_sequentially(name[:3])
    options = page.locator("[role=option]")
    options.first.wait_for()
    assert field.get_attribute("aria-expanded") == "true"
    assert not findings(page)
    field.press("ArrowDown")
    active = field.get_attribute("aria-activedescendant")
    chosen = page.locator(f"#{active}").get_attribute("data-name")
    field.press("Enter")
    assert field.input_value() == chosen
    assert page.url == address + "/speakers"  # chosen, not sent
    field.fill(name[:3])
    options.first.wait_for()
    field.press("Escape")
    assert not options.first.is_visible()
    field.press("Enter")
    page.wait_for_url("**/speakers?name=*")


@LANGUAGES
def test_days_are_chosen_from_lists_and_addresses_stay_short(visit, language: str) -> None:
    page = visit(f"/?q={quote('آب')}", language)
    page.click(".refine > summary")
    year, month, day = page.locator("[data-day=since] select").all()
    assert month.is_disabled()
    year.select_option(index=1)
    month.select_option("12" if language == "fa" else "2")
    assert day.locator("option:not([hidden])").count() - 1 in (28, 29, 30)
    day.select_option("9")
    written = page.input_value("#since")
    assert written.endswith("/12/09" if language == "fa" else "-02-09")
    page.click(".refine button")
    page.wait_for_url("**since=*")
    asked = parse_qs(urlsplit(page.url).query, keep_blank_values=True)
    assert asked == {"q": ["آب"], "since": [written]}


@LANGUAGES
@pytest.mark.parametrize("script", [True, False])
def test_filters_come_up_as_a_sheet_on_a_phone(visit, language: str, script: bool) -> None:
    settings = {"viewport": PHONE, "has_touch": True, "java_script_enabled": script}
    page = visit(f"/?q={quote('آب')}", language, **settings)
    opener = page.locator(".sheet-open")
    assert opener.bounding_box()["y"] < PHONE["height"]  # above the results
    sheet = page.locator("#facets")
    assert not sheet.is_visible()
    opener.tap()
    sheet.wait_for()
    box = sheet.bounding_box()
    assert box["y"] + box["height"] == pytest.approx(PHONE["height"], abs=2)
    if script:
        page.locator(".facets li a").first.wait_for()
        assert not findings(page)
        page.keyboard.press("Escape")
    else:
        page.locator(".sheet-close").tap()
    sheet.wait_for(state="hidden")


def brought(page: Any, headers: dict[str, str]) -> Any:
    """Press the button on a page of news elsewhere; the window that opens."""
    code = page.get_attribute("a.bookmarklet", "href")
    answer = {"content_type": "text/html; charset=utf-8", "body": NEWS, "headers": headers}
    page.route("https://news.example/**", lambda route: route.fulfill(**answer))
    page.goto("https://news.example/bridge")
    with page.context.expect_page() as opened:
        page.evaluate(code.removeprefix("javascript:"))
    return opened.value


@LANGUAGES
def test_the_button_brings_the_page_that_is_read(visit, address: str, language: str) -> None:
    page = visit("/bring", language)
    sent: list[str] = []
    page.context.on("request", lambda one: one.method == "POST" and sent.append(one.url))
    window = brought(page, {})
    button = window.locator("form[data-bring] button")
    button.wait_for()
    assert "news.example" in window.inner_text("[data-host]")
    assert window.url == f"{address}/bring"  # the address it came with is gone
    assert not sent  # nothing is sent before its reader says so
    assert not findings(window)
    assert not window.evaluate("'hostile' in window")
    button.click(no_wait_after=True)
    window.wait_for_selector(".card", timeout=120_000)  # a process for it is started first
    assert sent == [f"{address}/bring"]
    assert set(window.locator(".card .name").all_inner_texts()) == {"الهام مشکاتی", "بهرام نیک‌پور"}
    assert window.get_attribute(".pasted .meta a[rel]", "href") == "https://news.example/bridge"
    assert not findings(window)


def test_a_page_that_hands_nothing_over_is_told(visit) -> None:
    headers = {"Cross-Origin-Opener-Policy": "same-origin"}
    window = brought(visit("/bring"), headers)
    window.locator("[data-missing]").wait_for()
    said = str(words_of(Language.FA).say("bring-missing"))
    assert said in window.inner_text("[data-missing]")
    assert not window.locator("form[data-bring]").is_visible()
