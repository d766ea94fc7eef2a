"""Nine jobs of a newsroom's day, step by step, as a person would do them in the browser.

Each in Persian at a desk and in English on a phone, over the articles of ``newsroom.py``.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

import docx
import pytest
from openpyxl import load_workbook

from browser import newsroom
from browser.conftest import DESKTOP, PHONE
from browser.site import serving
from gofteh.server.pages.language import Language, words_of

TOUCH = {"viewport": PHONE, "has_touch": True}


@dataclass(frozen=True)
class Desk:
    """Where somebody works: in a language, on a screen."""

    language: str
    visit: Callable[..., Any]
    settings: dict[str, Any]

    def open(self, path: str = "/", **more: Any) -> Any:
        return self.visit(path, self.language, **self.settings, **more)

    def say(self, key: str, **values: str) -> str:
        """A message of the interface, as its reader sees it."""
        told = words_of(Language(self.language)).say(key, **values)
        return re.sub("<[^>]+>", "", str(told))


@pytest.fixture(params=[("fa", {"viewport": DESKTOP}), ("en", TOUCH)], ids=["fa", "en"])
def desk(request: pytest.FixtureRequest, visit: Callable[..., Any]) -> Desk:
    language, settings = request.param
    return Desk(language, visit, settings)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server over the newsroom's articles."""
    place = str(tmp_path_factory.mktemp("newsroom") / "news.db")
    newsroom.fill(place)
    with serving(place) as base:
        yield base


def search(page: Any, words: str) -> None:
    page.fill("#q", words)
    with page.expect_navigation():
        page.press("#q", "Enter")


def open_statement(page: Any, words: str) -> None:
    """Search for words and open the first statement that has them."""
    search(page, words)
    page.locator("a.said").first.click()
    page.wait_for_url("**/statements/*")


def copied(page: Any) -> str:
    found: str = page.evaluate("navigator.clipboard.readText()")
    return found


def test_1_what_the_minister_said_of_it_last_year_with_a_citation(desk: Desk) -> None:
    page = desk.open(permissions=["clipboard-read", "clipboard-write"])
    search(page, "تونل")
    assert page.locator(".hit mark.w").first.inner_text() == "تونل"
    page.locator(".facets .groups").wait_for(state="attached")  # counts come beside the page
    assert re.search(r"[\d۰-۹]+ ", page.inner_text("#number"))
    page.click(".refine > summary")
    page.fill("#who", "وزیر راه")
    page.fill("#since", "پارسال")
    page.fill("#until", "پارسال")
    page.click(".refine button")
    page.wait_for_url("**since=*")
    assert page.locator(".hit").count() == 3
    assert page.locator(".chips li").count() >= 3  # what narrows the results can be taken back

    page.locator("a.said").filter(has_text="باز می‌شود").first.click()
    page.wait_for_url("**/statements/*")
    assert page.inner_text(".words") == f"«{newsroom.QUOTED}»"
    page.locator("button.copy").first.click()
    page.get_by_role("button", name=desk.say("copied")).wait_for()
    citation = copied(page)
    assert citation == page.locator(".citation .line").first.text_content()
    assert newsroom.MINISTER in citation
    assert newsroom.QUOTED in citation
    assert "127.0.0.1" not in citation  # nobody else could follow it
    page.locator("button[data-copy=own-address]").click()
    page.wait_for_function("navigator.clipboard.readText().then(text => text === location.href)")


def test_2_one_official_over_time_through_all_spellings(desk: Desk) -> None:
    page = desk.open("/speakers")
    page.fill("#name", newsroom.SPELLINGS[1])
    page.press("#name", "Enter")
    page.wait_for_url("**/speakers?name=*")
    page.locator(".people a").first.click()
    page.wait_for_url("**/persons/*")
    names = page.locator("[aria-labelledby=h-names]").inner_text()
    assert all(name in names for name in newsroom.SPELLINGS)
    offices = page.locator("[aria-labelledby=h-offices] .what").all_inner_texts()
    assert offices == ["وزیر راه", "رئیس سازمان راه سپیدار"]
    assert page.locator("[aria-labelledby=h-statements] .hit").count() == 6
    assert page.locator("[aria-labelledby=h-time] .hint").count()  # the undated one is told of

    page.locator(".chart a").first.focus()  # a bar is a link to what it counts
    page.keyboard.press("Enter")
    page.wait_for_url("**since=*")
    assert page.locator(".hit").count() in (1, 2, 3)


