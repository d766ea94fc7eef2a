"""How linking grows: made-up news in, the time and memory of persons and families out.

    python benchmarks/linking.py [--store | --like RECORDS | --full RECORDS] [ARTICLES…]

Every tenth article prints the one before it again, a word changed. Articles are linked one by one
as they would come in; the last 500 tell what one more costs. With ``--like`` they are made from the
records of a corpus (see `benchmarks.varied`) instead. With ``--store`` they go into a
SQLite file, linked on the way; then 100 more come one by one, and all is linked anew. With
``--full`` so many articles come after as many namesakes and tellings as the linking ever looks at:
what one more costs however many there are.
"""

from __future__ import annotations

import json
import random
import resource
import sys
import tempfile
import time
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.news import News, read
from benchmarks.varied import Varied, records_in

from gofteh.families.group import PER_KEY, MemoryIndex, place
from gofteh.families.joined import Families
from gofteh.families.records import Telling
from gofteh.families.words import keys_of
from gofteh.lexicon.names import given_names
from gofteh.link.families import tellings_of
from gofteh.link.persons import new_register
from gofteh.link.scenes import scene_of
from gofteh.persons.link import link
from gofteh.persons.records import Scene
from gofteh.persons.register import BLOCK
from gofteh.records import Reading
from gofteh.records.codec import reading_record
from gofteh.store import Store, open_store
from gofteh.store.linked.linker import Linker

_LAST = 500
_MORE = 100


def main(*counts: str) -> None:
    """Measure each count; in memory one pass over the largest tells all."""
    if counts[:1] == ("--store",):
        for count in map(int, counts[1:] or ("1000", "10000")):
            print(json.dumps(measure_store(count)), flush=True)
        return
    if counts[:1] == ("--full",):
        print(json.dumps(measure_full(Path(counts[1]), int(counts[2]))))
        return
    made = _records
    if counts[:1] == ("--like",):
        made, counts = Varied(records_in(Path(counts[1]))).records, counts[2:]
    wanted = sorted(map(int, counts or ("1000", "10000")))
    for figures in measure(wanted, made(wanted[-1])):
        print(json.dumps(figures), flush=True)


def measure(
    counts: Sequence[int], records: Iterable[dict[str, Any]]
) -> Iterator[dict[str, float | int]]:
    """Yield seconds, milliseconds of one more article, and megabytes at each count of articles."""
    register, index, families = new_register(), MemoryIndex(), Families()
    told: dict[str, Telling] = {}
    persons = groups = 0.0
    last: deque[float] = deque(maxlen=_LAST)
    for number, record in enumerate(records, start=1):
        began = time.process_time()
        decisions = {d.speaker: d.person for d in link(scene_of(record), register)}
        linked = time.process_time()
        for telling in tellings_of(record, decisions):
            told[telling.id] = telling
            families.join(telling, [told[other] for other in place(telling, index).links])
        ended = time.process_time()
        persons, groups = persons + linked - began, groups + ended - linked
        last.append(ended - began)
        if number in counts:
            yield {
                "articles": number,
                "persons_s": round(persons, 1),
                "families_s": round(groups, 1),
                "one_more_ms": round(1000 * sum(last) / len(last), 2),
                "known_persons": len(register),
                "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
            }


def measure_full(path: Path, count: int) -> dict[str, float | int]:
    """Return milliseconds of an article where every block of candidates is full.

    Each article comes after its like with other given names, so many as a block of a surname holds,
    and under each key of its statements stand as many statements of other articles.
    """
    records = list(Varied(records_in(path)).records(count))
    register, index = new_register(), MemoryIndex()
    given = sorted(given_names())[: 2 * BLOCK]
    for record in records:
        scene = scene_of(record)
        for number, name in enumerate(given):
            link(_of_namesakes(scene, name, number), register)
    tellings = [telling for record in records for telling in tellings_of(record, {})]
    for telling in tellings:
        keys = keys_of(telling.words, telling.speaker)
        for other in random.Random(telling.id).choices(tellings, k=PER_KEY):
            index.add(other, keys)
    began = time.process_time()
    for record in records:
        decisions = {d.speaker: d.person for d in link(scene_of(record), register)}
        for telling in tellings_of(record, decisions):
            place(telling, index)
    spent = time.process_time() - began
    return {"articles": count, "known_persons": len(register), "one_ms": 1000 * spent / count}


