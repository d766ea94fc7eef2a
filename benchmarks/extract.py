"""Time the extraction over a folder of articles, one core.

    python benchmarks/extract.py FOLDER-OR-FILE …

Prints articles a second, seconds an article (median, 99th percentile, worst, with its id), peak
memory of the process, and start-up time. Reading is not in the seconds; proving every span is done
outside of them too.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import time

from gofteh import Article
from gofteh.pipeline import extract
from gofteh.read import ReadOptions, read_articles


def main() -> None:
    """Measure and print."""
    timings: list[tuple[float, str, int]] = []
    statements = wrong = failures = 0
    for item in read_articles(sys.argv[1:], options=ReadOptions()):
        if not isinstance(item, Article):
            failures += 1
            continue
        began = time.perf_counter()
        reading = extract(item)
        timings.append((time.perf_counter() - began, item.key, len(item.text)))
        statements += len(reading.statements)
        raw = item.raw
        spans = (c for s in reading.statements for c in (*s.content, *s.cue))
        wrong += sum(raw[c.start : c.end] != c.text for c in spans)
    report(timings, statements, wrong, failures)


def report(
    timings: list[tuple[float, str, int]], statements: int, wrong: int, failures: int
) -> None:
    """Print the figures of a run."""
    timings.sort()
    seconds = sum(t for t, _, _ in timings)
    worst, name, size = timings[-1]
    began = time.perf_counter()
    subprocess.run(
        [sys.executable, "-c", "import gofteh; gofteh.extract('وی گفت: نه.')"], check=True
    )
    start = time.perf_counter() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{len(timings)} articles, {statements} statements, {failures} failures")
    print(f"{wrong} spans that do not stand in their text")
    print(f"{len(timings) / seconds:.0f} articles a second on one core")
    print(f"median {timings[len(timings) // 2][0] * 1e3:.2f} ms")
    print(f"99th percentile {timings[int(len(timings) * 0.99)][0] * 1e3:.2f} ms")
    print(f"worst {worst * 1e3:.1f} ms ({name}, {size} characters)")
    print(f"peak memory {peak:.0f} MiB, start-up and a first sentence {start:.2f} s")


if __name__ == "__main__":
    main()