def test_3_which_outlets_carried_it_and_what_they_changed(desk: Desk) -> None:
    page = desk.open()
    open_statement(page, "تونل کیلومتر")
    page.locator("[aria-labelledby=h-siblings] a.strong").click()
    page.wait_for_url("**/families/*")
    rows = page.locator("table tbody tr")
    assert [row.locator("th").inner_text() for row in rows.all()] == ["پگاه", "کوی نو", "598.ir"]
    assert desk.say("relation-first") in rows.nth(0).inner_text()
    assert "پگاه" in rows.nth(1).inner_text()  # whom it credits
    for flag in ("flag-negation", "flag-number"):
        assert desk.say(flag) in rows.nth(1).inner_text()
        assert desk.say(flag) not in rows.nth(2).inner_text()

    changed = page.locator("#t2 .diff")
    assert "۳۰" in " ".join(changed.locator("del").all_inner_texts())
    assert "۲۰" in " ".join(changed.locator("ins").all_inner_texts())
    assert not page.locator("#t3 .diff :is(ins, del)").count()


def test_4_a_speaker_is_checked_and_corrected(desk: Desk) -> None:
    page = desk.open()
    open_statement(page, "شبانه")
    statement = page.url
    assert page.inner_text("h1 .name") == "بهرام نیک‌پور"
    assert page.locator(".context mark.q").count()
    assert desk.say("why-speaker") in page.inner_text("[aria-labelledby=h-details]")

    page.locator("details:has(#c-speaker) > summary").click()
    page.fill("#c-speaker", "")
    page.locator("#c-speaker").press_sequentially("الهام")
    page.locator("[role=option]").first.click()
    assert page.input_value("#c-speaker") == "الهام مشکاتی"
    page.locator("#c-author-speaker").fill("میز بازبینی")
    page.locator("form:has(#c-speaker) button").click()
    page.wait_for_selector(".notice.good")
    assert page.inner_text("h1 .name") == "الهام مشکاتی"
    assert desk.say("confirmed") in page.inner_text(".details")

    page.goto(page.url.split("/statements/")[0] + "/corrections")
    entry = page.locator("main li").first
    assert entry.locator("del").inner_text() == "بهرام نیک‌پور"
    assert "الهام مشکاتی" in entry.locator("ins").inner_text()
    assert "میز بازبینی" in entry.inner_text()
    entry.locator("button").click()
    page.wait_for_url("**/corrections?done=withdrawn")
    page.goto(statement)
    assert page.inner_text("h1 .name") == "بهرام نیک‌پور"


SELECT_TWO_WORDS = """() => {
    const inside = document.querySelectorAll('.picker .in');
    const range = document.createRange();
    range.setStartBefore(inside[1]);
    range.setEndAfter(inside[2]);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
    document.querySelector('.picker').dispatchEvent(new Event('pointerup'));
}"""


def test_5_a_boundary_is_put_right_by_selecting_words(desk: Desk) -> None:
    page = desk.open()
    open_statement(page, "اتوبوس")
    page.locator("details:has(.picker) > summary").click()
    picker = page.locator(".picker")
    before = picker.locator(".in").all_inner_texts()
    page.evaluate(SELECT_TWO_WORDS)
    assert picker.locator(".in").all_inner_texts() == before[1:3]
    page.locator("form[data-pick] button").click()
    page.wait_for_selector(".notice[role=status]")
    assert " ".join(page.inner_text(".words").split()) == " ".join(before[1:3])
    assert page.locator(".history .excerpt del").count()  # the words that went
    page.click(".history button")
    page.wait_for_url("**/corrections?done=withdrawn")


