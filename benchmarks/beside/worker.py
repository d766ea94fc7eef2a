"""One system's work on some articles: ``worker.py CALL WARM ARTICLES``, both files lines of JSON.

Stands alone: it is run by the interpreter of the system's own environment. It gets ready, does the
articles to warm up, writes ``ready``, waits for a line, does the others, and writes what that took
as a line of JSON. ``CALL`` is a function below, with its arguments behind colons.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import time
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from importlib import metadata
from pathlib import Path
from typing import Any

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # a process has a core
Work = Callable[[dict[str, str]], object]


def raw(article: dict[str, str]) -> str:
    """Return an article as one text, as gofteh puts it together."""
    return f"{article['title']}\n\n{article['text']}" if article["title"] else article["text"]


def json_copy() -> Work:
    """Return the floor: a text in and out of JSON."""
    return lambda article: json.loads(json.dumps(raw(article)))


def spacy_blank() -> Work:
    """Return spaCy's blank Persian tokeniser."""
    import spacy

    nlp = spacy.blank("fa")
    nlp.max_length = 10_000_000
    return lambda article: nlp.make_doc(raw(article))


def hazm() -> Work:
    """Return hazm's normaliser, then its sentences and words."""
    from hazm import Normalizer, sent_tokenize, word_tokenize

    normalise = Normalizer().normalize
    return lambda article: [word_tokenize(line) for line in sent_tokenize(normalise(raw(article)))]


def repair(level: str, style: str) -> Work:
    """Return gofteh's repair up to a level, in a style."""
    import gofteh

    return lambda article: gofteh.repair(raw(article), level, style=style)


def extract(reader: str) -> Work:
    """Return gofteh's extraction by one of its readers."""
    import gofteh

    return lambda article: gofteh.extract(gofteh.Article(**article), reader=reader)


def stages(reader: str) -> Work:
    """Return gofteh's extraction, each stage timed: in milliseconds, by what it adds up to."""
    from dataclasses import replace

    import gofteh
    from gofteh.pipeline import stages_of

    def timed(name: str, run: Callable[[Any], object]) -> Callable[[Any], object]:
        def measured(work: object) -> object:
            began = time.process_time()
            try:
                return run(work)
            finally:
                SPENT[name] += time.process_time() - began

        return measured

    row = [replace(stage, run=timed(stage.name, stage.run)) for stage in stages_of(reader)]
    return lambda article: gofteh.extract(gofteh.Article(**article), stages=row)


CALLS: dict[str, Callable[..., Work]] = {
    "json": json_copy,
    "spacy": spacy_blank,
    "hazm": hazm,
    "repair": repair,
    "extract": extract,
    "stages": stages,
}
SPENT: Counter[str] = Counter()
PACKAGES = ("gofteh", "hazm", "numpy", "spacy")


def articles_in(path: str) -> Iterator[dict[str, str]]:
    """Yield the articles of a file: they take no memory of what is measured."""
    with Path(path).open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def peak_mib() -> float:
    """Return the most memory that this process has had; Linux tells it without its parent's."""
    told = Path("/proc/self/status")
    if told.exists():
        lines = dict(line.split(":", 1) for line in told.read_text().splitlines())
        return int(lines["VmHWM"].split()[0]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def done(work: Work, articles: Iterable[dict[str, str]], marks: Collection[int]) -> list[Any]:
    """Do all articles; return clock, processor's seconds and peak memory after so many, and all."""
    after: list[Any] = []
    number, clock, processor = 0, 0.0, 0.0
    for number, article in enumerate(articles, 1):
        began, busy = time.perf_counter(), time.process_time()
        work(article)
        clock += time.perf_counter() - began
        processor += time.process_time() - busy
        if number in marks:
            after.append((number, clock, processor, peak_mib()))
    if number not in marks:
        after.append((number, clock, processor, peak_mib()))
    return after


def versions() -> dict[str, str]:
    """Return the versions of what is measured, as far as it was loaded here."""
    found = {"python": ".".join(map(str, sys.version_info[:3]))}
    for name in PACKAGES:
        if name in sys.modules:
            try:
                found[name] = metadata.version(name)
            except metadata.PackageNotFoundError:
                found[name] = str(getattr(sys.modules[name], "__version__", "?"))
    return found


def main() -> None:
    """Get ready, wait, work, tell."""
    call, warm, path, *marks = sys.argv[1:]
    name, *arguments = call.split(":")
    began = time.process_time()
    work = CALLS[name](*arguments)
    work(next(articles_in(warm)))
    ready = time.process_time() - began
    done(work, articles_in(warm), ())
    SPENT.clear()
    print("ready", flush=True)
    sys.stdin.readline()
    after = done(work, articles_in(path), {*map(int, marks)})
    told = {"after": after, "ready_s": ready, "versions": versions(), "stages": SPENT}
    print(json.dumps(told), flush=True)


if __name__ == "__main__":
    main()
