"""News of any size out of real news: the same articles, told of others and in other words.

Each round goes once over all records of a corpus (as ``gofteh extract`` writes them). In a round
a surname or a word is replaced by the same other one wherever it stands, so that who is one person
and what is one statement stays so within a round, and is somebody and something else in the next.
The most quoted stay who they are, as they do in the news; a surname is replaced by another one of
the corpus (so blocks of namesakes grow) or by one that nobody has. A word is replaced by one about
as common, so the statistics that search for candidates depends on stay. Days move back by round.
What the linking does not read (offsets) is left as it was.
"""

from __future__ import annotations

import datetime as dt
import json
import random
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

Record = dict[str, Any]

_WORD = re.compile(r"[^\W\d_]{2,}(?:\u200c[^\W\d_]+)*")
# Shares of words and surnames that a round replaces; of surnames, those that nobody had before. So
# many statements are tellings of another round's as the corpus itself has tellings of one (one in
# twelve); with fewer words replaced it is most of them, which the news of another year are not.
_WORDS, _SURNAMES, _NEW = 0.9, 0.7, 0.3
# The commonest words bind, the most quoted names are the same in every year.
_BINDING, _FAMOUS = 100, 60
# A word's place in the order of frequency moves by so much at most, up or down.
_NEAR = 0.2
_ROUND = dt.timedelta(days=110)
_ROUNDS_OF_TIME = 60
_LETTERS = "ابپتجچخدرزسشصطعغفقکگلمنهوی"
_KEPT = ("id", "outlet", "published", "title", "provenance", "speakers", "statements")


class Varied:
    """A corpus of records, and as many more like them as are asked for."""

    def __init__(self, records: Iterable[Record], seed: int = 7) -> None:
        self._seed = seed
        self._records = [{name: one.get(name) for name in _KEPT} for one in records]
        random.Random(seed).shuffle(self._records)  # as the news of many outlets come
        surnames, words = Counter[str](), Counter[str]()
        for one in self._records:
            surnames.update(_surnames(one))
            for text in _texts(one):
                words.update(_WORD.findall(text))
        ranked = [name for name, _ in surnames.most_common()]
        self._surnames, self._famous = ranked, frozenset(ranked[:_FAMOUS])
        self._words = [word for word, _ in words.most_common() if word not in surnames]
        self._ranks = {word: rank for rank, word in enumerate(self._words)}
        self._known = frozenset(ranked)

    def records(self, count: int) -> Iterator[Record]:
        """Yield so many records, those of the corpus as they are first; the same every time."""
        for number in range(count):
            turn, at = divmod(number, len(self._records))
            if at == 0:
                vary = partial(_WORD.sub, partial(self._other, {}, turn))
            yield self._varied(self._records[at], turn, vary)

    def _varied(self, record: Record, turn: int, vary: Any) -> Record:
        made: Record = json.loads(json.dumps(record))
        made["id"], made["url"] = f"{record['id']}-{turn}", None
        made["published"] = _earlier(record["published"], turn)
        made["title"] = vary(record["title"] or "")
        for speaker in made["speakers"]:
            speaker["name"] = speaker["name"] and vary(speaker["name"])
            for mention in speaker["mentions"]:
                mention["text"] = vary(mention["text"])
        for statement in made["statements"]:
            statement["id"] = f"{statement['id']}-{turn}"
            for span in statement["content"]:
                span["text"] = vary(span["text"])
        return made

    def _other(self, known: dict[str, str], turn: int, found: re.Match[str]) -> str:
        word = found.group()
        if turn == 0:
            return word
        if word not in known:
            known[word] = self._replacement(word, random.Random(f"{self._seed} {turn} {word}"))
        return known[word]

    def _replacement(self, word: str, source: random.Random) -> str:
        if word in self._known:
            if word in self._famous or source.random() > _SURNAMES:
                return word
            return _new(source) if source.random() < _NEW else source.choice(self._surnames)
        rank = self._ranks.get(word, 0)
        if rank < _BINDING or source.random() > _WORDS:
            return word
        near = int(rank * source.uniform(1 - _NEAR, 1 + _NEAR))
        return self._words[min(max(near, _BINDING), len(self._words) - 1)]


def records_in(path: Path) -> Iterator[Record]:
    """Yield the records of a file, failures left out."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            if "error" not in record:
                yield record


def _surnames(record: Record) -> list[str]:
    people = (one["name"] for one in record["speakers"] if one["kind"] == "person" and one["name"])
    return [words[-1] for name in people if len(words := _WORD.findall(name)) > 1]


def _texts(record: Record) -> Iterator[str]:
    yield record["title"] or ""
    for statement in record["statements"]:
        yield from (span["text"] for span in statement["content"])


def _new(source: random.Random) -> str:
    return "".join(source.choices(_LETTERS, k=source.randint(4, 7)))


def _earlier(published: str | None, turn: int) -> str | None:
    """The same minute so many rounds earlier; as it is where it is no date of ISO 8601."""
    try:
        moment = dt.datetime.fromisoformat(published or "")
    except ValueError:
        return published
    return (moment - _ROUND * (turn % _ROUNDS_OF_TIME)).isoformat()
