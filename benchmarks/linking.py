"""How linking grows: made-up news in, the time and memory of persons and families out.

    python benchmarks/linking.py [ARTICLES…]

Every tenth article prints the one before it again, a word changed. Articles are linked one by one
as they would come in; the last 500 tell what one more costs.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.news import News, read

from gofteh.families.group import Families, MemoryIndex, place
from gofteh.link.families import tellings_of
from gofteh.link.persons import new_register
from gofteh.link.scenes import scene_of
from gofteh.persons.link import link
from gofteh.records.codec import reading_record

_LAST = 500


def main(*counts: str) -> None:
    """Measure each count in a register and an index of its own."""
    for count in map(int, counts or ("1000", "10000")):
        print(json.dumps(measure(count)))


def measure(count: int) -> dict[str, float | int]:
    """Return seconds, microseconds of one more article, and megabytes for some articles."""
    register, index, families = new_register(), MemoryIndex(), Families()
    persons = groups = last = 0.0
    for number, record in enumerate(_records(count)):
        began = time.process_time()
        decisions = {d.speaker: d.person for d in link(scene_of(record), register)}
        linked = time.process_time()
        for telling in tellings_of(record, decisions):
            for other in place(telling, index).links:
                families.join(telling.id, other)
        ended = time.process_time()
        persons, groups = persons + linked - began, groups + ended - linked
        last += ended - began if number >= count - _LAST else 0.0
    return {
        "articles": count,
        "persons_s": round(persons, 1),
        "families_s": round(groups, 1),
        "one_more_ms": round(1000 * last / min(_LAST, count), 2),
        "known_persons": len(register),
        "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }


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
