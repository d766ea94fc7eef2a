"""What was measured, as Markdown."""

from __future__ import annotations

import os
import platform
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from statistics import median

from benchmarks.beside.growth import GROWN, LENGTHS, NUMBERS
from benchmarks.beside.measure import Measured
from benchmarks.beside.results import Results
from benchmarks.beside.sample import Told
from benchmarks.beside.systems import System

# Stages under this share of the time are told together.
_SMALL = 0.02


def machine() -> str:
    """Return what is known of the machine, in a line."""
    told = Path("/proc/cpuinfo")
    lines = told.read_text().splitlines() if told.exists() else []
    models = [line.partition(": ")[2] for line in lines if line.startswith("model name")]
    model = models[0] if models else platform.machine()
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / (1 << 30)
    cores, system = os.cpu_count(), platform.platform(terse=True)
    return f"{model}, {cores} cores, {memory:.0f} GiB; {system}, Python {platform.python_version()}"


def megabytes(told: Iterable[Told]) -> float:
    """Return the size of articles as UTF-8, titles too."""
    return sum(len(v.encode("utf-8", "replace")) for one in told for v in one.values()) / 1e6


def beside(
    results: Results, systems: Sequence[System], told: Sequence[Told], cores: Sequence[int]
) -> Iterator[str]:
    """Yield the table of all systems, medians over their rounds; processor's time is one core's."""
    size, first = megabytes(told), cores[0]
    heads = [f"{unit} on {count}" for unit in ("articles/s", "MB/s") for count in cores]
    heads += ["processor ms an article", "least to most", "ready after, s", "peak MiB"]
    yield f"| system | {' | '.join(heads)} |"
    yield "|---|" + "---|" * len(heads)
    for system in systems:
        runs = {count: results.under("speed", system.name, count) for count in cores}
        if not all(runs.values()):
            continue
        clocks = [median(max(one.whole.clock for one in run) for run in runs[n]) for n in cores]
        each = sorted(1000 * _processor(run) / len(told) for run in runs[first])
        cells = [f"{len(told) / clock:,.0f}" for clock in clocks]
        cells += [f"{size / clock:.2f}" for clock in clocks]
        cells += [f"{median(each):.2f}", f"{each[0]:.2f} to {each[-1]:.2f}"]
        cells.append(f"{median(one.ready_s for run in runs[first] for one in run):.1f}")
        cells.append(f"{median(one.whole.peak for run in runs[first] for one in run):.0f}")
        name = f"{system.name}{_version(system, runs[first][0][0])}"
        yield f"| {name} | {' | '.join(cells)} |"


def _processor(run: Sequence[Measured]) -> float:
    return sum(one.whole.processor for one in run)


def _version(system: System, one: Measured) -> str:
    version = one.versions.get(system.needs, "")
    return f" ({version})" if version and system.needs != "gofteh" else ""


def stages(results: Results, reader: str, does: dict[str, str]) -> Iterator[str]:
    """Yield where the time of a reader goes, by stages."""
    spent: Counter[str] = Counter()
    whole = 0.0
    for run in results.under("stages", reader):
        for one in run:
            spent.update(one.stages)
            whole += one.whole.processor
    yield "| stage | share | what it does |"
    yield "|---|---|---|"
    small = sum(seconds for seconds in spent.values() if seconds < _SMALL * whole)
    for name, seconds in spent.most_common():
        if seconds >= _SMALL * whole:
            yield f"| {name} | {seconds / whole:.0%} | {does.get(name, '')} |"
    yield f"| the others | {small / whole:.0%} | |"


def number(results: Results) -> Iterator[str]:
    """Yield how time and memory change with the number of articles."""
    yield "| gofteh | articles | processor ms an article, all | the last of them | peak MiB |"
    yield "|---|---|---|---|---|"
    for name in GROWN:
        longest = max(results.under("number", name), key=_done, default=[])
        last, spent = 0, 0.0
        for mark in longest[0].after if longest else ():
            own = 1000 * (mark.processor - spent) / (mark.number - last)
            last, spent = mark.number, mark.processor
            yield (
                f"| {name} | {mark.number:,} | {1000 * mark.processor / mark.number:.2f} "
                f"| {own:.2f} | {mark.peak:.0f} |"
            )


def _done(run: Sequence[Measured]) -> int:
    return min(run[0].whole.number, NUMBERS[-1])


def length(results: Results) -> Iterator[str]:
    """Yield how the time of the same million characters changes with the articles' length."""
    heads = " | ".join(f"{length:,}" for length in LENGTHS)
    yield f"| processor ms a thousand characters, articles of | {heads} | the longest to 10,000 |"
    yield "|---|" + "---|" * (len(LENGTHS) + 1)
    for name in GROWN:
        each = [
            [1000 * _processor(run) / (LENGTHS[-1] / 1000) for run in runs]
            for length in LENGTHS
            if (runs := results.under("length", name, length))
        ]
        if len(each) == len(LENGTHS):
            middle = [median(them) for them in each]
            told = " | ".join(f"{one:.2f}" for one in middle)
            yield f"| {name} | {told} | {middle[-1] / middle[1]:.2f} |"
