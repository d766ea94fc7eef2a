"""The command: take a sample, measure every system on it, print the tables."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.beside import growth, table
from benchmarks.beside.measure import measure
from benchmarks.beside.results import Results
from benchmarks.beside.sample import Told, articles, sampled, told_of
from benchmarks.beside.systems import SYSTEMS, LackingError, System, check

from gofteh.pipeline import stages_of

_WARM = 100
_PARTS = ("speed", "stages", "length", "number")
_READERS = ("grammar", "both")


def main() -> None:
    """Measure what is not measured yet and print; status 2 where something is lacking."""
    given = _options()
    systems = [one for one in SYSTEMS.values() if any(part in one.name for part in given.systems)]
    try:
        check(systems)
        chosen = sampled(given.articles, given.number + _WARM)
    except (LackingError, ValueError) as error:
        print(f"This cannot be measured:\n{error}", file=sys.stderr)
        sys.exit(2)
    told, warm = chosen[: given.number], chosen[given.number :]
    results = Results(given.results)
    if not given.table:
        _measure(results, given, systems, told, warm)
    for line in tables(results, systems, told, given.cores):
        print(line)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.beside", description=__doc__)
    add = parser.add_argument
    add("articles", type=Path, nargs="+", help="as gofteh reads them, with their outlets")
    add("--number", type=int, default=2000, help="articles of the sample (default 2000)")
    add("--rounds", type=int, default=5, help="the median of so many counts (default 5)")
    add("--cores", type=int, nargs="+", default=[1, 2], help="processes at once (default 1 2)")
    add("--systems", nargs="+", default=[""], help="those whose name holds one of these")
    add("--parts", nargs="+", choices=_PARTS, default=_PARTS, help="what to measure")
    add("--most", type=int, default=growth.NUMBERS[-1], help="articles that the number grows to")
    add("--table", action="store_true", help="measure nothing, print what is there")
    add("--results", type=Path, default=Path("build/beside/results.jsonl"),
        help="where measurements are kept; what is there is not measured again")  # fmt: skip
    return parser.parse_args()


def _measure(
    results: Results,
    given: argparse.Namespace,
    systems: Sequence[System],
    told: Sequence[Told],
    warm: Sequence[Told],
) -> None:
    grown = [one.name for one in systems if one.name in growth.GROWN]
    if "speed" in given.parts:
        for number in range(given.rounds):
            for system in systems:
                for cores in given.cores:
                    _tell(f"round {number + 1}: {system.name}, {cores}")
                    results.keep(
                        ("speed", system.name, cores, number),
                        lambda s=system, c=cores: measure(s, warm, told, c),  # type: ignore[misc]
                    )
    if "stages" in given.parts:
        for reader in _READERS:
            _tell(f"stages of {reader}")
            timed = System(reader, f"stages:{reader}")
            results.keep(("stages", reader), lambda s=timed: measure(s, warm, told))  # type: ignore[misc]
    if "length" in given.parts:
        for name in grown:
            _tell(f"length: {name}")
            growth.in_length(results, name, warm, told, given.rounds)
    if "number" in given.parts:
        everything = [told_of(one) for one in articles(given.articles)]
        for name in grown:
            _tell(f"number: {name}")
            growth.in_number(results, name, warm, everything, given.most)


def _tell(what: str) -> None:
    print(f"{what} …", file=sys.stderr, flush=True)


def tables(
    results: Results, systems: Sequence[System], told: Sequence[Told], cores: Sequence[int]
) -> Iterator[str]:
    """Yield all tables as Markdown, the machine first."""
    characters = sum(len(one["title"]) + len(one["text"]) for one in told)
    yield table.machine()
    yield f"{len(told):,} articles, {characters:,} characters, {table.megabytes(told):.2f} MB\n"
    yield from table.beside(results, systems, told, cores)
    for reader in _READERS:
        if results.of("stages", reader):
            yield f"\nWhere the time of `{reader}` goes:\n"
            yield from table.stages(results, reader, {s.name: s.does for s in stages_of(reader)})
    yield ""
    yield from table.number(results)
    yield ""
    yield from table.length(results)


if __name__ == "__main__":
    main()
