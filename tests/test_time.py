"""Hostile texts take time that grows with their length, inside regular expressions too.

Executed lines do not count what a search does in one call, so processor time is compared: of one
run, a text and eight times as much of it. A quadratic search takes sixty-four times as long; noise
does not.
"""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

import gofteh
from gofteh.read.dates import parse_date
from gofteh.read.pages import fragment_text, read_page
from gofteh.read.plain import take_apart
from gofteh.repairing.reading import reading_edits
from gofteh.text.furniture import is_furniture
from gofteh.text.layout import lay_out

# Small enough for a second each where time is linear, large enough to be more than noise.
_LENGTH, _TIMES, _MOST = 10_000, 8, 32
_TRIES = 4
# What takes so little, in seconds, is no attack at any ratio.
_NOTHING = 0.6

UNITS = {
    "straight marks": '"آب" ',
    "bare marks": '"',
    "guillemets": "«آب» ",
    "open guillemets": "«آب ",
    "spaces": " ",
    "dots": ". ",
    "letters": "ک",
    "letters that join nothing": "د",
    "half-spaces": "ک\u200c",
    "foreign letters": "ي",
    "vowels": "کَ",
    "vowelled words": "کِتابِ ",
    "verses": "\ufd3f آ ",
    "digits": "۱",
    "numbers": "1٫",
    "dashes": "a-",
    "hosts": "a.",
    "addresses": "a@",
    "records": '{"',
    "code": "`",
    "tags": "<a ",
    "hashtags": "#",
    "brackets": "(",
    "lines": '"آب"\n',
    "unsure letters": "آںب ",
    "prefixes": "می ",
}
# Each level of repair does what the ones below it do: their time is in its own.
WORK: dict[str, Callable[[str], object]] = {
    "newsroom": lambda text: gofteh.repair(text, "spacing", style="newsroom"),
    "spelling": lambda text: gofteh.repair(text, "spelling"),
    "reading": reading_edits,
    "layout": lambda text: is_furniture(lay_out("آب " + text + " آب", 0)),
    "plain": take_apart,
    "fragment": lambda text: fragment_text(f"<p>آب {text} آب"),
    "date": parse_date,
}


def spent(work: Callable[[str], object], text: str) -> float:
    """Return the processor time of one call, in seconds."""
    began = time.process_time()
    work(text)
    return time.process_time() - began


@pytest.mark.parametrize("kind", WORK)
@pytest.mark.parametrize("unit", UNITS)
def test_eight_times_the_text_takes_no_quadratic_time(unit: str, kind: str) -> None:
    work = WORK[kind]
    work("آب " + UNITS[unit])  # tables are read at first use
    text = UNITS[unit] * (_LENGTH // len(UNITS[unit]))
    # a busy machine makes one measure long, never several in a row short
    assert any(grows_linearly(work, text) for _ in range(_TRIES))


def grows_linearly(work: Callable[[str], object], text: str) -> bool:
    """Whether eight times a text takes far less than sixty-four times as long."""
    large = spent(work, text * _TIMES)
    if large < _NOTHING:
        return True
    small = spent(work, text)
    if small > _NOTHING * _TIMES:
        pytest.fail(f"{_LENGTH} characters take {small:.1f} s")
    return large < _MOST * small


def test_a_page_of_blank_text_is_read_in_linear_time() -> None:
    def work(text: str) -> object:
        return read_page(f"<h1>آب</h1><p>سد پر شد و آب به شهر رسید. {text}x</p>".encode())

    small = spent(work, " " * _LENGTH)
    assert spent(work, " " * _LENGTH * _TIMES) < max(_MOST * small, _NOTHING)
