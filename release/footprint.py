"""What gofteh takes before and beside its work, as Markdown: sizes, start-up, memory.

``python release/footprint.py [WHEEL…]``, in an environment that holds gofteh, prints the size of
each wheel, of the package by its parts and of what each extra brings in the end (which packages
these are stands in ``docs/licences.md``); then how long a start takes, by the clock and by the
processor, and the most memory that it has: medians of several runs, each a new process.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median

from licences import MEGABYTE, closure, extras

import gofteh

_RUNS = 7
_TEXT = "شهردار گفت: پل تازه فردا باز می‌شود."
# What a newcomer's first seconds are spent on: a name, and a program.
STARTS = {
    "Python alone": "",
    "`import gofteh`": "import gofteh",
    "`gofteh --version`": "sys.argv[1:] = ['--version']; from gofteh.cli import main; main()",
    "a first sentence, the grammar": f"import gofteh; gofteh.extract({_TEXT!r}, reader='grammar')",
    "a first sentence, grammar and reader": f"import gofteh; gofteh.extract({_TEXT!r})",
    "a first repair, spacing": f"import gofteh; gofteh.repair({_TEXT!r})",
    "a first repair, spelling": f"import gofteh; gofteh.repair({_TEXT!r}, 'spelling')",
}
# Runs a program, then tells its processor's seconds and its peak in KiB, as Linux has them.
_CHILD = """
import sys, time
code = sys.argv.pop()
try:
    exec(code)
except SystemExit:
    pass
peak = open("/proc/self/status").read().partition("VmHWM:")[2].split()[0]
print(time.process_time(), peak, file=sys.stderr)
"""


def started(code: str) -> tuple[float, float, float]:
    """Return clock and processor's seconds of a new process, and the most MiB that it had."""
    began = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", _CHILD, code],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env=os.environ | {"OPENBLAS_NUM_THREADS": "1"},
        check=True,
        timeout=120,
    )
    clock = time.perf_counter() - began
    processor, peak = done.stderr.splitlines()[-1].split()
    return clock, float(processor), int(peak) / 1024


def starts() -> Iterator[str]:
    """Yield the table of starts."""
    yield "| start | s | processor, s | peak MiB |"
    yield "|---|---|---|---|"
    for name, code in STARTS.items():
        started(code)  # from a disk that has it
        clock, processor, peak = (median(them) for them in zip(*_runs(code), strict=True))
        yield f"| {name} | {clock:.2f} | {processor:.2f} | {peak:.0f} |"


def _runs(code: str) -> list[tuple[float, float, float]]:
    return [started(code) for _ in range(_RUNS)]


def parts() -> Iterator[str]:
    """Yield the table of gofteh's own files, the largest folders first."""
    root = Path(gofteh.__file__).parent
    sizes: Counter[str] = Counter()
    for path in root.rglob("*"):
        if path.is_file() and "__pycache__" not in path.parts:
            inside = path.relative_to(root).parts
            data = path.suffix not in (".py", ".so", ".pyd")
            sizes[f"{inside[0] if inside[1:] else 'the rest'}{', data' if data else ''}"] += (
                path.stat().st_size
            )
    yield "| part of gofteh | MB |"
    yield "|---|---|"
    small = sum(size for size in sizes.values() if size < MEGABYTE / 5)
    for name, size in sizes.most_common():
        if size >= MEGABYTE / 5:
            yield f"| `{name}` | {size / MEGABYTE:.1f} |"
    yield f"| the others | {small / MEGABYTE:.1f} |"
    yield f"| **all** | {sum(sizes.values()) / MEGABYTE:.1f} |"


def installed(wheels: Sequence[Path]) -> Iterator[str]:
    """Yield the table of wheels and of what each extra brings besides."""
    yield "| what | packages | MB | of it the largest |"
    yield "|---|---|---|---|"
    for wheel in wheels:
        yield f"| {wheel.name} | 1 | {wheel.stat().st_size / MEGABYTE:.1f} | |"
    core = closure("")
    for extra in ("", *extras()):
        found = core | closure(extra) if extra else core
        new = [found[name] for name in found if not extra or name not in core]
        largest = sorted(new, key=lambda one: -one.megabytes)[:4]
        told = ", ".join(f"{one.name} {one.megabytes:.1f}" for one in largest if one.found)
        absent = ", ".join(one.name for one in new if one.found is None)
        name = f"`[{extra}]` besides" if extra else "what gofteh needs"
        told += f"; not installed here: {absent}" if absent else ""
        yield f"| {name} | {len(new)} | {sum(one.megabytes for one in new):.0f} | {told} |"


def main() -> None:
    """Print all tables."""
    for table in (installed([Path(one) for one in sys.argv[1:]]), parts(), starts()):
        for line in table:
            print(line)
        print()


if __name__ == "__main__":
    main()