def _of_namesakes(scene: Scene, given: str, number: int) -> Scene:
    namings = tuple(
        replace(one, name=" ".join((given, *one.name.split()[1:])))
        if one.kind == "person" and one.name and len(one.name.split()) > 1
        else one
        for one in scene.namings
    )
    return replace(scene, article=f"{scene.article} {number}", namings=namings)


def measure_store(count: int) -> dict[str, float | int]:
    """Return seconds, milliseconds of one more article, and megabytes for a store of articles.

    Linking is what a `Linker` takes; storing and indexing are the rest.
    """
    spent = _timed(Linker, "link", "finish")
    articles = list(_readings(count + _MORE))
    with tempfile.TemporaryDirectory() as folder, open_store(f"{folder}/n.db") as store:
        began = time.process_time()
        _put(store, articles[:count])
        whole, linked = time.process_time() - began, spent.pop("s")
        began = time.process_time()
        for one in articles[count:]:
            _put(store, [one])
        more, more_linked = time.process_time() - began, spent.pop("s")
        began = time.process_time()
        deque(store.links.link_again(), maxlen=0)
        again = time.process_time() - began
        _, persons, families = store.links.counts()
        size = Path(f"{folder}/n.db").stat().st_size
    return {
        "articles": count,
        "ingest_s": round(whole, 1),
        "of_it_linking_s": round(linked, 1),
        "one_more_ms": round(1000 * more / _MORE, 2),
        "of_it_linking_ms": round(1000 * more_linked / _MORE, 2),
        "anew_s": round(again, 1),
        "persons": persons,
        "families": families,
        "file_mb": size >> 20,
        "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }


def _timed(kind: type, *names: str) -> Counter[str]:
    """Make methods of a class add up the time that they take."""
    spent: Counter[str] = Counter()

    def timed(method: Callable[..., object]) -> Callable[..., object]:
        def call(*given: object) -> object:
            began = time.process_time()
            try:
                return method(*given)
            finally:
                spent["s"] += time.process_time() - began  # type: ignore[assignment]

        return call

    for name in names:
        setattr(kind, name, timed(getattr(kind, name)))
    return spent


def _readings(count: int) -> Iterator[Reading]:
    """Made-up readings; every tenth is the one before it in another outlet."""
    before: Reading | None = None
    for number, reading in enumerate(read(News().articles(count))):
        assert isinstance(reading, Reading)
        if number % 10 == 9 and before:
            now = reading.article
            article = replace(before.article, id=now.id, outlet=now.outlet, url=now.url)
            told = [replace(s, id=f"{now.id}-{n}") for n, s in enumerate(before.statements)]
            reading = replace(before, article=article, statements=tuple(told))
        before = reading
        yield reading


def _put(store: Store, readings: list[Reading]) -> None:
    by_key = {one.article.key: one for one in readings}
    articles = [one.article for one in readings]
    deque(store.ingest(articles, lambda items: (by_key[item.key] for item in items)), maxlen=0)  # type: ignore[union-attr]


def _records(count: int) -> Iterator[dict[str, Any]]:
    news = News()
    before: dict[str, Any] | None = None
    for number, reading in enumerate(read(news.articles(count))):
        record = reading_record(reading)  # type: ignore[arg-type]
        if number % 10 == 9 and before:
            record = _copied(before, record)
        before = record
        yield record


def _copied(before: dict[str, Any], record: dict[str, Any]) -> dict[str, Any]:
    copy: dict[str, Any] = json.loads(json.dumps(before))
    for name in ("id", "outlet", "url"):
        copy[name] = record[name]
    for number, statement in enumerate(copy["statements"]):
        statement["id"] = f"{record['id']}-{number}"
        span = statement["content"][0]
        span["text"] = span["text"].replace(span["text"].split()[3], "دیگر", 1)
    return copy


if __name__ == "__main__":
    main(*sys.argv[1:])
