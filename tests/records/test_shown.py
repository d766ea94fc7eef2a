"""A reading in a notebook: marked, from right to left, and harmless."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import gofteh
from gofteh.records.shown import LONGEST
from grammar import extract


class Seen(HTMLParser):
    """Collects the elements and the text of what was shown."""

    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []
        self.open: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert not {name for name, _ in attrs} - {"lang", "dir", "style", "title"}
        self.names.append(tag)
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def seen(reading: gofteh.Reading) -> Seen:
    parser = Seen()
    parser.feed(reading._repr_html_())
    parser.close()
    assert not parser.open
    return parser


def test_the_text_stands_as_it_is_and_nothing_of_it_acts() -> None:
    nasty = "<script>alert('x')</script> & \"«سد پر است»\""
    reading = extract(gofteh.Article(title=nasty, text="لیلا <b>فرهمند</b> گفت: سد پر است."))
    shown = seen(reading)
    assert shown.text.startswith(reading.article.raw)
    assert set(shown.names) <= {"div", "span", "ul", "li"}


def test_embedded_statements_and_cues_are_marked_and_speakers_are_listed() -> None:
    reading = extract("لیلا فرهمند گفت: سامان کیانی به من گفت که پل فردا باز می‌شود.")
    html = reading._repr_html_()
    assert "dir='rtl'" in html
    titles = re.findall(r"title='(.*?)'", html)
    assert {one.partition(" · ")[0] for one in titles} == {"لیلا فرهمند", "سامان کیانی"}
    assert html.count("font-weight:bold") == sum(len(one.cue) for one in reading)
    assert seen(reading).names.count("li") == len(reading.speakers)


def test_a_long_article_is_cut_and_says_so_and_what_a_notebook_cannot_keep_is_replaced() -> None:
    reading = gofteh.Reading(gofteh.Article("\ud800\u202e" + "ا" * LONGEST))
    html = reading._repr_html_()
    html.encode("utf-8")
    assert "\u202e" not in html and "2 more characters" in html
