"""Articles in: what is known is passed over, the rest is extracted and stored, batch by batch.

A batch is one transaction. Whenever the process dies, every article is there whole or not at
all, and ingesting the same again goes on where it stopped.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice

from gofteh.records import Article, Failure, Reading, Span
from gofteh.store.audit import Change, note
from gofteh.store.corrections import correct
from gofteh.store.database import Database, Row, StoreError
from gofteh.store.entries import marks
from gofteh.store.extractor import is_older
from gofteh.store.read import corrections_of, spans_of, stored_articles
from gofteh.store.records import Correction, Extractor
from gofteh.store.saved import arrived
from gofteh.store.versions import keep_version
from gofteh.store.write import Writer, content_hash, former_ids, keepable

# What is told, within the transaction, of a batch that is about to be safe.
Also = Callable[[Sequence["Ingested"]], None]
Extraction = Callable[[Iterable[Article | Failure]], Iterator[Reading | Failure]]

# A transaction ends at so many articles or characters, or when so much time has gone by.
_BATCH = 256
_BATCH_CHARACTERS = 1_000_000
_BATCH_SECONDS = 2.0
_LOOKED_UP = 64


class Outcome(StrEnum):
    """What became of an item: stored now, known already, or failed."""

    STORED = "stored"
    KNOWN = "known"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Ingested:
    """One item that was dealt with; ``id`` is the article's, ``failure`` says what failed."""

    id: str
    outcome: Outcome
    statements: int = 0
    failure: Failure | None = None


def ingest(
    db: Database,
    items: Iterable[Article | Failure],
    extract: Extraction,
    extractor: Extractor,
    now: Callable[[], str],
    by: str | None = None,
) -> Iterator[Ingested]:
    """Store the readings of items; yield, in order, what became of each once it is safe."""
    run = _start(db, extractor, now())
    batch = _Batch(db, run, extractor, now)
    totals = dict.fromkeys(Outcome, 0)
    statements = 0
    for done in _batches(batch, extract(_sifted(db, items, extractor))):
        totals[done.outcome] += 1
        statements += done.statements
        yield done
    with db.writing():
        db.rows(
            "UPDATE run SET finished = ?, articles = ?, statements = ?, failures = ? WHERE key = ?",
            (now(), totals[Outcome.STORED], statements, totals[Outcome.FAILED], run),
        )
        if totals[Outcome.STORED]:
            note(db, Change(now(), by, "ingested", None, f"{totals[Outcome.STORED]} articles"))


class Intake:
    """Articles in as they come, for hours or months: one run, a transaction for each `put`."""

    def __init__(self, db: Database, extractor: Extractor, now: Callable[[], str]) -> None:
        self._db, self._extractor, self._now = db, extractor, now
        self._run: int | None = None

    def put(
        self, items: Sequence[Article | Failure], extract: Extraction, also: Also
    ) -> list[Ingested]:
        """Store the readings of a few items and return what became of each, in their order.

        ``also`` is called with the outcomes before the transaction ends, so that what it writes
        is kept with them or not at all; more than once where the database refuses an article. No
        article may come twice.
        """
        if self._run is None:
            self._run = _start(self._db, self._extractor, self._now())
        batch = _Batch(self._db, self._run, self._extractor, self._now, also)
        for result in extract(_sifted(self._db, items, self._extractor)):
            batch.take(result)
        return batch.store()


def _batches(batch: _Batch, results: Iterable[Reading | Failure]) -> Iterator[Ingested]:
    for result in results:
        if batch.holds(result):
            yield from batch.store()
        batch.take(result)
        if batch.is_full():
            yield from batch.store()
    yield from batch.store()


def _start(db: Database, extractor: Extractor, now: str) -> int:
    with db.writing():
        made = db.rows(
            "INSERT INTO run (version, rules, model, started) VALUES (?, ?, ?, ?) RETURNING key",
            (extractor.version, extractor.rules, extractor.model, now),
        )
    return int(made[0][0])


class _Known(Failure):
    """An article that needs no extraction; extractions hand failures on as they are."""


def _sifted(
    db: Database, items: Iterable[Article | Failure], extractor: Extractor
) -> Iterator[Article | Failure]:
    """Yield the items, in the place of known articles a `_Known`."""
    kept = (keepable(item) if isinstance(item, Article) else item for item in items)
    while waiting := list(islice(kept, _LOOKED_UP)):
        there = _stored(db, [item.key for item in waiting if isinstance(item, Article)])
        for item in waiting:
            if isinstance(item, Article) and _is_current(there.get(item.key), item, extractor):
                yield _Known(item.key, "known", "", item.key)
            else:
                yield item


@dataclass(frozen=True, slots=True)
class _Stored:
    key: int
    hash: str
    extractor: Extractor


def _stored(db: Database, ids: Sequence[str]) -> dict[str, _Stored]:
    if not ids:
        return {}
    found = db.rows(
        "SELECT a.id, a.key, a.hash, r.version, r.rules, r.model "
        f"FROM article a JOIN run r ON r.key = a.run WHERE a.id IN ({marks(ids)})",
        ids,
    )
    # What is there must still be what its hash was made of: damage is not known for whole.
    whole = {article.key: content_hash(article) for article in stored_articles(db, _keys(found))}
    return {
        id_: _Stored(key, hash_ if whole.get(id_) == hash_ else "", Extractor(*by))
        for id_, key, hash_, *by in found
    }


def _keys(rows: Sequence[Row]) -> list[int]:
    return [row[1] for row in rows]


def _is_current(there: _Stored | None, article: Article, extractor: Extractor) -> bool:
    """Whether an article is stored as it is, extracted by this gofteh or a newer one."""
    if there is None or there.hash != content_hash(article):
        return False
    by = there.extractor
    return by == extractor or is_older(extractor.version, by.version)