def test_6_a_text_is_pasted(desk: Desk) -> None:
    page = desk.open("/paste")
    page.fill("#text", newsroom.ARTICLES[-1].text)
    page.click("form.paste button")
    page.wait_for_selector(".card", timeout=120_000)  # a process for it is started first
    assert page.locator(".card .name").all_inner_texts() == ["الهام مشکاتی", "بهرام نیک‌پور"]
    assert page.input_value("#text") == newsroom.ARTICLES[-1].text  # there to be changed


# What the keys of j and k write where the keyboard is Persian.
PERSIAN_KEYS = {"KeyJ": "ت", "KeyK": "ن"}


def test_7_the_keyboard_alone_will_do_with_a_persian_layout(desk: Desk) -> None:
    page = desk.open(permissions=["clipboard-read", "clipboard-write"])
    page.keyboard.press("/")
    page.keyboard.type("تونل/")
    page.keyboard.press("Backspace")
    page.keyboard.press("Enter")
    page.wait_for_url("**/?q=*")
    keyboard = page.context.new_cdp_session(page)
    at = "[...document.querySelectorAll('a.said')].indexOf(document.activeElement)"
    page.evaluate("document.activeElement.blur()")
    for code, expected in (("KeyJ", 0), ("KeyJ", 1), ("KeyJ", 2), ("KeyK", 1)):
        written = {"code": code, "key": PERSIAN_KEYS[code], "text": PERSIAN_KEYS[code]}
        keyboard.send("Input.dispatchKeyEvent", {"type": "keyDown", **written})
        keyboard.send("Input.dispatchKeyEvent", {"type": "keyUp", **written})
        assert page.evaluate(at) == expected
    page.keyboard.press("Enter")
    page.wait_for_url("**/statements/*")
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.dataset.copy === 'cite-fa'"):
            break
    page.keyboard.press("Enter")
    page.get_by_role("button", name=desk.say("copied")).wait_for()
    assert copied(page) == page.locator("#cite-fa").text_content()


def test_8_undated_statements_and_empty_results_are_not_dead_ends(desk: Desk) -> None:
    page = desk.open(f"/?q={quote('تونل')}&since={newsroom.LAST_YEAR}")
    assert page.locator(".hit").count() == 3
    page.locator(".left-out a").click()  # how many a range leaves out is said
    page.wait_for_url("**undated=1*")
    assert page.locator(".hit").count() == 1
    assert desk.say("undated") in page.locator(".hit .meta").inner_text()

    search(page, "تونلل")
    assert page.inner_text(".teach p:first-child") == desk.say("nothing")
    page.locator(".meant a").click()
    page.locator(".hit").first.wait_for()
    assert page.input_value("#q") == "تونل"


def test_9_a_story_is_taken_away_as_word_and_tables(desk: Desk, tmp_path: Path) -> None:
    page = desk.open()
    search(page, "تونل کیلومتر")
    for box in page.locator("input[name=id]").all()[:2]:
        box.check()
    files = {}
    for kind in ("docx", "csv", "xlsx"):
        page.select_option("#take-format", kind)
        with page.expect_download() as taken:
            page.locator("form#take button").click()
        files[kind] = tmp_path / taken.value.suggested_filename
        taken.value.save_as(files[kind])

    story = "\n".join(one.text for one in docx.Document(str(files["docx"])).paragraphs)
    assert story.count("کیلومتر کوتاه می‌شود") == 2
    assert f"«{newsroom.QUOTED}»" in story
    rows = list(csv.reader(io.StringIO(files["csv"].read_text("utf-8-sig"))))
    sheet = load_workbook(files["xlsx"]).active
    assert len(rows) == sheet.max_row == 3
    for cells in (rows[1], [cell.value for cell in sheet[2]]):
        assert newsroom.QUOTED in cells
