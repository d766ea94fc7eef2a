"""Time the extraction over a folder of articles, one core.

    python benchmarks/extract.py [--profile] FOLDER-OR-FILE …

Prints articles a second by wall clock and by processor time, seconds an article (median, 99th
percentile, worst, with its id), peak memory of the process, and start-up time. Reading is not in
the seconds; proving every span is done outside of them too. ``--profile`` prints instead where
processor time goes, stage by stage.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import replace

from gofteh import Article
from gofteh.pipeline import STAGES, Work, extract
from gofteh.read import ReadOptions, read_articles
from gofteh.stages import Stage


def profile(names: list[str]) -> None:
    """Print the share of processor time of each stage."""
    spent: Counter[str] = Counter()
    timed = [replace(stage, run=_timed(stage, spent)) for stage in STAGES]
    articles = [a for a in read_articles(names, options=ReadOptions()) if isinstance(a, Article)]
    extract(articles[0])  # reads the tables
    began = time.process_time()
    for article in articles:
        extract(article, stages=timed)
    whole = time.process_time() - began
    print(f"{len(articles)} articles, {len(articles) / whole:.0f} a second of processor time")
    does = {stage.name: stage.does for stage in STAGES}
    spent["the rest"] = whole - sum(spent.values())
    for name, seconds in spent.most_common():
        print(f"{seconds / whole:6.1%}  {name}: {does.get(name, 'the reading itself')}")


def _timed(stage: Stage[Work], spent: Counter[str]) -> Callable[[Work], object]:
    def timed(work: Work) -> object:
        began = time.process_time()
        try:
            return stage.run(work)
        finally:
            spent[stage.name] += time.process_time() - began  # type: ignore[assignment]

    return timed


def main() -> None:
    """Measure and print."""
    if sys.argv[1] == "--profile":
        profile(sys.argv[2:])
        return
    timings: list[tuple[float, str, int]] = []
    statements = wrong = failures = 0
    processor = 0.0
    for item in read_articles(sys.argv[1:], options=ReadOptions()):
        if not isinstance(item, Article):
            failures += 1
            continue
        began, busy = time.perf_counter(), time.process_time()
        reading = extract(item)
        processor += time.process_time() - busy
        timings.append((time.perf_counter() - began, item.key, len(item.text)))
        statements += len(reading.statements)
        raw = item.raw
        spans = (c for s in reading.statements for c in (*s.content, *s.cue))
        wrong += sum(raw[c.start : c.end] != c.text for c in spans)
    report(timings, statements, wrong, failures)
    print(f"{len(timings) / processor:.0f} articles a second of processor time")


def report(
    timings: list[tuple[float, str, int]], statements: int, wrong: int, failures: int
) -> None:
    """Print the figures of a run."""
    timings.sort()
    seconds = sum(t for t, _, _ in timings)
    worst, name, size = timings[-1]
    began = time.perf_counter()
    subprocess.run(
        [sys.executable, "-c", "import gofteh; gofteh.extract('وی گفت: نه.')"],
        check=True,
        timeout=60,
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
