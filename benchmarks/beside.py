"""gofteh beside other work on the same articles: ``python -m benchmarks.beside ARTICLES.jsonl``.

What reading costs, told by what people know: a copy of the JSON as the floor, spaCy's blank Persian
tokeniser, hazm (normalise, cut into sentences and words), gofteh's repair and extraction. Each does
all articles, so many times, by one process and by several; the median counts. Then how gofteh's
time grows with the number of articles and with an article's length, up to a million characters
(articles put together until they are as long). Systems that are not installed are left out, and
said to be; `--systems hazm` measures one in an environment of its own.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
Work = Callable[[str], object]
_PIECES = 8  # shares of the articles for each process, so that none waits long for another


def json_copy() -> Work:
    """Return the floor: a text in and out of JSON."""
    return lambda text: json.dumps(json.loads(json.dumps(text)))


def spacy_blank() -> Work:
    """Return spaCy's blank Persian tokeniser."""
    import spacy

    nlp = spacy.blank("fa")
    nlp.max_length = 10_000_000
    return nlp.make_doc


def hazm() -> Work:
    """Return hazm's normaliser, then its sentences and words."""
    from hazm import Normalizer, sent_tokenize, word_tokenize

    normalise = Normalizer().normalize
    return lambda text: [word_tokenize(line) for line in sent_tokenize(normalise(text))]


def repair() -> Work:
    """Return gofteh's repair with spacing, the default."""
    import gofteh

    return gofteh.repair


def by(reader: str) -> Callable[[], Work]:
    """Return gofteh's extraction by one of its readers."""

    def made() -> Work:
        import gofteh

        return lambda text: gofteh.extract(text, reader=reader)

    return made


SYSTEMS: dict[str, Callable[[], Work]] = {
    "json": json_copy,
    "spacy": spacy_blank,
    "hazm": hazm,
    "repair": repair,
    "grammar": by("grammar"),
    "both": by("both"),
}
_made: dict[str, Work] = {}


def work_of(name: str) -> Work:
    """Return a system's work, made once in each process, and warm."""
    if name not in _made:
        _made[name] = SYSTEMS[name]()
        _made[name]("شهردار گفت: پل باز است.")
    return _made[name]


def _share(name: str, texts: Sequence[str]) -> float:
    """Do the work of one share; return its processor time in seconds."""
    work, began = work_of(name), time.process_time()
    for text in texts:
        work(text)
    return time.process_time() - began


def seconds(name: str, texts: Sequence[str], cores: int) -> tuple[float, float]:
    """Return the time by the clock and the processors' time for all texts."""
    if cores == 1:
        work_of(name)
        began = time.perf_counter()
        used = _share(name, texts)
        return time.perf_counter() - began, used
    shares = [(name, texts[i :: cores * _PIECES]) for i in range(cores * _PIECES)]
    with multiprocessing.get_context("spawn").Pool(cores) as pool:
        pool.starmap(_share, [(name, texts[:1])] * cores * 4)  # all of them warm
        began = time.perf_counter()
        used = sum(pool.starmap(_share, shares, chunksize=1))
        return time.perf_counter() - began, used


def measured(name: str, texts: Sequence[str], cores: int, runs: int) -> str:
    """Return a row of the table: medians of so many runs."""
    times = [seconds(name, texts, cores) for _ in range(runs)]
    clock, used = (statistics.median(column) for column in zip(*times, strict=True))
    size = sum(len(text.encode("utf-8", "replace")) for text in texts) / 1e6
    return (
        f"| {name} | {cores} | {len(texts) / clock:,.0f} | {size / clock:.2f} "
        f"| {1000 * used / len(texts):.2f} |"
    )


def growth_in_number(name: str, texts: Sequence[str], runs: int) -> Iterator[str]:
    """Yield how the time of an article changes with how many there are."""
    for number in (len(texts) // 100, len(texts) // 10, len(texts)):
        if number:
            used = statistics.median(seconds(name, texts[:number], 1)[1] for _ in range(runs))
            yield f"| {name} | {number:,} articles | {1000 * used / number:.2f} ms an article |"


def growth_in_length(name: str, texts: Sequence[str], longest: int, runs: int) -> Iterator[str]:
    """Yield how the time of a thousand characters changes with an article's length."""
    whole = "\n".join(texts)
    length = 1000
    while length <= min(longest, len(whole)):
        text = whole[:length]
        used = statistics.median(seconds(name, [text], 1)[1] for _ in range(runs))
        per = 1000 * used / (length / 1000)
        yield f"| {name} | {length:,} characters | {per:.3f} ms a thousand |"
        length *= 10


def main() -> None:
    """Print the tables."""
    asked = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    asked.add_argument("articles", type=Path, help="lines of JSON with a text")
    asked.add_argument("--number", type=int, default=2000)
    asked.add_argument("--runs", type=int, default=5)
    asked.add_argument("--cores", type=int, nargs="+", default=[1, 2])
    asked.add_argument("--longest", type=int, default=1_000_000)
    asked.add_argument("--systems", nargs="+", choices=SYSTEMS, default=list(SYSTEMS))
    asked.add_argument("--no-growth", action="store_true")
    given = asked.parse_args()
    texts: list[str] = []
    with given.articles.open(encoding="utf-8") as lines:
        for line in lines:
            if len(texts) < given.number and (text := json.loads(line).get("text")):
                texts.append(text)
    characters = sum(map(len, texts))
    print(f"{len(texts):,} articles, {characters:,} characters; medians of {given.runs}\n")
    print("| system | processes | articles/s | MB/s | processor ms an article |")
    print("|---|---|---|---|---|")
    there = []
    for name in given.systems:
        try:
            work_of(name)
        except ImportError as error:
            print(f"| {name} | not installed: {error.name} | | | |")
            continue
        there.append(name)
        for cores in given.cores:
            print(measured(name, texts, cores, given.runs), flush=True)
    if given.no_growth:
        return
    print("\n| system | of | processor time |\n|---|---|---|")
    for name in there:
        if name in ("repair", "grammar", "both"):
            for row in growth_in_number(name, texts, given.runs):
                print(row, flush=True)
            for row in growth_in_length(name, texts, given.longest, given.runs):
                print(row, flush=True)


if __name__ == "__main__":
    main()