class _Batch:
    """Results that wait to be stored together."""

    def __init__(
        self,
        db: Database,
        run: int,
        extractor: Extractor,
        now: Callable[[], str],
        also: Also | None = None,
    ) -> None:
        self._db, self._run, self._extractor, self._now = db, run, extractor, now
        self._also = also
        self._results: list[Reading | Failure] = []
        self._characters = 0
        self._keys: set[str] = set()
        self._since = time.monotonic()

    def take(self, result: Reading | Failure) -> None:
        if not self._results:
            self._since = time.monotonic()
        self._results.append(result)
        if isinstance(result, Reading):
            self._characters += len(result.article.text)
            self._keys.add(result.article.key)

    def holds(self, result: Reading | Failure) -> bool:
        """Return whether the same article waits already."""
        return isinstance(result, Reading) and result.article.key in self._keys

    def is_full(self) -> bool:
        return (
            len(self._results) >= _BATCH
            or self._characters >= _BATCH_CHARACTERS
            or time.monotonic() - self._since >= _BATCH_SECONDS
        )

    def store(self) -> list[Ingested]:
        """Store what waits; what the database refuses is tried alone, and named."""
        results, self._results, self._characters = self._results, [], 0
        self._keys = set()
        known = [result for result in results if isinstance(result, _Known)]
        if len(known) == len(results) and self._also is None:
            return [Ingested(one.item, Outcome.KNOWN) for one in known]
        try:
            return self._transaction(results)
        except self._db.refusals:
            return [done for result in results for done in self._alone(result)]

    def _alone(self, result: Reading | Failure) -> list[Ingested]:
        try:
            return self._transaction([result])
        except self._db.refusals as error:
            if isinstance(result, Failure):
                raise StoreError(f"the database cannot note an error: {error}") from error
            key = result.article.key
            message = f"the database refuses it: {error}"
            return self._transaction([Failure(key, "not-stored", message, key)])

    def _transaction(self, results: Sequence[Reading | Failure]) -> list[Ingested]:
        readings = [result for result in results if isinstance(result, Reading)]
        ids = [reading.article.key for reading in readings]
        with self._db.writing():
            there = _stored(self._db, ids)
            corrections = corrections_of(self._db, ids)
            writer = Writer(self._db, self._run)
            writer.expect(readings)
            written: list[str] = []
            for reading in readings:
                found = there.get(reading.article.key)
                if not _is_current(found, reading.article, self._extractor):
                    if found and found.hash:  # not what is damaged
                        keep_version(self._db, found.key, reading, self._now())
                    made = [c for c in corrections if c.article_id == reading.article.key]
                    replace_reading(writer, reading, found.key if found else None, made)
                    written.append(reading.article.key)
            writer.finish()
            arrived(self._db, written)
            self._note_errors(results, ids)
            done = [self._done(result, there) for result in results]
            if self._also is not None:
                self._also(done)
                self._count(done)
        return done

    def _count(self, done: Sequence[Ingested]) -> None:
        """Keep the run's totals with what they count: it may never come to an end."""
        outcomes = [one.outcome for one in done]
        self._db.rows(
            "UPDATE run SET finished = ?, articles = articles + ?, statements = statements + ?, "
            "failures = failures + ? WHERE key = ?",
            (
                *(self._now(), outcomes.count(Outcome.STORED)),
                *(sum(one.statements for one in done), outcomes.count(Outcome.FAILED), self._run),
            ),
        )

    def _note_errors(self, results: Sequence[Reading | Failure], ids: Sequence[str]) -> None:
        self._db.many("DELETE FROM error WHERE article_id = ?", [(id_,) for id_ in ids])
        failures = [r for r in results if isinstance(r, Failure) and not isinstance(r, _Known)]
        self._db.many(
            "INSERT INTO error (item, article_id, code, message, run) VALUES (?, ?, ?, ?, ?) "
            "ON CONFLICT (item) DO UPDATE SET article_id = excluded.article_id, "
            "code = excluded.code, message = excluded.message, run = excluded.run",
            [(f.item, f.id, f.code, f.message, self._run) for f in failures],
        )

    def _done(self, result: Reading | Failure, there: dict[str, _Stored]) -> Ingested:
        if isinstance(result, _Known):
            return Ingested(result.item, Outcome.KNOWN)
        if isinstance(result, Failure):
            return Ingested(result.id or result.item, Outcome.FAILED, failure=result)
        key = result.article.key
        if _is_current(there.get(key), result.article, self._extractor):
            return Ingested(key, Outcome.KNOWN)  # another writer was faster
        return Ingested(key, Outcome.STORED, len(result.statements))


def replace_reading(
    writer: Writer, reading: Reading, there: int | None, corrections: Sequence[Correction]
) -> None:
    """Store a reading in the place of an older one, with the corrections made of it."""
    before = _before(writer.db, there) if there is not None else []
    if there is not None:
        writer.remove([there])
    statements, speakers = correct(reading, corrections)
    now = Reading(reading.article, tuple(one.statement for one in statements))
    writer.add(reading, statements, speakers, former_ids(before, now))


def _before(db: Database, article: int) -> list[tuple[str, tuple[Span, ...]]]:
    """Return the ids of an article's statements, former ones too, with their contents."""
    raw = db.rows("SELECT raw FROM article WHERE key = ?", (article,))[0][0]
    sql = "SELECT id, content FROM statement WHERE article = ?"
    now = {id_: spans_of(content, raw) for id_, content in db.rows(sql, (article,))}
    former = db.rows("SELECT id, now FROM former_statement WHERE article = ?", (article,))
    return [*now.items(), *((id_, now[to]) for id_, to in former if to in now)]
