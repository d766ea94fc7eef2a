"""How what gofteh takes grows with the number of articles, and with an article's length."""

from __future__ import annotations

from collections.abc import Sequence

from benchmarks.beside.measure import measure
from benchmarks.beside.results import Results
from benchmarks.beside.sample import Told, many, parts
from benchmarks.beside.systems import SYSTEMS

NUMBERS = (1_000, 10_000, 100_000)
LENGTHS = (1_000, 10_000, 100_000, 1_000_000)
GROWN = (
    "gofteh repair, spacing",
    "gofteh repair, spelling",
    "gofteh extract, grammar",
    "gofteh extract, grammar and reader",
)


def in_number(
    results: Results, name: str, warm: Sequence[Told], told: Sequence[Told], most: int
) -> None:
    """One process does as many articles as the largest number; what it took is told on the way."""
    numbers = [number for number in NUMBERS if number <= most]

    def made() -> list[Told]:
        return list(many(told, numbers[-1]))

    key = ("number", name, numbers[-1])
    results.keep(key, lambda: measure(SYSTEMS[name], warm, made(), marks=numbers, seconds=14_400))


def in_length(
    results: Results, name: str, warm: Sequence[Told], told: Sequence[Told], rounds: int
) -> None:
    """The same million characters as articles of each length, in turn."""
    whole = "\n".join(one["text"] for one in told)[: LENGTHS[-1]]
    for number in range(rounds):
        for length in LENGTHS:
            articles = [{"title": "", "text": part} for part in parts(whole, length)]
            results.keep(
                ("length", name, length, number),
                lambda articles=articles: measure(SYSTEMS[name], warm, articles),  # type: ignore[misc]
            )
