"""What rows are found by: the same for adding to an index as for taking out of it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import lru_cache
from itertools import chain, islice
from typing import NamedTuple, TypeVar

from gofteh.store.database import Database, Entry
from gofteh.store.tags import (
    EVERYTHING,
    act_tag,
    confidence_tag,
    kind_tag,
    manner_tag,
    outlet_tag,
    speaker_tag,
)
from gofteh.text.terms import Terms, terms_of

# The words of a longer text are indexed up to here: PostgreSQL holds no more for a row.
MAX_WORDS = 30_000
_BATCH = 400


Value = TypeVar("Value")


class Indexed(NamedTuple):
    """The columns that a statement's entry is made of."""

    key: int
    content: str  # JSON list of [start, end]
    speaker: int | None
    outlet: int | None
    kind: str
    manner: str
    act: str
    confidence: float
    name: str | None
    role: str | None
    organisation: str | None


_COLUMNS = (
    "s.key, s.content, s.speaker, s.outlet, s.kind, s.manner, s.act, s.confidence, "
    "v.name, v.role, v.organisation"
)


def statement_entry(row: Indexed, terms: Terms) -> Entry:
    """Return the entry of a statement, given the terms of its article's raw text."""
    words = chain.from_iterable(terms.within(start, end) for start, end in json.loads(row.content))
    tags = [
        EVERYTHING,
        kind_tag(row.kind),
        manner_tag(row.manner),
        act_tag(row.act),
        confidence_tag(row.confidence),
    ]
    tags += [speaker_tag(row.speaker)] if row.speaker is not None else []
    tags += [outlet_tag(row.outlet)] if row.outlet is not None else []
    who = _who(row.name, row.role, row.organisation)
    return Entry(row.key, tuple(islice(words, MAX_WORDS)), who, tuple(tags))


@lru_cache(maxsize=20_000)  # the same few speakers say most
def _who(*names: str | None) -> tuple[str, ...]:
    return terms_of(" … ".join(name for name in names if name)).keys[:MAX_WORDS]


def article_entry(key: int, terms: Terms, outlet: int | None) -> Entry:
    """Return the entry of an article, given the terms of its raw text."""
    tags = (EVERYTHING,) if outlet is None else (EVERYTHING, outlet_tag(outlet))
    return Entry(key, terms.keys[:MAX_WORDS], (), tags)


def statement_entries(db: Database, articles: Sequence[int]) -> list[tuple[Indexed, Entry]]:
    """Return the entries of all statements that the index has of some articles."""
    found: list[tuple[Indexed, Entry]] = []
    for part in batches(articles):
        raws = db.rows(f"SELECT key, raw FROM article WHERE key IN ({marks(part)})", part)
        terms = {key: terms_of(raw) for key, raw in raws}
        sql = (
            f"SELECT s.article, {_COLUMNS} FROM statement s "
            "JOIN voice v ON v.article = s.article AND v.number = s.voice "
            f"WHERE s.article IN ({marks(part)}) AND s.state <> 'rejected'"
        )
        for article, *columns in db.rows(sql, part):
            row = Indexed(*columns)
            found.append((row, statement_entry(row, terms[article])))
    return found


def article_entries(db: Database, articles: Sequence[int]) -> list[Entry]:
    """Return the entries of some articles."""
    found: list[Entry] = []
    for part in batches(articles):
        sql = f"SELECT key, raw, outlet FROM article WHERE key IN ({marks(part)})"
        for key, raw, outlet in db.rows(sql, part):
            found.append(article_entry(key, terms_of(raw), outlet))
    return found


def marks(values: Sequence[object]) -> str:
    """Return a ``?`` for each value."""
    return ", ".join("?" * len(values))


def batches(values: Sequence[Value]) -> list[Sequence[Value]]:
    """Return values in parts that one query takes."""
    return [values[i : i + _BATCH] for i in range(0, len(values), _BATCH)]
