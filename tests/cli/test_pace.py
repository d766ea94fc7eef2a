"""What the moving line says of how fast a run goes and what is left."""

from __future__ import annotations

from pathlib import Path

import pytest

from gofteh.cli.pace import Pace, in_words
from gofteh.read import ReadOptions, read_articles
from gofteh.read.sources import size_of

ROOT = Path(__file__).parents[2]


def test_the_rate_and_what_is_left_follow_from_what_was_read() -> None:
    pace = Pace(total=1000)
    for _ in range(50):
        pace.has_read(5)
        pace.done()
    assert pace.told(10.0) == "5.0 a second, about 30 s left"


def test_what_an_earlier_run_did_does_not_make_this_one_fast() -> None:
    pace = Pace(total=1000, begun=500)
    pace.has_read(500)  # gone over, not worked on
    for _ in range(10):
        pace.done()
        pace.has_read(10)
    assert pace.items == 510
    assert pace.told(10.0) == "1.0 a second, about 40 s left"


@pytest.mark.parametrize(
    ("total", "told"), [(None, "1.0 a second"), (5, "1.0 a second, about 0 s left")]
)
def test_without_a_size_nothing_is_promised(total: int | None, told: str) -> None:
    pace = Pace(total=total)
    for _ in range(10):
        pace.has_read(1)
        pace.done()
    assert pace.told(10.0) == told
    assert pace.told(0.5) == ""


@pytest.mark.parametrize(
    ("seconds", "words"), [(41.2, "41 s"), (600, "10 min"), (3600 * 3 + 1200, "3 h 20 min")]
)
def test_times_in_words(seconds: float, words: str) -> None:
    assert in_words(seconds) == words


def test_reading_tells_every_byte_of_its_files() -> None:
    names = [str(ROOT / "examples" / name) for name in ("pages", "feed.xml")]
    read: list[int] = []
    found = list(read_articles(names, options=ReadOptions(told=read.append)))
    assert len(found) == 13
    assert sum(read) == size_of(names)
    assert size_of([*names, "-"]) is None
    assert size_of(["https://example.org/"]) is None
